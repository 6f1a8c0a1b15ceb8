using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace Appui.Shared.Web;

/// <summary>
/// Styles, scripts, fonts and icons of <c>wwwroot</c>, read and compressed once and sent from memory.
/// <c>manifest.json</c> there leads from a file's name to its name with a hash, which browsers keep for a year.
/// </summary>
public sealed class Assets
{
    private const string ForEver = "public, max-age=31536000, immutable";
    private const string ForAnHour = "public, max-age=3600";

    private readonly FrozenDictionary<string, Asset> files;
    private readonly FrozenDictionary<string, string> hashed;

    /// <summary>Reads the folder; a missing folder or manifest is no error, there is nothing to serve then.</summary>
    public Assets(string folder)
    {
        hashed = ReadManifest(Path.Combine(folder, "manifest.json"));
        var immutable = hashed.Values.ToHashSet(StringComparer.Ordinal);
        files = (Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories) : [])
            .Where(f =>
                !f.EndsWith(".br", StringComparison.Ordinal) && !f.EndsWith(".gz", StringComparison.Ordinal) && TypeOf(f) is not null
            )
            .Select(f => (Address: "/" + Path.GetRelativePath(folder, f).Replace('\\', '/'), File: f))
            .ToFrozenDictionary(f => f.Address, f => Asset.Read(f.File, immutable.Contains(f.Address)), StringComparer.Ordinal);
    }

    /// <summary>The address of a file by its plain name: <c>appui.css</c> gives <c>/appui-3fa2.css</c>.</summary>
    public string Url(string name) => hashed.TryGetValue(name.TrimStart('/'), out var address) ? address : "/" + name.TrimStart('/');

    /// <summary>The file at an address, or null.</summary>
    internal Asset? Find(string address) => files.TryGetValue(address, out var asset) ? asset : null;

    private static FrozenDictionary<string, string> ReadManifest(string path)
    {
        if (!File.Exists(path))
            return FrozenDictionary<string, string>.Empty;
        var names = JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(path)) ?? [];
        return names.ToFrozenDictionary(n => n.Key.TrimStart('/'), n => "/" + n.Value.TrimStart('/'), StringComparer.Ordinal);
    }

    private static string? TypeOf(string file) =>
        Path.GetExtension(file) switch
        {
            ".css" => "text/css; charset=utf-8",
            ".js" or ".mjs" => "text/javascript; charset=utf-8",
            ".svg" => "image/svg+xml",
            ".woff2" => "font/woff2",
            ".png" => "image/png",
            ".webp" => "image/webp",
            ".ico" => "image/x-icon",
            ".txt" => "text/plain; charset=utf-8",
            ".webmanifest" => "application/manifest+json",
            _ => null,
        };

    /// <summary>A file in its three forms.</summary>
    internal sealed record Asset(string Type, string Cache, string ETag, byte[] Plain, byte[]? Brotli, byte[]? Gzip)
    {
        public static Asset Read(string file, bool immutable)
        {
            var plain = File.ReadAllBytes(file);
            var type = TypeOf(file)!;
            var compressible = type.StartsWith("text/", StringComparison.Ordinal) || type.Contains("svg", StringComparison.Ordinal);
            return new Asset(
                type,
                immutable ? ForEver : ForAnHour,
                $"\"{Convert.ToHexStringLower(SHA256.HashData(plain).AsSpan(0, 12))}\"",
                plain,
                compressible ? Beside(file + ".br") ?? Compress(plain, s => new BrotliStream(s, CompressionLevel.Optimal)) : null,
                compressible ? Beside(file + ".gz") ?? Compress(plain, s => new GZipStream(s, CompressionLevel.Optimal)) : null
            );
        }

        private static byte[]? Beside(string file) => File.Exists(file) ? File.ReadAllBytes(file) : null;

        private static byte[] Compress(byte[] plain, Func<Stream, Stream> open)
        {
            using var packed = new MemoryStream();
            using (var stream = open(packed))
                stream.Write(plain);
            return packed.ToArray();
        }
    }
}

/// <summary>Sends the files of <see cref="Assets"/>.</summary>
public sealed class AssetsMiddleware(RequestDelegate next, Assets assets)
{
    /// <summary>Answers when the address is a file's.</summary>
    public Task InvokeAsync(HttpContext http)
    {
        var head = HttpMethods.IsHead(http.Request.Method);
        if (!(head || HttpMethods.IsGet(http.Request.Method)) || assets.Find(http.Request.Path.Value ?? "") is not { } asset)
            return next(http);
        var headers = http.Response.Headers;
        headers.CacheControl = asset.Cache;
        headers.ETag = asset.ETag;
        headers.Vary = "Accept-Encoding";
        if (http.Request.Headers.IfNoneMatch.ToString() == asset.ETag)
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        var accepted = http.Request.Headers.AcceptEncoding.ToString();
        var body = asset.Plain;
        if (asset.Brotli is { } brotli && accepted.Contains("br", StringComparison.Ordinal))
            (body, headers.ContentEncoding) = (brotli, "br");
        else if (asset.Gzip is { } gzip && accepted.Contains("gzip", StringComparison.Ordinal))
            (body, headers.ContentEncoding) = (gzip, "gzip");
        http.Response.ContentType = asset.Type;
        http.Response.ContentLength = body.Length;
        return head ? Task.CompletedTask : http.Response.BodyWriter.WriteAsync(body, http.RequestAborted).AsTask();
    }
}
