using Appui.Diagnosis;
using Appui.Diagnosis.Editor;
using Appui.Shared;
using Appui.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace Appui.Tests.House.Routes;

/// <summary>An organisation that accompanies others, with a draft and a published version of the questionnaire.</summary>
internal static class OperatorScene
{
    public static Task<Place> Furnish(AppFixture app, Member adviser) =>
        app.Act(
            adviser.Actor,
            async services =>
            {
                var stop = CancellationToken.None;
                var released = services.GetRequiredService<Instruments>().Released(Instruments.Maturity);
                var version = ItemVersionRules.NextMinor(released.Select(v => v.Instrument.Version));
                var begin = services.GetRequiredService<BeginDraft>();
                var draft = (await begin.Copy("of-maturity-1.1.0", adviser.Actor, stop)).Value;
                var other = (await begin.Copy("of-maturity-1.1.0", adviser.Actor, stop)).Value;
                (
                    await services
                        .GetRequiredService<PublishInstrument>()
                        .Run(other.Id, version, app.Clock.Today().AddDays(300), other.Revision, adviser.Actor, stop)
                ).Refusal.ShouldBeNull();
                return new Place(
                    adviser.Prefix,
                    adviser.OrganisationId,
                    adviser,
                    Guid.Empty,
                    Guid.Empty,
                    Guid.Empty,
                    Guid.Empty,
                    "",
                    Guid.Empty,
                    new TeamPapers(Guid.Empty, Guid.Empty, Guid.Empty, Guid.Empty),
                    Guid.Empty,
                    new DiagnosisPapers(Guid.Empty, Guid.Empty, Guid.Empty, Guid.Empty),
                    draft.Id,
                    other.Id
                );
            }
        );
}
