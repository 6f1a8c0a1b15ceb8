using Npgsql;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Appui.Shared.Web;

/// <summary>What operators see: JSON logs always, traces and metrics when a collector is configured.</summary>
public static class Telemetry
{
    /// <summary>Source of the activities and meters of Appui itself.</summary>
    public const string Source = "Appui";

    /// <summary>Registers logs, traces and metrics.</summary>
    public static void AddTelemetry(this WebApplicationBuilder builder, AppuiSettings settings)
    {
        builder.Logging.ClearProviders();
        builder.Logging.AddJsonConsole(o =>
        {
            o.UseUtcTimestamp = true;
            o.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ ";
            o.IncludeScopes = false; // scopes hold the full address, secret links included
        });
        builder.Logging.SetMinimumLevel(LogLevel.Information);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.Logging.AddFilter("Quartz", LogLevel.Warning);
        builder.Logging.AddFilter("System", LogLevel.Warning);
        // Every failed save is logged once, at the edge, with its reference.
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Critical);
        if (settings.OtlpEndpoint.Length == 0)
            return;
        void Export(OtlpExporterOptions o) => o.Endpoint = new Uri(settings.OtlpEndpoint);
        builder
            .Services.AddOpenTelemetry()
            .ConfigureResource(r => r.AddService("appui"))
            .WithTracing(t =>
                t.AddSource(Source)
                    .AddAspNetCoreInstrumentation(o =>
                    {
                        o.Filter = http => !http.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal);
                        o.EnrichWithHttpRequest = (activity, request) =>
                        {
                            activity.SetTag("url.path", SafePath.Of(request.Path));
                            activity.SetTag("url.query", null);
                        };
                    })
                    .AddNpgsql()
                    .AddOtlpExporter(Export)
            )
            .WithMetrics(m =>
                m.AddMeter(Source, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Npgsql", "System.Runtime")
                    .AddOtlpExporter(Export)
            );
    }
}
