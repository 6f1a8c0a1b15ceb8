using System.Net;
using System.Text.RegularExpressions;
using Appui.Accounts.Trainees;
using Appui.Shared;
using Appui.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Appui.Tests.Accounts;

public abstract class TraineeTests(AppFixture app)
{
    public sealed class OnSqlite(SqliteAccounts app) : TraineeTests(app), IClassFixture<SqliteAccounts>;

    public sealed class OnPostgres(PostgresAccounts app) : TraineeTests(app), IClassFixture<PostgresAccounts>;

    [Fact]
    public async Task A_pasted_list_gives_each_a_card_that_opens_that_organisation_alone()
    {
        var (trainer, browser) = await Trainer();
        var cards = await Add(trainer, browser, "Inès\tCaradec\r\n  Paul   Morvan\n\nLéa;Petit");
        cards.Select(c => c.Name).ShouldBe(["Inès Caradec", "Paul Morvan", "Léa Petit"]);
        cards.Select(c => c.Pin).Distinct().Count().ShouldBe(3);

        var phone = app.Browser();
        (await phone.Get(cards[0].Path)).Words.ShouldContain("Cette carte ouvre votre espace");
        (await phone.Get(trainer.Prefix)).Location!.ShouldContain("/connexion", Case.Sensitive, "opening the link signs nobody in");
        (await phone.Post(cards[0].Path)).Location.ShouldBe(trainer.Prefix);
        (await phone.Get(trainer.Prefix)).Words.ShouldContain("Bonjour Inès");
        var other = await app.Member();
        (await phone.Get(other.Prefix)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await phone.Get($"{trainer.Prefix}/organisme/equipe")).Status.ShouldBe(HttpStatusCode.Forbidden);

        var computer = app.Browser();
        (await Pin(computer, $" {trainer.Code.ToUpperInvariant()} ", $"{cards[1].Pin[..3]} {cards[1].Pin[3..]}")).Location.ShouldBe(
            trainer.Prefix
        );
        (await computer.Get(trainer.Prefix)).Words.ShouldContain("Bonjour Paul");
    }

    [Fact]
    public async Task A_trainee_of_two_organisations_is_let_by_a_card_into_one()
    {
        var (trainer, browser) = await Trainer();
        var card = (await Add(trainer, browser, "Inès Caradec"))[0];
        var elsewhere = await app.Member();
        var person = await app.Db(
            trainer.Actor,
            db => db.Memberships.Where(m => m.DisplayName == "Inès Caradec").Select(m => m.PersonId).SingleAsync()
        );
        await app.Db(
            elsewhere.Actor,
            db =>
            {
                db.Add(
                    new Appui.Accounts.Membership
                    {
                        Id = Ids.New(),
                        OrganisationId = elsewhere.OrganisationId,
                        PersonId = person,
                        Roles = Roles.Manager,
                        DisplayName = "Inès",
                        JoinedAt = app.Clock.Now(),
                    }
                );
                return db.SaveChangesAsync();
            }
        );
        var phone = app.Browser();
        await phone.Post(card.Path);
        (await phone.Get(trainer.Prefix)).Status.ShouldBe(HttpStatusCode.OK);
        (await phone.Get(elsewhere.Prefix)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await phone.Get("/organismes")).Text.ShouldNotContain(elsewhere.Prefix);

        await app.Db(
            trainer.Actor,
            db =>
                db.Memberships.Where(m => m.PersonId == person)
                    .ExecuteUpdateAsync(m => m.SetProperty(x => x.Roles, Roles.Trainee | Roles.Manager))
        );
        (await phone.Get($"{trainer.Prefix}/organisme")).Status.ShouldBe(
            HttpStatusCode.Forbidden,
            "a card gives no more than a trainee’s rights"
        );
    }

    [Fact]
    public async Task Code_and_pin_are_kept_as_hashes_only()
    {
        var (trainer, browser) = await Trainer();
        var card = (await Add(trainer, browser, "Inès Caradec"))[0];
        var access = await app.Db(trainer.Actor, db => db.TraineeAccesses.SingleAsync());
        access.PinHash.ShouldBe(Pins.Hash(trainer.OrganisationId, card.Pin));
        access.PinHash.ShouldNotBe(Pins.Hash(Ids.New(), card.Pin));
        access.CardHash.ShouldBe(Ids.HashOf(card.Path["/q/".Length..]));
        (await browser.Get($"{trainer.Prefix}/organisme/stagiaires")).Text.ShouldNotContain(card.Pin);
    }

    [Fact]
    public async Task A_new_card_replaces_the_former_and_ends_its_sessions()
    {
        var (trainer, browser) = await Trainer();
        var first = (await Add(trainer, browser, "Inès Caradec"))[0];
        var page = await PageOf(trainer, "Inès Caradec");
        var phone = app.Browser();
        await phone.Post(first.Path);
        var second = Cards(await browser.Post($"{page}?handler=Reissue")).Single();
        (await phone.Get(trainer.Prefix)).Status.ShouldBe(HttpStatusCode.Redirect);
        (await phone.Post(first.Path)).Status.ShouldBe(HttpStatusCode.Conflict);
        (await Pin(phone, trainer.Code, first.Pin)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Pin(phone, trainer.Code, second.Pin)).Status.ShouldBe(HttpStatusCode.Redirect);

        (await browser.Post($"{page}?handler=Revoke")).Words.ShouldContain("n’ouvrent plus rien");
        (await phone.Get(trainer.Prefix)).Status.ShouldBe(HttpStatusCode.Redirect);
        (await phone.Get(second.Path)).Words.ShouldContain("Cette carte n’ouvre plus rien");
        (await browser.Post($"{page}?handler=Revoke")).Status.ShouldBe(HttpStatusCode.Conflict);
        (await browser.Get($"{trainer.Prefix}/organisme/stagiaires?acces=sans")).Words.ShouldContain("Inès Caradec");
    }

    [Fact]
    public async Task Who_left_enters_no_more_and_may_be_followed_by_somebody_of_the_same_name()
    {
        var (trainer, browser) = await Trainer();
        var card = (await Add(trainer, browser, "Inès Caradec"))[0];
        var again = new Form { ["Names"] = "inès caradec" };
        (await browser.Post($"{trainer.Prefix}/organisme/stagiaires", again)).Status.ShouldBe(HttpStatusCode.Conflict);
        (await browser.Post($"{await PageOf(trainer, "Inès Caradec")}?handler=End")).Location!.ShouldEndWith("fait=sortie");
        (await app.Browser().Post(card.Path)).Status.ShouldBe(HttpStatusCode.Conflict);
        (await Add(trainer, browser, "Inès Caradec")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_trainer_gives_no_card_to_a_colleague_nor_to_a_trainee_of_others()
    {
        var (trainer, browser) = await Trainer();
        var (other, otherBrowser) = await Trainer();
        await Add(other, otherBrowser, "Léa Petit");
        var colleague = await app.Db(
            trainer.Actor,
            db => db.Memberships.Where(m => m.Roles == Roles.Manager).Select(m => m.Id).SingleAsync()
        );
        (await browser.Post($"{trainer.Prefix}/organisme/stagiaires/{colleague}?handler=Reissue")).Status.ShouldBe(HttpStatusCode.NotFound);
        var foreign = (await PageOf(other, "Léa Petit")).Replace(other.Prefix, trainer.Prefix, StringComparison.Ordinal);
        foreach (var handler in new[] { "Reissue", "Revoke", "End", "" })
            (await browser.Post($"{foreign}?handler={handler}", new Form { ["Name"] = "Autre" })).Status.ShouldBe(HttpStatusCode.NotFound);
        var trainee = await app.Member(Roles.Trainee, trainer);
        (await new Browser(await app.Client(trainee.PersonId)).Get($"{trainer.Prefix}/organisme/stagiaires")).Status.ShouldBe(
            HttpStatusCode.Forbidden
        );
    }

    [Fact]
    public async Task Guessing_pins_is_locked_known_organisation_or_not_and_cards_go_on_working()
    {
        var (trainer, browser) = await Trainer();
        var card = (await Add(trainer, browser, "Inès Caradec"))[0];
        var wrong = card.Pin == "135790" ? "135791" : "135790";
        foreach (var code in new[] { trainer.Code, "nulle-part" })
        {
            var guesses = new List<Answer>();
            for (var i = 0; i < 41; i++)
            {
                // From several machines: the machine’s own limit is another matter.
                if (i % 20 == 0)
                    await app.Db(
                        null,
                        db => db.Attempts.Where(a => a.Key == Appui.Accounts.AttemptLimit.Machine("127.0.0.1").Key).ExecuteDeleteAsync()
                    );
                guesses.Add(await Pin(app.Browser(), code, wrong));
            }

            guesses.Take(40).ShouldAllBe(g => g.Status == HttpStatusCode.UnprocessableEntity && g.Words.Contains("ne vont pas ensemble"));
            guesses[40].Status.ShouldBe(HttpStatusCode.TooManyRequests);
        }

        (await Pin(app.Browser(), trainer.Code, card.Pin)).Status.ShouldBe(HttpStatusCode.TooManyRequests);
        (await app.Browser().Post(card.Path)).Status.ShouldBe(HttpStatusCode.Redirect);
        await app.Db(null, db => db.Attempts.ExecuteDeleteAsync());
    }

    [Fact]
    public async Task A_whole_class_arrives_at_once()
    {
        var (trainer, browser) = await Trainer();
        var cards = await Add(trainer, browser, string.Join('\n', Enumerable.Range(1, 24).Select(n => $"Élève Numéro{n}")));
        var answers = await Task.WhenAll(cards.Select(c => Pin(app.Browser(), trainer.Code, c.Pin)));
        answers.ShouldAllBe(a => a.Location == trainer.Prefix);
    }

    private async Task<(Member Trainer, Browser Browser)> Trainer()
    {
        var trainer = await app.Member(Roles.Trainer, await app.Member());
        return (trainer, new Browser(await app.Client(trainer.PersonId)));
    }

    private static async Task<IReadOnlyList<CardOnPaper>> Add(Member trainer, Browser browser, string names) =>
        Cards(await browser.Post($"{trainer.Prefix}/organisme/stagiaires", new Form { ["Names"] = names }));

    private static List<CardOnPaper> Cards(Answer page) =>
        [
            .. Regex
                .Matches(
                    page.Text,
                    "card flow\">\\s*<h2>([^<]+)</h2>.*?href=\"https?://[^/]+(/q/[a-z0-9]+)\".*?class=\"figure\">(\\d{3}).(\\d{3})<",
                    RegexOptions.Singleline,
                    TimeSpan.FromSeconds(2)
                )
                .Select(m => new CardOnPaper(
                    WebUtility.HtmlDecode(m.Groups[1].Value),
                    m.Groups[2].Value,
                    m.Groups[3].Value + m.Groups[4].Value
                )),
        ];

    private static Task<Answer> Pin(Browser browser, string code, string pin) =>
        browser.Post("/stagiaire", new Form { ["Code"] = code, ["Pin"] = pin });

    private async Task<string> PageOf(Member trainer, string name)
    {
        var id = await app.Db(
            trainer.Actor,
            db => db.Memberships.Where(m => m.DisplayName == name && m.EndedAt == null).Select(m => m.Id).SingleAsync()
        );
        return $"{trainer.Prefix}/organisme/stagiaires/{id}";
    }

    private sealed record CardOnPaper(string Name, string Path, string Pin);
}

public sealed class TraineeRulesTests
{
    [Theory]
    [InlineData("", "Trainees_Missing")]
    [InlineData(" \r\n \t", "Trainees_Missing")]
    [InlineData("Inès Caradec\ninès  caradec", "Trainee_Twice")]
    public void A_list_without_anybody_or_with_the_same_name_twice_is_refused(string typed, string code) =>
        TraineeRules.ReadNames(typed).Refusal!.Code.ShouldBe(code);

    [Fact]
    public void A_list_that_is_too_long_is_refused_whole()
    {
        var names = string.Join('\n', Enumerable.Range(0, 101).Select(n => $"N {n}"));
        TraineeRules.ReadNames(names).Refusal!.Code.ShouldBe("Trainees_TooMany");
        TraineeRules.ReadNames(new string('a', 201)).Refusal!.Code.ShouldBe("Trainee_Name_TooLong");
    }

    [Theory]
    [InlineData("123456")]
    [InlineData("987654")]
    [InlineData("000000")]
    [InlineData("121212")]
    [InlineData("246246")]
    public void An_easy_pin_is_never_drawn(string pin) => TraineeRules.IsEasy(pin).ShouldBeTrue();

    [Theory]
    [InlineData("246 810", "246810")]
    [InlineData("246-810 ", "246810")]
    [InlineData("24681", null)]
    [InlineData("24681a", null)]
    [InlineData("２４６８１０", null)]
    public void A_pin_is_read_with_or_without_spaces(string typed, string? pin) => TraineeRules.ReadPin(typed).ShouldBe(pin);
}
