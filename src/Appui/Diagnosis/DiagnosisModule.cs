using Appui.Diagnosis.Benchmark;
using Appui.Diagnosis.Contract;
using Appui.Diagnosis.Editor;
using Appui.Diagnosis.Evidence;
using Appui.Diagnosis.Progress;
using Appui.Diagnosis.Voices;
using Appui.Shared;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Appui.Diagnosis;

/// <summary>Instruments, answers, scores: from route to action.</summary>
public static class DiagnosisModule
{
    /// <summary>Registers what Diagnosis needs.</summary>
    public static IServiceCollection AddDiagnosis(this IServiceCollection services)
    {
        services.AddBenchmark();
        services.AddSingleton<Instruments>();
        services.AddSingleton(new ReferenceSource("instruments", s => s.GetRequiredService<Instruments>().CheckFiles()));
        services.AddScoped<FindDiagnosis>().AddScoped<StartDiagnosis>().AddScoped<SaveAnswer>().AddScoped<MaturityReader>();
        services.AddScoped<DeepenDimension>().AddScoped<FindResult>().AddScoped<FindProgress>();
        services.AddScoped<OpenVoice>().AddScoped<CloseVoice>().AddScoped<FindVoices>().AddScoped<VoiceMail>();
        services.AddScoped<AddEvidence>().AddScoped<RemoveEvidence>().AddScoped<ShareEvidence>().AddScoped<JudgeEvidence>();
        services.AddScoped<FindShare>().AddScoped<ReaderDesk>().AddSingleton(EvidenceFiles.Use);
        services.AddScoped<FindDoorway>().AddScoped<ReplyToVoice>();
        services.AddInstrumentEditor();
        services.AddSingleton(
            new NavEntry(
                10,
                () => DiagnosisTexts.Nav_Group,
                () => DiagnosisTexts.Nav,
                "compass",
                "/diagnostic",
                Roles.Manager | Roles.Trainer,
                c => c.MayHavePlans
            )
        );
        services.AddSingleton(new ApiScope(DiagnosisApi.Scope, () => DiagnosisTexts.Scope_Diagnosis));
        services.AddSingleton(new NextStep(Roles.Manager, NextSteps));
        services.AddSingleton(new DemoStory(10, "diagnosis", DiagnosisDemo.Tell));
        foreach (var kind in DiagnosisKinds.All)
            services.AddSingleton(kind);
        services.Configure<RazorPagesOptions>(o =>
        {
            // The same pages serve a visitor's provisional space.
            o.Conventions.AddPageRoute("/Diagnosis/DiagnosisPage", "/essai/{link}/diagnostic");
            o.Conventions.AddPageRoute("/Diagnosis/DiagnosisPage", "/essai/{link}");
            o.Conventions.AddPageRoute("/Diagnosis/QuestionPage", "/essai/{link}/diagnostic/question/{number:int}");
            o.Conventions.AddPageRoute("/Diagnosis/ResultPage", "/essai/{link}/diagnostic/resultat/{id:guid?}");
        });
        return services;
    }

    private static async Task<IReadOnlyList<NextStepItem>> NextSteps(IServiceProvider services, Actor actor, CancellationToken stop)
    {
        var current = services.GetRequiredService<CurrentActor>();
        if (!current.MayHavePlans)
            return [];
        var prefix = current.Prefix;
        return await services.GetRequiredService<FindDiagnosis>().Run(null, stop) switch
        {
            null =>
            [
                new NextStepItem(
                    null,
                    DiagnosisTexts.Step_Start,
                    DiagnosisTexts.Step_Start_Detail,
                    DiagnosisTexts.Step_Start_Go,
                    $"{prefix}/diagnostic",
                    90
                ),
            ],
            { NextQuestion: { } number } =>
            [
                new NextStepItem(
                    null,
                    DiagnosisTexts.Step_Finish,
                    DiagnosisTexts.Step_Finish_Detail,
                    DiagnosisTexts.Step_Finish_Go,
                    $"{prefix}/diagnostic/question/{number}",
                    80
                ),
            ],
            _ => [],
        };
    }
}
