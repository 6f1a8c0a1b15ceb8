using System.Text;
using Appui.Diagnosis;
using Appui.Diagnosis.Editor;

namespace Appui.Tests.Diagnosis.Editor;

/// <summary>Tables as people's spreadsheets write them, and as they break.</summary>
public sealed class ReadTableTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_row_knows_the_line_where_it_begins()
    {
        var rows = (await Read("code;question_fr\nD1.a;\"deux\nlignes ; \"\"ici\"\"\"\n\nD1.b;une\n")).Value;
        rows.Select(r => r.Line).ShouldBe([2, 5]);
        rows[0].Cells["question_fr"].ShouldBe("deux\nlignes ; \"ici\"");
    }

    [Theory]
    [InlineData("code,x\nD1.a,1")]
    [InlineData("code\tx\r\nD1.a\t1\r\n")]
    [InlineData("\uFEFFcode;x\nD1.a;1;de trop\n")]
    public async Task The_first_line_says_how_cells_are_parted(string text) =>
        (await Read(text)).Value.ShouldHaveSingleItem().Cells["x"].ShouldBe("1");

    [Theory]
    [InlineData("code;x\nD1.a;\"jamais fermé")]
    [InlineData("code;x\nD1.a;une \"citation\" au milieu\nD1.b")]
    [InlineData("\"")]
    [InlineData("")]
    [InlineData("%PDF-1.7 abc")]
    [InlineData("PK\u0003\u0004 abc")]
    public async Task A_broken_table_is_read_or_refused_and_never_more(string text)
    {
        var outcome = await Read(text);
        if (outcome.Refusal is { } refusal)
            refusal.Sentence.ShouldContain("Rien n’a changé");
        else
            outcome.Value.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_table_that_is_too_long_is_refused_as_a_whole()
    {
        var text = "code\n" + string.Join('\n', Enumerable.Range(0, ReadTable.MostRows + 1).Select(i => $"D1.a{i}"));
        (await Read(text)).Refusal!.Code.ShouldBe(nameof(DiagnosisTexts.Refusal_TooManyRows));
    }

    private static Task<Appui.Shared.Outcome<IReadOnlyList<ItemRow>>> Read(string text) =>
        ReadTable.Run(new MemoryStream(Encoding.UTF8.GetBytes(text)), Stop);
}
