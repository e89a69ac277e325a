using Quickstart;

namespace Differentiable.Tests.Examples;

public class GeneratedSourceTests
{
    [Fact]
    public void Extract_TakesOneMethodToTheLeftMargin()
    {
        string source = """
            partial class C
            {
                public static double FGradient(double x)
                {
                    if (x > 0)
                    {
                        return 1;
                    }

                    return FVjp(x, 1);
                }

                public static double FVjp(double x, double dresult)
                {
                }
            }
            """;
        string expected = """
            public static double FGradient(double x)
            {
                if (x > 0)
                {
                    return 1;
                }

                return FVjp(x, 1);
            }
            """;

        Assert.Equal(expected.ReplaceLineEndings(), GeneratedSource.Extract(source.Split('\n'), "FGradient"));
    }

    [Fact]
    public void Extract_FindsNothingWhereTheMethodIsOnlyCalled() =>
        Assert.Null(GeneratedSource.Extract(["    return FVjp(x, 1);"], "FVjp"));
}
