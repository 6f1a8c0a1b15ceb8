using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Appui.Shared.Storage;
using Microsoft.EntityFrameworkCore;

namespace Appui.Shared.Work;

/// <summary>The door to the one job system: put work down here, in the transaction of your action.</summary>
public static class Work
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>
    /// Adds the work to the unit of work of <paramref name="db"/>: it exists when the caller's save succeeds, and starts at once after it.
    /// </summary>
    /// <param name="db">The action's database.</param>
    /// <param name="kind">Name of a registered <see cref="WorkHandler"/>.</param>
    /// <param name="key">The same key is accepted once; null when every request counts.</param>
    /// <param name="payload">What the handler needs, kept as JSON.</param>
    /// <param name="actor">For whom it runs.</param>
    /// <param name="now">When it was asked for.</param>
    /// <param name="dueAt">Not before this instant; null is now.</param>
    /// <returns>Id to follow the progress by.</returns>
    public static Guid Enqueue<T>(AppuiDb db, string kind, string? key, T payload, Actor actor, DateTime now, DateTime? dueAt = null)
    {
        var id = Ids.New();
        db.Work.Add(
            new WorkItem
            {
                Id = id,
                Key = key ?? $"{kind}/{id:N}",
                Kind = kind,
                Payload = JsonSerializer.Serialize(payload, Json),
                OrganisationId = actor.OrganisationId,
                PersonId = actor.PersonId,
                ClientId = actor.ClientId,
                OnBehalfOf = actor.OnBehalfOf,
                Roles = actor.Roles,
                Language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? "en" : "fr",
                State = WorkState.Waiting,
                DueAt = dueAt ?? now,
                CreatedAt = now,
            }
        );
        return id;
    }

    /// <summary>Where a piece of work of the actor's organisation stands, or null.</summary>
    public static Task<WorkView?> Find(AppuiDb db, Actor actor, Guid id, CancellationToken stop) =>
        db
            .Work.Where(w => w.Id == id && w.OrganisationId == actor.OrganisationId && actor.OrganisationId != Guid.Empty)
            .Select(w => new WorkView(w.Id, w.Kind, w.State, w.Percent, w.Progress, w.Result, w.Error, w.CreatedAt, w.EndedAt))
            .SingleOrDefaultAsync(stop);

    internal static T Read<T>(string payload) =>
        JsonSerializer.Deserialize<T>(payload, Json) ?? throw new InvalidOperationException("Work without payload.");
}

/// <summary>What a person sees of a piece of work.</summary>
public sealed record WorkView(
    Guid Id,
    string Kind,
    WorkState State,
    int Percent,
    string? Progress,
    string? Result,
    string? Error,
    DateTime CreatedAt,
    DateTime? EndedAt
)
{
    /// <summary>True when nothing more will happen.</summary>
    public bool IsOver => State is WorkState.Done or WorkState.Failed;
}
