using Appui.Schemes.Contract;
using Appui.Shared;
using Appui.Shared.Reference;

namespace Appui.Strategy;

/// <summary>A cost line of an action, as a range of whole euros: once, or each year of the plan.</summary>
public sealed record ActionCost(string Code, string Per, string Category, int LowEuros, int HighEuros, Translated Label)
{
    /// <summary>True when it is paid each year.</summary>
    public bool IsYearly => Per == "year";
}

/// <summary>Staff time of an action, in half-days per role.</summary>
public sealed record ActionStaff(int Management, int Trainer, int Support);

/// <summary>The value that an item reaches once the action is done.</summary>
public sealed record ActionReach(string Item, double Value);

/// <summary>Something a provider can do to move forward: what it serves, what it costs, what it takes, what it changes.</summary>
/// <param name="Months">Duration.</param>
public sealed record StrategyAction(
    string Code,
    Translated Title,
    Translated Purpose,
    Translated WhoGains,
    Translated FirstStep,
    IReadOnlyList<ActionCost> Costs,
    ActionStaff StaffHalfDays,
    int Months,
    IReadOnlyList<string> Requires,
    IReadOnlyList<string> Excludes,
    IReadOnlyList<string>? Profiles,
    IReadOnlyList<ActionReach> Reaches
);

/// <summary>The actions of the reference data, read once. A faulty file stops the start with its line and rule.</summary>
public sealed class ActionCatalogue
{
    /// <summary>Reads the newest file of the data folder.</summary>
    public ActionCatalogue(AppuiSettings settings)
    {
        var file = Directory.EnumerateFiles(Path.Combine(settings.DataFolder, "actions"), "*.json").Order(StringComparer.Ordinal).Last();
        (Version, All) = Read(Path.GetFileName(file), File.ReadAllBytes(file));
    }

    /// <summary>Version of the file; a plan keeps the one it was made with.</summary>
    public string Version { get; }

    /// <summary>Every action.</summary>
    public IReadOnlyList<StrategyAction> All { get; }

    /// <summary>An action by its code, or null.</summary>
    public StrategyAction? Find(string code) => All.FirstOrDefault(a => a.Code == code);

    /// <summary>Reads actions, or throws a <see cref="ReferenceException"/> with every fault.</summary>
    public static (string Version, IReadOnlyList<StrategyAction> Actions) Read(string name, ReadOnlyMemory<byte> json)
    {
        var file = ReferenceFile<ActionsFile>.Read(name, json);
        var actions = file.Content.Actions ?? [];
        file.Expect(actions.Count > 0, "actions", "actions", "Aucune action dans le fichier.");
        var codes = actions.Select(a => a.Code).ToHashSet(StringComparer.Ordinal);
        file.Expect(codes.Count == actions.Count, "actions", "code", "Deux actions ont le même code.");
        for (var i = 0; i < actions.Count; i++)
            CheckAction(file, actions[i], $"actions[{i}]", codes);
        for (var i = 0; i < actions.Count; i++)
            file.Expect(
                !Leads(actions, actions[i].Code, actions[i], []),
                $"actions[{i}].requires",
                "cycle",
                $"L’action « {actions[i].Code} » se précède elle-même."
            );
        var content = file.Checked();
        return (content.Version ?? "", content.Actions!);
    }

    private static void CheckAction(ReferenceFile<ActionsFile> file, StrategyAction action, string path, HashSet<string> codes)
    {
        file.ExpectText(action.Title, $"{path}.title");
        file.ExpectText(action.Purpose, $"{path}.purpose");
        file.ExpectText(action.WhoGains, $"{path}.whoGains");
        file.ExpectText(action.FirstStep, $"{path}.firstStep");
        file.Expect(action.Months is >= 1 and <= 36, $"{path}.months", "durée", "La durée va de 1 à 36 mois.");
        var staff = action.StaffHalfDays;
        file.Expect(
            staff is { Management: >= 0, Trainer: >= 0, Support: >= 0 },
            $"{path}.staffHalfDays",
            "jours",
            "Les demi-journées ne peuvent pas être négatives."
        );
        file.Expect(action.Requires?.All(codes.Contains) == true, $"{path}.requires", "préalable", "Un préalable n’existe pas.");
        file.Expect(action.Excludes?.All(codes.Contains) == true, $"{path}.excludes", "exclusion", "Une action exclue n’existe pas.");
        file.Expect(
            action.Reaches?.Count > 0 && action.Reaches.All(r => r.Value is > 0 and <= 1),
            $"{path}.reaches",
            "effet",
            "Une action touche au moins une question, de 0 à 1."
        );
        var lines = action.Costs ?? [];
        file.Expect(
            lines.Select(c => c.Code).Distinct(StringComparer.Ordinal).Count() == lines.Count,
            $"{path}.costs",
            "ligne",
            "Deux coûts de l’action ont le même code : qui paie quoi ne se distinguerait plus."
        );
        for (var i = 0; i < action.Costs?.Count; i++)
        {
            var cost = action.Costs[i];
            file.Expect(
                cost.LowEuros >= 0 && cost.HighEuros >= cost.LowEuros,
                $"{path}.costs[{i}]",
                "coût",
                "Le coût haut est au moins égal au coût bas, et aucun n’est négatif."
            );
            file.Expect(
                SchemeCatalogue.CostCategories.Contains(cost.Category, StringComparer.Ordinal),
                $"{path}.costs[{i}].category",
                "poste",
                $"Le poste « {cost.Category} » n’existe pas."
            );
            file.Expect(
                cost.Per is "once" or "year",
                $"{path}.costs[{i}].per",
                "période",
                "Un coût est payé une fois (once) ou chaque année (year)."
            );
            file.ExpectText(cost.Label, $"{path}.costs[{i}].label");
        }
    }

    private static bool Leads(IReadOnlyList<StrategyAction> all, string target, StrategyAction from, HashSet<string> seen) =>
        (from.Requires ?? []).Any(code =>
            code == target || (seen.Add(code) && all.FirstOrDefault(a => a.Code == code) is { } next && Leads(all, target, next, seen))
        );

    private sealed record ActionsFile(string? Version, IReadOnlyList<StrategyAction>? Actions);
}
