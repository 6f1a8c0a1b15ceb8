using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Appui.Bench;

/// <summary>How many pages a second two cores serve, load included, how soon the first one comes, and how much memory it takes.</summary>
public static partial class WebBench
{
    private const int Connections = 16;
    private const int Runs = 3;

    public static IReadOnlyList<Bench> All { get; } =
    [new("web-sqlite", () => Serve("SQLite", "")), new("web-postgres", OnPostgres), new("web-start", Start), new("web-demo", Demo)];

    private static async Task<IReadOnlyList<Figure>> OnPostgres()
    {
        using var postgres = new BenchPostgres();
        return await Serve("PostgreSQL", postgres.Connection);
    }

    private static async Task<IReadOnlyList<Figure>> Serve(string engine, string postgres)
    {
        using var app = new BenchApp(postgres);
        await app.Migrate();
        await app.Serve();
        var (link, member, session) = await Inhabit(app);
        await Task.Delay(TimeSpan.FromSeconds(10));
        var fresh = app.Megabytes();
        List<Figure> figures =
        [
            await Load(app, $"sign-in page, {engine}", "/connexion", null, 5000),
            await Load(app, $"result page of a visitor, {engine}", $"{link}/diagnostic/resultat", null, 2000),
            await Load(app, $"result page of a member, {engine}", $"{member}/diagnostic/resultat", session, 2000),
            // Not kept: what a page costs when it is made for each request.
            await Load(app, $"question page (made each time), {engine}", $"{link}/diagnostic/question/1", null, null),
        ];
        figures.Add(new($"memory 10 s after start, {engine}", fresh, "MB", Most: 200));
        await Task.Delay(TimeSpan.FromSeconds(10));
        figures.Add(new($"memory 10 s after the load, {engine}", app.Megabytes(), "MB", Most: 200));
        return figures;
    }

    private static async Task<IReadOnlyList<Figure>> Start()
    {
        using var app = new BenchApp("");
        await app.Migrate();
        List<double> seconds = [];
        for (var i = 0; i < 5; i++)
        {
            var clock = Stopwatch.StartNew();
            await app.Serve();
            seconds.Add(clock.Elapsed.TotalSeconds);
            app.Stop();
        }

        return [new("serve to first page, migrated database", Took.Median(seconds), "s", Most: 3)];
    }

    // As a person types it, the script's look for changes included.
    private static async Task<IReadOnlyList<Figure>> Demo()
    {
        using var app = new BenchApp("");
        List<double> seconds = [];
        for (var i = 0; i < 4; i++)
        {
            var clock = Stopwatch.StartNew();
            await app.Demo();
            seconds.Add(clock.Elapsed.TotalSeconds);
            app.Stop();
        }

        return
        [
            new("./appui demo, first start (already built)", seconds[0], "s"),
            new("./appui demo, second start", Took.Median(seconds.Skip(1)), "s", Most: 6),
        ];
    }

    private static async Task<Figure> Load(BenchApp app, string name, string path, string? cookie, double? least)
    {
        List<double> rates = [];
        for (var run = 0; run <= Runs; run++)
        {
            var rate = await Wrk(app.Address + path, cookie, run == 0 ? 5 : 8);
            if (run > 0)
                rates.Add(rate);
        }

        return new(name, Took.Median(rates), "req/s", Least: least);
    }

    private static async Task<double> Wrk(string address, string? cookie, int seconds)
    {
        List<string> arguments = ["-t2", $"-c{Connections}", $"-d{seconds}s", "-H", "Accept-Encoding: br", "-H", "Accept-Language: fr"];
        if (cookie is not null)
            arguments.AddRange(["-H", $"Cookie: {cookie}"]);
        using var wrk = Process.Start(
            new ProcessStartInfo("wrk", [.. arguments, address]) { RedirectStandardOutput = true, UseShellExecute = false }
        )!;
        var said = await wrk.StandardOutput.ReadToEndAsync();
        if (said.Contains("Non-2xx", StringComparison.Ordinal) || Rate().Match(said) is not { Success: true } rate)
            throw new InvalidOperationException($"{address}: {said}");
        return double.Parse(rate.Groups["it"].Value, CultureInfo.InvariantCulture);
    }

    // Two visitors answer everything; one of them signs up.
    private static async Task<(string Link, string Member, string Session)> Inhabit(BenchApp app)
    {
        var cookies = new CookieContainer();
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies })
        {
            BaseAddress = new Uri(app.Address),
        };
        http.DefaultRequestHeaders.Add("Origin", app.Address);
        http.DefaultRequestHeaders.Add("Accept-Language", "fr");
        var (link, claimed) = (await Answer(http), await Answer(http));
        var member = await Post(
            http,
            $"{claimed}/garder",
            ("FullName", "Camille Durand"),
            ("Email", "camille@organisme.example.fr"),
            ("Password", "cheval correct pile agrafe"),
            ("Organisation.Name", "Atelier des Deux Rives"),
            ("Organisation.Profile", "UpTo10"),
            ("Organisation.Department", "31")
        );
        return (link, member, $"appui={cookies.GetCookies(new Uri(app.Address))["appui"]!.Value}");
    }

    private static async Task<string> Answer(HttpClient http)
    {
        var to = await Post(http, "/diagnostic", ("Profile", "UpTo10"), ("Department", "31"));
        var link = to[..to.IndexOf("/diagnostic", StringComparison.Ordinal)];
        while (to.Contains("/question/", StringComparison.Ordinal))
        {
            var page = await http.GetStringAsync(new Uri(to, UriKind.Relative));
            to = await Post(
                http,
                to,
                ("item", Item().Match(page).Groups["it"].Value),
                ("choice", Choice().Matches(page)[1].Groups["it"].Value),
                ("seen", "0")
            );
        }

        return link;
    }

    private static async Task<string> Post(HttpClient http, string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        using var answer = await http.PostAsync(new Uri(path, UriKind.Relative), form);
        return answer.Headers.Location?.OriginalString ?? throw new InvalidOperationException($"{path}: {(int)answer.StatusCode}");
    }

    [GeneratedRegex(@"Requests/sec:\s+(?<it>[\d.]+)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Rate();

    [GeneratedRegex("name=\"item\" value=\"(?<it>[^\"]*)\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Item();

    [GeneratedRegex("name=\"choice\"[^>]* value=\"(?<it>[^\"]+)\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Choice();
}
