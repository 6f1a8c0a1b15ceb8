using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Appui.Shared;
using Appui.Shared.Reference;
using Appui.Strategy;

namespace Appui.Tests.Strategy;

/// <summary>The actions that ship can be carried out, move what the newest instrument asks, and hide no running cost.</summary>
public sealed class ActionCatalogueTests
{
    private static readonly string DataFolder = new AppuiSettings().DataFolder;
    private static readonly IReadOnlyList<StrategyAction> All = new ActionCatalogue(new AppuiSettings()).All;
    private static readonly IReadOnlyList<JsonNode> Asked = [.. AskedToManagement()];
    private static readonly string[] Content = ["content", "captions"];

    private static readonly string[] Dimensions = [.. Enumerable.Range(1, 8).Select(d => $"D{d}")];

    [Fact]
    public void There_are_sixty_actions_or_more() => All.Count.ShouldBeInRange(60, 80);

    [Fact]
    public void What_an_action_reaches_is_asked_to_management_and_can_be_answered_so()
    {
        foreach (var action in All)
        foreach (var reach in action.Reaches)
        {
            var item = Asked.SingleOrDefault(i => Text(i, "code") == reach.Item);
            item.ShouldNotBeNull($"{action.Code}: {reach.Item}");
            CanBe(item, reach.Value).ShouldBeTrue($"{action.Code}: {reach.Item} = {reach.Value}");
        }
    }

    [Fact]
    public void Whatever_is_asked_some_action_moves_it_to_its_best_for_every_kind_of_provider_asked()
    {
        foreach (var item in Asked.Where(i => Text(i, "type") != "PERCEPTION"))
        foreach (var profile in Profiles(item))
        {
            var most = All.Where(a => a.Profiles is null || a.Profiles.Contains(profile, StringComparer.Ordinal))
                .SelectMany(a => a.Reaches)
                .Where(r => r.Item == Text(item, "code"))
                .Select(r => r.Value)
                .DefaultIfEmpty()
                .Max();
            most.ShouldBeGreaterThanOrEqualTo(0.75, $"{Text(item, "code")} {profile}");
        }
    }

    [Fact]
    public void Each_dimension_has_a_first_step_that_costs_nothing_and_waits_for_nothing()
    {
        foreach (var dimension in Dimensions)
            All.ShouldContain(
                a => Moves(a, dimension) && a.Costs.Count == 0 && a.Requires.Count == 0 && a.Profiles == null && a.Months <= 2,
                dimension
            );
        All.Count(a => a.Costs.Count == 0).ShouldBeGreaterThanOrEqualTo(25);
    }

    [Fact]
    public void Each_dimension_has_a_middle_step_and_an_ambitious_one()
    {
        foreach (var dimension in Dimensions)
        {
            All.ShouldContain(a => Moves(a, dimension) && ThreeYears(a) > 0 && ThreeYears(a) < 2000, dimension);
            All.ShouldContain(a => Moves(a, dimension) && ThreeYears(a) >= 2000 && a.Requires.Count > 0, dimension);
        }
    }

    [Fact]
    public void Every_action_that_makes_content_keeps_it_up_to_date_for_fifteen_to_twenty_percent_a_year()
    {
        var makers = All.Where(a => a.Costs.Any(c => Content.Contains(c.Code, StringComparer.Ordinal))).ToList();
        makers.Count.ShouldBeGreaterThanOrEqualTo(6);
        foreach (var action in makers)
        {
            var made = action.Costs.Where(c => Content.Contains(c.Code, StringComparer.Ordinal)).ToList();
            var upkeep = action.Costs.Single(c => c.Code == "upkeep");
            upkeep.IsYearly.ShouldBeTrue(action.Code);
            (upkeep.LowEuros * 100).ShouldBeInRange(made.Sum(c => c.LowEuros) * 15, made.Sum(c => c.LowEuros) * 20, action.Code);
            (upkeep.HighEuros * 100).ShouldBeInRange(made.Sum(c => c.HighEuros) * 15, made.Sum(c => c.HighEuros) * 20, action.Code);
        }
    }

    [Fact]
    public void What_is_bought_once_and_must_be_kept_running_has_a_yearly_cost() =>
        All.Where(a => a.Costs.Any(c => !c.IsYearly && c.Category is "licences" or "equipment"))
            .ShouldAllBe(a => a.Costs.Any(c => c.IsYearly));

    // Somebody who only gave the express answers is not asked to do again what they have, because a deep question has no answer yet.
    [Fact]
    public void What_others_wait_for_is_judged_on_express_questions_only_or_on_deep_ones_only()
    {
        foreach (var code in All.SelectMany(a => a.Requires).Distinct(StringComparer.Ordinal))
            All.Single(a => a.Code == code)
                .Reaches.Select(r => (bool?)Asked.SingleOrDefault(i => Text(i, "code") == r.Item)?["express"])
                .Distinct()
                .Count()
                .ShouldBe(1, code);
    }

    [Fact]
    public void What_waits_for_an_action_is_for_the_same_providers_and_exclusion_goes_both_ways()
    {
        foreach (var action in All)
        {
            foreach (var other in action.Requires.Select(code => All.Single(a => a.Code == code)).Where(o => o.Profiles is not null))
                (action.Profiles ?? ["solo", "upTo10", "from11To50", "over50", "cfa"]).ShouldBeSubsetOf(other.Profiles!, action.Code);
            foreach (var other in action.Excludes.Select(code => All.Single(a => a.Code == code)))
                other.Excludes.ShouldContain(action.Code, action.Code);
        }
    }

    [Fact]
    public void No_French_sentence_has_more_than_twenty_words()
    {
        foreach (var action in All)
        foreach (var text in new[] { action.Title, action.Purpose, action.WhoGains, action.FirstStep })
        foreach (var sentence in text.Fr.Split(". "))
            sentence.Split(' ', '\u00a0', '\u202f').Count(w => w.Any(char.IsLetterOrDigit)).ShouldBeLessThanOrEqualTo(20, sentence);
    }

    [Fact]
    public void Two_costs_of_an_action_with_the_same_code_are_named_with_their_line()
    {
        var root = JsonNode.Parse(File.ReadAllText(Newest("actions")))!;
        var at = All.ToList().FindIndex(a => a.Costs.Count > 1);
        root["actions"]![at]!["costs"]![1]!["code"] = All[at].Costs[0].Code;
        var json = root.ToJsonString(new JsonSerializerOptions { WriteIndented = true });
        var problem = Should
            .Throw<ReferenceException>(() => ActionCatalogue.Read("essai.json", Encoding.UTF8.GetBytes(json)))
            .Problems.ShouldHaveSingleItem();
        problem.Rule.ShouldBe("ligne");
        json.Split('\n')[problem.Line - 1].ShouldContain("\"costs\": [");
    }

    private static bool Moves(StrategyAction action, string dimension) =>
        action.Reaches.Any(r => r.Item.StartsWith($"{dimension}.", StringComparison.Ordinal));

    private static int ThreeYears(StrategyAction action) => action.Costs.Sum(c => c.IsYearly ? 3 * c.HighEuros : c.HighEuros);

    private static bool CanBe(JsonNode item, double value) =>
        Text(item, "type") switch
        {
            "BOOL_EVIDENCE" => value.Equals(1.0),
            "PERCEPTION" => value.Equals(0.75),
            "ANCHORED" => Values(item, "options").Contains(value),
            "QUANTITY" => Values(item, "thresholds").Contains(value),
            "MULTI" => Sums([.. Values(item, "options")]).Any(sum => Math.Abs(sum - value) < 1e-9),
            _ => false,
        };

    private static IEnumerable<double> Values(JsonNode item, string field) =>
        item[field]!.AsArray().Select(o => (double?)o!["value"]).OfType<double>();

    private static IEnumerable<double> Sums(double[] shares) =>
        Enumerable.Range(1, (1 << shares.Length) - 1).Select(set => shares.Where((_, i) => (set >> i & 1) == 1).Sum());

    private static IEnumerable<string> Profiles(JsonNode item) =>
        item["profiles"]?.AsArray().Select(p => (string)p!) ?? ["solo", "upTo10", "from11To50", "over50", "cfa"];

    private static IEnumerable<JsonNode> AskedToManagement() =>
        JsonNode.Parse(File.ReadAllText(Newest("instruments")))!["items"]!
            .AsArray()
            .OfType<JsonNode>()
            .Where(i => Text(i, "type") != "COMPUTED" && i["voices"]!.AsArray().Any(v => (string)v! == "management"));

    private static string Text(JsonNode item, string field) => (string)item[field]!;

    private static string Newest(string folder) =>
        Directory.EnumerateFiles(Path.Combine(DataFolder, folder), "*.json").Order(StringComparer.Ordinal).Last();
}
