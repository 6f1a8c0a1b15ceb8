using System.Text;
using Appui.Shared.Files;
using Appui.Tests.Shared.Documents;
using SkiaSharp;

namespace Appui.Tests.Shared.Files;

/// <summary>What a file is, told from its bytes and nothing else.</summary>
public sealed class SniffFileTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static async Task<string> Look(byte[] bytes)
    {
        using var file = new MemoryStream(bytes);
        var outcome = await SniffFile.Run(file, Stop);
        return outcome.Is(out var look, out var refusal) ? look.Kind + (look.HasMacros ? " acts" : "") : refusal.Code;
    }

    private static Task<string> Look(string text, Encoding? encoding = null) => Look((encoding ?? Encoding.UTF8).GetBytes(text));

    public static TheoryData<string, byte[]> Known =>
        new()
        {
            { "Png", SomeFile.Image(SKEncodedImageFormat.Png) },
            { "Jpeg", SomeFile.Photograph() },
            { "Webp", SomeFile.Image(SKEncodedImageFormat.Webp) },
            { "Pdf", SomeFile.Pdf("") },
            { "Pdf", SomeFile.Pdf("/OpenAction [3 0 R /Fit]") },
            { "Pdf", SomeFile.Pdf("/OpenAction[3 0 R/XYZ null null 0]") },
            { "Pdf acts", SomeFile.Pdf("/OpenAction 5 0 R") },
            { "Pdf acts", SomeFile.Pdf("/OpenAction <</S/URI/URI(https://exemple.test)>>") },
            { "Pdf acts", SomeFile.Pdf("/A <</S /JavaScript /JS (app.alert)>>") },
            { "Pdf acts", SomeFile.Pdf("/A <</S /J#61vaScr#69pt /JS (app.alert)>>") },
            { "Pdf acts", SomeFile.Pdf("/A <</S /Launch /F (calc.exe)>>") },
            { "Pdf acts", SomeFile.Pdf("", SomeFile.Packed("1 0 <</S/JavaScript/JS(x)>>")) },
            { "Pdf acts", SomeFile.Pdf("", "encrypted or broken"u8.ToArray()) },
            { "Pdf acts", SomeFile.Pdf("", filter: "/Filter/LZWDecode") },
            { "Pdf acts", SomeFile.Pdf("", filter: "/Fil#74er/FlateDecode") },
            { "Pdf acts", SomeFile.Pdf("", filter: "/X(stream)/Filter/FlateDecode") },
            { "Pdf acts", SomeFile.Pdf("/Encrypt 9 0 R") },
            { "Docx", SomeFile.Office("vnd.openxmlformats-officedocument.wordprocessingml.document", "word/document.xml") },
            { "Docx acts", SomeFile.Office("vnd.openxmlformats-officedocument.wordprocessingml.document", "word/vbaProject.bin") },
            { "Docm acts", SomeFile.Office("vnd.ms-word.document.macroEnabled", "word/document.xml") },
            { "Xlsx", SomeFile.Office("vnd.openxmlformats-officedocument.spreadsheetml.sheet") },
            { "Xlsx acts", SomeFile.Office("vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xl/macrosheets/sheet1.xml") },
            { "Xlsm acts", SomeFile.Office("vnd.ms-excel.sheet.macroEnabled", "xl/vbaProject.bin") },
            { "Pptx", SomeFile.Office("vnd.openxmlformats-officedocument.presentationml.presentation") },
            { "Pptx acts", SomeFile.Office("vnd.openxmlformats-officedocument.presentationml.presentation", "ppt/activeX/activeX1.bin") },
            { "Pptm acts", SomeFile.Office("vnd.ms-powerpoint.presentation.macroEnabled") },
            { "Odt", SomeFile.OpenDocument("text", "content.xml") },
            { "Odt acts", SomeFile.OpenDocument("text", "Basic/Standard/Module1.xml") },
            { "Ods", SomeFile.OpenDocument("spreadsheet") },
            { "Odp acts", SomeFile.OpenDocument("presentation", "Scripts/python/a.py") },
            { "Zip", SomeFile.Zip(("imsmanifest.xml", "<manifest/>"u8.ToArray())) },
            { "Zip", SomeFile.OpenDocument("text-template") },
            { "Mp4", [0, 0, 0, 24, .. "ftypisom"u8, 0, 0, 2, 0] },
            { "Mp3", [.. "ID3"u8, 4, 0, 0, 0, 0, 0, 0] },
            { "Mp3", Frames(2) },
        };

    // Silence at 128 kbit/s, 44.1 kHz: frames of 417 bytes.
    private static byte[] Frames(int count) =>
        [.. Enumerable.Repeat((byte[])[0xFF, 0xFB, 0x90, 0x00, .. new byte[413]], count).SelectMany(f => f), 0, 0, 0, 0];

    [Theory]
    [MemberData(nameof(Known))]
    public async Task A_kind_is_known_by_its_content_and_what_acts_by_itself_is_flagged(string expected, byte[] bytes) =>
        (await Look(bytes)).ShouldBe(expected);

    [Fact]
    public async Task Our_own_documents_are_known_and_do_nothing_by_themselves()
    {
        (await Look(SomeReport.Whole().Render())).ShouldBe("Pdf");
        (await Look("Nom;Effectif\r\nAtelier d’été;12\r\n")).ShouldBe("Text");
    }

    [Fact]
    public async Task Text_is_text_in_the_encodings_that_spreadsheets_write()
    {
        (await Look("Été ; 12 €\r\n" + new string('é', 5000))).ShouldBe("Text");
        (await Look([0xEF, 0xBB, 0xBF, .. "Été"u8])).ShouldBe("Text");
        (await Look([.. "Caf"u8, 0xE9, .. " \x80\r\n"u8.ToArray()])).ShouldBe("Text");
        (await Look([0xFF, 0xFE, .. Encoding.Unicode.GetBytes("Nom\tEffectif\r\n")])).ShouldBe("Text");
        (await Look("<script>alert(1)</script>")).ShouldBe("Text", "kept and served as text, never as a page");
    }

    public static TheoryData<string, byte[]> Refused =>
        new()
        {
            { nameof(Appui.Shared.SharedTexts.File_Empty), [] },
            { nameof(Appui.Shared.SharedTexts.File_NotAccepted), [.. "GIF89a"u8, 1, 0, 1, 0, .. SomeFile.Pdf("")] },
            { nameof(Appui.Shared.SharedTexts.File_NotAccepted), [.. "GIF89a"u8, .. SomeFile.Pdf("")] },
            { nameof(Appui.Shared.SharedTexts.File_NotAccepted), Encoding.ASCII.GetBytes("du texte, puis %PDF-1.4 un document") },
            { nameof(Appui.Shared.SharedTexts.File_NotAccepted), [.. "MZ"u8, 0x90, 0, 3, 0, 0, 0] },
            { nameof(Appui.Shared.SharedTexts.File_NotAccepted), [0x7F, .. "ELF"u8, 2, 1, 1, 0] },
            { nameof(Appui.Shared.SharedTexts.File_NotAccepted), [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] },
            { nameof(Appui.Shared.SharedTexts.File_NotAccepted), Frames(1) },
            { nameof(Appui.Shared.SharedTexts.File_NotAccepted), [.. "du texte"u8, 0, .. "caché"u8] },
            { nameof(Appui.Shared.SharedTexts.File_Broken), "PK\u0003\u0004 et rien d’autre"u8.ToArray() },
            { nameof(Appui.Shared.SharedTexts.File_Broken), SomeFile.Zip(("a", new byte[1000]))[..60] },
            { nameof(Appui.Shared.SharedTexts.File_Broken), SomeFile.Zip() },
            { nameof(Appui.Shared.SharedTexts.File_Broken), [.. SomeFile.Zip(("a", new byte[10])), .. "derrière"u8] },
            { nameof(Appui.Shared.SharedTexts.File_Locked), SomeFile.Encrypted() },
            { nameof(Appui.Shared.SharedTexts.File_Trap), SomeFile.Zip(("bombe", new byte[30_000_000])) },
            { nameof(Appui.Shared.SharedTexts.File_Trap), SomeFile.Overlapping(200) },
            { nameof(Appui.Shared.SharedTexts.File_Trap), SomeFile.Overlapping(20_000) },
            { nameof(Appui.Shared.SharedTexts.File_Trap), SomeFile.Zip(("../../etc/passwd", [1])) },
            { nameof(Appui.Shared.SharedTexts.File_Trap), SomeFile.Zip(("a\\..\\..\\b", [1])) },
            { nameof(Appui.Shared.SharedTexts.File_Trap), SomeFile.Zip(("/etc/passwd", [1])) },
            { nameof(Appui.Shared.SharedTexts.File_Trap), SomeFile.Zip(("C:/Windows/a", [1])) },
        };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_is_unknown_broken_or_a_trap_is_refused(string code, byte[] bytes) => (await Look(bytes)).ShouldBe(code);

    [Theory]
    [InlineData("/ObjStm", "Pdf acts")]
    [InlineData(" obj/ObjStm/Filter/FlateDecode stream\n", "Pdf acts")]
    [InlineData(" obj/ObjStm stream\n", "Pdf acts")]
    [InlineData("////////", "Pdf")]
    public async Task A_document_made_to_keep_the_reader_busy_does_not(string part, string expected)
    {
        // Looking through all of it at each name would take minutes.
        var bytes = Encoding.ASCII.GetBytes(
            string.Concat(Enumerable.Repeat(part, 8_000_000 / part.Length)).Insert(0, "%PDF-1.7\n1 0 obj\n")
        );
        var watch = System.Diagnostics.Stopwatch.StartNew();
        (await Look(bytes)).ShouldBe(expected);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task What_unfolds_beyond_reason_inside_a_pdf_is_not_followed_and_counts_as_found() =>
        (await Look(SomeFile.Pdf("", SomeFile.Packed(new string(' ', 70_000_000))))).ShouldBe("Pdf acts");

    [Fact]
    public async Task A_file_of_chance_never_breaks_the_reader()
    {
        byte[][] seeds =
        [
            SomeFile.Pdf("/A <</S/JavaScript>>", SomeFile.Packed("1 0 <<>>")),
            SomeFile.Office("vnd.ms-excel.sheet.macroEnabled", "xl/vbaProject.bin"),
            SomeFile.Overlapping(3),
            Frames(3),
        ];
        var chance = new Random(26_11);
        for (var i = 0; i < 4000; i++)
        {
            var bytes = seeds[i % seeds.Length].ToArray();
            for (var n = chance.Next(1, 6); n > 0; n--)
                bytes[chance.Next(bytes.Length)] = (byte)chance.Next(256);
            (await Look(chance.Next(4) == 0 ? bytes[..chance.Next(bytes.Length)] : bytes)).ShouldNotBeEmpty();
        }
    }
}
