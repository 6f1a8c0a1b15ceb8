using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Appui.Accounts.PublicList;
using Appui.Shared;

namespace Appui;

/// <summary>Brings the public list of training providers up to date from a file (data.gouv.fr, liste publique des organismes de formation).</summary>
public static class ImportProvidersCommand
{
    private const int ToldLines = 50;

    /// <summary>The command and its argument.</summary>
    public static Command Build()
    {
        var file = new Argument<FileInfo>("file") { Description = "Fichier CSV de la DGEFP. / CSV file of the DGEFP list." };
        var command = new Command(
            "import-providers",
            "Remplace la liste publique des organismes de formation. / Replaces the public list of training providers."
        )
        {
            file,
        };
        command.SetAction(
            (parsed, stop) =>
                Commands.InScope(
                    parsed,
                    async services =>
                    {
                        if (parsed.GetValue(file) is { Exists: true } found)
                            return await Import(services.GetRequiredService<ImportProviders>(), found, stop);
                        await Console.Error.WriteLineAsync("Ce fichier n’existe pas. / There is no such file.");
                        return Commands.BadInput;
                    }
                )
        );
        return command;
    }

    private static async Task<int> Import(ImportProviders import, FileInfo found, CancellationToken stop)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("fr");
        var began = Stopwatch.GetTimestamp();
        var told = 0;
        await using var file = found.OpenRead();
        var outcome = await import.Run(
            file,
            counts => Console.WriteLine($"  {Show.Number(counts.Kept)} lignes / lines, {100 * file.Position / Math.Max(1, file.Length)} %"),
            bad =>
            {
                if (++told <= ToldLines)
                    Console.Error.WriteLine($"  ligne / line {bad.Number} : {bad.Reason}");
            },
            stop
        );
        if (told > ToldLines)
            await Console.Error.WriteLineAsync($"  … et {Show.Number(told - ToldLines)} autres. / … and more.");
        if (!outcome.Is(out var counts, out var refusal))
        {
            await Console.Error.WriteLineAsync($"{refusal.Sentence} L’ancienne liste est gardée. / The former list is kept.");
            return 1;
        }

        Console.WriteLine(
            $"{Show.Number(counts.Kept)} organismes dans la liste, {Show.Number(counts.LeftOut)} lignes écartées, en {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s."
                + $" / {counts.Kept} providers in the list, {counts.LeftOut} lines left out."
        );
        return 0;
    }
}
