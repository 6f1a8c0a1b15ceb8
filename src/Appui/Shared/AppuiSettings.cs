using System.ComponentModel.DataAnnotations;

namespace Appui.Shared;

/// <summary>Everything an administrator may set: environment variables <c>APPUI_…</c> or the file given by <c>--config</c>.</summary>
public sealed class AppuiSettings
{
    /// <summary>Folder of everything this instance keeps on disk (embedded database, files, mail of the demonstration).</summary>
    public string Dir { get; set; } = "var";

    /// <summary>PostgreSQL connection string, or empty for the embedded SQLite database in <see cref="Dir"/>.</summary>
    public string Postgres { get; set; } = "";

    /// <summary>Port to listen on; 0 lets the system choose.</summary>
    [Range(0, 65535)]
    public int Port { get; set; } = 5080;

    /// <summary>Listen on every interface, not on this machine only.</summary>
    public bool Lan { get; set; }

    /// <summary>Public address, used in mails and documents. Empty: http://localhost:PORT.</summary>
    public string PublicUrl { get; set; } = "";

    /// <summary>Demonstration mode: one-click sign-in, illustrative schemes count, mail goes to files.</summary>
    public bool Demo { get; set; }

    /// <summary>Day the demonstration is set on; null is the real day.</summary>
    public DateOnly? Today { get; set; }

    /// <summary>SMTP host; empty: mail is written to files in <see cref="Dir"/>.</summary>
    public string SmtpHost { get; set; } = "";

    [Range(1, 65535)]
    public int SmtpPort { get; set; } = 587;

    public string SmtpUser { get; set; } = "";

    public string SmtpPassword { get; set; } = "";

    /// <summary>Address that mails come from.</summary>
    public string MailFrom { get; set; } = "appui@localhost";

    /// <summary>Address that receives the heads of the audit every night; empty: they are kept in files only.</summary>
    public string AuditorEmail { get; set; } = "";

    /// <summary>Address of an OpenTelemetry collector (OTLP); empty: none.</summary>
    public string OtlpEndpoint { get; set; } = "";

    /// <summary>Writes without a session that one network address may send in a minute; 0: no limit. A classroom shares one address.</summary>
    [Range(0, 1_000_000)]
    public int AnonymousPostsPerMinute { get; set; } = 1200;

    /// <summary>Folder of the reference data (instruments, actions, schemes); empty: beside the program.</summary>
    public string ReferenceData { get; set; } = "";

    /// <summary>Room for the files of one organisation, in megabytes.</summary>
    [Range(1, 10_000_000)]
    public int FilesQuotaMegabytes { get; set; } = 5_000;

    /// <summary>Largest image, in megabytes.</summary>
    [Range(1, 100)]
    public int LargestImageMegabytes { get; set; } = 20;

    /// <summary>Largest document (PDF, text, office), in megabytes.</summary>
    [Range(1, 200)]
    public int LargestDocumentMegabytes { get; set; } = 50;

    /// <summary>Largest course package, film or sound, in megabytes.</summary>
    [Range(1, 4_000)]
    public int LargestPackageMegabytes { get; set; } = 500;

    /// <summary>Address people use, without a final slash.</summary>
    public string BaseUrl => PublicUrl.Length > 0 ? PublicUrl.TrimEnd('/') : $"http://localhost:{Port}";

    /// <summary>Path of the embedded database.</summary>
    public string SqlitePath => Path.Combine(Dir, "appui.db");

    /// <summary>Where instruments, actions and schemes are read from.</summary>
    public string DataFolder => ReferenceData.Length > 0 ? ReferenceData : Path.Combine(AppContext.BaseDirectory, "data");

    /// <summary>What is wrong with the settings, one sentence each; empty when they are sound.</summary>
    public IReadOnlyList<string> Problems()
    {
        List<string> problems = [];
        if (Port is < 0 or > 65535)
            problems.Add($"Port : {Port} n’est pas un port (0 à 65535). / Port: not a port number.");
        if (SmtpPort is < 1 or > 65535)
            problems.Add($"SmtpPort : {SmtpPort} n’est pas un port (1 à 65535). / SmtpPort: not a port number.");
        if (AnonymousPostsPerMinute is < 0 or > 1_000_000)
            problems.Add("AnonymousPostsPerMinute : attendu de 0 à 1 000 000. / AnonymousPostsPerMinute: expected 0 to 1,000,000.");
        problems.AddRange(Sizes());
        if (PublicUrl.Length > 0 && !(Uri.TryCreate(PublicUrl, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"))
            problems.Add($"PublicUrl : « {PublicUrl} » n’est pas une adresse http ou https. / PublicUrl: not an http(s) address.");
        if (AuditorEmail.Length > 0 && !MimeKit.MailboxAddress.TryParse(AuditorEmail, out _))
            problems.Add($"AuditorEmail : « {AuditorEmail} » n’est pas une adresse. / AuditorEmail: not a mail address.");
        if (OtlpEndpoint.Length > 0 && !Uri.TryCreate(OtlpEndpoint, UriKind.Absolute, out _))
            problems.Add($"OtlpEndpoint : « {OtlpEndpoint} » n’est pas une adresse. / OtlpEndpoint: not an address.");
        if (Postgres.Length > 0 && !Postgres.Contains('=', StringComparison.Ordinal))
            problems.Add("Postgres : attendu une chaîne de connexion comme Host=…;Database=… / Postgres: expected a connection string.");
        if (Demo && PublicUrl.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
            problems.Add(
                "Demo : la démonstration a des mots de passe connus ; elle ne se publie pas. / Demo: has known passwords, refuses a public https address."
            );
        return problems;
    }

    private IEnumerable<string> Sizes() =>
        new (string Name, int Value, int Most)[]
        {
            (nameof(FilesQuotaMegabytes), FilesQuotaMegabytes, 10_000_000),
            (nameof(LargestImageMegabytes), LargestImageMegabytes, 100),
            (nameof(LargestDocumentMegabytes), LargestDocumentMegabytes, 200),
            (nameof(LargestPackageMegabytes), LargestPackageMegabytes, 4_000),
        }
            .Where(s => s.Value < 1 || s.Value > s.Most)
            .Select(s => $"{s.Name} : attendu de 1 à {s.Most}. / {s.Name}: expected 1 to {s.Most}.");
}
