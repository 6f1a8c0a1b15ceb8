using System.Globalization;

namespace Appui.Shared.Web;

/// <summary>What the person is told when something went wrong, in the current language.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Code">Stable code for programs.</param>
/// <param name="Title">What happened, in a few words.</param>
/// <param name="Text">What was kept and what to do.</param>
/// <param name="Field">Form field concerned, if one is.</param>
/// <param name="Reference">Leads to the log, when it is our fault.</param>
/// <param name="Retry">What was typed, ready to be sent again, when nothing was saved.</param>
public sealed record ErrorNotice(
    int Status,
    string Code,
    string Title,
    string Text,
    string? Field = null,
    string? Reference = null,
    RetryForm? Retry = null
)
{
    internal static readonly object ReferenceKey = new();

    /// <summary>The notice for the status and refusal of an answer.</summary>
    public static ErrorNotice For(HttpContext http)
    {
        var status = http.Response.StatusCode;
        var reference = http.Items[ReferenceKey] as string;
        var (title, text) = status switch
        {
            400 => (SharedTexts.Error_400_Title, SharedTexts.Error_400_Text),
            401 => (SharedTexts.Error_401_Title, SharedTexts.Error_401_Text),
            403 => (SharedTexts.Error_403_Title, SharedTexts.Error_403_Text),
            404 or 405 => (SharedTexts.Error_404_Title, SharedTexts.Error_404_Text),
            409 => (SharedTexts.Error_409_Title, SharedTexts.Error_409_Text),
            413 => (SharedTexts.Error_413_Title, SharedTexts.TooLarge),
            429 => (SharedTexts.Error_429_Title, SharedTexts.TooOften),
            503 when HttpMethods.IsGet(http.Request.Method) => (SharedTexts.Error_503_Reading, SharedTexts.Error_503_Text),
            503 => (SharedTexts.Error_503_Title, SharedTexts.Error_503_Text),
            >= 500 => (
                SharedTexts.Error_500_Title,
                string.Format(CultureInfo.CurrentCulture, SharedTexts.Error_500_Text, reference ?? "–")
            ),
            _ => (SharedTexts.Error_400_Title, SharedTexts.Error_400_Text),
        };
        return http.Refusal() is { } refusal
            ? new ErrorNotice(status, refusal.Code, title, refusal.Sentence, refusal.Field, reference)
            : new ErrorNotice(status, $"http-{status}", title, text, null, reference);
    }
}

/// <summary>A form that could not be saved, given back so that one click sends it again, without script.</summary>
public sealed record RetryForm(string Address, IReadOnlyList<KeyValuePair<string, string>> Fields)
{
    private const int LongestEcho = 64 * 1024;

    // Never echoed into a page.
    private static readonly string[] Secrets = ["passe", "password", "secret"];

    /// <summary>The form of a request that was refused as unavailable, or null when there is none or it holds a secret.</summary>
    public static async Task<RetryForm?> Of(HttpContext http)
    {
        var request = http.Request;
        if (
            http.Response.StatusCode != StatusCodes.Status503ServiceUnavailable
            || !HttpMethods.IsPost(request.Method)
            || request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) != true
            || request.ContentLength is null or > LongestEcho
        )
            return null;
        try
        {
            var form = await request.ReadFormAsync(http.RequestAborted);
            return form.Keys.Any(IsSecret)
                ? null
                : new RetryForm(
                    request.Path + request.QueryString,
                    [.. form.SelectMany(f => f.Value.Select(v => KeyValuePair.Create(f.Key, v ?? "")))]
                );
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            return null;
        }
    }

    private static bool IsSecret(string field) =>
        field.Equals("pin", StringComparison.OrdinalIgnoreCase) || Secrets.Any(s => field.Contains(s, StringComparison.OrdinalIgnoreCase));
}
