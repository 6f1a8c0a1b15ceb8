using Appui.Shared;
using Appui.Shared.Storage;
using Appui.Shared.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Appui.Diagnosis;

/// <summary>Where the diagnosis of a space begins or goes on: the next question, the result, or a new round.</summary>
public sealed class DiagnosisPageModel(FindDiagnosis find, StartDiagnosis start, AppuiDb db, CurrentActor current) : AppuiPage
{
    /// <summary>An earlier round.</summary>
    public sealed record PastDiagnosis(string When, string Href);

    /// <summary>Earlier rounds, newest first.</summary>
    public IReadOnlyList<PastDiagnosis> Past { get; private set; } = [];

    /// <summary>Goes to the next question or to the result; shows how to begin otherwise (or with <c>?nouveau</c>).</summary>
    public async Task<IActionResult> OnGet(CancellationToken stop)
    {
        if (DiagnosisAccess.MayRead(current.Actor) is not null)
            return NotFound();
        var fresh = Request.Query.ContainsKey("nouveau");
        if (!fresh && await find.Run(null, stop) is { } open)
        {
            return Redirect(
                open.NextQuestion is { } number && DiagnosisAccess.MayAnswer(current.Actor) is null
                    ? $"{current.Prefix}/diagnostic/question/{number}"
                    : $"{current.Prefix}/diagnostic/resultat"
            );
        }

        var past = await db.Diagnoses.OrderByDescending(d => d.StartedAt).Take(20).Select(d => new { d.Id, d.StartedAt }).ToListAsync(stop);
        Past =
        [
            .. past.Select(p => new PastDiagnosis(Show.Instant(p.StartedAt, current.Zone), $"{current.Prefix}/diagnostic/resultat/{p.Id}")),
        ];
        return Page();
    }

    /// <summary>Starts a round and asks the first question.</summary>
    public async Task<IActionResult> OnPost(CancellationToken stop) =>
        (await start.Run(current.Actor, stop)).Is(out _, out var refusal)
            ? Redirect($"{current.Prefix}/diagnostic/question/1")
            : Refused(refusal);
}
