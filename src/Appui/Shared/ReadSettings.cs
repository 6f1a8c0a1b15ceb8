using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace Appui.Shared;

/// <summary>Reads the settings: defaults, then the file of <c>--config</c>, then <c>APPUI_…</c> variables, then the command line.</summary>
public static class ReadSettings
{
    private const string Prefix = "APPUI_";

    private static readonly PropertyInfo[] Known = [.. typeof(AppuiSettings).GetProperties().Where(p => p.CanWrite)];

    /// <summary>The settings, and what is wrong with them: one sentence per key, naming key and value.</summary>
    /// <param name="file">Path of a JSON file, or null.</param>
    /// <param name="environment">Variables of the process.</param>
    /// <param name="override">What the command line says; applied last.</param>
    public static (AppuiSettings Settings, IReadOnlyList<string> Problems) From(
        string? file,
        IEnumerable<KeyValuePair<string, string>> environment,
        Action<AppuiSettings>? @override = null
    )
    {
        var settings = new AppuiSettings();
        List<string> problems = [];
        if (file is not null)
            ReadFile(settings, file, problems);
        foreach (var (name, value) in environment.Where(v => v.Key.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)))
            Set(settings, name, name[Prefix.Length..].Replace("_", "", StringComparison.Ordinal), value, problems);
        @override?.Invoke(settings);
        return (settings, [.. problems, .. settings.Problems()]);
    }

    /// <summary>Name of the variable of a setting: SmtpHost is APPUI_SMTP_HOST.</summary>
    public static string VariableOf(string setting) =>
        Prefix + string.Concat(setting.Select((c, i) => i > 0 && char.IsUpper(c) ? $"_{c}" : $"{char.ToUpperInvariant(c)}"));

    private static void ReadFile(AppuiSettings settings, string file, List<string> problems)
    {
        try
        {
            using var document = JsonDocument.Parse(
                File.ReadAllText(file),
                new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true }
            );
            foreach (var entry in document.RootElement.EnumerateObject())
                Set(settings, entry.Name, entry.Name, entry.Value.ToString(), problems);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            problems.Add($"--config : le fichier « {file} » ne se lit pas. / The file cannot be read: {refused.Message}");
        }
        catch (Exception refused) when (refused is JsonException or InvalidOperationException)
        {
            problems.Add($"--config : « {file} » n’est pas un objet JSON. / Not a JSON object: {refused.Message}");
        }
    }

    private static void Set(AppuiSettings settings, string key, string name, string value, List<string> problems)
    {
        if (Known.FirstOrDefault(p => p.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is not { } property)
        {
            var names = string.Join(
                ", ",
                Known.Select(p => key.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? VariableOf(p.Name) : p.Name)
            );
            problems.Add($"{key} (« {value} ») n’est pas un réglage. / Not a setting. Connus / known: {names}.");
            return;
        }

        var (parsed, expected) = Parse(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType, value);
        if (expected is null)
            property.SetValue(settings, parsed);
        else
            problems.Add($"{key} : « {value} » n’est pas {expected}");
    }

    // The value, or what was expected instead (French, then English).
    private static (object? Value, string? Expected) Parse(Type type, string value) =>
        type == typeof(string) ? (value, null)
        : type == typeof(bool)
            ? value.ToUpperInvariant() switch
            {
                "TRUE" or "1" or "OUI" or "YES" => (true, null),
                "FALSE" or "0" or "NON" or "NO" or "" => (false, null),
                _ => (null, "oui ou non (true, false). / Expected true or false."),
            }
        : type == typeof(int)
            ? int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? (number, null)
                : (null, "un nombre entier. / Expected a whole number.")
        : type == typeof(DateOnly)
            ? DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? (day, null)
                : (null, "une date comme 2026-11-24. / Expected a date such as 2026-11-24.")
        : throw new InvalidOperationException($"No way to read a setting of type {type.Name}.");
}
