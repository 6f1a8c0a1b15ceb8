using System.Net;
using System.Security.Claims;
using Appui.Accounts;
using Appui.Shared;
using Appui.Shared.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Playwright;
using MimeKit;

namespace Appui.Tests.Harness;

/// <summary>The real application on Kestrel, on a database of its own. One per test class.</summary>
public abstract class AppFixture(Action<AppuiSettings>? adjust = null) : IAsyncLifetime
{
    private static int folders;
    private readonly ErrorLog log = new();
    private WebApplication? app;

    /// <summary>Folder of this instance.</summary>
    public string Folder { get; } =
        Directory.CreateDirectory(Path.Combine(TestRun.Folder, $"app-{Interlocked.Increment(ref folders)}")).FullName;

    /// <summary>The clock the application reads.</summary>
    public FakeClock Clock { get; } = new();

    /// <summary>Settings of this instance.</summary>
    public AppuiSettings Settings { get; } = new();

    /// <summary>Errors and worse that the application logged.</summary>
    public IReadOnlyCollection<string> Errors => log.Errors;

    /// <summary>Services of the application.</summary>
    public IServiceProvider Services => app!.Services;

    /// <summary>Beginning of every address, without a final slash.</summary>
    public string Address => $"http://localhost:{Settings.Port}";

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        Settings.Dir = Folder;
        Settings.Port = 0;
        adjust?.Invoke(Settings);
        await PrepareStorage();
        app = AppuiApplication.Build(
            Settings,
            builder =>
            {
                builder.WebHost.UseUrls("http://127.0.0.1:0");
                builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
                builder.Logging.ClearProviders().AddProvider(log);
                Arrange(builder);
            }
        );
        await app.StartAsync();
        Settings.Port = new Uri(app.Urls.First()).Port;
        await Fill();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (app is not null)
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }
    }

    /// <summary>A client without account. Redirections are not followed; unsafe calls say they come from our own pages.</summary>
    public HttpClient Client(string language = "fr")
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() })
        {
            BaseAddress = new Uri(Address),
        };
        client.DefaultRequestHeaders.Add("Origin", Address);
        client.DefaultRequestHeaders.Add("Accept-Language", language);
        return client;
    }

    /// <summary>A client signed in as a person.</summary>
    public async Task<HttpClient> Client(Guid personId)
    {
        var client = Client();
        client.DefaultRequestHeaders.Add("Cookie", $"appui={await SessionCookie(personId)}");
        return client;
    }

    /// <summary>A browser window of its own, signed in when a person is given. Dispose it after the test.</summary>
    public async Task<IBrowserContext> Browse(Guid? personId = null, bool script = true, string language = "fr-FR")
    {
        var context = await TestBrowser.NewContext(Address, script, language);
        if (personId is { } person)
            await context.AddCookiesAsync([
                new()
                {
                    Name = "appui",
                    Value = await SessionCookie(person),
                    Url = Address,
                },
            ]);
        return context;
    }

    /// <summary>Does something with the application's services, as an actor (nobody by default).</summary>
    public async Task<T> Act<T>(Actor? actor, Func<IServiceProvider, Task<T>> what)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = actor ?? Actor.Nobody;
        return await what(scope.ServiceProvider);
    }

    /// <inheritdoc cref="Act{T}(Actor?, Func{IServiceProvider, Task{T}})" />
    public Task Act(Actor? actor, Func<IServiceProvider, Task> what) =>
        Act(
            actor,
            async services =>
            {
                await what(services);
                return true;
            }
        );

    /// <summary>Reads or writes the database as an actor (nobody by default, who sees no owned row).</summary>
    public Task<T> Db<T>(Actor? actor, Func<AppuiDb, Task<T>> what) => Act(actor, s => what(s.GetRequiredService<AppuiDb>()));

    /// <summary>Mails written so far, oldest first.</summary>
    public IReadOnlyList<MimeMessage> Mails() =>
        [
            .. Directory
                .EnumerateFiles(Folder, "*.eml", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .Select(path => MimeMessage.Load(path)),
        ];

    /// <summary>Value of the session cookie of a person, as if they had just signed in.</summary>
    public Task<string> SessionCookie(Guid personId) =>
        Act(
            null,
            async services =>
            {
                var db = services.GetRequiredService<AppuiDb>();
                var now = Clock.Now();
                var session = Session.Open(personId, SignInMethod.Password, new Origin("test", "127.0.0.1"), now);
                db.Add(session);
                await db.SaveChangesAsync();
                const string scheme = CookieAuthenticationDefaults.AuthenticationScheme;
                var claims = new List<Claim>
                {
                    new(ClaimTypes.NameIdentifier, personId.ToString()),
                    new(AccountsClaims.Session, session.Id.ToString()),
                };
                var ticket = new AuthenticationTicket(
                    new ClaimsPrincipal(new ClaimsIdentity(claims, scheme)),
                    new AuthenticationProperties { IssuedUtc = Clock.GetUtcNow(), ExpiresUtc = Clock.GetUtcNow().AddDays(30) },
                    scheme
                );
                return services
                    .GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>()
                    .Get(scheme)
                    .TicketDataFormat.Protect(ticket);
            }
        );

    /// <summary>Lets a class replace something of the outside world.</summary>
    protected virtual void Arrange(WebApplicationBuilder builder) { }

    /// <summary>Lets a class put rows in before its tests.</summary>
    protected virtual Task Fill() => Task.CompletedTask;

    /// <summary>Makes the migrated database and points the settings at it.</summary>
    protected abstract Task PrepareStorage();

    private sealed class ErrorLog : ILoggerProvider, ILogger
    {
        private readonly System.Collections.Concurrent.ConcurrentQueue<string> errors = new();

        public IReadOnlyCollection<string> Errors => errors;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            if (IsEnabled(logLevel))
                errors.Enqueue($"{formatter(state, exception)} {exception}");
        }

        public void Dispose() { }
    }
}

/// <summary>The application on the embedded engine.</summary>
public class SqliteApp : AppFixture
{
    public SqliteApp() { }

    protected SqliteApp(Action<AppuiSettings> adjust)
        : base(adjust) { }

    /// <inheritdoc />
    protected override Task PrepareStorage() => TestRun.CopySqlite(Settings.SqlitePath);
}

/// <summary>The application on PostgreSQL.</summary>
public class PostgresApp : AppFixture
{
    public PostgresApp() { }

    protected PostgresApp(Action<AppuiSettings> adjust)
        : base(adjust) { }

    /// <inheritdoc />
    protected override async Task PrepareStorage() => Settings.Postgres = await TestPostgres.NewDatabase();
}
