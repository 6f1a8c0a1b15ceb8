using System.CommandLine;
using Appui.Shared;
using Appui.Shared.Audit;
using Appui.Shared.Storage;

namespace Appui;

/// <summary>Verification of every organisation's audit, against heads kept outside the database.</summary>
public static class AuditCommand
{
    /// <summary>The command and its options.</summary>
    public static Command Build() => new("audit", "Journaux des organismes. / Audits of organisations.") { Verify() };

    private static Command Verify()
    {
        var heads = new Option<string[]>("--heads")
        {
            Description = "Fichier d’empreintes gardées (le texte du courriel à l’auditeur). / File of kept heads (the auditor’s mail).",
            AllowMultipleArgumentsPerToken = true,
        };
        var command = new Command("verify", "Vérifie chaque journal. / Verifies every audit.") { heads };
        command.SetAction(
            (parsed, stop) =>
                Commands.InScope(
                    parsed,
                    async services =>
                    {
                        List<AuditHead> kept = [];
                        foreach (var file in parsed.GetValue(heads) ?? [])
                        {
                            if (!File.Exists(file))
                            {
                                await Console.Error.WriteLineAsync($"« {file} » ne se lit pas. / The file cannot be read.");
                                return Commands.BadInput;
                            }

                            kept.AddRange(AuditHeads.Parse(await File.ReadAllLinesAsync(file, stop)));
                        }

                        return await VerifyAll(services, kept, stop);
                    }
                )
        );
        return command;
    }

    private static async Task<int> VerifyAll(IServiceProvider services, List<AuditHead> kept, CancellationToken stop)
    {
        var inside = await AuditAccess.Heads(services.GetRequiredService<AppuiDb>(), stop);
        var (sound, entries) = (true, 0L);
        // A chain that is gone is told by the heads that were kept of it.
        foreach (var organisation in inside.Concat(kept).Select(h => h.OrganisationId).Distinct())
        {
            var actor = Actor.Nobody with { OrganisationId = organisation };
            services.GetRequiredService<CurrentActor>().Actor = actor;
            var report = await services.GetRequiredService<VerifyChain>().Run(actor, kept, stop);
            entries += report.Head?.Sequence ?? 0;
            foreach (var fault in report.Faults)
            {
                sound = false;
                Console.WriteLine($"{organisation}  ligne / line {fault.Sequence}: {fault.Kind}");
            }
        }

        Console.WriteLine(
            sound
                ? $"{inside.Count} journaux intacts, {entries} lignes. / {inside.Count} audits intact, {entries} lines."
                : "Des journaux ont été modifiés. / Audits were tampered with."
        );
        return sound ? 0 : 1;
    }
}
