namespace Appui.Shared;

/// <summary>An entry of the navigation that a capability adds. Path is relative to the organisation's space.</summary>
/// <param name="Order">Place in the whole navigation.</param>
/// <param name="Group">Resource of the group's title, or null for none: what the role does, not our modules.</param>
/// <param name="Label">The word, in the current language.</param>
/// <param name="Icon">Name in the icon sprite.</param>
/// <param name="Path">Address inside the organisation's space, such as <c>/diagnostic</c>.</param>
/// <param name="For">Roles that see it.</param>
/// <param name="Where">Organisations that have it; all when null.</param>
public sealed record NavEntry(
    int Order,
    Func<string>? Group,
    Func<string> Label,
    string Icon,
    string Path,
    Roles For,
    Func<CurrentActor, bool>? Where = null
);

/// <summary>One dated step a person could take next, each one click from done.</summary>
public sealed record NextStepItem(DateOnly? When, string Title, string Detail, string Action, string Href, int Weight);

/// <summary>A capability's answer to "what next?" for an actor. <see cref="Find"/> is given the request's services.</summary>
public sealed record NextStep(Roles For, Func<IServiceProvider, Actor, CancellationToken, Task<IReadOnlyList<NextStepItem>>> Find);

/// <summary>What a capability keeps about people, for GDPR export and erasure.</summary>
public sealed record PersonalDataSource(
    string Capability,
    Func<IServiceProvider, Guid, CancellationToken, Task<IReadOnlyDictionary<string, object?>>> Export,
    Func<IServiceProvider, Guid, CancellationToken, Task> Erase
);

/// <summary>How long a class of data is kept and what happens then.</summary>
public sealed record RetentionRule(
    string Class,
    TimeSpan KeptFor,
    string Source,
    Func<IServiceProvider, DateTime, CancellationToken, Task<int>> Collect
);

/// <summary>What a capability does once a backup took the place of the database.</summary>
/// <param name="Change">In the database, once, before anybody comes back; saved by itself.</param>
/// <param name="Forget">In the memory of each running node: what was read before is no longer true.</param>
public sealed record AfterRestore(Func<Storage.AppuiDb, DateTime, CancellationToken, Task> Change, Action<IServiceProvider> Forget);

/// <summary>Reference data that a capability reads; read at start, so that a faulty file stops the start with its line and rule.</summary>
/// <param name="Name">What it is, in a word.</param>
/// <param name="Read">Reads it, and throws what is wrong with it.</param>
public sealed record ReferenceSource(string Name, Action<IServiceProvider> Read);

/// <summary>One hit of the global search.</summary>
public sealed record SearchHit(string Title, string Detail, string Href);

/// <summary>What a capability lets people find from the search box.</summary>
public sealed record SearchSource(Roles For, Func<IServiceProvider, Actor, string, CancellationToken, Task<IReadOnlyList<SearchHit>>> Find);

/// <summary>Demonstration data of a capability: idempotent, dates relative to today, run in order.</summary>
public sealed record DemoStory(
    int Order,
    string Name,
    Func<IServiceProvider, DemoOptions, IProgress<string>, CancellationToken, Task> Tell
);

/// <summary>What a demonstration set depends on: same options, same data.</summary>
/// <param name="Today">The day the demonstration is set on.</param>
/// <param name="Seed">Seed of all draws.</param>
/// <param name="Scale">Multiplies the number of providers.</param>
public sealed record DemoOptions(DateOnly Today, int Seed = 20261124, int Scale = 1);

/// <summary>Something API clients may be allowed to do. Endpoints ask for it with <c>RequireScope(name)</c>.</summary>
/// <param name="Name">Stable name, as programs send it.</param>
/// <param name="Label">What it allows, in the current language.</param>
public sealed record ApiScope(string Name, Func<string> Label);
