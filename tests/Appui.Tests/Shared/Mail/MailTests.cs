using Appui.Shared;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;
using Post = Appui.Shared.Mail.Mail;

namespace Appui.Tests.Shared.Mail;

public sealed class MailTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static Task<int> Send(OpsApp app, string to = "claire@horizon.example") =>
        app.With(db =>
        {
            Post.Queue(
                db,
                Actor.Nobody,
                to,
                "Votre accès",
                $"Bonjour,\nouvrez {app.Settings.BaseUrl}/connexion?x=1 puis http://ailleurs.example/a",
                "<p>Bonjour</p>",
                TimeProvider.System.Now()
            );
            return db.SaveChangesAsync(Stop);
        });

    [Fact]
    public async Task The_demonstration_shows_the_mails_it_would_have_sent()
    {
        await using var app = await OpsApp.Start(set: s => s.Demo = true);
        await Send(app);
        var folder = Path.Combine(app.Settings.Dir, "mail");
        await OpsApp.Until(() => Task.FromResult(Directory.Exists(folder) && Directory.GetFiles(folder, "*.eml").Length == 1));
        var list = await app.Client.GetStringAsync("/demo/courriels", Stop);
        list.ShouldContain("Votre accès");
        var name = Path.GetFileNameWithoutExtension(Directory.GetFiles(folder, "*.eml").Single());
        var mail = await app.Client.GetStringAsync($"/demo/courriels/{name}", Stop);
        mail.ShouldContain($"<a href=\"{app.Settings.BaseUrl}/connexion?x=1\">");
        mail.ShouldNotContain("<a href=\"http://ailleurs.example");
        ((int)(await app.Client.GetAsync("/demo/courriels/..%2Fappui", Stop)).StatusCode).ShouldBe(404);
    }

    [Fact]
    public async Task Outside_the_demonstration_nobody_reads_mails()
    {
        await using var app = await OpsApp.Start(worker: false);
        ((int)(await app.Client.GetAsync("/demo/courriels", Stop)).StatusCode).ShouldBe(404);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_leaves_the_mail_waiting()
    {
        await using var app = await OpsApp.Start(set: s => (s.SmtpHost, s.SmtpPort) = ("127.0.0.1", 1));
        await Send(app);
        await OpsApp.Until(() =>
            app.With(async db => (await db.Work.AsNoTracking().SingleAsync(w => w.Kind == "mail", Stop)).Error is not null)
        );
        var row = await app.With(db => db.Work.AsNoTracking().SingleAsync(w => w.Kind == "mail", Stop));
        row.State.ShouldBe(Appui.Shared.Work.WorkState.Waiting);
        row.Payload.ShouldContain("Votre accès");
    }
}
