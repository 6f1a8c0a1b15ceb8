using Appui.Shared;
using Appui.Shared.Files;
using Appui.Tests.Harness;
using SkiaSharp;

namespace Appui.Tests.Shared.Files;

/// <summary>Images are drawn anew: what is seen stays, the rest goes.</summary>
public sealed class RecodeImageTests
{
    private static Outcome<Recoded> Draw(byte[] bytes, int longestSide = 4096)
    {
        var path = Path.Combine(TestRun.Folder, $"image-{Ids.New():N}");
        File.WriteAllBytes(path, bytes);
        return RecodeImage.Run(path, longestSide);
    }

    // Red or blue in a corner, « · » for what is neither.
    private static char At(SKBitmap image, bool right, bool bottom)
    {
        var c = image.GetPixel(right ? image.Width - 3 : 2, bottom ? image.Height - 3 : 2);
        return c is { Red: > 200, Blue: < 60 } ? 'R'
            : c is { Blue: > 200, Red: < 60 } ? 'B'
            : '·';
    }

    [Theory]
    [InlineData(1, "40×20 RBRB")]
    [InlineData(2, "40×20 BRBR")]
    [InlineData(3, "40×20 BRBR")]
    [InlineData(4, "40×20 RBRB")]
    [InlineData(5, "20×40 RRBB")]
    [InlineData(6, "20×40 RRBB")]
    [InlineData(7, "20×40 BBRR")]
    [InlineData(8, "20×40 BBRR")]
    public void A_photograph_is_upright_and_says_neither_where_nor_with_what_it_was_taken(ushort orientation, string seen)
    {
        var photograph = SomeFile.Photograph(orientation);
        photograph.AsSpan().IndexOf("Exif"u8).ShouldBeGreaterThan(0);
        var drawn = Draw(photograph).Value;
        drawn.Kind.ShouldBe(FileKind.Jpeg);
        drawn.Bytes.AsSpan().IndexOf("Exif"u8).ShouldBe(-1);
        drawn.Bytes.AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(SomeFile.Place)).ShouldBe(-1);
        using var image = SKBitmap.Decode(drawn.Bytes);
        $"{image.Width}×{image.Height} {At(image, false, false)}{At(image, true, false)}{At(image, false, true)}{At(image, true, true)}".ShouldBe(
            seen
        );
    }

    [Theory]
    [InlineData(SKEncodedImageFormat.Png, false, FileKind.Png)]
    [InlineData(SKEncodedImageFormat.Png, true, FileKind.Png)]
    [InlineData(SKEncodedImageFormat.Webp, false, FileKind.Jpeg)]
    [InlineData(SKEncodedImageFormat.Webp, true, FileKind.Png)]
    [InlineData(SKEncodedImageFormat.Jpeg, false, FileKind.Jpeg)]
    public void It_becomes_png_or_jpeg_and_stays_transparent(SKEncodedImageFormat format, bool transparent, FileKind kind)
    {
        var drawn = Draw(SomeFile.Image(format, transparent: transparent)).Value;
        drawn.Kind.ShouldBe(kind);
        SniffRules.Of(drawn.Bytes).ShouldBe(kind);
        using var image = SKBitmap.Decode(drawn.Bytes);
        image.GetPixel(2, 2).Alpha.ShouldBe(transparent ? (byte)0 : (byte)255);
        At(image, true, true).ShouldBe('B');
    }

    [Theory]
    [InlineData(SKEncodedImageFormat.Jpeg)]
    [InlineData(SKEncodedImageFormat.Png)]
    public void A_large_image_is_reduced_in_proportion(SKEncodedImageFormat format)
    {
        using var image = SKBitmap.Decode(Draw(SomeFile.Image(format, 1500, 500), longestSide: 300).Value.Bytes);
        (image.Width, image.Height).ShouldBe((300, 100));
        At(image, false, false).ShouldBe('R');
        At(image, true, false).ShouldBe('B');
    }

    [Fact]
    public void What_hides_behind_an_image_is_left_out()
    {
        byte[] carrying = [.. SomeFile.Image(SKEncodedImageFormat.Png), .. SomeFile.Zip(("cheval.exe", [1]))];
        Draw(carrying).Value.Bytes.AsSpan().IndexOf("cheval"u8).ShouldBe(-1);
    }

    [Theory]
    [InlineData(30_000, 30_000)]
    [InlineData(25_000, 10)]
    [InlineData(8_000, 7_000)]
    public void A_size_that_is_too_great_is_refused_before_a_pixel_is_drawn(uint width, uint height)
    {
        var before = GC.GetTotalAllocatedBytes();
        Draw(SomeFile.Announced(width, height)).Refusal.ShouldBe(FileRefusals.TooManyPixels);
        (GC.GetTotalAllocatedBytes() - before).ShouldBeLessThan(20_000_000);
    }

    [Fact]
    public void A_cut_image_is_refused()
    {
        foreach (var format in (SKEncodedImageFormat[])[SKEncodedImageFormat.Png, SKEncodedImageFormat.Jpeg, SKEncodedImageFormat.Webp])
        {
            var whole = SomeFile.Image(format, 400, 300);
            Draw(whole[..(whole.Length / 2)]).Refusal.ShouldBe(FileRefusals.Broken, $"{format}");
            Draw(whole[..12]).Refusal.ShouldBe(FileRefusals.Broken, $"{format}");
        }

        Draw(SomeFile.Announced(100, 100)).Refusal.ShouldBe(FileRefusals.Broken);
    }
}
