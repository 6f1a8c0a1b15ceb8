using Appui.Accounts.Contract;
using Appui.Network.Contract;
using Appui.Shared;

namespace Appui.Strategy;

/// <summary>A file to hand out: its bytes and the name it is saved under.</summary>
public sealed record DocumentFile(byte[] Content, string Name);

/// <summary>The documents of a plan: the PDF and the workbook somebody takes away.</summary>
public sealed class PlanDocuments(FindPlan find, Guides guides, OrganisationDirectory organisations, AppuiSettings settings)
{
    /// <summary>The plan as a tagged PDF.</summary>
    public async Task<Outcome<DocumentFile>> Pdf(Guid id, Actor actor, CancellationToken stop) =>
        (await View(id, actor, stop)).Is(out var view, out var refusal)
            ? new DocumentFile(PlanPdf.Render(view), NameOf(view, "pdf"))
            : refusal;

    /// <summary>The plan as a workbook.</summary>
    public async Task<Outcome<DocumentFile>> Xlsx(Guid id, Actor actor, CancellationToken stop) =>
        (await View(id, actor, stop)).Is(out var view, out var refusal)
            ? new DocumentFile(PlanXlsx.Render(view), NameOf(view, "xlsx"))
            : refusal;

    private async Task<Outcome<PlanDocumentView>> View(Guid id, Actor actor, CancellationToken stop)
    {
        if (StrategyAccess.MayRead(actor) is { } forbidden)
            return forbidden;
        if (await find.Run(id, stop) is not { Content: { } content } open)
            return StrategyRefusals.NoPlan;
        var organisation = await organisations.Find(actor.OrganisationId, stop);
        var name = string.IsNullOrEmpty(organisation?.Name) ? StrategyTexts.Pdf_Unnamed : organisation.Name;
        IReadOnlyList<string> address = organisation?.Siret is { } siret ? [string.Format(StrategyTexts.Pdf_Siret, siret)] : [];
        return new PlanDocumentView(
            content,
            name,
            address,
            open.Plan.ReadyAt ?? open.Plan.CreatedAt,
            organisation is null ? Clock.Paris : TimeZoneInfo.FindSystemTimeZoneById(organisation.TimeZone),
            guides.For([.. content.Steps.SelectMany(s => s.Dimensions)], 3),
            await organisations.Contacts(organisation?.RegionCode, stop),
            settings.BaseUrl
        )
        {
            Logo = await organisations.Logo(stop),
        };
    }

    private static string NameOf(PlanDocumentView view, string ending) => $"plan-{view.Plan.FirstMonth:yyyy-MM}.{ending}";
}
