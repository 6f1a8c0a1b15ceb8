using System.Net.Mail;
using Appui.Shared;

namespace Appui.Diagnosis.Voices;

/// <summary>Can a voice be heard the way a manager wants? Pure.</summary>
public static class VoiceOrderRules
{
    /// <summary>Why not, or null.</summary>
    public static Refusal? Check(VoiceOrder order, DateOnly today)
    {
        if (order.Voice == Voice.Management || !Enum.IsDefined(order.Voice) || !Enum.IsDefined(order.Door))
            return VoicesRefusals.ChooseVoice;
        if (order.ClosesOn is not { } end || end < today || end > today.AddDays(VoiceRules.LongestDays))
            return VoicesRefusals.ChooseEnd.With(VoiceRules.LongestDays);
        if (order.Door == VoiceDoor.Link)
            return order.Headcount is > 0 and <= 100_000 ? null : VoicesRefusals.TellHeadcount;
        if (order.Mails.FirstOrDefault(m => !IsAddress(m)) is { } wrong)
            return VoicesRefusals.NotAnAddress.With(wrong);
        if (order.Mails.Distinct(StringComparer.OrdinalIgnoreCase).Count() != order.Mails.Count)
            return VoicesRefusals.SameAddressTwice;
        var count = (order.Codes ?? 0) + order.Mails.Count;
        return order.Codes is null or >= 0 && count is > 0 and <= VoiceRules.MostCodes
            ? null
            : VoicesRefusals.TellCount.With(VoiceRules.MostCodes);
    }

    /// <summary>Addresses from lines, commas or semicolons.</summary>
    public static IReadOnlyList<string> Addresses(string? typed) =>
        [.. (typed ?? "").Split(['\n', '\r', ',', ';', ' ', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    private static bool IsAddress(string text) =>
        text.Length <= 254 && MailAddress.TryCreate(text, out var address) && address.Address == text;
}
