namespace Appui.Shared.Files;

/// <summary>Files that organisations keep: stored once, sent, collected, verified.</summary>
public static class FilesModule
{
    /// <summary>Collected a week after nothing refers to them.</summary>
    public static readonly RetentionRule Unreferenced = new(
        "files",
        CollectFiles.Delay,
        "own choice: time to undo a mistake",
        CollectFiles.Run
    );

    /// <summary>Registers the store, its nightly collection, and what it keeps about people.</summary>
    public static IServiceCollection AddFiles(this IServiceCollection services)
    {
        services.AddScoped<StoreFile>().AddScoped<SendFile>().AddScoped<ReadFile>().AddScoped<VerifyFiles>();
        services.AddSingleton(Unreferenced);
        services.AddSingleton(new PersonalDataSource("files", FilesAccess.Export, FilesAccess.Erase));
        return services;
    }
}
