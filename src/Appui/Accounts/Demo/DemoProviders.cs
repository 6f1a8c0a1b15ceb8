using System.Globalization;
using Appui.Accounts.Contract;
using Appui.Accounts.Organisations;
using Appui.Shared;
using Appui.Standards.Identifiers;

namespace Appui.Accounts.Demo;

/// <summary>An invented provider with its people, not yet saved.</summary>
public sealed record DemoProviderDrawn(Organisation Organisation, IReadOnlyList<(Person Person, Membership Membership)> People);

/// <summary>Draws the providers of the region: sixty of all sizes and departments (the manager's own is one), and as many again for each step of scale.</summary>
public sealed class DemoProviders(DemoWords words, DemoOptions options, string passwordHash)
{
    /// <summary>Providers at scale 1.</summary>
    public const int Count = 60;

    // Of sixty. Four firms of the branch in five have at most ten people (EDEC Trans'formation, 2024).
    private static readonly (ProviderProfile Profile, int Count)[] Sizes =
    [
        (ProviderProfile.Solo, 22),
        (ProviderProfile.UpTo10, 23),
        (ProviderProfile.From11To50, 8),
        (ProviderProfile.Over50, 3),
        (ProviderProfile.Cfa, 3),
    ];

    private readonly HashSet<string> codes = new(StringComparer.Ordinal);

    private sealed record Slot(ProviderProfile Profile, string Department, string? Name = null);

    /// <summary>First day of the story: eighteen months ago.</summary>
    public static DateTime Began(DateOnly today) => today.AddMonths(-18).ToDateTime(new TimeOnly(8, 0), DateTimeKind.Utc);

    /// <summary>The number-th SIRET that begins with 000 (never allocated), with the keys of SIREN and SIRET right.</summary>
    public static string SiretOf(int number)
    {
        var spread = (int)((number * 79_193L + 40_507) % 100_000); // a step prime to 100 000 meets each number once
        var siren = Enumerable
            .Range(0, 10)
            .Select(key => string.Create(CultureInfo.InvariantCulture, $"000{spread:00000}{key}"))
            .First(digits => Siren.Read(digits, out _) == SirenProblem.None);
        return Siret.Complete($"{siren}0001").ToString();
    }

    /// <summary>Every drawn provider, the manager's own left out.</summary>
    public IEnumerable<DemoProviderDrawn> All()
    {
        for (var block = 0; block < options.Scale; block++)
        {
            var slots = Slots(block, new DemoDraw(options.Seed, $"slots/{block}"));
            for (var i = 0; i < slots.Count; i++)
                yield return Draw(slots[i], (block * Count) + i);
        }
    }

    private List<Slot> Slots(int block, DemoDraw draw)
    {
        var profiles = draw.Shuffled(Sizes.SelectMany(s => Enumerable.Repeat(s.Profile, s.Count)));
        var departments = draw.Shuffled(words.Departments.SelectMany(d => Enumerable.Repeat(d.Code, d.Weight)));
        List<Slot> slots = [.. profiles.Zip(departments, (profile, department) => new Slot(profile, department))];
        if (block > 0)
        {
            slots.Add(new Slot(ProviderProfile.UpTo10, words.Departments[0].Code)); // the manager's own is in the first block only
            return slots;
        }

        foreach (var given in words.Fixed)
        {
            var at = slots.FindIndex(s => s.Profile == given.Profile && s.Name is null);
            var swap = slots.FindIndex(s => s.Department == given.Department && s.Name is null);
            slots[swap] = slots[swap] with { Department = slots[at].Department };
            slots[at] = slots[at] with { Department = given.Department, Name = given.Name };
        }

        return slots;
    }

    private DemoProviderDrawn Draw(Slot slot, int number)
    {
        var draw = new DemoDraw(options.Seed, $"provider/{number}");
        var who = words.Who(draw);
        var town = draw.One(words.Departments.First(d => d.Code == slot.Department).Towns);
        var (name, code) = Named(slot, town, who, draw);
        // More and more join: half of them on the later of two days.
        var days = options.Today.DayNumber - DateOnly.FromDateTime(Began(options.Today)).DayNumber - 15;
        var since = draw.Working(options.Today.AddDays(-15 - Math.Min(draw.Below(days), draw.Chance(0.5) ? days : draw.Below(days))));
        var (employees, trainers, trainees) = Headcount(slot.Profile, draw);
        var organisation = new Organisation
        {
            Id = draw.Id(since),
            Code = code,
            Name = name,
            Kind = OrganisationKind.TrainingProvider,
            State = OrganisationState.Active,
            Profile = slot.Profile,
            Siret = SiretOf(number + 100),
            ActivityNumber = ActivityNumberOf(slot.Department, number + 40, draw.Chance(0.45)),
            DepartmentCode = slot.Department,
            RegionCode = Places.RegionOf(slot.Department),
            TimeZone = Places.ZoneOf(slot.Department),
            Qualiopi =
                draw.Chance(slot.Profile == ProviderProfile.Solo ? 0.6 : 0.85) || employees > 50 || slot.Profile == ProviderProfile.Cfa,
            Employees = employees,
            Trainers = trainers,
            TraineesPerYear = trainees,
            CreatedAt = since,
            ClaimedAt = since,
        };
        return new DemoProviderDrawn(
            organisation,
            [.. new DemoStaff(words, options, passwordHash).Of(organisation, who, draw.For("people"))]
        );
    }

    private (string Name, string Code) Named(Slot slot, string town, DemoWho who, DemoDraw draw)
    {
        for (var tries = 1; ; tries++)
        {
            var name = slot.Name ?? words.Provider(slot.Profile, town, who, draw.For($"name/{tries}"));
            if (tries > 5)
                name += $" {DemoWords.Of(town)}";
            if (tries > 10)
                name += $" {tries}";
            var code = OrganisationCodes.Of(name);
            if (codes.Add(code))
                return (name, code);
        }
    }

    private static (int Employees, int Trainers, int Trainees) Headcount(ProviderProfile profile, DemoDraw draw)
    {
        // The smaller of two draws: small ones are many.
        int Small(int first, int last) => Math.Min(draw.Between(first, last), draw.Between(first, last));
        var employees = profile switch
        {
            ProviderProfile.Solo => 1,
            ProviderProfile.UpTo10 => Small(2, 10),
            ProviderProfile.From11To50 => Small(11, 50),
            ProviderProfile.Over50 => Small(54, 240),
            _ => Small(18, 120),
        };
        var trainers = Math.Max(1, employees * draw.Between(45, 70) / 100);
        var each = profile switch
        {
            ProviderProfile.Solo => draw.Between(14, 110),
            ProviderProfile.Cfa => draw.Between(11, 19),
            _ => draw.Between(28, 85),
        };
        return (employees, trainers, trainers * each);
    }

    // Those declared before 2016 keep the prefix of the former region.
    private static string ActivityNumberOf(string department, int number, bool isOld)
    {
        var prefix =
            !isOld ? "76"
            : department is "11" or "30" or "34" or "48" or "66" ? "91"
            : "73";
        return string.Create(CultureInfo.InvariantCulture, $"{prefix}{department}{number:00000}{department}");
    }
}
