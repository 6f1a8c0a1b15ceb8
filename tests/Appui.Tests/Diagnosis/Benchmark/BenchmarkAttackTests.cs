using Appui.Diagnosis.Benchmark;

namespace Appui.Tests.Diagnosis.Benchmark;

/// <summary>Nobody is told apart by what is shown of the scores of others, over groups and over months, in worlds drawn at random.</summary>
public sealed class BenchmarkAttackTests(ITestOutputHelper output)
{
    [Fact]
    public void In_four_hundred_worlds_no_figures_subtracted_from_each_other_leave_fewer_than_ten_providers() => Attack(1, 400, 14);

    [Fact]
    [Trait("long", "yes")]
    public void In_twenty_thousand_worlds_over_two_years_none_do() => Attack(10_001, 20_000, 24);

    [Theory]
    [InlineData(BenchmarkGuards.None)]
    [InlineData(BenchmarkGuards.Groups | BenchmarkGuards.Unions)]
    [InlineData(BenchmarkGuards.Time | BenchmarkGuards.Groups)]
    public void Without_one_of_the_rules_the_same_attack_succeeds(BenchmarkGuards guards)
    {
        var found = Enumerable.Range(1, 120).Count(seed => DifferencingAttack.On(new PeerWorld(seed, 14, guards), 3) is not null);
        output.WriteLine($"{guards}: {found} of 120 worlds leak");
        found.ShouldBeGreaterThan(2);
    }

    [Fact]
    public void A_size_and_a_region_that_share_nearly_everybody_are_not_both_shown()
    {
        // Twenty of size 0 in region 1, four of size 0 elsewhere, four of another size in region 1, and others elsewhere.
        PeerCell[] places =
        [
            .. Enumerable.Repeat(new PeerCell(0, 1), 20),
            .. Enumerable.Repeat(new PeerCell(0, 2), 4),
            .. Enumerable.Repeat(new PeerCell(1, 1), 4),
            .. Enumerable.Repeat(new PeerCell(1, 2), 30),
            .. Enumerable.Range(2, 3).SelectMany(size => Enumerable.Repeat(new PeerCell(size, 2), 8)),
        ];
        var crowd = new PeerCrowd([.. places.Select((_, i) => (ulong)i)], places, [.. places.Select(_ => 1u)]);
        PeerCell[] both = [new(0, PeerCell.Any), new(PeerCell.Any, 1)];
        both.Count(BenchmarkRules.Choose(crowd, []).Shown.Contains).ShouldBe(1);
        both.Count(BenchmarkRules.Choose(crowd, [], BenchmarkGuards.All & ~BenchmarkGuards.Groups).Shown.Contains).ShouldBe(2);
    }

    [Fact]
    public void Figures_are_shown_and_renewed_all_the_same()
    {
        var worlds = Enumerable.Range(1, 100).Select(seed => new PeerWorld(seed, 14, BenchmarkGuards.All)).ToList();
        var pages = worlds.Select(w => w.Pages[^1].Count).Order().ToList();
        var renewed = worlds.Count(w => w.Figures.Count > w.Pages[^1].Count);
        output.WriteLine(
            $"groups on the last page: median {pages[50]}, {worlds.Sum(w => w.Figures.Count)} figures, renewed in {renewed} worlds"
        );
        pages[50].ShouldBeGreaterThan(3);
        renewed.ShouldBeGreaterThan(50);
    }

    private static void Attack(int first, int count, int months)
    {
        foreach (var seed in Enumerable.Range(first, count))
            DifferencingAttack.On(new PeerWorld(seed, months, BenchmarkGuards.All), 5).ShouldBeNull($"world {seed}");
    }
}
