using System.Globalization;
using Appui.Accounts;
using Appui.Diagnosis;
using Appui.Home;
using Appui.Network;
using Appui.Schemes;
using Appui.Shared;
using Appui.Shared.Audit;
using Appui.Shared.Files;
using Appui.Shared.Mail;
using Appui.Shared.Storage;
using Appui.Shared.Upkeep;
using Appui.Shared.Web;
using Appui.Shared.Work;
using Appui.Strategy;
using Microsoft.AspNetCore.Localization;

namespace Appui;

/// <summary>Builds the one web application from its settings. Tests build it the same way.</summary>
public static class AppuiApplication
{
    /// <summary>Builds the application, not yet started and not migrated.</summary>
    /// <param name="settings">Checked settings.</param>
    /// <param name="adjust">Lets a test replace the clock or the port.</param>
    public static WebApplication Build(AppuiSettings settings, Action<WebApplicationBuilder>? adjust = null)
    {
        var builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions
            {
                ContentRootPath = AppContext.BaseDirectory,
                ApplicationName = typeof(AppuiApplication).Assembly.GetName().Name,
            }
        );
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.UseUrls($"http://{(settings.Lan ? "*" : "localhost")}:{settings.Port}");
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton<TimeProvider>(settings.Today is { } today ? new ShiftedClock(today) : TimeProvider.System);
        builder.AddWeb(settings);
        builder.Services.AddStorage(settings);
        builder.Services.AddUpkeep();
        builder.Services.AddWork();
        builder.Services.AddMail();
        builder.Services.AddAudit();
        builder.Services.AddFiles();
        builder.Services.AddRazorPages(o => o.Conventions.AddPageRoute("/Shared/Work/WorkPage", "/essai/{link}/travaux/{id:guid}"));
        builder.Services.Configure<Microsoft.Extensions.WebEncoders.WebEncoderOptions>(o =>
            o.TextEncoderSettings = new System.Text.Encodings.Web.TextEncoderSettings(System.Text.Unicode.UnicodeRanges.All)
        );
        builder.Services.AddRequestLocalization(Languages);
        builder.Services.AddAccounts();
        builder.Services.AddSchemes();
        builder.Services.AddDiagnosis();
        builder.Services.AddNetwork();
        builder.Services.AddStrategy();
        builder.Services.AddHome();
        adjust?.Invoke(builder);

        var app = builder.Build();
        app.UseForwardedHeaders();
        app.UseMiddleware<RequestLog>();
        app.UseRequestLocalization();
        app.UseMiddleware<ErrorPages>();
        app.UseMiddleware<PageSecurity>();
        app.UseMiddleware<Health>();
        app.UseMiddleware<AssetsMiddleware>();
        app.UseMiddleware<MaintenanceMiddleware>();
        app.UseMiddleware<SameOrigin>();
        app.UseRouting();
        app.UseVisitorPageCache();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseMiddleware<ActorMiddleware>();
        app.UseAuthorization();
        app.UseActorPageCache();
        app.UseResponseCompression();
        app.MapRazorPages();
        app.MapAccounts();
        app.MapDiagnosisApi();
        app.MapStrategyApi();
        app.MapOpenApi("/api/{documentName}.json");
        return app;
    }

    private static void Languages(RequestLocalizationOptions options)
    {
        var cultures = new[] { CultureInfo.GetCultureInfo("fr"), CultureInfo.GetCultureInfo("en") };
        options.SupportedCultures = options.SupportedUICultures = cultures;
        options.DefaultRequestCulture = new RequestCulture("fr");
        options.RequestCultureProviders =
        [
            new CookieRequestCultureProvider { CookieName = "langue" },
            new AcceptLanguageHeaderRequestCultureProvider(),
        ];
    }
}
