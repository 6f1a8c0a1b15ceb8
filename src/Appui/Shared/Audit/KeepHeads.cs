using System.Globalization;
using Appui.Shared.Mail;
using Appui.Shared.Storage;
using Appui.Shared.Work;
using Microsoft.EntityFrameworkCore;

namespace Appui.Shared.Audit;

/// <summary>
/// Every night, the heads of the chains that moved go out of the database: to files, and by mail to the auditor when one is named.
/// A chain that no longer holds its last kept head is told to the log and to the auditor.
/// </summary>
public sealed partial class KeepHeads(AppuiDb db, AuditHeads kept, CurrentActor current, AppuiSettings settings)
{
    /// <summary>Kind of the nightly work.</summary>
    public const string Kind = "audit.heads";

    /// <summary>Keeps them. Run twice, the mail goes twice and the files stay the same.</summary>
    public async Task<Outcome> Run(TimeProvider clock, ILogger log, CancellationToken stop)
    {
        List<AuditHead> moved = [];
        List<AuditHead> broken = [];
        foreach (var head in await AuditAccess.Heads(db, stop))
        {
            var last = kept.Read(head.OrganisationId) is [.., var newest] ? newest : null;
            if (last is not null && !await Holds(last, stop))
                broken.Add(last);
            else if (last is null || last.Sequence < head.Sequence)
                moved.Add(head);
        }

        foreach (var head in broken)
            Broken(log, head.OrganisationId, head.Sequence);
        if (settings.AuditorEmail.Length > 0 && moved.Count + broken.Count > 0)
        {
            var now = clock.Now();
            var subject = broken.Count > 0 ? SharedTexts.Audit_Mail_Alert : SharedTexts.Audit_Mail_Subject;
            Mail.Mail.Queue(
                db,
                Actor.Nobody,
                settings.AuditorEmail,
                $"{subject} – {clock.Today():yyyy-MM-dd}",
                Text(moved, broken),
                null,
                now
            );
            await db.SaveChangesAsync(stop);
        }

        foreach (var head in moved)
            kept.Add(head);
        return Outcome.Done;
    }

    private Task<bool> Holds(AuditHead head, CancellationToken stop)
    {
        current.Actor = Actor.Nobody with { OrganisationId = head.OrganisationId };
        return db.AuditEntries.AnyAsync(e => e.Sequence == head.Sequence && e.Hash == head.Hash, stop);
    }

    private string Text(IReadOnlyList<AuditHead> moved, IReadOnlyList<AuditHead> broken)
    {
        List<string> lines = [string.Format(CultureInfo.CurrentCulture, SharedTexts.Audit_Mail_Text, settings.BaseUrl), ""];
        lines.AddRange(moved.Select(AuditHeads.Line));
        if (broken.Count > 0)
            lines.AddRange(["", SharedTexts.Audit_Mail_Broken, "", .. broken.Select(AuditHeads.Line)]);
        return string.Join('\n', lines) + "\n";
    }

    [LoggerMessage(
        Level = LogLevel.Critical,
        Message = "The audit of {Organisation} no longer holds the head kept at {Sequence}: it was rewritten"
    )]
    private static partial void Broken(ILogger log, Guid organisation, long sequence);
}
