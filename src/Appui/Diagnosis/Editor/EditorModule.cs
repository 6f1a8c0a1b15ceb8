using Appui.Shared;

namespace Appui.Diagnosis.Editor;

/// <summary>Questionnaires that advisers write, publish and retire.</summary>
public static class EditorModule
{
    /// <summary>Registers what the editor needs.</summary>
    public static IServiceCollection AddInstrumentEditor(this IServiceCollection services)
    {
        services.AddScoped<FindInstruments>().AddScoped<BeginDraft>().AddScoped<ChangeDraft>().AddScoped<DeleteDraft>();
        services.AddScoped<SaveItem>().AddScoped<ArrangeItems>().AddScoped<ImportItems>();
        services.AddScoped<PublishInstrument>().AddScoped<RetireInstrument>();
        services.AddSingleton(
            new NavEntry(
                40,
                () => DiagnosisTexts.Nav_Instruments_Group,
                () => DiagnosisTexts.Nav_Instruments,
                "clipboard-check",
                "/instruments",
                Roles.Adviser | Roles.Analyst,
                c => c.MayAdvise
            )
        );
        services.AddSingleton(new AfterRestore((_, _, _) => Task.CompletedTask, s => s.GetRequiredService<Instruments>().ForgetAll()));
        services.AddSingleton(new DemoStory(15, "instruments", EditorDemo.Tell));
        foreach (var kind in EditorKinds.All)
            services.AddSingleton(kind);
        return services;
    }
}
