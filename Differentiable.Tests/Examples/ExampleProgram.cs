using System.Diagnostics;

namespace Differentiable.Tests.Examples;

/// <summary>What a run of a program left.</summary>
internal sealed record Outcome(int ExitCode, string Output, string Error);

/// <summary>A built example, run as its users do, in a folder of its own.</summary>
internal sealed class ExampleProgram(string name) : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory(name.ToLowerInvariant()).FullName;

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    public Outcome Run(params string[] arguments)
    {
        string program = Path.Combine(AppContext.BaseDirectory, $"{name}.dll");
        ProcessStartInfo start = new(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", ["exec", program, .. arguments])
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new Outcome(process.ExitCode, output, error.Result);
    }

    /// <summary>One line that says what is wrong, and no stack trace.</summary>
    public void AssertRefused(string complaint, params string[] arguments)
    {
        Outcome outcome = Run(arguments);

        Assert.Equal(1, outcome.ExitCode);
        Assert.StartsWith("error: ", outcome.Error);
        Assert.Contains(complaint, outcome.Error);
        Assert.Single(outcome.Error.TrimEnd().Split('\n'));
    }
}
