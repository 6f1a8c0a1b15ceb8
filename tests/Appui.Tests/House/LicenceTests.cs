using Appui.Tests.Harness;

namespace Appui.Tests.House;

/// <summary>We hand on only what we may, and say whose it is.</summary>
public sealed class LicenceTests
{
    private static readonly Lazy<List<Shipped>> All = new(Read);

    [Fact]
    public void Everything_that_ships_is_under_a_licence_we_may_combine() =>
        All
            .Value.Where(s => !Licences.IsAllowed(s.Licence))
            .Select(s => $"{s.Name} {s.Version}: « {s.Licence} » is not on the list in House/Licences.cs")
            .ShouldBeEmpty();

    [Fact]
    public void The_notice_names_everything_that_ships()
    {
        var fresh = Path.Combine(TestRun.Artifacts("notice"), "NOTICE");
        File.WriteAllText(fresh, Licences.Notice(All.Value));
        File.ReadAllText(InRepository("NOTICE"))
            .ShouldBe(File.ReadAllText(fresh), "packages changed since NOTICE was made: cp artifacts/notice/NOTICE NOTICE");
    }

    [Fact]
    public void The_licences_are_whole()
    {
        var ours = File.ReadAllText(InRepository("LICENSE"));
        ours.ShouldContain("GNU AFFERO GENERAL PUBLIC LICENSE");
        ours.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(5535);
        var standards = File.ReadAllText(InRepository("src/Appui.Standards/LICENSE"));
        standards.ShouldContain("Apache License");
        standards.ShouldContain("END OF TERMS AND CONDITIONS");
    }

    [Theory]
    [InlineData("MIT", true)]
    [InlineData("MS-PL OR Apache-2.0", true)]
    [InlineData("(MIT AND Zlib)", true)]
    [InlineData("MIT AND OFL-1.1", true)]
    [InlineData("MIT AND SSPL-1.0", false)]
    [InlineData("GPL-2.0-only", false)]
    [InlineData("BUSL-1.1", false)]
    [InlineData("", false)]
    public void A_licence_is_allowed_or_not(string expression, bool allowed) => Licences.IsAllowed(expression).ShouldBe(allowed);

    [Fact]
    public void A_package_brought_by_another_is_found_and_a_private_one_is_not()
    {
        const string lockFile = """
            { "version": 2, "dependencies": { "net10.0": {
              "Seen": { "type": "Direct", "resolved": "1.0.0", "dependencies": { "BROUGHT": "2.0.0" } },
              "Brought": { "type": "Transitive", "resolved": "2.0.0" },
              "Analyzer": { "type": "Direct", "resolved": "3.0.0", "dependencies": { "Roslyn": "4.0.0" } },
              "Roslyn": { "type": "Transitive", "resolved": "4.0.0" }
            } } }
            """;
        const string project = """<PackageReference Include="Seen" /><PackageReference Include="Analyzer" PrivateAssets="all" />""";
        Licences
            .NuGet(lockFile, [project], (name, _) => name == "Seen" ? "MIT" : "BUSL-1.1")
            .Select(s => $"{s.Name.ToLowerInvariant()} {s.Version} {Licences.IsAllowed(s.Licence)}")
            .ShouldBe(["seen 1.0.0 True", "brought 2.0.0 False"]);
    }

    [Fact]
    public void A_package_for_the_browser_ships_and_a_tool_of_the_build_does_not()
    {
        const string lockFile = """
            { "packages": {
              "": { "license": "AGPL-3.0-or-later" },
              "node_modules/@a/font": { "version": "1.0.0", "license": "SSPL-1.0" },
              "node_modules/bundler": { "version": "2.0.0", "license": "MIT", "dev": true }
            } }
            """;
        Licences.Npm(lockFile).ShouldBe([new Shipped("npm", "@a/font", "1.0.0", "SSPL-1.0")]);
    }

    private static List<Shipped> Read()
    {
        string[] projects =
        [
            .. ((string[])["Directory.Build.props", "src/Appui/Appui.csproj"]).Select(p => File.ReadAllText(InRepository(p))),
        ];
        return
        [
            .. Licences.InTheArchive,
            .. Licences.NuGet(File.ReadAllText(InRepository("src/Appui/packages.lock.json")), projects, Licences.OfPackage),
            .. Licences.Npm(File.ReadAllText(InRepository("src/web/package-lock.json"))),
        ];
    }

    private static string InRepository(string path) => Path.Combine(TestRun.Repository, path);
}
