using Differentiable.Tensors;

namespace Differentiable.Tests.TensorPrograms;

/// <summary>Losses and solvers as users of many fields write them.</summary>
internal static partial class Models
{
    private static readonly Tensor<double> s_data = [[0.2, -0.1], [0.6, 0.4], [-0.3, 0.5]];

    private static readonly Tensor<double> s_noise = [[0.3, 0.7], [-0.4, 0.1], [0.9, -0.2]];

    private static readonly Tensor<int> s_groups = [0, 1, 0], s_from = [0, 1, 2, 2], s_to = [1, 2, 0, 1];

    private enum Activation
    {
        None,
        Relu,
        Tanh,
        Gelu,
    }

    [Differentiable]
    public static Tensor<double> MaskedAttention(Tensor<double> w, Tensor<double> b)
    {
        Tensor<double> queries = Tensor.MatMul(s_data, w), keys = Tensor.MatMul(s_data, Tensor.Transpose(w));
        Tensor<bool> isLater = Tensor.Range(0.0, 3) > Tensor.Reshape(Tensor.Range(0.0, 3), 3, 1);
        Tensor<double> mask = Tensor.Where(isLater, Tensor.Fill(-1e9, [3, 3]), Tensor.Zeros<double>(3, 3));
        return Tensor.Sum(Tensor.MatMul(Tensor.SoftMax((Tensor.MatMul(queries, Tensor.Transpose(keys)) / Math.Sqrt(2)) + mask), s_data * b) * s_noise);
    }

    [Differentiable]
    public static Tensor<double> Adversaries(Tensor<double> w, Tensor<double> b)
    {
        Tensor<double> fake = Tensor.Tanh(s_noise * b);
        Tensor<double> ofCritic = Tensor.Average(Tensor.Softplus(-Score(s_data, w))) + Tensor.Average(Tensor.Softplus(Score(Tensor.StopGradient(fake), w)));
        return ofCritic + Tensor.Average(Tensor.Softplus(-Score(fake, Tensor.StopGradient(w))));
    }

    [Differentiable]
    public static Tensor<double> Variational(Tensor<double> w, Tensor<double> b)
    {
        Tensor<double> encoded = Tensor.MatMul(s_data, w), mean = encoded[.., ..1], logVariance = encoded[.., 1..];
        Tensor<double> decoded = (mean + (Tensor.Exp(0.5 * logVariance) * s_noise[.., ..1])) * b;
        Tensor<double> divergence = -0.5 * Tensor.Sum(1 + logVariance - (mean * mean) - Tensor.Exp(logVariance), [1]);
        return Tensor.Average(Tensor.Sum(Tensor.Square(decoded - s_data), [1]) + divergence);
    }

    [Differentiable]
    public static Tensor<double> Flow(Tensor<double> w, Tensor<double> b)
    {
        Tensor<double> x = s_data, logDeterminant = Tensor.Zeros<double>(3);
        for (int layer = 0; layer < 4; layer++)
        {
            Tensor<double>[] halves = Tensor.Split(x, 2, 1);
            (Tensor<double> kept, Tensor<double> changed) = layer % 2 == 0 ? (halves[0], halves[1]) : (halves[1], halves[0]);
            Tensor<double> scale = Tensor.Tanh((kept * w[layer % 2, 0]) + b[0]);
            Tensor<double> moved = (changed * Tensor.Exp(scale)) + (kept * w[layer % 2, 1]) + b[1];
            x = layer % 2 == 0 ? Tensor.Concatenate<double>([kept, moved], 1) : Tensor.Concatenate<double>([moved, kept], 1);
            logDeterminant += scale[.., 0];
        }
        return Tensor.Average((0.5 * Tensor.Sum(x * x, [1])) - logDeterminant);
    }

    [Differentiable]
    public static Tensor<double> GaussianProcess(Tensor<double> w, Tensor<double> b)
    {
        Tensor<double> x = s_data[.., 1], y = Tensor.Unsqueeze((s_data[.., 0] * b[1]) + w[1, 1], 1);
        Tensor<double> distances = (Tensor.Unsqueeze(x, 1) - x) / Tensor.Exp(w[0, 0]);
        Tensor<double> covariance = (Tensor.Exp(-0.5 * distances * distances) * Tensor.Exp(w[0, 1])) + (Tensor.Exp(b[0] - 2) * Tensor.Eye<double>(3));
        return (0.5 * Tensor.Sum(y * Tensor.Solve(covariance, y))) + Tensor.Sum(Tensor.Log(Tensor.Diagonal(Tensor.Cholesky(covariance)))) + (1.5 * Math.Log(2 * Math.PI));
    }

    [Differentiable]
    public static Tensor<double> Transport(Tensor<double> w, Tensor<double> b)
    {
        const double Temperature = 0.5;
        Tensor<double> costs = Tensor.Square(w - Tensor.Unsqueeze(b, 1)), f = Tensor.Zeros<double>(2), g = f;
        for (int round = 0; round < 10; round++)
        {
            f = -Temperature * Tensor.LogSumExp((g - costs) / Temperature, [1]);
            g = -Temperature * Tensor.LogSumExp((Tensor.Unsqueeze(f, 1) - costs) / Temperature, [0]);
        }
        return Tensor.Sum(Tensor.Exp((Tensor.Unsqueeze(f, 1) + g - costs) / Temperature) * costs);
    }

    [Differentiable]
    public static Tensor<double> Messages(Tensor<double> w, Tensor<double> b)
    {
        Tensor<double> h = s_data;
        for (int round = 0; round < 2; round++)
            h += Tensor.SegmentSum(Tensor.Relu(Tensor.MatMul(Tensor.Gather(h, s_from), w) + b), s_to, 3);
        return Tensor.LogSumExp(Tensor.MatMul(Tensor.SegmentSum(h, s_groups, 2), w) * b);
    }

    [Differentiable]
    public static Tensor<double> Image(Tensor<double> w, Tensor<double> b)
    {
        Tensor<double> image = Tensor.Reshape(Tensor.Sin(Tensor.LinSpace(-1.0, 5.0, 32)), 1, 4, 4, 2);
        Tensor<double> kernel = Tensor.Reshape(Tensor.Concatenate<double>([Tensor.Reshape(w, 4), Tensor.Reshape(w * w, 4)]), 1, 2, 2, 2);
        return Tensor.Sum(Tensor.LogSoftMax(Tensor.Reshape(Tensor.MaxPool2D(Tensor.Relu(Tensor.Conv2D(image, kernel) + b), [2]), 1, -1)) * 0.1);
    }

    [Differentiable]
    public static Tensor<double> Waves(Tensor<double> w, Tensor<double> b)
    {
        Tensor<double> u = Tensor.Sin(Tensor.LinSpace(0.0, 3.0, 8) * b[0]), loss = 0.0;
        for (int step = 0; step < 5; step++)
        {
            Tensor<double> curvature = Tensor.Concatenate<double>([u[1..], u[..1]]) - (2 * u) + Tensor.Concatenate<double>([u[^1..], u[..^1]]);
            Tensor<double> next = u + (0.1 * ((w[0, 0] * curvature) - (w[0, 1] * u * u)));
            loss += Tensor.Sum(Tensor.Square(next - u)) * w[1, 1];
            u = next;
        }
        return loss + (Tensor.Norm(u) * b[1]);
    }

    [Differentiable]
    public static Tensor<double> FixedPoint(Tensor<double> w, Tensor<double> b)
    {
        Tensor<double> x = b, previous;
        do
        {
            previous = x;
            x = Tensor.Tanh(Tensor.MatVec(w, x) + b);
        }
        while (Tensor.Max(Tensor.Abs(x - previous)) > 1e-13);
        return x;
    }

    [Differentiable]
    public static Tensor<double> Minimum(Tensor<double> w, Tensor<double> b)
    {
        Tensor<double> x = b, quadratic = Tensor.MatMul(w, Tensor.Transpose(w)) + Tensor.Eye<double>(2);
        for (int i = 0; i < 6; i++)
        {
            Tensor<double> gradient = Tensor.MatVec(quadratic, x) + Tensor.Exp(x * 0.3) - b, hessian = quadratic + Tensor.DiagonalMatrix(0.3 * Tensor.Exp(x * 0.3));
            Tensor<double> step = Tensor.Solve(hessian, Tensor.Unsqueeze(gradient, 1))[.., 0];
            x -= step;
            if (Tensor.Norm(step) < 1e-14)
                break;
        }
        return x;
    }

    [Differentiable]
    public static Tensor<double> RungeKutta(Tensor<double> w, Tensor<double> b)
    {
        Tensor<double> y = b;
        double t = 0, h = 0.1;
        while (t < 0.95)
        {
            Tensor<double> k1 = Slope(y, t, w, b), k2 = Slope(y + (h / 2 * k1), t + (h / 2), w, b);
            Tensor<double> k3 = Slope(y + (h / 2 * k2), t + (h / 2), w, b), k4 = Slope(y + (h * k3), t + h, w, b);
            y += h / 6 * (k1 + (2 * k2) + (2 * k3) + k4);
            t += h;
            if (Tensor.Max(Tensor.Abs(k1 - k2)) < 0.01)
                h = Math.Min(h * 1.5, 1 - t);
        }
        return y;
    }

    [Differentiable]
    public static Tensor<double> Activated(Tensor<double> w, Tensor<double> b)
    {
        Tensor<double> h = s_data;
        foreach (Activation activation in new[] { Activation.Tanh, Activation.Gelu, Activation.Relu, Activation.None })
            h = Activate(Tensor.MatMul(h, w) + b, activation);
        return Tensor.Average(h);
    }

    [Differentiable]
    public static Tensor<double> Lambdas(Tensor<double> w, Tensor<double> b)
    {
        Func<Tensor<double>, Tensor<double>> activation = x => Tensor.Tanh(x) * b;
        Func<Tensor<double>, int, Tensor<double>> layer = (x, k) => activation(Tensor.MatMul(x, w)) + k;
        return layer(layer(s_data, 1), 2);
    }

    [Differentiable]
    public static Tensor<double> References(Tensor<double> w, Tensor<double> b)
    {
        Tensor<double> x = w, sum = 0.0;
        for (int i = 0; i < 3; i++)
        {
            Move(ref x, b * (i + 1), out Tensor<double> energy, w);
            sum += energy * energy;
        }
        Tensor<double>[] several = [x, b];
        Move(ref several[0], b, out Tensor<double> last, b);
        return sum + last + Tensor.Sum(several[0]);
    }

    [Differentiable]
    private static Tensor<double> Score(Tensor<double> x, Tensor<double> w) => Tensor.Sum(Tensor.LeakyRelu(Tensor.MatMul(x, w), 0.2), [-1]);

    [Differentiable]
    private static Tensor<double> Slope(Tensor<double> y, double t, Tensor<double> w, Tensor<double> b) => Tensor.MatVec(w, y) + (b * Math.Sin(t)) - (y * y * y);

    [Differentiable]
    private static Tensor<double> Activate(Tensor<double> x, Activation activation) => activation switch
    {
        Activation.Relu => Tensor.Relu(x),
        Activation.Tanh => Tensor.Tanh(x),
        Activation.Gelu => Tensor.Gelu(x),
        Activation.None => x,
        _ => throw new ArgumentOutOfRangeException(nameof(activation)),
    };

    [Differentiable]
    private static void Move(ref Tensor<double> x, Tensor<double> v, out Tensor<double> energy, in Tensor<double> k)
    {
        x = x + (v * 0.1);
        energy = (0.5 * Tensor.Sum(v * v)) + Tensor.Sum(k * x * x);
    }
}
