using PdfSharp.Drawing;

namespace Appui.Shared.Documents;

/// <summary>Draws strokes with PDFsharp; keeps its fonts, brushes and pens for the length of one document.</summary>
internal sealed class PdfBrush
{
    private const double HatchStep = 4.5;
    private const double HatchWidth = 0.8;
    private const char NoBreakSpace = '\u00A0';

    private readonly Dictionary<(bool, double), XFont> fonts = [];
    private readonly Dictionary<Ink, XSolidBrush> brushes = [];
    private readonly Dictionary<Pen, XPen> pens = [];

    public void Draw(XGraphics graphics, Stroke stroke)
    {
        switch (stroke)
        {
            case PathStroke path:
                Path(graphics, path);
                break;
            case DotStroke dot:
                graphics.DrawEllipse(
                    Of(dot.Pen),
                    dot.Fill is null ? null : Of(dot.Fill.Ink),
                    dot.Centre.X - dot.Radius,
                    dot.Centre.Y - dot.Radius,
                    2 * dot.Radius,
                    2 * dot.Radius
                );
                break;
            case TextStroke text:
                Text(graphics, new XPoint(text.Start.X, text.Start.Y), text.Text, text.Bold, text.Size, text.Ink);
                break;
            case ImageStroke image:
                Image(graphics, image);
                break;
        }
    }

    /// <summary>A no-break space shares its glyph with the space: drawn as a space, so that a search finds both.</summary>
    public void Text(XGraphics graphics, XPoint start, string text, bool bold, double size, Ink ink) =>
        graphics.DrawString(text.Replace(NoBreakSpace, ' '), Font(bold, size), Of(ink), start);

    private void Path(XGraphics graphics, PathStroke path)
    {
        var points = path.Spots.Select(spot => new XPoint(spot.X, spot.Y)).ToArray();
        if (!path.Closed)
        {
            graphics.DrawLines(Of(path.Pen!)!, points);
            return;
        }

        if (path.Fill is { } fill)
        {
            graphics.DrawPolygon(Of(fill.Ink), points, XFillMode.Winding);
            if (fill.Hatch != Hatch.None)
                HatchIn(graphics, points, fill);
        }

        if (path.Pen is not null)
            graphics.DrawPolygon(Of(path.Pen)!, points);
    }

    /// <summary>PDFsharp has no hatched brush: lines are drawn over the shape's box and clipped to the shape.</summary>
    private void HatchIn(XGraphics graphics, XPoint[] points, Fill fill)
    {
        var shape = new XGraphicsPath();
        shape.AddPolygon(points);
        var (left, right) = (points.Min(point => point.X), points.Max(point => point.X));
        var (top, bottom) = (points.Min(point => point.Y), points.Max(point => point.Y));
        var pen = Of(new Pen(fill.HatchInk, HatchWidth))!;
        var height = bottom - top;
        var saved = graphics.Save();
        graphics.IntersectClip(shape);
        if (fill.Hatch is Hatch.Rising or Hatch.Crossed)
            for (var x = left - height; x < right; x += HatchStep)
                graphics.DrawLine(pen, x, bottom, x + height, top);
        if (fill.Hatch is Hatch.Falling or Hatch.Crossed)
            for (var x = left - height; x < right; x += HatchStep)
                graphics.DrawLine(pen, x, top, x + height, bottom);
        if (fill.Hatch is Hatch.Upright)
            for (var x = left + (HatchStep / 2); x < right; x += HatchStep)
                graphics.DrawLine(pen, x, top, x, bottom);
        if (fill.Hatch is Hatch.Level)
            for (var y = top + (HatchStep / 2); y < bottom; y += HatchStep)
                graphics.DrawLine(pen, left, y, right, y);
        graphics.Restore(saved);
    }

    private static void Image(XGraphics graphics, ImageStroke stroke)
    {
        using var stream = new MemoryStream(stroke.Image, writable: false);
        using var image = XImage.FromStream(stream);
        var scale = Math.Min(stroke.Box.Width / image.PointWidth, stroke.Box.Height / image.PointHeight);
        var (width, height) = (image.PointWidth * scale, image.PointHeight * scale);
        graphics.DrawImage(image, stroke.Box.X + stroke.Box.Width - width, stroke.Box.Y, width, height);
    }

    private XFont Font(bool bold, double size)
    {
        if (!fonts.TryGetValue((bold, size), out var font))
            fonts[(bold, size)] = font = DocumentFonts.At(bold, size);
        return font;
    }

    private XSolidBrush Of(Ink ink)
    {
        if (!brushes.TryGetValue(ink, out var brush))
            brushes[ink] = brush = new XSolidBrush(XColor.FromArgb(ink.Red, ink.Green, ink.Blue));
        return brush;
    }

    private XPen? Of(Pen? pen)
    {
        if (pen is null)
            return null;
        if (pens.TryGetValue(pen, out var known))
            return known;
        var made = new XPen(XColor.FromArgb(pen.Ink.Red, pen.Ink.Green, pen.Ink.Blue), pen.Width) { LineJoin = XLineJoin.Round };
        if (pen.Style != LineStyle.Solid)
            made.DashPattern = pen.Style == LineStyle.Dashed ? [4, 3] : [1, 2];
        return pens[pen] = made;
    }
}
