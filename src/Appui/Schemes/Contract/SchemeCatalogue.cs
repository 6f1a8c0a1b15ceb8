using Appui.Shared;
using Appui.Shared.Reference;

namespace Appui.Schemes.Contract;

/// <summary>The schemes of the reference data, read once. A faulty file stops the start with its line and rule.</summary>
public sealed class SchemeCatalogue
{
    /// <summary>Categories of costs, as actions and schemes name them.</summary>
    public static IReadOnlyList<string> CostCategories { get; } =
    ["staff", "services", "licences", "equipment", "training", "accessibility"];

    /// <summary>Natures of funders, as schemes name them.</summary>
    public static IReadOnlyList<string> FunderKinds { get; } =
    ["region", "department", "skillsOperator", "state", "foundation", "fund", "europe"];

    // As the file writes them; an enum would also take a number or another case.
    private static readonly string[] Moments = ["agreement", "start", "midway", "end"];
    private static readonly string[] Regimes = ["none", "deMinimis", "gber"];

    /// <summary>Reads the newest file of the data folder.</summary>
    public SchemeCatalogue(AppuiSettings settings)
    {
        var file = Directory.EnumerateFiles(Path.Combine(settings.DataFolder, "schemes"), "*.json").Order(StringComparer.Ordinal).Last();
        (Version, All) = Read(Path.GetFileName(file), File.ReadAllBytes(file));
    }

    /// <summary>Version of the file.</summary>
    public string Version { get; }

    /// <summary>Every scheme, closed ones included.</summary>
    public IReadOnlyList<FundingScheme> All { get; }

    /// <summary>A scheme by its code, or null.</summary>
    public FundingScheme? Find(string code) => All.FirstOrDefault(s => s.Code == code);

    /// <summary>The schemes somebody can count on.</summary>
    public IReadOnlyList<FundingScheme> For(SchemeAsker asker) => [.. All.Where(s => SchemeRules.BarOf(s, asker) == SchemeBar.None)];

    /// <summary>Reads schemes, or throws a <see cref="ReferenceException"/> with every fault.</summary>
    public static (string Version, IReadOnlyList<FundingScheme> Schemes) Read(string name, ReadOnlyMemory<byte> json)
    {
        var file = ReferenceFile<SchemesFile>.Read(name, json);
        file.Expect(file.Content.Schemes is { Count: > 0 }, "schemes", "dispositifs", "Aucun dispositif dans le fichier.");
        HashSet<string> codes = new(StringComparer.Ordinal);
        for (var i = 0; i < file.Content.Schemes?.Count; i++)
        {
            var (scheme, path) = (file.Content.Schemes[i], $"schemes[{i}]");
            file.Expect(codes.Add(scheme.Code ?? ""), $"{path}.code", "code", $"Le code « {scheme.Code} » manque ou sert deux fois.");
            file.ExpectText(scheme.Title, $"{path}.title");
            file.ExpectText(scheme.Summary, $"{path}.summary");
            file.ExpectText(scheme.Funder?.Name, $"{path}.funder");
            file.Expect(
                FunderKinds.Contains(scheme.Funder?.Kind, StringComparer.Ordinal),
                $"{path}.funder.kind",
                "financeur",
                $"La nature du financeur est : {string.Join(", ", FunderKinds)}."
            );
            file.ExpectText(scheme.Source?.Title, $"{path}.source");
            file.Expect(scheme.RatePercent is > 0 and <= 100, $"{path}.ratePercent", "taux", "Le taux va de 1 à 100 %.");
            file.Expect(scheme.FloorEuros >= 0, $"{path}.floorEuros", "plancher", "Le plancher ne peut pas être négatif.");
            file.Expect(
                scheme.CeilingEuros > 0 && scheme.CeilingEuros >= scheme.FloorEuros,
                $"{path}.ceilingEuros",
                "plafond",
                "Le plafond est positif et au moins égal au plancher."
            );
            file.Expect(scheme.ValidTo >= scheme.ValidFrom, $"{path}.validTo", "dates", "La fin ne peut pas précéder le début.");
            file.Expect(
                scheme.Categories is { Count: > 0 } c && c.All(CostCategories.Contains),
                $"{path}.categories",
                "postes",
                $"Les postes de dépense sont : {string.Join(", ", CostCategories)}."
            );
            file.Expect(
                scheme.Status is "open" or "closed" or "illustrative",
                $"{path}.status",
                "état",
                "L’état est open, closed ou illustrative."
            );
            CheckMoney(file, scheme, path);
        }

        var content = file.Checked();
        return (content.Version ?? "", [.. content.Schemes!.Select(SchemeOf)]);
    }

    // When the money comes, and under which State-aid rule.
    private static void CheckMoney(ReferenceFile<SchemesFile> file, SchemeFile scheme, string path)
    {
        file.Expect(scheme.DecisionMonths is >= 1 and <= 8, $"{path}.decisionMonths", "décision", "La décision vient en 1 à 8 mois.");
        file.Expect(
            Regimes.Contains(scheme.Regime, StringComparer.Ordinal),
            $"{path}.regime",
            "régime",
            $"Le régime est : {string.Join(", ", Regimes)}."
        );
        file.Expect(
            scheme.DeMinimis == (scheme.Regime == "deMinimis"),
            $"{path}.deMinimis",
            "de minimis",
            "« deMinimis » vaut true pour le régime deMinimis, et pour lui seul."
        );
        var payments = scheme.Payments ?? [];
        for (var i = 0; i < payments.Count; i++)
        {
            var (payment, at) = (payments[i], $"{path}.payments[{i}]");
            file.Expect(payment.Percent is > 0 and <= 100, $"{at}.percent", "versement", "Un versement va de 1 à 100 %.");
            file.Expect(
                Array.IndexOf(Moments, payment.When) >= (i == 0 ? 0 : Math.Max(0, Array.IndexOf(Moments, payments[i - 1].When))),
                $"{at}.when",
                "moment",
                $"Les versements se suivent dans cet ordre : {string.Join(", ", Moments)}."
            );
            file.Expect(payment.AfterMonths is >= 0 and <= 24, $"{at}.afterMonths", "délai", "Un versement suit de 0 à 24 mois.");
        }

        // As long integers: absurd parts must not add up to 100 by going round.
        file.Expect(
            payments.Sum(p => (long)p.Percent) == 100,
            $"{path}.payments",
            "versements",
            "Les versements font 100 % de l’aide à eux tous."
        );
    }

    private static FundingScheme SchemeOf(SchemeFile s) =>
        new(
            s.Code!,
            Enum.Parse<SchemeStatus>(s.Status!, ignoreCase: true),
            s.VerifiedOn,
            s.ValidFrom,
            s.ValidTo,
            s.Funder!,
            s.Title!,
            s.Summary!,
            s.Source!,
            s.RatePercent,
            s.FloorEuros,
            s.CeilingEuros,
            s.Categories!,
            s.Who ?? new SchemeWho(null, null, false),
            s.ExclusiveSets ?? [],
            Enum.Parse<AidRegime>(s.Regime!, ignoreCase: true),
            s.DecisionMonths,
            [.. s.Payments!.Select(p => new SchemePayment(p.Percent, Enum.Parse<PaymentMoment>(p.When!, ignoreCase: true), p.AfterMonths))]
        );

    private sealed record SchemesFile(string? Version, IReadOnlyList<SchemeFile>? Schemes);

    private sealed record SchemeFile(
        string? Code,
        string? Status,
        DateOnly VerifiedOn,
        DateOnly ValidFrom,
        DateOnly ValidTo,
        Funder? Funder,
        Translated? Title,
        Translated? Summary,
        SchemeSource? Source,
        int RatePercent,
        int FloorEuros,
        int CeilingEuros,
        IReadOnlyList<string>? Categories,
        SchemeWho? Who,
        IReadOnlyList<string>? ExclusiveSets,
        bool DeMinimis,
        string? Regime,
        int DecisionMonths,
        IReadOnlyList<PaymentFile>? Payments
    );

    // A struct: a null among the payments does not read, and the fault names its line.
    private readonly record struct PaymentFile(int Percent, string? When, int AfterMonths);
}
