using Appui.Shared.Files;
using Appui.Tests.Harness;

namespace Appui.Tests.Shared.Files;

/// <summary><c>appui files verify</c>, as an administrator runs it.</summary>
public sealed class VerifyCommandTests(SqliteFiles app) : IClassFixture<SqliteFiles>
{
    [Fact]
    public async Task It_says_that_all_is_well_or_which_files_are_not_and_ends_accordingly()
    {
        var actor = (await app.Member()).Actor;
        var (sound, altered) = (
            (await app.Store(actor, FilesHarness.Text(10))).File!,
            (await app.Store(actor, FilesHarness.Text(20), "Contrat.txt")).File!
        );
        var well = await ChildApp.Run(["files", "verify", "--dir", app.Folder]);
        well.Error.ShouldBeEmpty();
        (well.Code, well.Output.Trim()).ShouldBe((0, "2 fichiers intacts, 0 Mo. / 2 files intact, 0 MB."));

        new FileInfo(app.PathOf(altered)).IsReadOnly = false;
        await File.WriteAllTextAsync(app.PathOf(altered), new string('b', 20));
        var ill = await ChildApp.Run(["files", "verify", "--dir", app.Folder]);
        ill.Code.ShouldBe(1);
        ill.Output.ShouldContain($"{altered.Id}  « Contrat.txt » : modifié / altered");
        ill.Output.ShouldNotContain($"{sound.Id}");
        ill.Output.ShouldContain("1 fichiers abîmés sur 2");
    }
}
