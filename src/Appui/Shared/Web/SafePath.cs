namespace Appui.Shared.Web;

/// <summary>Addresses as logs and traces may keep them: secret links are cut out, queries are dropped.</summary>
public static class SafePath
{
    // Address parts followed by a secret.
    private static readonly string[] Secrets = ["essai", "q", "invitation", "mot-de-passe", "confirmer", "rattacher"];

    /// <summary>The path with secrets replaced by an ellipsis.</summary>
    public static string Of(string? path)
    {
        if (string.IsNullOrEmpty(path))
            return "/";
        var parts = path.Split('/');
        for (var i = 1; i + 1 < parts.Length; i++)
        {
            if (Secrets.Contains(parts[i], StringComparer.OrdinalIgnoreCase) && parts[i + 1].Length > 0)
                parts[i + 1] = "…";
        }

        return string.Join('/', parts);
    }
}
