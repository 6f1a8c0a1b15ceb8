using SkiaSharp;

namespace Appui.Shared.Files;

/// <summary>An image drawn anew.</summary>
public sealed record Recoded(FileKind Kind, byte[] Bytes);

/// <summary>
/// Draws an image anew: upright, in sRGB, no larger than asked, and without anything that was written beside its pixels (place, device,
/// thumbnail, hidden payload). It becomes JPEG when it was no PNG and hides nothing behind it, PNG otherwise.
/// </summary>
public static class RecodeImage
{
    /// <summary>Most pixels that are decoded: 200 MB of memory, one image at a time.</summary>
    public const int MostPixels = 50_000_000;

    private const int LongestSide = 20_000;
    private const int Quality = 88;

    /// <summary>The new image, or why there is none. Its size is known before its pixels are touched.</summary>
    public static Outcome<Recoded> Run(string path, int longestSide)
    {
        using var codec = SKCodec.Create(path);
        if (codec is null)
            return FileRefusals.Broken;
        var (width, height) = (codec.Info.Width, codec.Info.Height);
        if ((long)width * height > MostPixels || Math.Max(width, height) > LongestSide)
            return FileRefusals.TooManyPixels;
        var scale = Math.Min(1f, longestSide / (float)Math.Max(width, height));
        var near = codec.GetScaledDimensions(scale);
        using var drawn = new SKBitmap(InfoOf(near.Width, near.Height, codec.Info.IsOpaque));
        if (codec.GetPixels(drawn.Info, drawn.GetPixels()) != SKCodecResult.Success)
            return FileRefusals.Broken;
        var kind = codec.EncodedFormat == SKEncodedImageFormat.Png || !codec.Info.IsOpaque ? FileKind.Png : FileKind.Jpeg;
        var format = kind == FileKind.Png ? SKEncodedImageFormat.Png : SKEncodedImageFormat.Jpeg;
        using var upright = Upright(drawn, codec.EncodedOrigin, longestSide);
        using var encoded = upright.Encode(format, Quality);
        return new Recoded(kind, encoded.ToArray());
    }

    private static SKImage Upright(SKBitmap drawn, SKEncodedOrigin origin, int longestSide)
    {
        drawn.SetImmutable();
        var scale = Math.Min(1f, longestSide / (float)Math.Max(drawn.Width, drawn.Height));
        var (width, height) = (Scaled(drawn.Width, scale), Scaled(drawn.Height, scale));
        var isTurned = origin >= SKEncodedOrigin.LeftTop;
        using var surface = SKSurface.Create(InfoOf(isTurned ? height : width, isTurned ? width : height, drawn.Info.IsOpaque));
        surface.Canvas.SetMatrix(MatrixOf(origin, width, height));
        using var image = SKImage.FromBitmap(drawn);
        var sampling =
            scale < 1 ? new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear) : new SKSamplingOptions(SKFilterMode.Nearest);
        surface.Canvas.DrawImage(image, new SKRect(0, 0, drawn.Width, drawn.Height), new SKRect(0, 0, width, height), sampling);
        return surface.Snapshot();
    }

    private static int Scaled(int side, float scale) => Math.Max(1, (int)Math.Round(side * scale));

    private static SKImageInfo InfoOf(int width, int height, bool isOpaque) =>
        new(width, height, SKColorType.Rgba8888, isOpaque ? SKAlphaType.Opaque : SKAlphaType.Premul, SKColorSpace.CreateSrgb());

    // The eight orientations of EXIF 2.32 §4.6.4.A: from the picture as it is stored to the picture as it is seen.
    private static SKMatrix MatrixOf(SKEncodedOrigin origin, float w, float h) =>
        origin switch
        {
            SKEncodedOrigin.TopRight => new(-1, 0, w, 0, 1, 0, 0, 0, 1),
            SKEncodedOrigin.BottomRight => new(-1, 0, w, 0, -1, h, 0, 0, 1),
            SKEncodedOrigin.BottomLeft => new(1, 0, 0, 0, -1, h, 0, 0, 1),
            SKEncodedOrigin.LeftTop => new(0, 1, 0, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightTop => new(0, -1, h, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightBottom => new(0, -1, h, -1, 0, w, 0, 0, 1),
            SKEncodedOrigin.LeftBottom => new(0, 1, 0, -1, 0, w, 0, 0, 1),
            _ => SKMatrix.Identity,
        };
}
