using static Differentiable.Tests.Testing.Verifier;

namespace Differentiable.Tests.Snapshots;

/// <summary>References to arrays that are kept, and rows.</summary>
public class StorageSnapshots
{
    [Fact]
    public void Steps() => Verify(EmittedSource.Of("""
        [Differentiable]
        public static double Steps(double[] start, double dt, int steps)
        {
            double[] u = start;
            for (int k = 0; k < steps; k++)
            {
                double[] next = new double[u.Length];
                for (int i = 0; i < u.Length; i++)
                    next[i] = u[i] + dt * u[i] * u[(i + 1) % u.Length];
                u = next;
            }
            return u[0];
        }
        """));

    [Fact]
    public void SwappedRows() => Verify(EmittedSource.Of("""
        [Differentiable]
        public static double SwappedRows(double[][] a, double x)
        {
            (a[0], a[1]) = (a[1], a[0]);
            a[0][0] *= x;
            return a[0][0] * a[1][0];
        }
        """));
}
