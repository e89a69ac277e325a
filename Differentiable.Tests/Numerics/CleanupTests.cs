using Differentiable.Tests.Corpus.Flow;

namespace Differentiable.Tests.Numerics;

/// <summary>What is opened is closed as often in the derivatives as in the method.</summary>
public class CleanupTests
{
    [Fact]
    public void Everything_that_is_opened_is_closed()
    {
        Cleanups.NestedInASwitchGradient(0.5, 1);
        Cleanups.UsingDeclarationsGradient(0.5, 3);
        Assert.Equal(0, Cleanups.Open);
    }

    [Fact]
    public void Throw_statements_run_what_is_to_run()
    {
        Assert.Throws<ArgumentException>(() => BadlyWrittenCleanup.ThrowsGradient(-1));
        Assert.Equal(0, BadlyWrittenCleanup.Held);
    }
}

internal static partial class BadlyWrittenCleanup
{
    public static int Held { get; private set; }

    private static void Hold(int by) => Held += by;

    [Differentiable]
    public static double Throws(double x)
    {
        Hold(1);
        try
        {
            if (x < 0)
                throw new ArgumentException("negative");
            return x * x;
        }
        finally
        {
            Hold(-1);
        }
    }
}
