using System.CommandLine;
using Appui.Shared.Files;

namespace Appui;

/// <summary>Verification of the files that organisations keep.</summary>
public static class FilesCommand
{
    /// <summary>The command and its options.</summary>
    public static Command Build() => new("files", "Fichiers des organismes. / Files of organisations.") { Verify() };

    private static Command Verify()
    {
        var command = new Command("verify", "Relit et compare chaque fichier. / Reads and compares every file.");
        command.SetAction((parsed, stop) => Commands.InScope(parsed, services => VerifyAll(services, stop)));
        return command;
    }

    private static async Task<int> VerifyAll(IServiceProvider services, CancellationToken stop)
    {
        var report = await services.GetRequiredService<VerifyFiles>().Run(stop);
        foreach (var fault in report.Faults)
            Console.WriteLine(
                $"{fault.OrganisationId}  {fault.Id}  « {fault.Name} » : {(fault.IsMissing ? "manquant / missing" : "modifié / altered")}"
            );
        var megabytes = report.Bytes / FileLimits.Megabyte;
        Console.WriteLine(
            report.Faults.Count == 0
                ? $"{report.Files} fichiers intacts, {megabytes} Mo. / {report.Files} files intact, {megabytes} MB."
                : $"{report.Faults.Count} fichiers abîmés sur {report.Files}. / {report.Faults.Count} files damaged of {report.Files}."
        );
        return report.Faults.Count == 0 ? 0 : 1;
    }
}
