using Appui.Shared.Ui;

namespace Appui.Diagnosis.Voices;

/// <summary>After the answers were sent: a word of thanks, nothing to come back to.</summary>
public sealed class ThanksPageModel : AppuiPage;
