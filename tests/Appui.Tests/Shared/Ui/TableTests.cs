using System.Text;
using Appui.Shared.Ui.Tables;
using Microsoft.AspNetCore.Http;

namespace Appui.Tests.Shared.Ui;

public sealed class TableTests
{
    private sealed record Line(string Name, int Euros);

    private static TableQuery Query(string address, int size = 10)
    {
        var http = new DefaultHttpContext();
        http.Request.Path = "/dossiers";
        http.Request.QueryString = new QueryString(address);
        return TableQuery.From(http.Request, ["name", "amount"], ["etat"], size);
    }

    private static TableView<Line> View(TableQuery? query, params Line[] rows) =>
        new()
        {
            Caption = "Dossiers",
            Query = query,
            Rows = rows,
            Columns =
            [
                new("Nom", l => l.Name) { Sort = "name" },
                new("Demande", l => l.Euros == 0 ? "" : $"{l.Euros} €") { Sort = "amount", IsNumber = true },
            ],
        };

    [Theory]
    [InlineData("", "name", false, 1)]
    [InlineData("?tri=-amount&page=3", "amount", true, 3)]
    [InlineData("?tri=passwords&page=-4", "name", false, 1)]
    [InlineData("?page=99999999999999999999", "name", false, 1)]
    public void What_is_asked_is_read_and_anything_odd_is_the_default(string address, string sort, bool descending, int page)
    {
        var query = Query(address);
        (query.Sort, query.IsDescending, query.Page).ShouldBe((sort, descending, page));
    }

    [Fact]
    public void Sorting_again_by_the_same_column_turns_it_round_and_keeps_filters()
    {
        Query("?tri=amount&etat=ouvert&page=4").Sorted("amount").ShouldBe("/dossiers?tri=-amount&etat=ouvert");
        Query("?tri=-amount&etat=ouvert").Sorted("amount").ShouldBe("/dossiers?tri=amount&etat=ouvert");
    }

    [Fact]
    public void A_filter_is_removed_without_losing_the_order() =>
        Query("?tri=-amount&etat=ouvert&page=2").With("etat", null).ShouldBe("/dossiers?tri=-amount");

    [Fact]
    public void Everything_in_a_row_is_encoded()
    {
        var html = View(null, new Line("<script>alert(1)</script>", 5)).ToString();
        html.ShouldNotContain("<script>");
        html.ShouldContain("&lt;script&gt;");
    }

    [Fact]
    public void The_first_cell_names_the_row_and_the_others_repeat_their_title_for_phones()
    {
        var html = View(null, new Line("Montjoie", 5)).ToString();
        html.ShouldContain("<th scope=\"row\">Montjoie</th>");
        html.ShouldContain("<td class=\"n\" data-h=\"Demande\">5 €</td>");
    }

    [Fact]
    public void An_empty_amount_disappears_on_phones() =>
        View(null, new Line("Montjoie", 0)).ToString().ShouldContain("<td class=\"n nil\" data-h=\"Demande\">–</td>");

    [Fact]
    public void The_sorted_title_says_so() =>
        View(Query("?tri=-amount"), new Line("A", 1)).ToString().ShouldContain("aria-sort=\"descending\"");

    [Fact]
    public void A_long_list_has_pages_and_a_short_one_none()
    {
        View(Query(""), new Line("A", 1)).ToString().ShouldNotContain("class=\"pages\"");
        var html = new TableView<Line>
        {
            Caption = "x",
            Columns = View(null).Columns,
            Rows = [new("A", 1)],
            Count = 95,
            Query = Query("?page=5"),
        }.ToString();
        html.ShouldContain("href=\"/dossiers?tri=name&amp;page=10\"");
        html.ShouldContain("aria-current=\"page\"");
    }

    [Fact]
    public void Nothing_is_said_in_words() => View(Query("")).ToString().ShouldNotContain("<table");

    [Fact]
    public void A_file_opens_in_a_spreadsheet_and_runs_no_formula()
    {
        var file = Encoding.UTF8.GetString(TableCsv.Of(View(null, new Line("=cmd|' /C calc'!A0", 5), new Line("Deux; \"mots\"", -3))));
        file.ShouldBe("\uFEFFNom;Demande\r\n'=cmd|' /C calc'!A0;5 €\r\n\"Deux; \"\"mots\"\"\";'-3 €\r\n");
    }
}
