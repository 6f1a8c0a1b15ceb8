using Appui.Shared;
using Appui.Shared.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Appui.Diagnosis.Editor;

/// <summary>What every page of a version does: let in who may, find the version, and show it again after a "no".</summary>
public abstract class EditorPage(FindInstruments find, CurrentActor current) : AppuiPage
{
    /// <summary>The version.</summary>
    public OpenInstrument Open { get; private set; } = null!;

    /// <summary>Address of the version.</summary>
    public string Here => $"{List}/{Open.Key}";

    /// <summary>Address of the list.</summary>
    public string List => $"{current.Prefix}/instruments";

    /// <summary>May this person change this draft?</summary>
    public bool MayChange => Open.IsDraft && Open.IsOwn && EditorAccess.MayEdit(current) is null;

    /// <summary>May this person retire this version?</summary>
    public bool MayRetire => Open.Row is { State: InstrumentState.Published } && Open.IsOwn && EditorAccess.MayEdit(current) is null;

    /// <summary>May this person begin a draft?</summary>
    public bool MayBegin => EditorAccess.MayEdit(current) is null;

    /// <summary>Name of a version: « of-maturity 1.2.0 ».</summary>
    public string Name => $"{Open.File.Code} {Open.File.Version}";

    /// <summary>Name of the reader's organisation.</summary>
    protected string Organisation => current.OrganisationName ?? "";

    /// <summary>Who acts.</summary>
    protected Actor Actor => current.Actor;

    /// <summary>Finds the version for somebody who may read it.</summary>
    protected async Task<bool> Find(string key, CancellationToken stop)
    {
        if (EditorAccess.MayRead(current) is not null || await find.One(key, current.Actor, stop) is not { } open)
            return false;
        Open = open;
        return true;
    }

    /// <summary>Finds the draft for somebody who may change it.</summary>
    protected async Task<bool> FindOwn(string key, CancellationToken stop) =>
        EditorAccess.MayEdit(current) is null && await Find(key, stop) && Open is { IsOwn: true, Row: not null };

    /// <summary>Shows a refusal: nothing is there for whoever may not know of it.</summary>
    protected IActionResult Say(Refusal refusal) =>
        refusal.Kind is RefusalKind.Forbidden or RefusalKind.Unknown ? NotFound() : Refused(refusal);
}
