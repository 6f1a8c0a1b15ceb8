using System.IO.Compression;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.ResponseCompression;

namespace Appui.Shared.Web;

/// <summary>The HTTP pipeline: what every request goes through, in the order of <c>AppuiApplication</c>.</summary>
public static class WebModule
{
    private const long LargestBody = 1024 * 1024;

    /// <summary>Registers what the pipeline needs, and the bounds of what a client may send.</summary>
    public static void AddWeb(this WebApplicationBuilder builder, AppuiSettings settings)
    {
        builder.AddTelemetry(settings);
        builder.WebHost.ConfigureKestrel(o =>
        {
            o.AddServerHeader = false;
            o.Limits.MaxRequestBodySize = LargestBody;
            o.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        });
        var services = builder.Services;
        services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(25));
        services.Configure<FormOptions>(o =>
        {
            o.ValueCountLimit = 2048;
            o.ValueLengthLimit = 256 * 1024;
        });
        services.Configure<ForwardedHeadersOptions>(o =>
            o.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto
        );
        services.AddResponseCompression(o =>
        {
            // Our pages hold no token that a guess reflected in the page could reveal, and cookies are SameSite.
            o.EnableForHttps = true;
            o.Providers.Add<BrotliCompressionProvider>();
            o.Providers.Add<GzipCompressionProvider>();
            o.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml", "application/problem+json", "text/csv"];
        });
        services.Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(o => o.Level = CompressionLevel.Fastest);
        services.AddRateLimiter(o =>
        {
            o.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http => Limit(http, settings));
            o.OnRejected = (context, _) =>
            {
                context.HttpContext.Refuse(SharedRefusals.TooOften);
                return ValueTask.CompletedTask;
            };
        });
        services.AddSingleton<PageCache>();
        services.AddSingleton(s => new Assets(Path.Combine(s.GetRequiredService<IWebHostEnvironment>().ContentRootPath, "wwwroot")));
        services.AddRazorPages(o =>
        {
            o.RootDirectory = "/";
            // SameOrigin does this job for every page, so that pages carry no token and can be kept.
            o.Conventions.ConfigureFilter(new IgnoreAntiforgeryTokenAttribute());
        });
        services.AddRazorPages().InitializeTagHelper<FormTagHelper>((form, _) => form.Antiforgery = false);
    }

    /// <summary>Keeps anonymous pages, before sign-in is looked at.</summary>
    public static IApplicationBuilder UseVisitorPageCache(this IApplicationBuilder app) => app.UseMiddleware<PageCacheMiddleware>(false);

    /// <summary>Keeps pages per actor, once the actor is known.</summary>
    public static IApplicationBuilder UseActorPageCache(this IApplicationBuilder app) => app.UseMiddleware<PageCacheMiddleware>(true);

    // A classroom shares one address: generous, and only for writes of people without a session.
    private static RateLimitPartition<string> Limit(HttpContext http, AppuiSettings settings)
    {
        var request = http.Request;
        if (
            settings.AnonymousPostsPerMinute == 0
            || HttpMethods.IsGet(request.Method)
            || HttpMethods.IsHead(request.Method)
            || http.User.Identity?.IsAuthenticated == true
        )
            return RateLimitPartition.GetNoLimiter("");
        var perSecond = Math.Max(1, settings.AnonymousPostsPerMinute / 60);
        return RateLimitPartition.GetTokenBucketLimiter(
            http.Connection.RemoteIpAddress?.ToString() ?? "",
            _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = settings.AnonymousPostsPerMinute,
                TokensPerPeriod = perSecond,
                ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                AutoReplenishment = true,
            }
        );
    }
}
