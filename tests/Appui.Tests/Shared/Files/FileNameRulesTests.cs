using Appui.Shared.Files;

namespace Appui.Tests.Shared.Files;

/// <summary>Names of files that people send.</summary>
public sealed class FileNameRulesTests
{
    [Theory]
    [InlineData("Devis été 2026.pdf", "Devis été 2026.pdf")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\Users\\moi\\Bureau\\devis.pdf", "devis.pdf")]
    [InlineData("  ..  ", "document")]
    [InlineData("", "document")]
    [InlineData("/", "document")]
    [InlineData("facture\u202Efdp.exe", "facturefdp.exe")]
    [InlineData("a\u0000b\tc\nd\u200Be.txt", "a b c de.txt")]
    [InlineData("prix<1>: \"net\"?.csv", "prix-1-- -net--.csv")]
    [InlineData("con.pdf", "_con.pdf")]
    [InlineData("COM1", "_COM1")]
    [InlineData("e\u0301te\u0301.pdf", "été.pdf")]
    [InlineData("\uD800seul.pdf", "seul.pdf")]
    [InlineData("تقرير.pdf", "تقرير.pdf")]
    public void A_name_is_cleaned(string given, string kept) => FileNameRules.Clean(given).ShouldBe(kept);

    [Theory]
    [InlineData("devis.pdf", FileKind.Pdf, "devis.pdf")]
    [InlineData("devis.PDF", FileKind.Pdf, "devis.pdf")]
    [InlineData("photo.jpeg", FileKind.Jpeg, "photo.jpeg")]
    [InlineData("photo.png", FileKind.Jpeg, "photo.jpg")]
    [InlineData("devis.docx", FileKind.Docm, "devis.docm")]
    [InlineData("effectifs.csv", FileKind.Text, "effectifs.csv")]
    [InlineData("page.html", FileKind.Text, "page.html.txt")]
    [InlineData("facture.exe", FileKind.Pdf, "facture.exe.pdf")]
    [InlineData("rapport v1.2", FileKind.Pdf, "rapport v1.2.pdf")]
    [InlineData("fichier", FileKind.Png, "fichier.png")]
    public void Its_end_fits_the_content(string cleaned, FileKind kind, string kept) => FileNameRules.Fit(cleaned, kind).ShouldBe(kept);

    [Fact]
    public void Five_hundred_characters_become_a_name_that_fits_and_no_character_is_cut_in_two()
    {
        var given = string.Concat(Enumerable.Repeat("\u202E\u0007é👩‍🏫", 70)) + ".png";
        var kept = FileNameRules.Fit(FileNameRules.Clean(given), FileKind.Pdf);
        kept.Length.ShouldBeLessThanOrEqualTo(FileNameRules.Longest);
        kept.ShouldEndWith(".pdf");
        kept.EnumerateRunes().ShouldNotContain(System.Text.Rune.ReplacementChar);
        kept.ShouldNotContain("\u202E");
        kept.ShouldNotContain("\u0007");
        kept.ShouldStartWith("é👩");
    }
}
