using Differentiable.Tensors;
using Differentiable.Tests.Conformance;

namespace Differentiable.Tests.Tensors.Programs;

/// <summary>What statisticians write: Gaussian processes, filters, likelihoods, sums over paths.</summary>
public class ProbabilityProgramTests
{
    private const double Never = double.NegativeInfinity;

    private static readonly Tensor<double> s_counts = [1, 0, 3, 2, 5];

    [Fact]
    public void The_evidence_of_a_gaussian_process_is_the_same_by_Cholesky_and_by_its_determinant()
    {
        Tensor<double> x = Tensor.LinSpace(0.0, 5, 12), y = Tensor.Sin(x), logs = [0.1, -0.2, -2];
        Tensor<double> ByCholesky(Tensor<double> p)
        {
            Tensor<double> root = Tensor.Cholesky(Kernel(x, p)), a = Tensor.SolveTriangular(root, Tensor.Unsqueeze(y, 1));
            return (0.5 * Tensor.Sum(Tensor.Square(a))) + Tensor.Sum(Tensor.Log(Tensor.Diagonal(root)));
        }
        Tensor<double> ByDeterminant(Tensor<double> p)
        {
            Tensor<double> kernel = Kernel(x, p), a = Tensor.Squeeze(Tensor.Solve(kernel, Tensor.Unsqueeze(y, 1)), 1);
            return 0.5 * (Tensor.Dot(y, a) + Tensor.LogDeterminant(kernel).Item2);
        }
        Slopes.AssertRight(ByCholesky, logs);
        Expect.Equal(Gradient.Of<double>(ByCholesky)(logs)!, Gradient.Of<double>(ByDeterminant)(logs), 1e-9);
        Expect.Equal(Gradient.Hessian<double>(ByCholesky)(logs), Gradient.Hessian<double>(ByDeterminant)(logs), 1e-7);
    }

    [Fact]
    public void A_Kalman_filter_has_a_likelihood_in_its_noises()
    {
        Tensor<double> observed = Tensor.RandomNormal<double>([8], new Random(2)), motion = [[1, 1], [0, 1]], row = [[1, 0]];
        Slopes.AssertRight(noises =>
        {
            Tensor<double> mean = Tensor.Zeros<double>(2, 1), covariance = Tensor.Eye<double>(2), loss = 0;
            foreach (Tensor<double> value in observed)
            {
                mean = Tensor.MatMul(motion, mean);
                covariance = Tensor.MatMul(Tensor.MatMul(motion, covariance), Tensor.Transpose(motion)) + Tensor.DiagonalMatrix(Tensor.Exp(noises[..2]));
                Tensor<double> across = Tensor.MatMul(covariance, Tensor.Transpose(row)), spread = Tensor.MatMul(row, across) + Tensor.Exp(noises[2]);
                Tensor<double> surprise = value - Tensor.MatMul(row, mean), gain = Tensor.MatMul(across, Tensor.Inverse(spread));
                loss += 0.5 * Tensor.Sum((Tensor.Square(surprise) / spread) + Tensor.Log(spread));
                mean += Tensor.MatMul(gain, surprise);
                covariance -= Tensor.MatMul(gain, Tensor.MatMul(row, covariance));
            }
            return loss;
        }, [-1, -2, 0]);
    }

    [Fact]
    public void Likelihoods_with_gamma_and_Bessel_functions_have_slopes()
    {
        Slopes.AssertRight(p =>
        {
            Tensor<double> size = Tensor.Exp(p[0]), part = Tensor.Sigmoid(p[1]);
            return Tensor.Sum(Tensor.LogGamma(s_counts + size) - Tensor.LogGamma(size) + (size * Tensor.Log(part)) + (s_counts * Tensor.LogP1(-part)));
        }, [0.3, 0.2]);
        Slopes.AssertRight(k => Tensor.Sum(Tensor.Log(Tensor.BesselI0e(k)) + k), [0.3, 2, 20]);
    }

    [Fact]
    public void The_paths_of_a_label_add_up_as_if_they_were_all_written_down()
    {
        Tensor<double> logits = Tensor.RandomUniform<double>([4, 2], new Random(1), -1, 1);
        Assert.Equal(OfAllPaths(logits), (double)OfLabel(logits), 1e-12);
        Slopes.AssertRight(OfLabel, logits);
    }

    private static Tensor<double> Kernel(Tensor<double> x, Tensor<double> logs)
    {
        Tensor<double> distances = Tensor.Unsqueeze(x, 1) - Tensor.Unsqueeze(x, 0), scales = Tensor.Exp(logs);
        return (scales[1] * Tensor.Exp(-0.5 * Tensor.Square(distances / scales[0]))) + (scales[2] * Tensor.Eye<double>(x.Shape[0]));
    }

    /// <summary>Connectionist temporal classification (Graves et al., 2006) of the label "1", with 0 as the blank: the states are blank, 1, blank.</summary>
    private static Tensor<double> OfLabel(Tensor<double> logits)
    {
        Tensor<double> chances = Tensor.Gather(Tensor.LogSoftMax(logits), new[] { 0, 1, 0 }, axis: 1), never = Never;
        Tensor<double> reached = [chances[0, 0], chances[0, 1], never];
        for (int time = 1; time < logits.Shape[0]; time++)
        {
            Tensor<double> fromBefore = Tensor.Concatenate([Tensor.Reshape(never, 1), reached[..^1]]);
            reached = Tensor.LogSumExp(Tensor.Stack([reached, fromBefore]), [0]) + chances[time];
        }
        return -Tensor.LogSumExp(reached[^2..]);
    }

    private static double OfAllPaths(Tensor<double> logits)
    {
        Tensor<double> chances = Tensor.SoftMax(logits);
        double sum = 0;
        for (int path = 1; path < 16; path++)
        {
            if (Convert.ToString(path, 2).Trim('0').Contains('0', StringComparison.Ordinal))
                continue;
            double product = 1;
            for (int time = 0; time < 4; time++)
                product *= (double)chances[time, (path >> time) & 1];
            sum += product;
        }
        return -Math.Log(sum);
    }
}
