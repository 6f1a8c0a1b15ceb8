using System.Net;
using System.Text.RegularExpressions;
using Appui.Accounts.Contract;
using Appui.Shared;
using Appui.Shared.Mail;
using Appui.Shared.Work;
using Appui.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Appui.Tests.Accounts;

/// <summary>The application on the embedded engine, without the general limit of anonymous writes: Accounts has limits of its own.</summary>
public sealed class SqliteAccounts() : SqliteApp(s => s.AnonymousPostsPerMinute = 0);

/// <inheritdoc cref="SqliteAccounts" />
public sealed class PostgresAccounts() : PostgresApp(s => s.AnonymousPostsPerMinute = 0);

/// <summary>The application as a demonstration.</summary>
public sealed class DemoAccounts()
    : SqliteApp(s =>
    {
        s.AnonymousPostsPerMinute = 0;
        s.Demo = true;
    });

/// <summary>What tests of Accounts do again and again, by the pages a person would use.</summary>
public static class AccountsHarness
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static int counter;

    /// <summary>A browser of its own, with its cookies.</summary>
    public static Browser Browser(this AppFixture app) => new(app.Client());

    /// <summary>The secret link of a new visitor's space.</summary>
    public static async Task<string> Space(this AppFixture app) => (await app.VisitorSpace()).Link;

    /// <summary>Somebody new who signed up in a browser, with an organisation, and proved their address.</summary>
    public static async Task<Newcomer> Somebody(this AppFixture app, string name = "Camille Durand", bool proves = true)
    {
        var browser = app.Browser();
        var n = Interlocked.Increment(ref counter);
        var email = $"personne{n}@organisme.example.fr";
        var answer = await browser.Post("/inscription", SignUpFields(email, name, $"Maison {n}"));
        var newcomer = new Newcomer(browser, email, answer.Location!["/o/".Length..]);
        if (proves)
            await browser.Post(await app.LastLink(email, "/confirmer"));
        return newcomer;
    }

    /// <summary>What the sign-up form sends.</summary>
    public static Form SignUpFields(string email, string name = "Camille Durand", string organisation = "Atelier des Deux Rives") =>
        new()
        {
            ["FullName"] = name,
            ["Email"] = email,
            ["Password"] = Newcomer.Password,
            ["Organisation.Name"] = organisation,
            ["Organisation.Profile"] = nameof(ProviderProfile.UpTo10),
            ["Organisation.Department"] = "31",
        };

    /// <summary>Signs in by the page.</summary>
    public static Task<Answer> SignIn(this Browser browser, string email, string password = Newcomer.Password) =>
        browser.Post("/connexion", new Form { ["Email"] = email, ["Password"] = password });

    /// <summary>Path of the last link of a kind mailed to an address.</summary>
    public static async Task<string> LastLink(this AppFixture app, string email, string path)
    {
        var links = await app.Links(email, path);
        return links.Count > 0 ? links[^1] : throw new InvalidOperationException($"No mail to {email} with {path}.");
    }

    /// <summary>Paths of the links of a kind mailed to an address, oldest first.</summary>
    public static async Task<IReadOnlyList<string>> Links(this AppFixture app, string email, string path) =>
        [
            .. (await app.MailsTo(email))
                .Select(m => Regex.Match(m, $"https?://[^/\\s]+({Regex.Escape(path)}/[a-z0-9]+)", RegexOptions.None, Patience))
                .Where(m => m.Success)
                .Select(m => m.Groups[1].Value),
        ];

    /// <summary>Texts of the mails sent to an address, oldest first, once everything queued has left.</summary>
    public static async Task<IReadOnlyList<string>> MailsTo(this AppFixture app, string email)
    {
        for (var i = 0; i < 200 && await app.Db(null, db => db.Work.AnyAsync(w => w.Kind == Mail.Kind && w.EndedAt == null)); i++)
            await Task.Delay(25);
        return [.. app.Mails().Where(m => m.To.Mailboxes.Single().Address == email).Select(m => m.TextBody ?? "")];
    }

    /// <summary>The first value of a field or button of that name in a page.</summary>
    public static string ValueOf(this Answer page, string name) =>
        Regex.Match(page.Text, $"name=\"{name}\" value=\"([^\"]*)\"", RegexOptions.None, Patience).Groups[1].Value;
}

/// <summary>Fields of a form.</summary>
public sealed class Form() : Dictionary<string, string>(StringComparer.Ordinal);

/// <summary>Somebody with an account, in a browser, at the head of an organisation.</summary>
public sealed record Newcomer(Browser Browser, string Email, string Code)
{
    /// <summary>Password of everyone in these tests.</summary>
    public const string Password = "cheval correct pile agrafe";
}

/// <summary>What came back.</summary>
public sealed record Answer(HttpStatusCode Status, string? Location, string Text)
{
    /// <summary>The visible words, tags removed.</summary>
    public string Words => WebUtility.HtmlDecode(Regex.Replace(Text, "<[^>]+>", " ", RegexOptions.None, TimeSpan.FromSeconds(1)));
}

/// <summary>A browser without script: keeps cookies, does not follow redirections.</summary>
public sealed class Browser(HttpClient http)
{
    /// <summary>Opens an address.</summary>
    public Task<Answer> Get(string path) => Send(new HttpRequestMessage(HttpMethod.Get, path));

    /// <summary>Sends a form.</summary>
    public Task<Answer> Post(string path, Form? fields = null) =>
        Send(new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields ?? []) });

    /// <summary>Sends a request as it is.</summary>
    public async Task<Answer> Send(HttpRequestMessage request)
    {
        request.Headers.TryAddWithoutValidation("User-Agent", "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0");
        using var response = await http.SendAsync(request);
        return new Answer(response.StatusCode, response.Headers.Location?.OriginalString, await response.Content.ReadAsStringAsync());
    }
}
