using System.Collections.Concurrent;
using Appui.Shared;
using Appui.Shared.Files;
using Appui.Shared.Storage;
using Appui.Tests.Harness;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Appui.Tests.Shared.Files;

/// <summary>The application with a use of files of our own and little room for them.</summary>
public sealed class SqliteFiles() : SqliteApp(FilesHarness.Set)
{
    protected override void Arrange(WebApplicationBuilder builder) => FilesHarness.Register(builder);
}

/// <inheritdoc cref="SqliteFiles" />
public sealed class PostgresFiles() : PostgresApp(FilesHarness.Set)
{
    protected override void Arrange(WebApplicationBuilder builder) => FilesHarness.Register(builder);
}

/// <summary>What tests of files do again and again.</summary>
public static class FilesHarness
{
    // The engines are tested at the same time: each test breaks its own.
    private static readonly AsyncLocal<bool> Breaking = new();
    private static readonly ConcurrentDictionary<Guid, bool> Referred = new();

    /// <summary>Evidence, as a capability to come would keep it.</summary>
    public static FileUse Evidence { get; } =
        new(
            "test.evidence",
            [FileKind.Pdf, FileKind.Png, FileKind.Jpeg, FileKind.Text, FileKind.Docx, FileKind.Docm, FileKind.Zip],
            100 * FileLimits.Megabyte,
            (_, _) =>
                Breaks
                    ? throw new InvalidOperationException("The rows cannot be read.")
                    : Task.FromResult<IReadOnlyCollection<Guid>>([.. Referred.Keys])
        );

    /// <summary>True while the capability cannot say what it refers to.</summary>
    public static bool Breaks
    {
        get => Breaking.Value;
        set => Breaking.Value = value;
    }

    /// <summary>Another capability, which keeps nothing and refers to nothing.</summary>
    public static FileUse Forgetful { get; } =
        new("test.forgetful", [FileKind.Text], FileLimits.Megabyte, (_, _) => Task.FromResult<IReadOnlyCollection<Guid>>([]));

    /// <summary>Three megabytes for an organisation, one for a document or an archive.</summary>
    public static void Set(AppuiSettings settings) =>
        (settings.FilesQuotaMegabytes, settings.LargestDocumentMegabytes, settings.LargestPackageMegabytes) = (3, 1, 1);

    /// <summary>Registers both.</summary>
    public static void Register(WebApplicationBuilder builder) => builder.Services.AddSingleton(Evidence).AddSingleton(Forgetful);

    /// <summary>Something refers to the file, or no longer does.</summary>
    public static void Refer(Guid file, bool isSo = true)
    {
        if (isSo)
            Referred[file] = true;
        else
            Referred.TryRemove(file, out _);
    }

    /// <summary>Stores bytes and saves; the file or the sentence of the refusal.</summary>
    public static Task<(KeptFile? File, string Said)> Store(
        this AppFixture app,
        Actor actor,
        byte[] bytes,
        string name = "preuve.txt",
        FileUse? use = null,
        bool save = true
    ) =>
        app.Act(
            actor,
            async services =>
            {
                using var content = new MemoryStream(bytes);
                var stop = TestContext.Current.CancellationToken;
                var outcome = await services.GetRequiredService<StoreFile>().Run(use ?? Evidence, name, content, actor, stop);
                if (save)
                    await services.GetRequiredService<AppuiDb>().SaveChangesAsync(stop);
                return outcome.Is(out var file, out var refusal) ? (file, "") : ((KeptFile?)null, refusal.Sentence);
            }
        );

    /// <summary>Some text of a length.</summary>
    public static byte[] Text(int length) => [.. Enumerable.Repeat((byte)'a', length)];

    /// <summary>Where the bytes of a file lie.</summary>
    public static string PathOf(this AppFixture app, KeptFile file) => FileShelf.PathOf(app.Settings, file);

    /// <summary>The file as the database knows it now, or null.</summary>
    public static Task<KeptFile?> Kept(this AppFixture app, Actor actor, Guid id) =>
        app.Db(actor, db => db.KeptFiles.AsNoTracking().SingleOrDefaultAsync(f => f.Id == id));

    /// <summary>Paths of everything that lies on disk for an organisation.</summary>
    public static string[] OnDisk(this AppFixture app, Guid organisation)
    {
        var folder = Path.Combine(FileShelf.Root(app.Settings), $"{organisation}");
        return Directory.Exists(folder) ? Directory.GetFiles(folder, "*", SearchOption.AllDirectories) : [];
    }

    /// <summary>One night's collection.</summary>
    public static Task Collect(this AppFixture app) =>
        app.Act(null, s => FilesModule.Unreferenced.Collect(s, app.Clock.Now() - FilesModule.Unreferenced.KeptFor, CancellationToken.None));

    /// <summary>What somebody is sent.</summary>
    public static Task<(int Status, IHeaderDictionary Headers, byte[] Body)> Send(
        this AppFixture app,
        Actor actor,
        Guid id,
        bool inline = false,
        params (string Name, string Value)[] headers
    ) =>
        app.Act(
            actor,
            async services =>
            {
                var http = new DefaultHttpContext { RequestServices = services };
                http.Request.Method = "GET";
                foreach (var (name, value) in headers)
                    http.Request.Headers[name] = value;
                using var body = new MemoryStream();
                http.Response.Body = body;
                await (await services.GetRequiredService<SendFile>().Run(id, actor, http, inline)).ExecuteAsync(http);
                return (http.Response.StatusCode, http.Response.Headers, body.ToArray());
            }
        );
}
