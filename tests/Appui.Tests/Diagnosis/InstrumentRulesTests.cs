using System.Text;
using System.Text.Json.Nodes;
using Appui.Diagnosis;
using Appui.Shared.Reference;
using Shouldly;

namespace Appui.Tests.Diagnosis;

/// <summary>A faulty instrument is refused with file, line and rule.</summary>
public sealed class InstrumentRulesTests
{
    private static readonly string Shipped = File.ReadAllText(
        Path.Combine(AppContext.BaseDirectory, "data", "instruments", "of-maturity-1.0.0.json")
    );

    [Fact]
    public void The_shipped_instrument_is_sound()
    {
        var instrument = SomeDiagnosis.Instrument();
        instrument.Items.Count(i => i.Express).ShouldBe(16);
        instrument.Dimensions.Count.ShouldBe(8);
        instrument.Items.GroupBy(i => i.Dimension, StringComparer.Ordinal).ShouldAllBe(g => g.Count() == 2);
    }

    [Fact]
    public void The_whole_instrument_asks_every_voice_in_all_six_ways_and_never_starts_over()
    {
        var (first, whole) = (SomeDiagnosis.Instrument(), SomeDiagnosis.Whole());
        whole.Items.Select(i => i.Type).Distinct().Count().ShouldBe(6);
        whole.Items.Count(i => i.Voices.Contains(Voice.Management)).ShouldBeInRange(48, 60);
        whole.For("upTo10", Voice.Trainer).Count.ShouldBe(15);
        whole.For("upTo10", Voice.Trainee).Count.ShouldBe(10);
        whole.For("upTo10", Voice.Company).Count.ShouldBe(8);
        // An express answer is good for both versions.
        first.Items.ShouldAllBe(i => whole.Find(i.Code)!.Version == i.Version && whole.Find(i.Code)!.Question == i.Question);
        whole.Items.Where(i => i.Express).Select(i => i.Code).ShouldBe(first.Items.Select(i => i.Code));
        // Each dimension is deepened, and seen from another place.
        whole.Dimensions.ShouldAllBe(d => whole.Deep("upTo10", d.Code).Count >= 4);
        whole.Dimensions.ShouldAllBe(d => whole.Items.Any(i => i.Dimension == d.Code && i.Voices.Count > 1));
        whole.Items.Where(i => i.Voices.Contains(Voice.Trainee)).ShouldAllBe(i => i.QuestionFor(Voice.Trainee).Fr.Split(' ').Length <= 14);
    }

    [Theory]
    [InlineData("D3.signs", "options", "parts")]
    [InlineData("D3.helpCard", "options", "choix")]
    [InlineData("D3.answerDelay", "thresholds", "paliers")]
    [InlineData("D3.linkRate", "measure", "mesure")]
    [InlineData("D3.whoToCall", "voices", "voix")]
    public void What_a_way_of_asking_needs_is_asked_of_it(string code, string without, string rule)
    {
        var file = JsonNode.Parse(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "data", "instruments", "of-maturity-1.1.0.json"))
        )!;
        var item = file["items"]!.AsArray().Single(i => (string?)i!["code"] == code)!.AsObject();
        if (item[without] is JsonArray { Count: > 1 } list)
            list.RemoveAt(0);
        else
            item.Remove(without);
        if (without == "voices")
            item["voices"] = new JsonArray("management", "voisin");
        var fault = Should.Throw<ReferenceException>(() => InstrumentRules.Read("essai.json", Encoding.UTF8.GetBytes(file.ToJsonString())));
        fault.Problems.Select(p => p.Rule).ShouldContain(rule);
    }

    [Fact]
    public void A_negative_weight_is_named_with_its_line()
    {
        var line = LineOf("\"code\": \"D3.dropout\"");
        var problem = FaultsAfter(items => items[5]!["weight"] = -1).ShouldHaveSingleItem();
        problem.Rule.ShouldBe("poids");
        problem.File.ShouldBe("essai.json");
        problem.Line.ShouldBeInRange(line, line + 15);
        problem.Sentence.ShouldContain("-1");
    }

    [Fact]
    public void A_missing_translation_is_named_with_its_line()
    {
        var problem = FaultsAfter(items => items[2]!["question"]!.AsObject().Remove("en")).ShouldHaveSingleItem();
        problem.Rule.ShouldBe("traduction");
        problem.Sentence.ShouldContain("items[2].question");
    }

    [Fact]
    public void Items_that_wait_for_each_other_are_a_cycle()
    {
        var problems = FaultsAfter(items =>
        {
            items[0]!["dependsOn"] = new JsonObject { ["item"] = "D1.cost", ["atLeast"] = 0.5 };
            items[1]!["dependsOn"] = new JsonObject { ["item"] = "D1.direction", ["atLeast"] = 0.5 };
        });
        problems.Select(p => p.Rule).Distinct(StringComparer.Ordinal).ShouldBe(["cycle"]);
        problems[0].Sentence.ShouldContain("→");
    }

    [Fact]
    public void A_file_that_is_not_json_says_where()
    {
        var fault = Should.Throw<ReferenceException>(() => InstrumentRules.Read("essai.json", "{\n\"code\": \n}"u8.ToArray()));
        fault.Problems[0].Line.ShouldBe(3);
        fault.Problems[0].Rule.ShouldBe("json");
    }

    [Fact]
    public void Every_fault_is_told_at_once() =>
        FaultsAfter(items =>
            {
                items[0]!["weight"] = 9;
                items[1]!["dimension"] = "D9";
                items[2]!["type"] = "OPINION";
                items[3]!["options"]![0]!["value"] = 2;
            })
            .Select(p => p.Rule)
            .ShouldBe(["poids", "dimension", "type", "valeur"], ignoreOrder: true);

    private static IReadOnlyList<ReferenceProblem> FaultsAfter(Action<JsonArray> harm)
    {
        var root = JsonNode.Parse(Shipped)!;
        harm(root["items"]!.AsArray());
        var json = root.ToJsonString(new System.Text.Json.JsonSerializerOptions { WriteIndented = true });
        return Should.Throw<ReferenceException>(() => InstrumentRules.Read("essai.json", Encoding.UTF8.GetBytes(json))).Problems;
    }

    private static int LineOf(string text)
    {
        var root = JsonNode.Parse(Shipped)!;
        var json = root.ToJsonString(new System.Text.Json.JsonSerializerOptions { WriteIndented = true });
        return json[..json.IndexOf(text, StringComparison.Ordinal)].Count(c => c == '\n') + 1;
    }
}
