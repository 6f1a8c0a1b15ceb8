using Appui.Tests.Harness;

namespace Appui.Tests.House;

/// <summary>The rules of the house, on the repository as it is, and on a small tree where a trespass was planted.</summary>
public sealed class HouseTests
{
    // Known trespasses, each for a reason that stands beside it. This number may only fall.
    private const int Tolerated = 0;

    private static readonly Dictionary<string, Func<Tree, IEnumerable<Trespass>>> Rules = new(StringComparer.Ordinal)
    {
        [nameof(RoomRules.FoldersAreRooms)] = RoomRules.FoldersAreRooms,
        [nameof(RoomRules.ArrowsHold)] = RoomRules.ArrowsHold,
        [nameof(RoomRules.TablesAreTheirRooms)] = RoomRules.TablesAreTheirRooms,
        [nameof(FileRules.FilesAreShort)] = FileRules.FilesAreShort,
        [nameof(FileRules.RulesArePure)] = FileRules.RulesArePure,
        [nameof(FileRules.TenantsAreKeptApart)] = FileRules.TenantsAreKeptApart,
        [nameof(FileRules.NamesSayWhat)] = FileRules.NamesSayWhat,
        [nameof(TextRules.TextsComeInPairs)] = TextRules.TextsComeInPairs,
        [nameof(TextRules.TextsAreUsed)] = TextRules.TextsAreUsed,
        [nameof(TextRules.FrenchIsTypeset)] = TextRules.FrenchIsTypeset,
        [nameof(PageRules.PagesHoldNoWords)] = PageRules.PagesHoldNoWords,
        [nameof(PageRules.PagesObeyThePolicy)] = PageRules.PagesObeyThePolicy,
    };

    public static TheoryData<string> EveryRule => [.. Rules.Keys];

    [Theory]
    [MemberData(nameof(EveryRule))]
    public void The_house_is_in_order(string rule)
    {
        var tolerated = Exceptions();
        Rules[rule](Tree.Repository).Where(t => !tolerated.Contains($"{rule} {t.Path}")).Select(t => t.ToString()).ShouldBeEmpty(rule);
    }

    [Fact]
    public void The_list_of_exceptions_only_shrinks()
    {
        var exceptions = Exceptions();
        exceptions.Count.ShouldBe(Tolerated, "House/exceptions.txt and this number fall together");
        var needed = Rules.SelectMany(r => r.Value(Tree.Repository).Select(t => $"{r.Key} {t.Path}")).ToHashSet(StringComparer.Ordinal);
        exceptions.Where(e => !needed.Contains(e)).ShouldBeEmpty("no longer needed");
    }

    public static TheoryData<string, string, string> Planted =>
        new()
        {
            { nameof(RoomRules.FoldersAreRooms), "src/Appui/Helpers/Tools.cs", "class A;" },
            { nameof(RoomRules.ArrowsHold), "src/Appui/Skills/A.cs", "using Appui.Learning.Contract;" },
            { nameof(RoomRules.ArrowsHold), "src/Appui/Learning/A.cs", "using Appui.Skills;" },
            { nameof(RoomRules.ArrowsHold), "src/Appui/Learning/A.cs", "var a = new Appui.Skills.Positioning.Answer();" },
            { nameof(RoomRules.ArrowsHold), "src/Appui/Learning/A.cshtml", "@using Appui.Funding.Contract" },
            { nameof(RoomRules.ArrowsHold), "src/Appui/Learning/A.cshtml", "<p>@HomeTexts.Brand</p>" },
            { nameof(RoomRules.ArrowsHold), "src/Appui/Learning/A.cs", "var a = Accounts.Organisation.Empty;" },
            { nameof(RoomRules.ArrowsHold), "src/Appui/Shared/A.cs", "using Appui.Accounts.Contract;" },
            { nameof(RoomRules.TablesAreTheirRooms), "src/Appui/Learning/A.cs", "var n = await db\n    .Organisations.CountAsync(stop);" },
            { nameof(RoomRules.TablesAreTheirRooms), "src/Appui/Learning/A.cs", "db.Set<Organisation>().Count();" },
            { nameof(RoomRules.TablesAreTheirRooms), "src/Appui/Learning/A.cs", "\"SELECT 1 FROM accounts_organisation\";" },
            { nameof(FileRules.FilesAreShort), "src/Appui/Learning/A.cs", string.Concat(Enumerable.Repeat("//\n", 401)) },
            { nameof(FileRules.RulesArePure), "src/Appui/Learning/DriftRules.cs", "static bool Drifts(TimeProvider clock) => true;" },
            { nameof(FileRules.RulesArePure), "src/Appui/Learning/DriftRules.cs", "using Microsoft.EntityFrameworkCore;" },
            { nameof(FileRules.RulesArePure), "src/Appui/Learning/DriftRules.cs", "var id = Ids.New();" },
            { nameof(FileRules.TenantsAreKeptApart), "src/Appui/Learning/ListCourses.cs", "db.Courses.IgnoreQueryFilters();" },
            { nameof(FileRules.NamesSayWhat), "src/Appui/Learning/A.cs", "public sealed class CourseManager;" },
            { nameof(TextRules.TextsComeInPairs), "src/Appui/Learning/LearningTexts.resx", Resx("Hello", "Bonjour") },
            { nameof(TextRules.TextsComeInPairs), "src/Appui/Accounts/AccountsTexts.en.resx", Resx("Greeting", "Good morning {0} {1}") },
            { nameof(TextRules.TextsAreUsed), "src/Appui/Learning/LearningTexts.resx", Resx("Never_Shown", "Bonjour") },
            { nameof(TextRules.FrenchIsTypeset), "src/Appui/Learning/LearningTexts.resx", Resx("A", "Qui êtes-vous ?") },
            { nameof(TextRules.FrenchIsTypeset), "src/Appui/Learning/LearningTexts.resx", Resx("A", "L'organisme") },
            { nameof(TextRules.FrenchIsTypeset), "src/Appui/Learning/LearningTexts.resx", Resx("A", "Attention!") },
            { nameof(TextRules.FrenchIsTypeset), "data/actions/a.json", """{"title":{"fr":"Qui paie ?","en":"Who pays?"}}""" },
            { nameof(PageRules.PagesHoldNoWords), "src/Appui/Learning/A.cshtml", "@page \"/a\"\n<p>Bonjour</p>" },
            {
                nameof(PageRules.PagesHoldNoWords),
                "src/Appui/Learning/A.cshtml",
                "@foreach (var x in Y)\n{\n    <li>@x.Name jours</li>\n}"
            },
            { nameof(PageRules.PagesHoldNoWords), "src/Appui/Learning/A.cshtml", "<input aria-label=\"Nom\">" },
            { nameof(PageRules.PagesObeyThePolicy), "src/Appui/Learning/A.cshtml", "<p style=\"color:red\"></p>" },
            { nameof(PageRules.PagesObeyThePolicy), "src/Appui/Learning/A.cshtml", "<p class=\"@x\" style=\"width:@y\"></p>" },
            { nameof(PageRules.PagesObeyThePolicy), "src/Appui/Learning/A.cshtml", "<button onclick=\"go()\"></button>" },
            { nameof(PageRules.PagesObeyThePolicy), "src/Appui/Learning/A.cshtml", "<script>go()</script>" },
            { nameof(PageRules.PagesObeyThePolicy), "src/Appui/Learning/A.cshtml", "@Html.Raw(x)" },
        };

    [Theory]
    [MemberData(nameof(Planted))]
    public void A_planted_trespass_is_found(string rule, string path, string text)
    {
        Rules[rule](Small()).ShouldBeEmpty("the small tree is sound");
        Rules[rule]
            (Small((path, text)))
            .Select(t => t.Path)
            .ShouldContain(p => p.Contains(RoomRules.RoomOf(path) ?? path, StringComparison.Ordinal));
    }

    [Fact]
    public void A_page_without_words_of_its_own_is_sound()
    {
        const string page = """
            @page "/a/{id:guid}"
            @model Appui.Learning.AModel
            @{ ViewData["Title"] = LearningTexts.Title; var few = Model.All.Where(x => x.Count < 3 && x.Count > 1).ToList(); }
            @* a comment for readers *@
            <h1 class="big">@LearningTexts.Title</h1>
            @if (few.Count > 0)
            {
                <ul>@foreach (var x in few) { <li data-kind="open"><a href="@(Model.Prefix)/a/@x.Id">@x.Name : 1 – 2 €</a></li> }</ul>
            }
            <script src="/a.js" type="module"></script>
            """;
        var tree = Small(("src/Appui/Learning/A.cshtml", page));
        PageRules.PagesHoldNoWords(tree).ShouldBeEmpty();
        PageRules.PagesObeyThePolicy(tree).ShouldBeEmpty();
    }

    private static HashSet<string> Exceptions() =>
        [
            .. File.ReadAllLines(Path.Combine(TestRun.Repository, "tests/Appui.Tests/House/exceptions.txt"))
                .Select(l => l.Split('#')[0].Trim())
                .Where(l => l.Length > 0),
        ];

    private static string Resx(string key, string value) => $"<root><data name=\"{key}\"><value>{value}</value></data></root>";

    private static Tree Small(params (string Path, string Text)[] planted)
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["src/Appui/Accounts/Organisation.cs"] = "namespace Appui.Accounts;\npublic sealed class Organisation;",
            ["src/Appui/Accounts/AccountsTables.cs"] = "public DbSet<Organisation> Organisations => Set<Organisation>();",
            ["src/Appui/Accounts/AccountsAccess.cs"] = "db.Organisations.IgnoreQueryFilters(); // SELECT 1 FROM learning_course",
            ["src/Appui/Accounts/AccountsTexts.resx"] = Resx("Greeting", "Bonjour {0}, qui êtes-vous\u00a0?"),
            ["src/Appui/Accounts/AccountsTexts.en.resx"] = Resx("Greeting", "Hello {0}, who are you?"),
            ["src/Appui/Accounts/Greet.cs"] = "AccountsTexts.Greeting",
            ["src/Appui/Learning/AgeRules.cs"] =
                "using Appui.Accounts.Contract;\nusing Appui.Skills.Contract;\nstatic int Age(DateOnly today) => 1;",
        };
        foreach (var (path, text) in planted)
            files[path] = text;
        return new Tree(files);
    }
}
