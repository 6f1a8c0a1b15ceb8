using Appui.Shared;
using Appui.Tests.Harness;

namespace Appui.Tests.House;

/// <summary>What is wrong at start is told in sentences, with the exit code 2, and nothing is served.</summary>
public sealed class StartTests
{
    public static TheoryData<string, string, string, string[]> Faults =>
        new()
        {
            { "schemes/schemes-1.1.0.json", "\"ratePercent\": ", "\"ratePercent\": -", ["schemes-1.1.0.json, ligne ", "règle taux"] },
            { "actions/actions-1.1.0.json", "\"code\":", "\"edoc\":", ["actions-1.1.0.json, ligne ", "règle "] },
            { "instruments/of-maturity-1.0.0.json", "{", "{{", ["of-maturity-1.0.0.json, ligne 1"] },
            { "guides/choose-licence.fr.md", "minutes: ", "minutes: peu ", ["choose-licence.fr.md, ligne ", "règle minutes"] },
        };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_fault_in_reference_data_stops_the_start_with_file_line_and_rule(
        string file,
        string was,
        string becomes,
        string[] said
    )
    {
        var (folder, path) = Copy(file);
        var text = await File.ReadAllTextAsync(path);
        var at = text.IndexOf(was, StringComparison.Ordinal);
        at.ShouldBeGreaterThanOrEqualTo(0);
        await File.WriteAllTextAsync(path, string.Concat(text.AsSpan(0, at), becomes, text.AsSpan(at + was.Length)));
        var (code, error) = await Serve(folder);
        code.ShouldBe(2, error);
        foreach (var words in said)
            error.ShouldContain(words);
        error.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task Reference_data_that_is_not_there_stops_the_start()
    {
        var (folder, path) = Copy("guides/choose-licence.fr.md");
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
        var (code, error) = await Serve(folder);
        code.ShouldBe(2, error);
        error.ShouldContain("guides");
        error.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task A_server_that_acknowledges_before_writing_is_refused()
    {
        var database = await TestPostgres.NewDatabase();
        var (code, _, error) = await ChildApp.Run(
            ["serve", "--port", "0", "--dir", NewFolder()],
            ("APPUI_POSTGRES", $"{database};Options=-c synchronous_commit=off")
        );
        code.ShouldBe(2, error);
        error.ShouldContain("synchronous_commit vaut « off »");
    }

    private static string NewFolder() => Path.Combine(TestRun.Folder, $"start-{Ids.New():N}");

    private static (string Folder, string File) Copy(string file)
    {
        var folder = NewFolder();
        var from = Path.Combine(TestRun.Repository, "data");
        foreach (var source in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(folder, Path.GetRelativePath(from, source));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(source, to);
        }

        return (folder, Path.Combine(folder, file));
    }

    private static async Task<(int Code, string Error)> Serve(string data)
    {
        var dir = Directory.CreateDirectory(NewFolder()).FullName;
        await TestRun.CopySqlite(Path.Combine(dir, "appui.db"));
        var (code, _, error) = await ChildApp.Run(["serve", "--port", "0", "--dir", dir], ("APPUI_REFERENCE_DATA", data));
        return (code, error);
    }
}
