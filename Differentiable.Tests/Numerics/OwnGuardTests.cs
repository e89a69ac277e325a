using Differentiable.Runtime;

namespace Differentiable.Tests.Numerics;

/// <summary>A guard of the user's may do more than look, whatever it is called.</summary>
public partial class OwnGuardTests
{
    [Fact]
    public void It_runs_in_the_first_half()
    {
        using var stack = ValueStack.Rent();
        Assert.Equal(1, CountsIn(() => GuardedForward([2, 3], stack)));
        GuardedReverse([2, 3], 1, new double[2], stack);
    }

    [Fact]
    public void It_runs_in_the_forward_mode() => Assert.Equal(1, CountsIn(() => GuardedJvp([2, 3], [1, 0])));

    [Fact]
    public void It_runs_in_the_gradient() => Assert.Equal(1, CountsIn(() => GuardedGradient([2, 3], new double[2])));

    private static int CountsIn(Action run)
    {
        OwnGuard.Count = 0;
        run();
        return OwnGuard.Count;
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    internal static double Guarded(double[] a)
    {
        OwnGuard.ThrowIfNull(a);
        return a[0] * a[1];
    }

    internal static class OwnGuard
    {
        [ThreadStatic]
        public static int Count;

        public static void ThrowIfNull(object? value)
        {
            Count++;
            ArgumentNullException.ThrowIfNull(value);
        }
    }
}
