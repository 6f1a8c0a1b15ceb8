using Appui.Standards.Identifiers;
using CsCheck;
using Shouldly;
using Xunit;

namespace Appui.Standards.Tests.Identifiers;

public sealed class SiretTests
{
    [Theory]
    [InlineData("73282932000074")]
    [InlineData("732 829 320 00074")]
    [InlineData("732\u00a0829\u00a0320\u202f00074")]
    [InlineData("  732.829.320-00074 ")]
    public void A_sound_number_is_read_however_it_is_spaced(string typed)
    {
        Siret.Read(typed, out var siret).ShouldBe(SirenProblem.None);
        siret.ToString().ShouldBe("73282932000074");
        siret.Siren.ToString().ShouldBe("732829320");
        siret.ToDisplay().ShouldBe("732\u00a0829\u00a0320\u00a000074");
    }

    [Theory]
    [InlineData(null, SirenProblem.Empty)]
    [InlineData("   ", SirenProblem.Empty)]
    [InlineData("7328293200007", SirenProblem.Length)]
    [InlineData("732829320000744", SirenProblem.Length)]
    [InlineData("7328293200007A", SirenProblem.Characters)]
    [InlineData("٧٣٢٨٢٩٣٢٠٠٠٠٧٤", SirenProblem.Characters)]
    [InlineData("73282932000075", SirenProblem.Key)]
    [InlineData("00000000000000", SirenProblem.Key)]
    public void What_is_wrong_is_named(string? typed, SirenProblem problem) => Siret.Read(typed, out _).ShouldBe(problem);

    [Fact]
    public void A_very_long_text_is_no_number() => Siret.Read(new string('1', 1_000_000), out _).ShouldBe(SirenProblem.Length);

    [Theory]
    [InlineData("35600000000048")] // head office: Luhn
    [InlineData("35600000049837")] // sum 45
    [InlineData("35600000009075")] // sum 35
    public void La_Poste_counts_its_digits_by_five(string typed) => Siret.Read(typed, out _).ShouldBe(SirenProblem.None);

    [Fact]
    public void A_wrong_number_of_La_Poste_is_refused() => Siret.Read("35600000049838", out _).ShouldBe(SirenProblem.Key);

    [Fact]
    public void A_completed_number_is_sound_and_no_other_last_digit_is() =>
        Gen.Char['0', '9']
            .Array[13]
            .Select(digits => new string(digits))
            .Where(digits => digits.Any(c => c != '0') && !digits.StartsWith(Siren.LaPoste, StringComparison.Ordinal))
            .Sample(first =>
            {
                var siret = Siret.Complete(first).ToString();
                var sound = Enumerable.Range(0, 10).Where(d => Siret.Read(first + d, out _) == SirenProblem.None).ToList();
                return sound.Count == 1 && siret == first + sound[0];
            });

    [Fact]
    public void One_changed_digit_is_always_found() =>
        Gen.Select(Gen.Char['1', '9'].Array[13], Gen.Int[0, 13], Gen.Int[1, 9])
            .Sample(
                (digits, place, shift) =>
                {
                    var sound = Siret.Complete(new string(digits)).ToString().ToCharArray();
                    sound[place] = (char)('0' + ((sound[place] - '0' + shift) % 10));
                    return Siret.Read(new string(sound), out _) == SirenProblem.Key;
                }
            );

    [Fact]
    public void Any_text_is_answered_without_a_fault() => Gen.String.Sample(text => Enum.IsDefined(Siret.Read(text, out _)));

    [Fact]
    public void A_completion_needs_thirteen_digits() => Should.Throw<ArgumentException>(() => Siret.Complete("12"));

    [Fact]
    public void A_vat_number_comes_from_the_siren()
    {
        Siren.Read("732 829 320", out var siren).ShouldBe(SirenProblem.None);
        siren.VatNumber.ShouldBe("FR44732829320");
        siren.ToDisplay().ShouldBe("732\u00a0829\u00a0320");
        Siren.Read("404833048", out siren).ShouldBe(SirenProblem.None);
        siren.VatNumber.ShouldBe("FR83404833048");
    }

    [Fact]
    public void An_unset_number_is_empty_text()
    {
        default(Siret).ToString().ShouldBe("");
        default(Siret).ToDisplay().ShouldBe("");
        default(Siret).Siren.ToString().ShouldBe("");
    }
}
