using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Appui.Tests.Accounts;
using Appui.Tests.Harness;
using UglyToad.PdfPig;

namespace Appui.Tests.House;

/// <summary>The archive of <c>./appui publish</c> runs where there is nothing: no SDK, no environment, another folder.</summary>
[Trait("long", "yes")]
public sealed class ArchiveTests
{
    private const string Name = "appui";

    [Fact]
    public async Task The_archive_serves_a_whole_journey_on_a_bare_machine()
    {
        var folder = Directory.CreateDirectory(Path.Combine(TestRun.Folder, "archive")).FullName;
        await Run(TestRun.Repository, Path.Combine(TestRun.Repository, Name), ["publish"], bare: false);
        var archive = Directory
            .EnumerateFiles(Path.Combine(TestRun.Repository, "artifacts", "publish"), "appui-*-linux-x64.tar.gz")
            .ShouldHaveSingleItem();
        await Run(folder, "/usr/bin/tar", ["-xzf", archive], bare: true);
        var program = Path.Combine(Directory.EnumerateDirectories(folder).ShouldHaveSingleItem(), Name);
        foreach (var file in (string[])["LICENSE", "NOTICE", "LICENSE.Appui.Standards", "docs/operate.md", "deploy/systemd/appui.service"])
            File.Exists(Path.Combine(Path.GetDirectoryName(program)!, file)).ShouldBeTrue(file);

        (await Run(folder, program, ["migrate"], bare: true)).ShouldContain("à jour");
        var port = FreePort();
        using var server = Start(folder, program, ["serve", "--port", $"{port}"], bare: true);
        try
        {
            await Journey(new Uri($"http://localhost:{port}"));
            // French formats come from the archive, or from a newer ICU of the machine.
            File.ReadAllText($"/proc/{server.Id}/maps").ShouldContain("/icu/libicuuc.so.");
            File.ReadAllText($"/proc/{server.Id}/maps").ShouldNotContain("/usr/share/dotnet");
        }
        finally
        {
            await Run(folder, "/bin/kill", ["-TERM", $"{server.Id}"], bare: true);
            await server.WaitForExitAsync();
        }

        server.ExitCode.ShouldBe(0);
    }

    // A visitor answers, gives limits, and takes the plan away.
    private static async Task Journey(Uri address)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = address };
        http.DefaultRequestHeaders.Add("Origin", address.OriginalString);
        http.DefaultRequestHeaders.Add("Accept-Language", "fr");
        for (var i = 0; i < 100 && !await Answers(http); i++)
            await Task.Delay(100);
        var browser = new Browser(http);
        (await browser.Get("/")).Text.ShouldContain("lang=\"fr\"");
        var to = (await browser.Post("/diagnostic", new Form { ["Profile"] = "UpTo10", ["Department"] = "31" })).Location!;
        var space = to[..to.IndexOf("/diagnostic", StringComparison.Ordinal)];
        while (to.Contains("/question/", StringComparison.Ordinal))
        {
            var page = await browser.Get(to);
            var choices = Regex.Matches(page.Text, "name=\"choice\"[^>]* value=\"([^\"]+)\"", RegexOptions.None, TimeSpan.FromSeconds(1));
            var answer = new Form
            {
                ["item"] = page.ValueOf("item"),
                ["choice"] = choices[1].Groups[1].Value,
                ["seen"] = "0",
            };
            to = (await browser.Post(to, answer)).Location!;
        }

        var limits = new Form
        {
            ["Own"] = "6000",
            ["Management"] = "2",
            ["Trainer"] = "6",
            ["Support"] = "2",
            ["Months"] = "12",
        };
        (await browser.Post($"{space}/plan/limites", limits)).Status.ShouldBe(HttpStatusCode.Redirect);
        var pdf = "";
        for (var i = 0; i < 300 && pdf.Length == 0; i++, await Task.Delay(100))
            pdf = Regex
                .Match((await browser.Get($"{space}/plan")).Text, "href=\"([^\"]+\\.pdf)\"", RegexOptions.None, TimeSpan.FromSeconds(1))
                .Groups[1]
                .Value;
        using var document = PdfDocument.Open(await http.GetByteArrayAsync(new Uri(pdf, UriKind.Relative)));
        document.GetPage(1).Letters.ShouldContain(l => l.FontName!.Contains("Source", StringComparison.Ordinal));
        var words = string.Join(' ', document.GetPages().Select(p => p.Text));
        words.ShouldMatch(@"6[\u202f\u00a0 ]000[\u202f\u00a0 ]€");
    }

    private static async Task<bool> Answers(HttpClient http)
    {
        try
        {
            return (await http.GetAsync(new Uri("/health/ready", UriKind.Relative))).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static Process Start(string folder, string program, string[] arguments, bool bare)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        if (bare)
        {
            start.Environment.Clear();
            start.Environment["PATH"] = "/usr/bin:/bin";
        }

        var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        return process;
    }

    private static async Task<string> Run(string folder, string program, string[] arguments, bool bare)
    {
        using var process = Start(folder, program, arguments, bare);
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, string.Create(CultureInfo.InvariantCulture, $"{program} {string.Join(' ', arguments)}: {said}"));
        return said;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
