using System.Globalization;
using System.Text.Json;
using Appui.Accounts.Contract;
using Appui.Shared;

namespace Appui.Accounts.Demo;

/// <summary>A department, how many providers of sixty it has beside the manager's own, and some of its towns.</summary>
public sealed record DemoDepartment(string Code, int Weight, IReadOnlyList<string> Towns);

/// <summary>An invented name, alone and after a noun: "Les Genêts", "des Genêts".</summary>
public sealed record DemoBrand(string Name, string Of);

/// <summary>A provider whose name is given, very long or very short ones among them.</summary>
public sealed record DemoFixed(string Name, ProviderProfile Profile, string Department);

/// <summary>Somebody in an organisation of the demonstration beside its nine people.</summary>
public sealed record DemoColleague(string Organisation, string Name, string? Title, Roles Role);

/// <summary>The words that names of the demonstration are drawn from: <c>data/demo/words.json</c>.</summary>
public sealed record DemoWords(
    IReadOnlyList<string> Women,
    IReadOnlyList<string> Men,
    IReadOnlyList<string> LastNames,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Titles,
    IReadOnlyList<DemoColleague> Colleagues,
    IReadOnlyList<DemoDepartment> Departments,
    IReadOnlyList<DemoBrand> Brands,
    IReadOnlyList<string> Trades,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Patterns,
    IReadOnlyList<DemoFixed> Fixed
)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() },
    };

    /// <summary>Reads them.</summary>
    public static DemoWords Read(AppuiSettings settings) =>
        JsonSerializer.Deserialize<DemoWords>(File.ReadAllBytes(Path.Combine(settings.DataFolder, "demo", "words.json")), Options)!;

    /// <summary>A name for a provider of this profile and town.</summary>
    public string Provider(ProviderProfile profile, string town, DemoWho head, DemoDraw draw)
    {
        var (brand, trade) = (draw.One(Brands), draw.One(Trades));
        return draw.One(Patterns[profile.ToString()])
            .Replace("{first}", head.First, StringComparison.Ordinal)
            .Replace("{last}", head.Last, StringComparison.Ordinal)
            .Replace("{brand}", brand.Name, StringComparison.Ordinal)
            .Replace("{ofBrand}", brand.Of, StringComparison.Ordinal)
            .Replace("{ofTrade}", trade, StringComparison.Ordinal)
            .Replace("{ofTown}", Of(town), StringComparison.Ordinal);
    }

    /// <summary>Somebody's name.</summary>
    public DemoWho Who(DemoDraw draw)
    {
        var isWoman = draw.Chance(0.61); // women among the employees of the branch, EDEC Trans'formation 2024
        return new DemoWho(draw.One(isWoman ? Women : Men), draw.One(LastNames), isWoman);
    }

    /// <summary>What somebody does, in the form of their gender.</summary>
    public string Title(string post, DemoWho who, DemoDraw draw)
    {
        var forms = draw.One(Titles[post]).Split('|');
        return forms[who.IsWoman ? 0 : forms.Length - 1];
    }

    /// <summary>"de Toulouse", "d'Albi".</summary>
    public static string Of(string town) =>
        "AEIOUYÉÈ".Contains(char.ToUpper(town[0], CultureInfo.InvariantCulture), StringComparison.Ordinal) ? $"d’{town}" : $"de {town}";
}

/// <summary>Who somebody is.</summary>
public sealed record DemoWho(string First, string Last, bool IsWoman)
{
    /// <summary>First name and last name.</summary>
    public string Name => $"{First} {Last}";
}
