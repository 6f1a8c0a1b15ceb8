using Appui.Network.Contract;
using Appui.Shared.Ui;

namespace Appui.Network;

/// <summary>Every guide, readable by anybody.</summary>
public sealed class GuidesPageModel(Guides guides) : AppuiPage
{
    /// <summary>The guides in the current language.</summary>
    public IReadOnlyList<Guide> All => guides.All;
}
