using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Appui.Tests.Harness;

/// <summary>The application as a process of its own, started as an administrator would, which a test may kill.</summary>
public sealed class ChildApp : IDisposable
{
    private readonly Process child;

    private ChildApp(Process process, int port)
    {
        child = process;
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = new Uri($"http://localhost:{port}"),
        };
        Client.DefaultRequestHeaders.Add("Origin", $"http://localhost:{port}");
    }

    /// <summary>Calls it as one of its own pages would.</summary>
    public HttpClient Client { get; }

    /// <summary>Runs a command to its end.</summary>
    public static async Task<(int Code, string Output, string Error)> Run(
        IEnumerable<string> arguments,
        params (string Name, string Value)[] environment
    )
    {
        using var process = Launch(arguments, environment);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }

    /// <summary>Serves a migrated instance; back once it is ready.</summary>
    public static async Task<ChildApp> Serve(params string[] arguments)
    {
        var port = FreePort();
        var process = Launch(["serve", "--port", $"{port}", .. arguments]);
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var app = new ChildApp(process, port);
        for (var i = 0; i < 600; i++)
        {
            if (process.HasExited)
                throw new InvalidOperationException($"The application ended with {process.ExitCode}.");
            try
            {
                if ((await app.Client.GetAsync("/health/ready")).IsSuccessStatusCode)
                    return app;
            }
            catch (HttpRequestException)
            {
                // not listening yet
            }

            await Task.Delay(50);
        }

        throw new TimeoutException("The application did not start.");
    }

    /// <summary>kill −9: no handler of ours runs.</summary>
    public void Kill()
    {
        child.Kill();
        child.WaitForExit();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (!child.HasExited)
            Kill();
        child.Dispose();
        Client.Dispose();
    }

    private static Process Launch(IEnumerable<string> arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Appui.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
