using Appui.Accounts.Contract;
using Appui.Shared;
using Appui.Shared.Storage;
using Microsoft.EntityFrameworkCore;

namespace Appui.Diagnosis.Editor;

/// <summary>The demonstration’s adviser has a next version in progress: two questions corrected, one of them a new question.</summary>
public static class EditorDemo
{
    /// <summary>Makes the draft once.</summary>
    public static async Task Tell(IServiceProvider services, DemoOptions options, IProgress<string> progress, CancellationToken stop)
    {
        var db = services.GetRequiredService<AppuiDb>();
        var current = services.GetRequiredService<CurrentActor>();
        if (await services.GetRequiredService<DemoCast>().Adviser(stop) is not { } adviser)
            return;
        current.Actor = adviser;
        if (!await db.InstrumentVersions.AnyAsync(v => v.OrganisationId == adviser.OrganisationId, stop))
        {
            var newest = services.GetRequiredService<Instruments>().Released(Instruments.Maturity)[0];
            var begun = await services.GetRequiredService<BeginDraft>().Copy(FindInstruments.KeyOf(newest), adviser, stop);
            if (begun.Is(out var draft, out _))
                await Write(services.GetRequiredService<SaveItem>(), draft, newest.File, adviser, stop);
        }

        current.Actor = Actor.Nobody;
    }

    private static async Task Write(SaveItem save, InstrumentVersion draft, InstrumentFile from, Actor adviser, CancellationToken stop)
    {
        if (from.Find("D3.answerDelay") is { Question: { } question } delay)
        {
            var clearer = delay with
            {
                Question = question with { Fr = question.Fr.Replace("stagiaire", "apprenant", StringComparison.Ordinal) },
            };
            await save.Run(draft.Id, new WrittenItem(clearer, SaveItem.MarkOf(delay), true), adviser, stop);
        }

        var added = ItemFile.Empty("D3.firstDay", "D3") with
        {
            Type = "BOOL_EVIDENCE",
            Voices = ["management", "trainer"],
            Question = new Translated(Lines[0], Lines[1]),
            Why = new Translated(Lines[2], Lines[3]),
            Options =
            [
                new("yes", 1, false, new Translated("Oui", "Yes"), new Translated("", ""), new Translated(Lines[4], Lines[5])),
                new("no", 0, false, new Translated("Non", "No"), new Translated("", ""), new Translated(Lines[6], "")),
            ],
        };
        await save.Run(draft.Id, new WrittenItem(added, null, false), adviser, stop);
    }

    // The last one waits for its English: what is left to do shows.
    private static readonly string[] Lines =
    [
        "Chaque stagiaire reçoit-il un appel avant son premier jour à distance\u00a0?",
        "Does every trainee get a call before their first day online?",
        "Un appel avant de commencer rassure, et évite des abandons.",
        "A call before starting reassures, and avoids drop-outs.",
        "chaque stagiaire est appelé avant son premier jour",
        "every trainee is called before the first day",
        "les stagiaires ne sont pas appelés avant leur premier jour",
    ];
}
