using System.Globalization;
using System.Xml.Linq;
using Appui.Shared.Ui.Charts;
using CsCheck;

namespace Appui.Tests.Shared.Ui;

public sealed class ChartTests
{
    private static readonly string[] Eight =
    [
        "Cap",
        "Offre",
        "Lien",
        "Équipe",
        "Ressources et communs",
        "Socle",
        "Preuve et qualité",
        "Accès",
    ];

    private static XElement Parse(string markup) =>
        XElement.Parse($"<div>{markup.Replace("<br>", "<br/>", StringComparison.Ordinal)}</div>");

    private static IReadOnlyList<RadarAxis> Axes(params double?[] values) => [.. values.Select((v, i) => new RadarAxis(Eight[i], v))];

    private static double[] Points(XElement svg, string kind) =>
        [
            .. svg.Descendants("polygon")
                .Single(p => p.Attribute("class")?.Value == kind)
                .Attribute("points")!
                .Value.Split(' ', ',')
                .Select(p => double.Parse(p, CultureInfo.InvariantCulture)),
        ];

    [Fact]
    public void A_radar_has_a_point_in_each_direction_and_five_rings()
    {
        var svg = Parse(RadarChart.Svg(Axes(100, 50, 50, 50, 50, 50, 50, 50), "Huit dimensions").Value!);

        svg.Descendants("polygon").Count(p => p.Attribute("class")?.Value == "grid").ShouldBe(5);
        svg.Descendants("circle").Count().ShouldBe(8);
        Points(svg, "you").Length.ShouldBe(16);
        svg.Element("svg")!.Attribute("role")!.Value.ShouldBe("img");
        svg.Element("svg")!.Attribute("aria-label")!.Value.ShouldBe("Huit dimensions");
    }

    [Fact]
    public void Hundred_lies_on_the_outer_ring_and_zero_in_the_middle()
    {
        var svg = Parse(RadarChart.Svg(Axes(100, 0, 0), "x").Value!);
        var points = Points(svg, "you");

        points[0].ShouldBe(0);
        (points[3] - points[1]).ShouldBe(116, 0.01);
        points[3].ShouldBe(points[5]);
    }

    [Fact]
    public void A_direction_without_enough_answers_has_no_point_and_breaks_the_line()
    {
        var svg = Parse(RadarChart.Svg(Axes(40, null, 60, 80), "x").Value!);

        svg.Descendants("circle").Count().ShouldBe(3);
        svg.Descendants("polygon").Any(p => p.Attribute("class")?.Value == "you").ShouldBeFalse();
        svg.Descendants("path").Single(p => p.Attribute("class")?.Value == "you").Attribute("d")!.Value.Count(c => c == 'M').ShouldBe(2);
    }

    [Fact]
    public void Bands_are_drawn_when_every_direction_has_both_ends()
    {
        RadarAxis[] known = [new("A", 50, 40, 60, 30, 45, 60), new("B", 50, 40, 60, 30, 45, 60), new("C", 50, 40, 60, 30, 45, 60)];
        RadarAxis[] partly = [.. known[..2], new("C", 50)];

        var full = RadarChart.Svg(known, "x").Value!;
        full.ShouldContain("class=\"band\"");
        full.ShouldContain("class=\"band-you\"");
        full.ShouldContain("class=\"med\"");
        var holes = RadarChart.Svg(partly, "x").Value!;
        holes.ShouldNotContain("class=\"band\"");
        holes.ShouldNotContain("class=\"band-you\"");
    }

    [Fact]
    public void The_drawing_for_phones_is_328_units_wide_so_that_words_stay_twelve_pixels_high() =>
        RadarChart.Svg(Axes(1, 2, 3, 4, 5, 6, 7, 8), "x", ChartSize.Narrow).Value!.ShouldContain("viewBox=\"-164 0 328 ");

    [Fact]
    public void A_radar_of_two_directions_is_a_bug() => Should.Throw<ArgumentException>(() => RadarChart.Svg(Axes(1, 2), "x"));

    [Fact]
    public void Any_radar_is_well_formed_and_inside_its_frame() =>
        Gen.Double[0, 100]
            .Array[3, 12]
            .Sample(values =>
            {
                RadarAxis[] axes = [.. values.Select(v => new RadarAxis("<&\"é", v, v / 2, (v + 100) / 2))];
                foreach (var size in (ChartSize[])[ChartSize.Wide, ChartSize.Narrow])
                {
                    var svg = Parse(RadarChart.Svg(axes, "<&\">", size).Value!).Element("svg")!;
                    var box = svg.Attribute("viewBox")!
                        .Value.Split(' ')
                        .Select(n => double.Parse(n, CultureInfo.InvariantCulture))
                        .ToArray();
                    foreach (var circle in svg.Elements("circle"))
                    {
                        double.Parse(circle.Attribute("cx")!.Value, CultureInfo.InvariantCulture).ShouldBeInRange(box[0], box[0] + box[2]);
                        double.Parse(circle.Attribute("cy")!.Value, CultureInfo.InvariantCulture).ShouldBeInRange(0, box[3]);
                    }
                }
            });

    [Fact]
    public void An_axis_bar_places_value_band_and_the_year_before()
    {
        var svg = Parse(AxisBar.Svg(new AxisPoint(57, 34, 57, 45, 42, "2025"), "Capacité").Value!);

        svg.Descendants("circle").Select(c => c.Attribute("cx")!.Value).ShouldBe(["42%", "57%"]);
        var band = svg.Descendants("rect").Single(r => r.Attribute("class")!.Value == "band");
        (band.Attribute("x")!.Value, band.Attribute("width")!.Value).ShouldBe(("34%", "23%"));
        svg.Descendants("text").ShouldContain(t => t.Value == "2025");
    }

    [Fact]
    public void Parts_of_a_bar_follow_each_other_and_fill_it()
    {
        SplitPart[] parts = [new("Opco", 25, "25 €", Hue.Blue), new("Rien", 0, "0 €", Hue.Grey), new("Vous", 75, "75 €", Hue.Ochre)];
        var svg = Parse(SplitBar.Svg(parts).Value!);

        svg.Descendants("rect")
            .Select(r => (r.Attribute("x")!.Value, r.Attribute("width")!.Value))
            .ShouldBe([("0%", "25%"), ("25%", "75%")]);
        svg.Element("svg")!.Attribute("aria-label")!.Value.ShouldBe("Opco 25 €, Rien 0 €, Vous 75 €");
        Parse(SplitBar.Key(parts).Value!).Descendants("li").Count().ShouldBe(3);
    }

    [Fact]
    public void A_bar_of_nothing_is_empty() =>
        Parse(SplitBar.Svg([new("Vous", 0, "0 €", Hue.Ochre)]).Value!).Descendants("rect").ShouldBeEmpty();

    [Fact]
    public void An_action_starts_at_its_month_and_lasts_its_months()
    {
        var gantt = Gantt.Html(new DateOnly(2026, 11, 24), 12, [new("Former", "Opco", 3, 6, Hue.Blue)], new DateOnly(2026, 11, 24)).Value!;
        var bar = Parse(gantt).Descendants("rect").Single();

        (bar.Attribute("x")!.Value, bar.Attribute("width")!.Value).ShouldBe(("25%", "50%"));
        gantt.ShouldContain("class=\"here\"");
        gantt.ShouldContain("6.39%"); // 23 days of 30 in the first month of twelve
    }

    [Fact]
    public void Today_is_left_out_when_it_is_not_on_the_timeline() =>
        Gantt.Html(new DateOnly(2026, 11, 1), 12, [], new DateOnly(2028, 1, 1)).Value!.ShouldNotContain("class=\"here\"");

    [Fact]
    public void An_action_that_runs_past_the_end_is_cut_there()
    {
        var bar = Parse(Gantt.Html(new DateOnly(2026, 1, 1), 10, [new("Long", null, 8, 12, Hue.Teal)]).Value!).Descendants("rect").Single();
        (bar.Attribute("x")!.Value, bar.Attribute("width")!.Value).ShouldBe(("80%", "20%"));
    }

    [Theory]
    [InlineData(22, 4, 24)]
    [InlineData(12_000, 4, 12_000)]
    [InlineData(7, 4, 8)]
    [InlineData(1, 4, 1.2)]
    public void Scales_end_on_round_figures(double maximum, int steps, double last) =>
        LineChart.Ticks(maximum, steps)[^1].ShouldBe(last, 1e-9);

    [Fact]
    public void A_scale_starts_at_zero_and_covers_its_maximum() =>
        Gen.Double[0.001, 1e9]
            .Sample(maximum =>
            {
                var ticks = LineChart.Ticks(maximum, 4);
                ticks[0].ShouldBe(0);
                ticks[^1].ShouldBeGreaterThanOrEqualTo(maximum * (1 - 1e-6));
                ticks.Count.ShouldBeInRange(2, 5);
            });

    [Fact]
    public void A_curve_shows_its_band_and_its_named_points()
    {
        var curve = new Curve(
            [new(0, 0, 0, 0), new(10, 5, 4, 6)],
            [new(10, 5, ["Votre <plan>"], IsHere: true)],
            "€",
            "points",
            x => x.ToString(CultureInfo.InvariantCulture),
            y => y.ToString(CultureInfo.InvariantCulture)
        );
        var svg = Parse(LineChart.Svg(curve, "x").Value!);

        svg.Descendants("path").Count(p => p.Attribute("class")!.Value is "band" or "you").ShouldBe(2);
        svg.Descendants("text").ShouldContain(t => t.Value == "Votre <plan>");
        svg.Descendants("circle").Single().Attribute("class")!.Value.ShouldBe("fa");
    }

    [Fact]
    public void No_chart_has_a_style_or_an_id_twice()
    {
        var all = string.Concat(
            RadarChart.Both(Axes(1, 2, 3), "x").Value,
            Gantt.Html(new DateOnly(2026, 1, 1), 24, [new("A", null, 0, 1, Hue.Teal)]).Value,
            AxisBar.Svg(new AxisPoint(1), "x").Value
        );
        all.ShouldNotContain("style=");
        all.ShouldNotContain(" id=");
    }
}
