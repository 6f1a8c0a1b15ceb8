using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;
using Appui.Shared;
using Appui.Tests.Harness;

namespace Appui.Tests.House;

/// <summary>Documents that can rot: links, commands, settings and examples are compared with what is there.</summary>
public sealed partial class DocumentTests
{
    private static readonly Tree Repository = Tree.Repository;

    private static IEnumerable<string> Documents => Repository.Paths.Where(p => p.EndsWith(".md", StringComparison.Ordinal));

    [Fact]
    public void Every_link_of_a_document_leads_somewhere() =>
        Documents
            .SelectMany(path =>
                Repository.Find(
                    path,
                    Link(),
                    m => File.Exists(Target(path, m)) || Directory.Exists(Target(path, m)) ? null : $"{m.Groups[1].Value} is not there"
                )
            )
            .Select(t => t.ToString())
            .ShouldBeEmpty();

    [Fact]
    public void Every_decision_is_in_the_index() =>
        Repository
            .Under("docs/decisions/", ".md")
            .Where(p => !Repository["docs/index.md"].Contains(p["docs/".Length..], StringComparison.Ordinal))
            .ShouldBeEmpty("docs/index.md lists every decision");

    [Fact]
    public void Every_command_of_a_document_exists()
    {
        var known = Known().ToHashSet(StringComparer.Ordinal);
        string[] documents = ["README.md", "CONTRIBUTING.md", "UPGRADE.md", "SECURITY.md", "docs/operate.md", "appui"];
        documents
            .SelectMany(path =>
                Command()
                    .Matches(File.ReadAllText(InRepository(path)))
                    .Select(m => m.Groups[1].Value)
                    .Where(c => !known.Contains(c.Split(' ')[0]))
                    .Select(c => $"{path}: appui {c} does not exist")
            )
            .ShouldBeEmpty();
    }

    [Fact]
    public void The_help_names_every_command_and_no_other()
    {
        var script = File.ReadAllText(InRepository("appui"));
        var help = HelpLine().Matches(script).Select(m => m.Groups[1].Value).ToList();
        var hidden = Known().Where(c => !c.Contains(' ', StringComparison.Ordinal)).Except(help, StringComparer.Ordinal).Except(["help"]);
        hidden.ShouldBeEmpty("./appui help does not name them");
        help.Where(c => !Known().Contains(c) && c != "COMMANDE").ShouldBeEmpty("./appui help names what is not there");
        var passed = Passed().Match(script).Groups[1].Value.Split(" | ");
        Commands
            .Root()
            .Subcommands.Select(c => c.Name)
            .Except(passed, StringComparer.Ordinal)
            .ShouldBeEmpty("the last lines of ./appui do not pass them on");
    }

    [Fact]
    public void Every_setting_is_in_the_table_of_operation_and_no_other()
    {
        var written = SettingRow()
            .Matches(Repository["docs/operate.md"])
            .ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value.Trim().Trim('`'), StringComparer.Ordinal);
        var defaults = new AppuiSettings();
        var real = typeof(AppuiSettings)
            .GetProperties()
            .Where(p => p.CanWrite)
            .ToDictionary(p => ReadSettings.VariableOf(p.Name), p => Shown(p.GetValue(defaults)), StringComparer.Ordinal);
        real.Where(s => written.GetValueOrDefault(s.Key) != s.Value)
            .Select(s => $"| `{s.Key}` | {(s.Value.Length > 0 ? $"`{s.Value}`" : "")} | … |")
            .ShouldBeEmpty("lines to put into the table of docs/operate.md");
        written.Keys.Except(real.Keys, StringComparer.Ordinal).ShouldBeEmpty("not a setting");
    }

    [Fact]
    public void The_examples_of_settings_are_accepted()
    {
        var environment = File.ReadAllLines(InRepository("deploy/appui.env"))
            .Where(l => l.Length > 0 && l[0] != '#')
            .Select(l => l.Split('=', 2))
            .Select(p => KeyValuePair.Create(p[0], p[1]));
        ReadSettings.From(null, environment).Problems.ShouldBeEmpty();
        ReadSettings.From(InRepository("deploy/appui.example.json"), []).Problems.ShouldBeEmpty();
    }

    // What the program does, and what the script does by itself.
    private static IEnumerable<string> Known() =>
        Commands
            .Root()
            .Subcommands.SelectMany(c => (string[])[c.Name, .. c.Subcommands.Select(s => $"{c.Name} {s.Name}")])
            .Concat(["help", "test", "bench", "publish"]);

    private static string Shown(object? value) =>
        value switch
        {
            bool flag => flag ? "true" : "false",
            null => "",
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };

    private static string Target(string path, Match link) =>
        Path.Combine(TestRun.Repository, Path.GetDirectoryName(path)!, link.Groups[1].Value);

    private static string InRepository(string path) => Path.Combine(TestRun.Repository, path);

    [GeneratedRegex(@"\]\((?!https?:|#|mailto:)([^)#\s]+)(?:#[^)]*)?\)")]
    private static partial Regex Link();

    // In code only: `appui backup FILE`, a line of a block, « ./appui migrate ».
    [GeneratedRegex(
        @"(?:(?<=[`/«])|^)(?:\./|\u00a0\./|/opt/appui/)?appui ((?!-)[a-z][a-z-]+(?: (?:add|resume|verify))?)(?![a-z.:/\u00a0-])",
        RegexOptions.Multiline
    )]
    private static partial Regex Command();

    [GeneratedRegex(@"^\./appui ([A-Za-z-]+)", RegexOptions.Multiline)]
    private static partial Regex HelpLine();

    [GeneratedRegex(@"^  (\S[a-z| -]+)\) start_app", RegexOptions.Multiline)]
    private static partial Regex Passed();

    [GeneratedRegex(@"^\| `(APPUI_\w+)` \|([^|]*)\|", RegexOptions.Multiline)]
    private static partial Regex SettingRow();
}
