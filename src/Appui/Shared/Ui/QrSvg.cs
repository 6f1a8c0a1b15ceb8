using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Html;
using QRCoder;

namespace Appui.Shared.Ui;

/// <summary>A QR code as a picture in the page: black on white whatever the colours of the screen, with the quiet zone that readers need.</summary>
public static class QrSvg
{
    /// <summary>Draws an address. <paramref name="label"/> says what it is to those who do not see it.</summary>
    public static IHtmlContent Of(string address, string label)
    {
        using var code = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        for (var x = 0; x < rows.Count; )
        {
            var length = 0;
            while (x + length < rows.Count && rows[y][x + length])
                length++;
            if (length > 0)
                path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h{length}v1h-{length}z");
            x += length + 1;
        }

        return new Markup(2048)
            .Raw($"<svg viewBox=\"0 0 {rows.Count} {rows.Count}\" width=\"200\" height=\"200\" shape-rendering=\"crispEdges\" role=\"img\"")
            .Attribute("aria-label", label)
            .Raw("><path fill=\"#fff\" d=\"M0 0h999v999h-999z\"/><path fill=\"#000\"")
            .Attribute("d", path.ToString())
            .Raw("/></svg>")
            .ToHtml();
    }
}
