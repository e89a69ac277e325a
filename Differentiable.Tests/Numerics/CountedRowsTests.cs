using System.Runtime.CompilerServices;

namespace Differentiable.Tests.Numerics;

/// <summary>Jacobians of methods that return arrays: the method runs once more to count the rows, and what it is passed by reference is no worse for it.</summary>
public partial class CountedRowsTests
{
    private static readonly double[] s_x = [1.5, 2];

    [Fact]
    public void References_are_passed()
    {
        Assert.Equal(new double[,] { { 1, 0, 0 }, { 3, 0, 1.5 }, { 3, 0, 1.5 } }, BehindJacobian(s_x, 3));
        Assert.Equal(new double[,] { { 0, 1, 0 }, { 1.5, 3, 0 }, { 1.5, 3, 0 }, { 1.5, 3, 0 } }, TupleJacobian(3, s_x));
        Assert.Equal(new double[,] { { 0, 0, 1, 0 }, { 4.5, 3, 6, 0 }, { 1.5, 0, 2, 0 }, { 0, 1, 0, 0 } }, OfStructJacobian(new(2, 3), s_x));
    }

    [Fact]
    public void Outputs_stand_where_they_are_declared()
    {
        Assert.Equal(new double[,] { { 1, 0 }, { 0, 1 }, { 1, 0 } }, InFrontJacobian(s_x));
        Assert.Equal(new double[,] { { 1, 0, 0 }, { 0, 1, 0 }, { 1, 0, 0 }, { 0, 2, 2 }, { 0, 1, 0 }, { 0, 0, 2 } }, AllAroundJacobian(s_x, 2));
    }

    [Fact]
    public void Inline_arrays_are_passed()
    {
        Three x = default;
        (x[0], x[1], x[2]) = (1, 2, 3);
        double[,] jacobian = OfInlineJacobian(x, 3, s_x);
        Assert.Equal(2, x[1]);
        Assert.Equal((6, 6), (jacobian.GetLength(0), jacobian.GetLength(1)));
        Assert.Equal((1.5, 1, 3, 1.5), (jacobian[0, 0], jacobian[0, 4], jacobian[3, 4], jacobian[3, 3]));
    }

    [Fact]
    public void What_a_struct_changes_in_itself_stays() => Assert.Equal(new double[,] { { 1 }, { 4 }, { 1 } }, Scale.TakeJacobian(new(2)));

    [Fact]
    public void Members_of_objects_are_passed_references() =>
        Assert.Equal(new double[,] { { 1, 0, 0, 0 }, { 6, 0, 3, 4.5 }, { 6, 0, 3, 4.5 } }, new Scaled().RunJacobian(s_x, 3));

    [Differentiable(Derivatives.Gradient | Derivatives.Jacobian)]
    internal static double[] Behind(double[] x, ref double s)
    {
        s *= x[0];
        return [x[0], s];
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jacobian)]
    internal static (double[] Y, double M) Tuple(ref double s, double[] x)
    {
        s *= x[0];
        return ([x[0], s], s);
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jacobian)]
    internal static double[] OfStruct(ref Two s, double[] x)
    {
        s.A *= x[0];
        return [x[0], s.A * s.B];
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jacobian)]
    internal static double[] InFront(out double s, double[] p)
    {
        s = p[0];
        return [.. p];
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jacobian)]
    internal static double[] AllAround(out Two s, double[] p, out double q, ref double f)
    {
        s = new(p[0], p[1] * f);
        q = p[1];
        f *= 2;
        return [.. p];
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jacobian)]
    internal static double[] OfInline(ref Three x, ref double s, double[] p)
    {
        s *= p[0];
        x[1] = s;
        return [x[0] * p[0], x[2]];
    }

    internal record struct Two(double A, double B);

    [InlineArray(3)]
    internal struct Three
    {
        private double _element;
    }

    internal sealed partial class Scaled
    {
        [Differentiable]
        public double Weight = 2;

        [Differentiable(Derivatives.Gradient | Derivatives.Jacobian)]
        public double[] Run(double[] x, ref double s)
        {
            s *= x[0] * Weight;
            return [x[0], s];
        }
    }

    internal partial record struct Scale(double Weight)
    {
        [Differentiable(Derivatives.Gradient | Derivatives.Jacobian)]
        public double[] Take(out double s)
        {
            s = Weight;
            Weight *= s;
            return [s];
        }
    }
}
