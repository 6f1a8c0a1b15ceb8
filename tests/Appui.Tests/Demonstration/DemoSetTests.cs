using Appui.Accounts;
using Appui.Accounts.Contract;
using Appui.Diagnosis;
using Appui.Shared;
using Appui.Standards.Identifiers;
using Appui.Strategy;
using Appui.Tests.Harness;

namespace Appui.Tests.Demonstration;

/// <summary>The demonstration set: believable, and the same each time.</summary>
public sealed class DemoSetTests(ToldOnSqlite app, ToldOnPostgres other, ToldTwice twice, ToldLarger larger)
    : IClassFixture<ToldOnSqlite>,
        IClassFixture<ToldOnPostgres>,
        IClassFixture<ToldTwice>,
        IClassFixture<ToldLarger>
{
    [Fact]
    public async Task The_same_options_tell_the_same_on_both_engines_and_telling_twice_changes_nothing()
    {
        var lines = await app.Dump();
        lines.Count.ShouldBeGreaterThan(1500);
        Differences(lines, await other.Dump()).ShouldBeEmpty();
        Differences(lines, await twice.Dump()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Sixty_providers_of_every_size_and_department_of_one_region()
    {
        var providers = await Providers(app);
        providers.Count.ShouldBe(60);
        providers.Count(p => p.Profile == ProviderProfile.Cfa).ShouldBe(3);
        providers.Count(p => p.Employees <= 10).ShouldBeInRange(44, 50);
        providers.ShouldAllBe(p => p.RegionCode == "76");
        providers.Select(p => p.DepartmentCode).Distinct().Count().ShouldBe(13);
        providers.ShouldContain(p => p.Name.Length >= 150);
        providers.Select(p => p.Name).Distinct().Count().ShouldBe(60);
        providers.ShouldAllBe(p => p.Trainers >= 1 && p.Trainers <= p.Employees && p.TraineesPerYear > 0);
        var all = await app.All<Organisation>();
        all.Count(o => o.Kind == OrganisationKind.Publisher).ShouldBe(2);
        foreach (var kind in new[] { OrganisationKind.Region, OrganisationKind.SkillsOperator, OrganisationKind.RegionalObservatory })
            all.Count(o => o.Kind == kind).ShouldBe(1);
    }

    [Fact]
    public async Task Numbers_have_a_right_key_and_can_belong_to_nobody()
    {
        foreach (var set in new AppFixture[] { app, larger })
        {
            var organisations = await set.All<Organisation>();
            organisations.Select(o => o.Siret).Distinct().Count().ShouldBe(organisations.Count);
            foreach (var organisation in organisations)
            {
                organisation.Siret!.ShouldStartWith("000");
                Siret.Read(organisation.Siret, out var siret).ShouldBe(SirenProblem.None);
                Siren.Read(siret.Siren.ToString(), out _).ShouldBe(SirenProblem.None);
                if (organisation.Kind != OrganisationKind.TrainingProvider)
                    continue;
                ActivityNumber.Read(organisation.ActivityNumber, out var number).ShouldBe(ActivityNumberProblem.None);
                number.Department.ShouldBe(organisation.DepartmentCode);
            }
        }
    }

    [Fact]
    public async Task Nobody_can_be_written_to_or_called_by_mistake()
    {
        var people = await app.All<Person>();
        var memberships = await app.All<Membership>();
        people.Where(p => p.Email is not null).ShouldAllBe(p => p.Email!.EndsWith(".example", StringComparison.Ordinal));
        people.Where(p => p.Email is not null).ShouldAllBe(p => EmailAddress.Read(p.Email).Refusal == null);
        memberships
            .Where(m => m.ContactPhone is not null)
            .ShouldAllBe(m => m.ContactPhone!.StartsWith("05 00 00 00 ", StringComparison.Ordinal));
        var trainees = memberships.Where(m => m.Roles == Roles.Trainee && m.ContactEmail is null).ToList();
        trainees.Count.ShouldBeGreaterThan(20);
        trainees.Select(m => m.OrganisationId).Distinct().Count().ShouldBeInRange(2, 20);
        people.Where(p => p.Email is null).ShouldAllBe(p => p.PasswordHash == null);
        (await Providers(app)).ShouldAllBe(p => memberships.Any(m => m.OrganisationId == p.Id && m.Roles.HasFlag(Roles.Manager)));
    }

    [Fact]
    public async Task Nothing_is_dated_after_today_nor_before_the_eighteen_months()
    {
        foreach (var (set, options) in new (AppFixture, DemoOptions)[] { (app, Told.Usual), (larger, Told.Later) })
        {
            var today = options.Today.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
            var instants = await set.Instants();
            instants.ShouldNotBeEmpty();
            instants.Where(i => i.At > today || i.At < today.AddMonths(-18)).ShouldBeEmpty();
            (await set.All<Plan>()).ShouldAllBe(p => p.FirstMonth <= options.Today.AddMonths(1));
        }
    }

    [Fact]
    public async Task Another_day_shifts_the_story_and_a_scale_of_two_doubles_the_providers()
    {
        (await Providers(larger)).Count.ShouldBe(120);
        (await Providers(larger)).Select(p => p.Code).Distinct().Count().ShouldBe(120);
        (await Providers(app)).Select(p => p.Name).ShouldBeSubsetOf((await Providers(larger)).Select(p => p.Name));
        DateOnly NewestOf(List<MaturityDiagnosis> all, List<Organisation> organisations) =>
            DateOnly.FromDateTime(
                all.Where(d => d.OrganisationId == organisations.First(o => o.Code == DemoProvider.Main).Id).Max(d => d.StartedAt)
            );
        var first = NewestOf(await app.All<MaturityDiagnosis>(), await app.All<Organisation>());
        var second = NewestOf(await larger.All<MaturityDiagnosis>(), await larger.All<Organisation>());
        (Told.Usual.Today.DayNumber - first.DayNumber).ShouldBeInRange(12, 14);
        (Told.Later.Today.DayNumber - second.DayNumber).ShouldBeInRange(12, 14);
    }

    [Fact]
    public async Task Another_seed_tells_another_region()
    {
        var words = Appui.Accounts.Demo.DemoWords.Read(app.Settings);
        List<string> Names(int seed) =>
            [.. new Appui.Accounts.Demo.DemoProviders(words, Told.Usual with { Seed = seed }, "").All().Select(p => p.Organisation.Name)];
        Names(1).Intersect(Names(2)).Count().ShouldBeLessThan(30);
        Names(1).ShouldBe(Names(1));
        (await Providers(app)).Select(p => p.Name).Intersect(Names(Told.Usual.Seed)).Count().ShouldBe(59);
    }

    private static async Task<List<Organisation>> Providers(AppFixture set) =>
        [.. (await set.All<Organisation>()).Where(o => o.Kind == OrganisationKind.TrainingProvider)];

    private static IEnumerable<string> Differences(List<string> one, List<string> two) =>
        one.Except(two, StringComparer.Ordinal).Select(l => "- " + l).Concat(two.Except(one, StringComparer.Ordinal).Select(l => "+ " + l));
}
