using Appui.Shared;
using Appui.Shared.Storage;
using Microsoft.EntityFrameworkCore;

namespace Appui.Diagnosis.Editor;

/// <summary>Who reads and who writes questionnaires, and the count that says how many answered one.</summary>
public static class EditorAccess
{
    /// <summary>Advisers and analysts of an organisation that accompanies others.</summary>
    public static Refusal? MayRead(CurrentActor current) => current.MayAdvise ? MayRead(current.Actor) : EditorRefusals.OnlyAdvisers;

    /// <summary>Advisers write; analysts read and preview.</summary>
    public static Refusal? MayRead(Actor actor) => actor.Has(Roles.Adviser | Roles.Analyst) ? null : EditorRefusals.OnlyAdvisers;

    /// <summary>Advisers of an organisation that accompanies others.</summary>
    public static Refusal? MayEdit(CurrentActor current) => current.MayAdvise ? MayEdit(current.Actor) : EditorRefusals.OnlyAdvisers;

    /// <summary>Advisers.</summary>
    public static Refusal? MayEdit(Actor actor) => actor.Has(Roles.Adviser) ? null : EditorRefusals.OnlyAdvisers;

    /// <summary>A draft belongs to the organisation that writes it; what is published is everybody's to read.</summary>
    public static bool MaySee(Actor actor, InstrumentVersion version) =>
        version.State != InstrumentState.Draft || version.OrganisationId == actor.OrganisationId;

    /// <summary>How many diagnoses were begun with each version, over all organisations: nothing else of them is read.</summary>
    internal static async Task<IReadOnlyDictionary<(string Code, string Version), int>> CountDiagnoses(
        AppuiDb db,
        CancellationToken stop
    ) =>
        await db
            .Diagnoses.IgnoreQueryFilters(new[] { AppuiDb.TenantFilter })
            .GroupBy(d => new { d.InstrumentCode, d.InstrumentVersion })
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => (g.Key.InstrumentCode, g.Key.InstrumentVersion), g => g.Count, stop);
}
