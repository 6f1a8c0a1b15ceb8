using Appui.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Appui.Diagnosis.Editor;

/// <summary>A version as one voice is asked it: the real questions, and nothing is kept.</summary>
public sealed class PreviewPageModel(FindInstruments find, CurrentActor current) : EditorPage(find, current)
{
    private const int MostShown = 100;

    /// <summary>Who is asked.</summary>
    public Voice Voice { get; private set; }

    /// <summary>Profile of the provider that is asked.</summary>
    public string Profile { get; private set; } = "upTo10";

    /// <summary>As wide as a phone.</summary>
    public bool IsPhone { get; private set; }

    /// <summary>The questions that can be shown.</summary>
    public IReadOnlyList<ItemForm> Forms { get; private set; } = [];

    /// <summary>Questions that have to be corrected before they can be shown.</summary>
    public IReadOnlyList<string> Faulty { get; private set; } = [];

    /// <summary>Place of the question shown, from 1: the management is asked one at a time.</summary>
    public int Number { get; private set; }

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>Address of the same preview otherwise.</summary>
    public string With(string? voice = null, int? number = null, bool? phone = null) =>
        $"{Here}/apercu/{voice ?? ItemRules.VoiceNames.First(v => v.Value == Voice).Key}?profil={Profile}&n={number ?? 1}&telephone={(phone ?? IsPhone ? "true" : "false")}";

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGet(string key, string voice, string? profil, int n, bool telephone, CancellationToken stop)
    {
        if (!ItemRules.VoiceNames.TryGetValue(voice, out var known) || !await Find(key, stop))
            return NotFound();
        (Voice, IsPhone) = (known, telephone);
        Profile = ItemRules.Profiles.FirstOrDefault(p => p == profil) ?? Profile;
        var asked = (Open.File.Items ?? [])
            .Where(i => i.Type != "COMPUTED" && i.Voices?.Contains(voice, StringComparer.Ordinal) == true)
            .Where(i => i.Profiles is null || i.Profiles.Contains(Profile, StringComparer.Ordinal))
            .ToLookup(i => ItemRules.FaultsOf(Open.File, i).Count == 0);
        Faulty = [.. asked[false].Select(i => i.Code ?? "")];
        var sound = asked[true].Select(ItemRules.Of).ToList();
        Count = sound.Count;
        Number = Math.Clamp(n, 1, Math.Max(1, Count));
        Forms =
        [
            .. (Voice == Voice.Management ? sound.Skip(Number - 1).Take(1) : sound.Take(MostShown)).Select(i => new ItemForm(
                i,
                Voice,
                null,
                $"choice-{i.Code}",
                null
            )),
        ];
        return Page();
    }
}
