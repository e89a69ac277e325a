using System.Diagnostics;
using Differentiable.Tests.Testing;

namespace Differentiable.Tests.Package;

/// <summary>
/// The package, as a library and an application that uses the library see it: packed from what is built, restored from a folder, without a
/// network.
/// </summary>
public class PackageTests
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <RestoreSources>{0}</RestoreSources>
            <RestorePackagesPath>{1}</RestorePackagesPath>
            <RestoreFallbackFolders>{2}</RestoreFallbackFolders>
            <NuGetAudit>false</NuGetAudit>
            <OutputType>{3}</OutputType>
          </PropertyGroup>
          <ItemGroup>{4}</ItemGroup>
        </Project>
        """;

    private const string Library = """
        namespace Lib;

        public static partial class Functions
        {
            [Differentiable.Differentiable]
            public static double[] Scaled(double[] u, double s)
            {
                for (int i = 0; i < u.Length; i++)
                    u[i] *= s;
                return u;
            }
        }

        public static partial class Losses
        {
            [Differentiable.Differentiable(Differentiable.Derivatives.Operation)]
            public static Differentiable.Tensors.Tensor<double> Loss(Differentiable.Tensors.Variable<double> w) => Differentiable.Tensors.Tensor.Sum(Differentiable.Tensors.Tensor.Square(w));
        }

        public partial class Spring
        {
            [Differentiable.Differentiable]
            public double Stiffness { get; set; } = 3;

            [Differentiable.Differentiable]
            public double Energy(double x) => 0.5 * Stiffness * x * x;
        }
        """;

    private const string Application = """
        using Differentiable;
        using Differentiable.Tensors;

        (double x, double stiffness) = new Coil().TotalGradient(2);
        Console.WriteLine(FormattableString.Invariant($"{x} {stiffness} {IsOneOperation()}"));

        // One operation does not know the value any more that the variable had.
        static bool IsOneOperation()
        {
            Variable<double> w = new([1, 2]);
            GradientTape tape = new();
            Tensor<double> loss;
            using (tape.Record())
                loss = Lib.Losses.Loss(w);
            w.AssignAdd(1.0);
            try
            {
                return tape.Gradient(loss, w) is null;
            }
            catch (InvalidOperationException)
            {
                return true;
            }
        }

        public partial class Coil : Lib.Spring
        {
            [Differentiable]
            public double Total(double x)
            {
                double[] u = [x, 1];
                double[] v = Lib.Functions.Scaled(u, x);
                v[1] += 1;
                return Energy(u[0]) + u[1];
            }
        }
        """;

    /// <summary>½ k x⁴ + x + 1 at x = 2, k = 3: 2 k x³ + 1 and ½ x⁴.</summary>
    [Fact]
    public void A_library_and_an_application_use_the_package()
    {
        string root = Directory.CreateTempSubdirectory("differentiable-package-").FullName;
        try
        {
            string feed = Path.Combine(root, "feed"), configuration = Configuration();
            const string Version = "0.0.1-test";
            Run(Repository.Root, $"pack Differentiable.Core --no-build -c {configuration} -o {feed} -p:Version={Version} -p:PackageVersion={Version}");
            string package = $"""<PackageReference Include="Differentiable.Core" Version="{Version}" />""";
            Write(root, "Lib", "Library", Library, package);
            Write(root, "App", "Exe", Application, """<ProjectReference Include="../Lib/Lib.csproj" />""");
            string app = Path.Combine(root, "App");
            Run(app, "build -v q -o out -p:UseSharedCompilation=false");
            Assert.Equal("49 8 True", Run(app, "out/App.dll").Trim());
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static string Configuration() => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    private static void Write(string root, string name, string outputType, string source, string items)
    {
        string folder = Directory.CreateDirectory(Path.Combine(root, name)).FullName;
        string cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        string project = Project.Replace("{0}", Path.Combine(root, "feed"), StringComparison.Ordinal)
            .Replace("{1}", Path.Combine(root, "packages"), StringComparison.Ordinal)
            .Replace("{2}", cache, StringComparison.Ordinal)
            .Replace("{3}", outputType, StringComparison.Ordinal)
            .Replace("{4}", items, StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(folder, name + ".csproj"), project);
        File.WriteAllText(Path.Combine(folder, name + ".cs"), source);
    }

    private static string Run(string folder, string arguments)
    {
        ProcessStartInfo start = new("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string inherited in start.Environment.Keys.Where(k => k.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(inherited);
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        // A build node that lives on would keep the output open.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"dotnet {arguments}\n{output}\n{errors.Result}");
        return output;
    }
}
