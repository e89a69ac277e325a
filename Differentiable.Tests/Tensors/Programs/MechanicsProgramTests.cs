using Differentiable.Tensors;
using Differentiable.Tests.Conformance;

namespace Differentiable.Tests.Tensors.Programs;

/// <summary>What physicists and roboticists write: forces, arms, rotations, equations of motion.</summary>
public class MechanicsProgramTests
{
    [Fact]
    public void Forces_are_slopes_of_the_energy_and_cancel_each_other()
    {
        Tensor<double> places = Tensor.RandomUniform<double>([6, 3], new Random(1), -2, 2);
        (int I, int J)[] pairs = [.. Enumerable.Range(0, 6).SelectMany(i => Enumerable.Range(0, i).Select(j => (i, j)))];
        Tensor<int> one = pairs.Select(pair => pair.I).ToArray(), other = pairs.Select(pair => pair.J).ToArray();
        Tensor<double> Energy(Tensor<double> x)
        {
            Tensor<double> inverse = 1 / (Tensor.Sum(Tensor.Square(x[one] - x[other]), [1]) + 0.5);
            return Tensor.Sum(Tensor.Pow(inverse, 6.0) - Tensor.Pow(inverse, 3.0));
        }
        Slopes.AssertRight(Energy, places);
        Expect.Equal([0, 0, 0], Tensor.Sum(Gradient.Of<double>(Energy)(places)!, [0]), 1e-9);
    }

    [Fact]
    public void An_arm_reaches_its_goal_by_its_Jacobian()
    {
        Tensor<double> lengths = [1, 0.7, 0.4], angles = [0.3, 0.4, 0.5], goal = [1.2, 0.9];
        Tensor<double> Hand(Tensor<double> q)
        {
            Tensor<double> headings = Tensor.CumulativeSum(q);
            return [Tensor.Sum(lengths * Tensor.Cos(headings)), Tensor.Sum(lengths * Tensor.Sin(headings))];
        }
        for (int i = 0; i < 30; i++)
        {
            Tensor<double> jacobian = Gradient.Jacobian<double>(Hand)(angles), square = Tensor.MatMul(jacobian, Tensor.Transpose(jacobian)) + (1e-6 * Tensor.Eye<double>(2));
            angles += Tensor.MatVec(Tensor.Transpose(jacobian), Tensor.Squeeze(Tensor.Solve(square, Tensor.Unsqueeze(goal - Hand(angles), 1)), 1));
        }
        Expect.Equal(goal, Hand(angles), 1e-8);
    }

    [Fact]
    public void The_axis_of_a_rotation_by_quaternions_stays_and_the_rest_has_slopes()
    {
        Tensor<double> point = [0.3, -1.2, 0.8], quaternion = [0.5, -0.2, 0.7, 0.1];
        Expect.Equal(quaternion[1..], Turned(quaternion, quaternion[1..]), 1e-12);
        Expect.Equal(Tensor.Norm(point), Tensor.Norm(Turned(quaternion, point)), 1e-12);
        Slopes.AssertRight(q => Tensor.Sum(Turned(q, point) * new[] { 1.0, 2, 3 }), quaternion);
    }

    [Fact]
    public void A_network_as_equation_of_motion_has_the_same_slopes_when_its_steps_are_run_again()
    {
        Tensor<double> start = [[1, 0]], first = Tensor.RandomUniform<double>([2, 6], new Random(3), -1, 1), second = Tensor.RandomUniform<double>([6, 2], new Random(4), -1, 1);
        Func<Tensor<double>[], Tensor<double>> again = Gradient.RecomputeOfMany<double>(Step);
        Tensor<double>?[] kept = Gradient.OfMany<double>(v => End(Step, v))([start, first, second]);
        Tensor<double>?[] recomputed = Gradient.OfMany<double>(v => End(again, v))([start, first, second]);
        for (int i = 0; i < kept.Length; i++)
            Expect.Equal(kept[i]!, recomputed[i], 1e-12);
        Slopes.AssertRight(w => End(again, [start, w, second]), first);
    }

    private static Tensor<double> Turned(Tensor<double> q, Tensor<double> point)
    {
        Tensor<double> unit = q / Tensor.Norm(q), axis = unit[1..], twice = 2 * Tensor.Cross(axis, point);
        return point + (unit[0] * twice) + Tensor.Cross(axis, twice);
    }

    private static Tensor<double> End(Func<Tensor<double>[], Tensor<double>> step, Tensor<double>[] v)
    {
        Tensor<double> x = v[0];
        for (int i = 0; i < 20; i++)
            x = step([x, v[1], v[2]]);
        return Tensor.Sum(x * x);
    }

    /// <summary>Heun's method.</summary>
    private static Tensor<double> Step(Tensor<double>[] v)
    {
        Tensor<double> Speed(Tensor<double> x) => Tensor.MatMul(Tensor.Tanh(Tensor.MatMul(x, v[1])), v[2]);
        Tensor<double> here = Speed(v[0]);
        return v[0] + (0.05 * (here + Speed(v[0] + (0.1 * here))));
    }
}
