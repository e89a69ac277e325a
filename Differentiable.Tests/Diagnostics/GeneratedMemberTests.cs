using Differentiable.Tests.Testing.Generation;
using Microsoft.CodeAnalysis;

namespace Differentiable.Tests.Diagnostics;

/// <summary>Generated members are not there yet when derivatives are written, though the compiler knows them when it reports errors.</summary>
public class GeneratedMemberTests
{
    [Fact]
    public async Task Calls_of_generated_members_are_refused_and_the_members_collide_with_nothing()
    {
        GeneratorRun run = GeneratorRun.Of("""
            using Differentiable;
            public static partial class C
            {
                [Differentiable]
                public static double F(double x) => x * x;

                [Differentiable]
                public static double G(double x) => FGradient(x);
            }
            """);
        Diagnostic refusal = Assert.Single(await Analysis.Diagnostics(run.Output));
        Assert.Equal("DIFF0015", refusal.Id);
        Assert.Contains("'C.FGradient', which is generated", refusal.GetMessage(), StringComparison.Ordinal);
    }
}
