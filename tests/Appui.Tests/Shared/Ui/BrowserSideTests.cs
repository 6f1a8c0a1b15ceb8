using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Appui.Tests.Shared.Ui;

public sealed partial class BrowserSideTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Here(), "../../../.."));

    private static IEnumerable<(string Path, string Text)> Sources() =>
        Directory
            .EnumerateFiles(Path.Combine(Root, "src/Appui"), "*.cs*", SearchOption.AllDirectories)
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal))
            .Select(f => (f, File.ReadAllText(f)));

    [Fact]
    public void Every_icon_that_a_page_names_is_in_the_sprite()
    {
        var sprite = File.ReadAllLines(Path.Combine(Root, "src/web/icons.txt")).ToHashSet(StringComparer.Ordinal);
        var named = Sources()
            .SelectMany(s => IconName().Matches(s.Text).Select(m => (s.Path, Name: m.Groups[1].Value)))
            .Where(i => !sprite.Contains(i.Name));
        named.ShouldBeEmpty();
    }

    [Fact]
    public void Style_and_script_hold_no_literal_colour_and_no_sentence()
    {
        foreach (
            var file in Directory
                .EnumerateFiles(Path.Combine(Root, "src/web/css"))
                .Where(f => !f.EndsWith("tokens.css", StringComparison.Ordinal) && !f.EndsWith("print.css", StringComparison.Ordinal))
        )
            Colour().Matches(File.ReadAllText(file)).Select(m => $"{Path.GetFileName(file)}: {m.Value}").ShouldBeEmpty();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Root, "src/web/ts")))
            Sentence().Matches(File.ReadAllText(file)).Select(m => $"{Path.GetFileName(file)}: {m.Value}").ShouldBeEmpty();
    }

    [GeneratedRegex("""(?:ui-icon name="|\.Icon\("|NavEntry\([^"]*?\(\) => [\w.]+, "|icon=")([a-z][a-z0-9-]*)""")]
    private static partial Regex IconName();

    [GeneratedRegex(@"#[0-9a-fA-F]{3,8}\b|\brgba?\(")]
    private static partial Regex Colour();

    // A string of several words is something a person would read: it belongs in the texts.
    [GeneratedRegex("""(?m)^(?!\s*(?:/?\*|//)).*['"`][A-ZÀ-Ü][\p{L}’']+ [\p{L}’']+ [^'"`]*['"`]""")]
    private static partial Regex Sentence();

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
