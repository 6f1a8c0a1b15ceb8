using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Appui.Shared.Storage;
using Microsoft.EntityFrameworkCore;

namespace Appui.Shared.Audit;

/// <summary>The door to the audit: note what happened, in the transaction of your action.</summary>
public static class AuditRecord
{
    private const int SaltBytes = 16;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// Adds an entry to the audit of the actor's organisation; it exists when the caller's save succeeds. To write in the audit of another
    /// organisation that the action concerns, give the actor with that <see cref="Actor.OrganisationId"/>.
    /// </summary>
    /// <param name="db">The action's database.</param>
    /// <param name="actor">Who acts, for which organisation.</param>
    /// <param name="kind">What happens, registered by the room.</param>
    /// <param name="now">When.</param>
    /// <param name="subject">What it is done to.</param>
    /// <param name="facts">What a reader must know, by name; may be erased later. Null values are left out.</param>
    /// <returns>Id of the entry.</returns>
    public static Guid Record(
        this AppuiDb db,
        Actor actor,
        AuditKind kind,
        DateTime now,
        Guid? subject = null,
        params IReadOnlyList<(string Name, string? Value)> facts
    )
    {
        if (actor.OrganisationId == Guid.Empty)
            throw new InvalidOperationException($"{kind.Name} concerns no organisation: nobody could read it.");
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        var content = JsonSerializer.Serialize(
            facts.Where(f => f.Value is not null).ToDictionary(f => f.Name, f => f.Value, StringComparer.Ordinal),
            Json
        );
        var entry = new AuditEntry
        {
            Id = Ids.New(),
            OrganisationId = actor.OrganisationId,
            Kind = kind.Name,
            At = now,
            PersonId = actor.PersonId,
            ClientId = actor.ClientId,
            OnBehalfOf = actor.OnBehalfOf,
            SubjectId = subject,
            Via =
                actor.ClientId is not null ? AuditVia.Program
                : actor.PersonId is not null ? AuditVia.Browser
                : actor.Has(Roles.Visitor) ? AuditVia.Link
                : AuditVia.Platform,
            PayloadHash = ChainRules.HashOf(salt, content),
        };
        db.AuditEntries.Add(entry);
        db.AuditPayloads.Add(
            new AuditPayload
            {
                EntryId = entry.Id,
                OrganisationId = actor.OrganisationId,
                Salt = salt,
                Content = content,
                At = now,
            }
        );
        return entry.Id;
    }

    /// <summary>
    /// Erases what entries of the actor's organisation say, salt included: the chain still verifies, the lines remain and say that they were
    /// erased. That it was done is an entry of its own. Saved at once.
    /// </summary>
    public static async Task Erase(this AppuiDb db, Actor actor, IReadOnlyCollection<Guid> entries, DateTime now, CancellationToken stop)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        foreach (var entry in entries)
        {
            if (await db.AuditPayloads.Where(p => p.EntryId == entry).ExecuteDeleteAsync(stop) > 0)
                db.Record(actor, AuditKind.Erased, now, entry);
        }

        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
    }

    /// <summary>The facts of a payload.</summary>
    public static IReadOnlyDictionary<string, string> FactsOf(AuditPayload payload) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(payload.Content) ?? [];
}
