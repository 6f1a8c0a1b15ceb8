using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Appui.Schemes.Contract;
using Appui.Shared;
using Appui.Shared.Reference;

namespace Appui.Tests.Schemes;

/// <summary>The schemes that ship are honest examples, and a faulty file is refused with its line and rule.</summary>
public sealed class SchemeCatalogueTests
{
    private static readonly SchemeCatalogue Shipped = new(new AppuiSettings());

    [Fact]
    public void There_are_twenty_schemes_or_more_of_every_nature_of_funder()
    {
        Shipped.All.Count.ShouldBeInRange(20, 30);
        Shipped.All.Select(s => s.Funder.Kind).Distinct(StringComparer.Ordinal).ShouldBe(SchemeCatalogue.FunderKinds, ignoreOrder: true);
    }

    [Fact]
    public void None_of_them_passes_for_a_real_call()
    {
        foreach (var scheme in Shipped.All)
        {
            scheme.Status.ShouldNotBe(SchemeStatus.Open, scheme.Code);
            scheme.Source.Title.Fr.ShouldStartWith("Exemple inventé, ", Case.Sensitive, scheme.Code);
            scheme.Source.Title.En.ShouldStartWith("Invented example, ", Case.Sensitive, scheme.Code);
            scheme.Source.Url.ShouldBeNull(scheme.Code);
        }
    }

    [Fact]
    public void A_grant_is_paid_whole_in_order_and_its_last_part_is_never_before_the_work_begins()
    {
        foreach (var scheme in Shipped.All)
        {
            scheme.Payments.Sum(p => p.Percent).ShouldBe(100, scheme.Code);
            scheme.Payments.Select(p => p.When).ShouldBeInOrder(SortDirection.Ascending, scheme.Code);
            scheme.Payments[^1].When.ShouldNotBe(PaymentMoment.Agreement, scheme.Code);
            scheme.DecisionMonths.ShouldBeInRange(1, 8, scheme.Code);
        }

        Shipped.All.ShouldContain(s => s.Payments[0].When == PaymentMoment.Agreement);
        Shipped.All.ShouldContain(s => s.Payments.Count == 1);
    }

    [Fact]
    public void Each_State_aid_rule_is_met_and_only_de_minimis_counts_as_such()
    {
        Shipped.All.Select(s => s.Regime).Distinct().ShouldBe(Enum.GetValues<AidRegime>(), ignoreOrder: true);
        Shipped.All.ShouldAllBe(s => s.DeMinimis == (s.Regime == AidRegime.DeMinimis));
    }

    [Fact]
    public void Some_were_read_again_lately_and_some_not_for_ninety_days()
    {
        var today = new DateOnly(2026, 11, 25);
        Shipped.All.ShouldAllBe(s => s.VerifiedOn <= today);
        Shipped.All.Count(s => s.VerifiedOn < today.AddDays(-90)).ShouldBeInRange(3, 8);
    }

    [Fact]
    public void Every_kind_of_provider_finds_several_in_every_region()
    {
        foreach (var profile in new[] { "solo", "upTo10", "from11To50", "over50", "cfa" })
        foreach (var region in new[] { null, "11", "28", "32", "44", "76", "84", "93" })
            Shipped
                .For(new SchemeAsker(profile, region, true, new DateOnly(2026, 11, 25), Demonstration: true))
                .Count.ShouldBeGreaterThanOrEqualTo(5, $"{profile} {region}");
    }

    public static TheoryData<string, string, string> Faults =>
        new()
        {
            { "{\"percent\":100,\"when\":\"end\",\"afterMonths\":25}", "\"afterMonths\": 25", "délai" },
            { "{\"percent\":100,\"when\":\"end\",\"afterMonths\":-1}", "\"afterMonths\": -1", "délai" },
            { "{\"percent\":100,\"when\":\"END\",\"afterMonths\":1}", "\"when\": \"END\"", "moment" },
            { "{\"percent\":100,\"when\":\"3\",\"afterMonths\":1}", "\"when\": \"3\"", "moment" },
            { "{\"percent\":100,\"afterMonths\":1}", "{", "moment" },
            { "{\"percent\":99,\"when\":\"end\",\"afterMonths\":1}", "\"payments\": [", "versements" },
            {
                "{\"percent\":50,\"when\":\"end\",\"afterMonths\":1},{\"percent\":50,\"when\":\"start\",\"afterMonths\":1}",
                "\"when\": \"start\"",
                "moment"
            },
            {
                "{\"percent\":100,\"when\":\"start\",\"afterMonths\":1},{\"percent\":0,\"when\":\"end\",\"afterMonths\":1}",
                "\"percent\": 0",
                "versement"
            },
        };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_in_the_payments_is_named_with_its_line(string payments, string onLine, string rule) =>
        ShouldBeNamed(scheme => scheme["payments"] = JsonNode.Parse($"[{payments}]"), onLine, rule);

    [Fact]
    public void Payments_that_go_round_the_integers_do_not_make_a_hundred() =>
        FaultsAfter(scheme =>
            scheme["payments"] = JsonNode.Parse(
                "[{\"percent\":2147483647,\"when\":\"start\",\"afterMonths\":1},"
                    + "{\"percent\":2147483647,\"when\":\"midway\",\"afterMonths\":1},{\"percent\":102,\"when\":\"end\",\"afterMonths\":1}]"
            )
        )
            .Problems.Select(p => p.Rule)
            .ShouldBe(["versement", "versement", "versement", "versements"]);

    [Fact]
    public void No_payment_at_all_is_a_fault() => ShouldBeNamed(scheme => scheme.AsObject().Remove("payments"), "{", "versements");

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    public void A_decision_takes_one_to_eight_months(int months) =>
        ShouldBeNamed(scheme => scheme["decisionMonths"] = months, $"\"decisionMonths\": {months}", "décision");

    [Fact]
    public void The_de_minimis_mark_and_the_rule_agree()
    {
        ShouldBeNamed(scheme => scheme["deMinimis"] = false, "\"deMinimis\": false", "de minimis");
        ShouldBeNamed(scheme => scheme["regime"] = "gber", "\"deMinimis\": true", "de minimis");
        FaultsAfter(scheme => scheme["regime"] = "DeMinimis").Problems.Select(p => p.Rule).ShouldBe(["régime", "de minimis"]);
    }

    [Fact]
    public void A_funder_of_no_known_nature_is_a_fault() =>
        ShouldBeNamed(scheme => scheme["funder"]!["kind"] = "town", "\"kind\": \"town\"", "financeur");

    [Fact]
    public void A_payment_that_is_nothing_says_its_line() =>
        FaultsAfter(scheme => scheme["payments"] = new JsonArray((JsonNode?)null)).Problems.ShouldHaveSingleItem().Rule.ShouldBe("json");

    private static void ShouldBeNamed(Action<JsonNode> harm, string onLine, string rule)
    {
        var (problems, json) = FaultsAfter(harm);
        var problem = problems.ShouldHaveSingleItem();
        problem.Rule.ShouldBe(rule);
        json.Split('\n')[problem.Line - 1].ShouldContain(onLine);
    }

    private static (IReadOnlyList<ReferenceProblem> Problems, string Json) FaultsAfter(Action<JsonNode> harm)
    {
        var name = Directory.EnumerateFiles(Path.Combine(new AppuiSettings().DataFolder, "schemes")).Order(StringComparer.Ordinal).Last();
        var root = JsonNode.Parse(File.ReadAllText(name))!;
        harm(root["schemes"]![0]!);
        var json = root.ToJsonString(new JsonSerializerOptions { WriteIndented = true });
        var fault = Should.Throw<ReferenceException>(() => SchemeCatalogue.Read("essai.json", Encoding.UTF8.GetBytes(json)));
        fault.Problems.ShouldAllBe(p => p.File == "essai.json" && p.Sentence.Length > 0);
        return (fault.Problems, json);
    }
}
