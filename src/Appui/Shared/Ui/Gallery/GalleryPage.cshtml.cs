using System.Globalization;
using Appui.Shared.Ui.Charts;
using Appui.Shared.Ui.Tables;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Appui.Shared.Ui.Gallery;

/// <summary>Every component in every state, with long names, nothing, and far too much. Demonstration and development only.</summary>
public sealed class GalleryPageModel(AppuiSettings settings, IHostEnvironment environment, TimeProvider clock) : PageModel
{
    /// <summary>Sentences of the samples.</summary>
    public IReadOnlyDictionary<string, string> Say { get; } = GallerySamples.Sentences;

    /// <summary>Today.</summary>
    public DateOnly Today => clock.Today();

    /// <summary>A field of the form.</summary>
    [BindProperty]
    public string? Amount { get; set; } = "1 200,50";

    /// <summary>A list, as it is asked by the address.</summary>
    public TableView<GalleryRow> List { get; private set; } = null!;

    /// <summary>Many columns.</summary>
    public TableView<GalleryRow> Framed => GallerySamples.Framed();

    /// <summary>A list of nothing.</summary>
    public TableView<GalleryRow> Nothing => GallerySamples.Nothing();

    /// <summary>Eight directions, with peers.</summary>
    public IReadOnlyList<RadarAxis> Radar { get; } = GallerySamples.Radar;

    /// <summary>Eight directions, two of them unknown, with an uncertainty.</summary>
    public IReadOnlyList<RadarAxis> RadarWithHoles { get; } = GallerySamples.RadarWithHoles;

    /// <summary>Who pays what.</summary>
    public IReadOnlyList<SplitPart> Money { get; } = GallerySamples.Money;

    /// <summary>A plan.</summary>
    public IReadOnlyList<GanttRow> Plan { get; } = GallerySamples.Plan;

    /// <summary>What more money brings.</summary>
    public Curve Curve { get; } = GallerySamples.Curve;

    /// <summary>Choices of a list.</summary>
    public IReadOnlyList<SelectListItem> Regions { get; } = [new("Région d’essai", "0"), new("Provence-Alpes-Côte d’Azur", "93", true)];

    /// <summary>Shows the gallery.</summary>
    public IActionResult OnGet()
    {
        if (!IsOpen)
            return NotFound();
        List = GallerySamples.List(TableQuery.From(Request, ["name", "-amount", "day"], ["etat"], 20));
        return Page();
    }

    /// <summary>The list as a file.</summary>
    public IActionResult OnGetCsv() =>
        IsOpen
            ? File(
                TableCsv.Of(GallerySamples.List(TableQuery.From(Request, ["name", "-amount", "day"], ["etat"], int.MaxValue))),
                "text/csv",
                "galerie.csv"
            )
            : NotFound();

    /// <summary>Shows errors in their places.</summary>
    public IActionResult OnPost(string? name)
    {
        if (!IsOpen)
            return NotFound();
        if (Request.Headers.ContainsKey("X-Appui-Autosave"))
            return new JsonResult(new { savedAt = Show.Time(clock.Now(), Clock.Paris), revision = 2 });
        if (string.IsNullOrWhiteSpace(name))
            ModelState.AddModelError("name", Say["error-name"]);
        if (Typed.Euros(Amount) is not > 0)
            ModelState.AddModelError("Amount", string.Format(CultureInfo.CurrentCulture, Say["error-amount"], Amount));
        ModelState.AddModelError("situation", Say["error-choice"]);
        List = GallerySamples.List(TableQuery.From(Request, ["name"], null, 20));
        return Page();
    }

    private bool IsOpen => settings.Demo || environment.IsDevelopment();
}
