using System.Text;
using Appui.Accounts;
using Appui.Accounts.Clients;
using Appui.Accounts.Contract;
using Appui.Accounts.Organisations;
using Appui.Accounts.Team;
using Appui.Accounts.Trainees;
using Appui.Diagnosis;
using Appui.Diagnosis.Evidence;
using Appui.Diagnosis.Voices;
using Appui.Shared;
using Appui.Shared.Storage;
using Appui.Strategy;
using Appui.Tests.Harness;
using Appui.Tests.Shared.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Appui.Tests.House.Routes;

/// <summary>Two organisations and two visitors' spaces with one of everything, and everybody who could come to a door.</summary>
public sealed record RouteScene(
    Place Own,
    Place Other,
    Place OwnSpace,
    Place OtherSpace,
    IReadOnlyList<Caller> Members,
    Caller Client,
    Caller ClientWithoutScope,
    Place Operator,
    Place OtherOperator,
    IReadOnlyList<Caller> Advisers
)
{
    /// <summary>Somebody without a session.</summary>
    public Caller Stranger { get; } = new("a stranger", Roles.None);

    /// <summary>The manager of the own organisation.</summary>
    public Caller Manager => Members.Single(m => m.Roles == Roles.Manager);

    /// <summary>Every kind of person.</summary>
    public IEnumerable<Caller> Everybody => Members.Prepend(Stranger);

    /// <summary>A visitor's space that is not there.</summary>
    public Place NoSpace => OwnSpace with { Prefix = $"/essai/{new string('x', 32)}" };

    /// <summary>Which place was entered, and whose things were named there.</summary>
    public string Say(Place place, Place named) =>
        place == Other || place == OtherOperator ? "somebody else’s place"
        : place == NoSpace ? "a space that is not there"
        : place == named ? "the own place"
        : "the own place with somebody else’s id";

    /// <summary>Puts the scene up.</summary>
    public static async Task<RouteScene> Set(AppFixture app)
    {
        var (manager, stranger) = (await app.Member(), await app.Member());
        List<Caller> members = [];
        foreach (var role in Enum.GetValues<Roles>().Where(r => r is not (Roles.None or Roles.Visitor)))
        {
            var person = role == Roles.Manager ? manager : await app.Member(role, manager);
            members.Add(new Caller($"{role}", role, person.PersonId, Cookie: await app.SessionCookie(person.PersonId)));
        }

        var adviser = await app.Member(Roles.Adviser, kind: OrganisationKind.SkillsOperator);
        List<Caller> advisers = [];
        foreach (var role in Enum.GetValues<Roles>().Where(r => r is not (Roles.None or Roles.Visitor)))
        {
            var person = role == Roles.Adviser ? adviser : await app.Member(role, adviser);
            advisers.Add(new Caller($"{role} of an operator", role, person.PersonId, Cookie: await app.SessionCookie(person.PersonId)));
        }

        var operators = await OperatorScene.Furnish(app, adviser);
        var otherOperators = await OperatorScene.Furnish(app, await app.Member(Roles.Adviser, kind: OrganisationKind.SkillsOperator));
        var own = await Furnish(app, manager.Prefix, manager.Actor, manager);
        var other = await Furnish(app, stranger.Prefix, stranger.Actor, stranger);
        var (link, otherLink) = (await app.VisitorSpace(), await app.VisitorSpace());
        var none = await KeyOf(app, manager.Actor, "");
        var scene = new RouteScene(
            own,
            other,
            await Furnish(app, $"/essai/{link.Link}", Visitor(link), null),
            await Furnish(app, $"/essai/{otherLink.Link}", Visitor(otherLink), null),
            members,
            new Caller("an API client", Roles.None, ClientKey: own.ClientKey),
            new Caller("an API client without the scope", Roles.None, ClientKey: none.Key),
            operators,
            otherOperators,
            advisers
        );
        await Rest(app);
        return scene;
    }

    private static Actor Visitor(ProvisionalSpace space) => new(null, null, space.OrganisationId, Roles.Visitor);

    private static async Task<Place> Furnish(AppFixture app, string prefix, Actor actor, Member? manager)
    {
        var stop = CancellationToken.None;
        var team = manager is null ? new TeamPapers(Ids.New(), Ids.New(), Ids.New(), Ids.New()) : await TeamOf(app, manager);
        var client = manager is null ? (Guid.Empty, "") : await KeyOf(app, actor, null);
        var session = manager is null
            ? Guid.Empty
            : await app.Db(
                null,
                async db =>
                {
                    var fresh = Session.Open(
                        manager.PersonId,
                        SignInMethod.Password,
                        new Origin("another browser", "127.0.0.1"),
                        app.Clock.Now()
                    );
                    db.Add(fresh);
                    await db.SaveChangesAsync(stop);
                    return fresh.Id;
                }
            );
        return await app.Act(
            actor,
            async services =>
            {
                await services.GetRequiredService<StartDiagnosis>().Run(actor, stop);
                var open = (await services.GetRequiredService<FindDiagnosis>().Run(null, stop))!;
                var item = open.Asked[0];
                (
                    await services
                        .GetRequiredService<SaveAnswer>()
                        .Run(new GivenAnswer(item.Code, item.Options[1].Code, null, 0), actor, stop)
                ).Refusal.ShouldBeNull();
                var limits = new PlanLimits(
                    1000,
                    4,
                    4,
                    4,
                    6,
                    open.Instrument.Dimensions.ToDictionary(d => d.Code, _ => 3, StringComparer.Ordinal),
                    0,
                    false
                );
                var (plan, refusals) = await services.GetRequiredService<MakePlan>().Run(limits, actor, stop);
                refusals.ShouldBeEmpty();
                var work = await services
                    .GetRequiredService<AppuiDb>()
                    .Work.Where(w => w.OrganisationId == actor.OrganisationId)
                    .Select(w => w.Id)
                    .FirstAsync(stop);
                return new Place(
                    prefix,
                    actor.OrganisationId,
                    manager,
                    open.Diagnosis.Id,
                    plan!.Id,
                    work,
                    client.Item1,
                    client.Item2,
                    session,
                    team,
                    manager is null ? Guid.Empty : await LogoOf(services, actor),
                    manager is null ? new DiagnosisPapers(Ids.New(), Ids.New(), Ids.New(), Ids.New()) : await PapersOf(app, services, actor)
                );
            }
        );
    }

    private static async Task<DiagnosisPapers> PapersOf(AppFixture app, IServiceProvider services, Actor actor)
    {
        var stop = CancellationToken.None;
        var order = new VoiceOrder(Voice.Trainer, VoiceDoor.Codes, app.Clock.Today().AddDays(7), 3, [], null);
        var voice = (await services.GetRequiredService<OpenVoice>().Run(order, actor, Clock.Paris, stop)).Value.Round.Id;
        using var image = new MemoryStream(SomeFile.Image(SkiaSharp.SKEncodedImageFormat.Png));
        var given = new GivenEvidence("D1.direction", "Compte rendu", app.Clock.Today(), null, "preuve.png", image);
        var evidence = (await services.GetRequiredService<AddEvidence>().Run(given, actor, stop)).Value;
        (await services.GetRequiredService<ShareEvidence>().Run("Une experte", actor, stop)).Refusal.ShouldBeNull();
        var share = await services.GetRequiredService<AppuiDb>().EvidenceShares.Select(s => s.Id).SingleAsync(stop);
        return new DiagnosisPapers(voice, evidence.Id, evidence.FileId!.Value, share);
    }

    private static async Task<Guid> LogoOf(IServiceProvider services, Actor actor)
    {
        using var image = new MemoryStream(SomeFile.Image(SkiaSharp.SKEncodedImageFormat.Png));
        return (await services.GetRequiredService<ChangeLogo>().Run("logo.png", image, actor, CancellationToken.None)).Value.LogoId!.Value;
    }

    private static async Task<TeamPapers> TeamOf(AppFixture app, Member manager)
    {
        var stop = CancellationToken.None;
        var (colleague, trainee) = (await app.Member(Roles.Trainer, manager), await app.Member(Roles.Trainee, manager));
        var away = await app.Member(Roles.Manager, manager);
        return await app.Act(
            manager.Actor,
            async services =>
            {
                var db = services.GetRequiredService<AppuiDb>();
                var ids = await db.Memberships.ToDictionaryAsync(m => m.PersonId, m => m.Id, stop);
                (await services.GetRequiredService<ReissueAccess>().Run(ids[trainee.PersonId], manager.Actor, stop)).Refusal.ShouldBeNull();
                var form = new MemberForm
                {
                    Name = "Paul Morvan",
                    Email = $"{Ids.New():N}@exemple.test",
                    Roles = ["Trainer"],
                };
                var invitation = await services.GetRequiredService<InviteMember>().Run(form, manager.Actor, [], stop);
                var deputy = await services
                    .GetRequiredService<NameDeputy>()
                    .Run(ids[colleague.PersonId], "1/1/2027", "31/1/2027", away.Actor, stop);
                return new TeamPapers(ids[colleague.PersonId], ids[trainee.PersonId], invitation.Value.Id, deputy.Value.Id);
            }
        );
    }

    // Every scope when none is named.
    private static Task<(Guid Id, string Key)> KeyOf(AppFixture app, Actor actor, string? scopes) =>
        app.Db(
            actor,
            async db =>
            {
                var secret = ApiClient.NewSecret();
                var all = string.Join(' ', app.Services.GetServices<ApiScope>().Select(s => s.Name));
                var client = new ApiClient
                {
                    Id = Ids.New(),
                    OrganisationId = actor.OrganisationId,
                    Name = "Essai",
                    SecretHash = Ids.HashOf(secret),
                    Scopes = scopes ?? all,
                    CreatedBy = actor.PersonId!.Value,
                    CreatedAt = app.Clock.Now(),
                };
                db.Add(client);
                await db.SaveChangesAsync();
                return (client.Id, Convert.ToBase64String(Encoding.ASCII.GetBytes($"{client.Id:N}:{secret}")));
            }
        );

    // Until nothing is left to do in the background.
    private static async Task Rest(AppFixture app)
    {
        for (var i = 0; i < 600 && await app.Db(null, db => db.Work.AnyAsync(w => w.EndedAt == null && w.DueAt <= app.Clock.Now())); i++)
            await Task.Delay(50);
    }
}
