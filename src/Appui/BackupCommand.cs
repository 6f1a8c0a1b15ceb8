using System.CommandLine;
using Appui.Shared.Backup;

namespace Appui;

/// <summary>Backup of a running instance into one file, and its return.</summary>
public static class BackupCommand
{
    /// <summary>The command that makes a backup.</summary>
    public static Command Build()
    {
        var file = FileArgument();
        var command = new Command("backup", "Sauvegarde une instance, même en marche. / Backs up an instance, running or not.") { file };
        command.SetAction(
            (parsed, stop) =>
                Commands.InScope(
                    parsed,
                    async services =>
                    {
                        var path = Path.GetFullPath(parsed.GetValue(file)!);
                        if (!(await services.GetRequiredService<MakeBackup>().Run(path, stop)).Is(out var made, out var refusal))
                            return Commands.Say(refusal);
                        Console.WriteLine(
                            $"Sauvegarde relue et vérifiée / backup read back and verified: {path} ({Contents(made)}, {new FileInfo(path).Length / 1024} kio)"
                        );
                        return 0;
                    },
                    needsDatabase: false
                )
        );
        return command;
    }

    /// <summary>The command that brings one back.</summary>
    public static Command BuildRestore()
    {
        var file = FileArgument();
        var command = new Command("restore", "Rend une sauvegarde à une instance. / Restores a backup into an instance.") { file };
        command.SetAction(
            (parsed, stop) =>
                Commands.InScope(
                    parsed,
                    async services =>
                    {
                        var path = Path.GetFullPath(parsed.GetValue(file)!);
                        if (!(await services.GetRequiredService<RestoreBackup>().Run(path, stop)).Is(out var done, out var refusal))
                            return Commands.Say(refusal);
                        Console.WriteLine(
                            $"""
                            Sauvegarde du {done.Manifest.At:yyyy-MM-dd HH:mm} UTC restaurée et vérifiée ({Contents(
                                done.Manifest
                            )}). Chacun se reconnecte.
                            Les données d’avant sont gardées sous « {done.Aside} » : effacez-les quand tout va bien.
                            Courriels et travaux attendent : « ./appui work list », puis « ./appui work resume ».
                            Backup restored and verified. Everybody signs in again. The former data is kept as {done.Aside}: delete it when all is well.
                            Mails and other work wait: ./appui work list, then ./appui work resume.
                            """
                        );
                        return 0;
                    },
                    needsDatabase: false
                )
        );
        return command;
    }

    private static Argument<string> FileArgument() => new("file") { Description = "Fichier .tar de la sauvegarde. / Backup file (.tar)." };

    private static string Contents(BackupManifest manifest) =>
        $"{manifest.Tables.Count} tables, {manifest.Tables.Sum(t => t.Rows)} lignes / rows, {manifest.Entries.Count} fichiers / files";
}
