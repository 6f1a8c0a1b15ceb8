using Appui.Tests.Harness;

namespace Appui.Tests.Journeys;

/// <summary>The application in demonstration mode, where illustrative schemes count.</summary>
public sealed class DemonstrationApp() : SqliteApp(settings => settings.Demo = true);

/// <summary>The same on PostgreSQL.</summary>
public sealed class DemonstrationOnPostgres() : PostgresApp(settings => settings.Demo = true);
