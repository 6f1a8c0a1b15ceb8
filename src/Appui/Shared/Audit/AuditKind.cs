namespace Appui.Shared.Audit;

/// <summary>
/// A kind of event that an organisation's audit may hold; a registration record. The room that owns the action keeps it in a static field,
/// registers it, and gives it to <see cref="AuditRecord.Record"/>.
/// </summary>
/// <param name="Name">Stable name, such as <c>accounts.client-made</c>; it is part of the chain.</param>
/// <param name="Label">What happened, in the current language.</param>
public sealed record AuditKind(string Name, Func<string> Label)
{
    /// <summary>How the facts that were written down are told, in the current language; by default their values one after the other.</summary>
    public Func<IReadOnlyDictionary<string, string>, string> Tell { get; init; } = facts => string.Join(" · ", facts.Values);

    /// <summary>A backup took the place of the database: heads kept since the backup no longer match.</summary>
    public static AuditKind Restored { get; } = new("platform.restored", () => SharedTexts.Audit_Kind_Restored);

    /// <summary>What an entry said was erased.</summary>
    public static AuditKind Erased { get; } = new("audit.erased", () => SharedTexts.Audit_Kind_Erased);
}

/// <summary>By which door an action came in.</summary>
public enum AuditVia
{
    /// <summary>The platform itself: scheduled work, a command of the host.</summary>
    Platform,

    /// <summary>A person in a browser.</summary>
    Browser,

    /// <summary>Somebody without an account, by the secret link of a space.</summary>
    Link,

    /// <summary>A program, by the API.</summary>
    Program,
}
