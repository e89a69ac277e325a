using Differentiable.Layers;
using Differentiable.Optimizers;
using Differentiable.Tensors;

namespace Differentiable.Tests.Documentation;

/// <summary>
/// The programs of the guide to tensors and tapes, by page and number. They use operators that only the project's own compiler knows, so that the pages show what is
/// compiled here; <see cref="TapeGuideTests"/> compares.
/// </summary>
internal static class TapePrograms
{
    public static IReadOnlyDictionary<string, Action> All { get; } = new Dictionary<string, Action>
    {
        ["tensors 1"] = Tensors1,
        ["tensors 2"] = Tensors2,
        ["tensors 3"] = Tensors3,
        ["gradient-tape 1"] = GradientTape1,
        ["gradient-tape 2"] = GradientTape2,
        ["gradient-tape 3"] = GradientTape3,
        ["gradient-tape 4"] = GradientTape4,
        ["gradient-tape 5"] = GradientTape5,
        ["training 1"] = Training1,
        ["training 2"] = Training2,
        ["compiled 1"] = Compiled1,
        ["compiled 2"] = Compiled2,
        ["compiled 3"] = Compiled3,
        ["operations 1"] = Operations1,
        ["operations 2"] = Operations2,
    };

    private static void Tensors1()
    {
        Tensor<float> scalar = 2;
        Tensor<float> vector = [1, 2, 3];
        Tensor<float> matrix = [[1, 2, 3], [4, 5, 6]];
        Console.WriteLine(matrix * vector + scalar);
        Console.WriteLine(Tensor.MatMul(matrix, Tensor.Transpose(matrix)));
    }

    private static void Tensors2()
    {
        Tensor<int> x = Tensor.Reshape(Tensor.Range(0, 12), 3, 4);
        Console.WriteLine(x[1]);
        Console.WriteLine(x[.., ^1]);
        Console.WriteLine(x[1.., 1..3]);
        foreach (Tensor<int> row in x)
            Console.WriteLine(Tensor.Sum(row));
    }

    private static void Tensors3()
    {
        Tensor<double> x = [[3, 1], [1, 3], [0, 2]];
        var (q, r) = Tensor.QR(x);
        var (values, vectors) = Tensor.EigH(Tensor.MatMul(Tensor.Transpose(x), x));
        var (u, s, v) = Tensor.Svd(x);
        Console.WriteLine($"{q.Shape} {r.Shape}, {values.Shape} {vectors.Shape}, {u.Shape} {s.Shape} {v.Shape}");
        Console.WriteLine(Tensor.Max(Tensor.Abs(Tensor.Sqrt(values) - Tensor.Reverse(s, 0))) < 1e-14);
    }

    private static void GradientTape1()
    {
        Variable<float> w = new([[0.5f], [-1]]), b = new(0.25f);
        Tensor<float> x = [[1, 2], [3, 4]], y = [[1], [0]];
        GradientTape tape = new();
        Tensor<float> loss;
        using (tape.Record())
        {
            Tensor<float> residual = Tensor.MatMul(x, w) + b - y;
            loss = Tensor.Average(Tensor.Square(residual));
        }
        var (dw, db) = tape.Gradient(loss, (w, b));
        Console.WriteLine(dw);
        Console.WriteLine(db);
    }

    private static void GradientTape2()
    {
        Tensor<double> x = 3;
        GradientTape tape = new(persistent: true);
        Tensor<double> y, z;
        using (tape.Record())
        {
            tape.Watch(x);
            y = x * x;
            z = y * y;
        }
        Console.WriteLine(tape.Gradient(z, x));
        Console.WriteLine(tape.Gradient(z, y));
        Console.WriteLine(tape.Gradient(y, z) is null);
    }

    private static void GradientTape3()
    {
        Variable<double> x = new(2);
        GradientTape outer = new(), inner = new();
        Tensor<double>? slope;
        using (outer.Record())
        {
            Tensor<double> y;
            using (inner.Record())
                y = x * x * x;
            slope = inner.Gradient(y, x);
        }
        Console.WriteLine($"{(double)slope!} {(double)outer.Gradient(slope!, x)!}");
        Tensor<double> hessian = Gradient.Hessian<double>(v => Tensor.Sum(v * v * v))([1, 2]);
        Console.WriteLine(hessian);
    }

    private static void GradientTape4()
    {
        Variable<double> v = new([1, 2]);
        ForwardAccumulator forward = new();
        forward.Watch(v, new[] { 1.0, 0.0 });
        Tensor<double>? gradient;
        using (forward.Record())
        {
            GradientTape tape = new();
            Tensor<double> y;
            using (tape.Record())
                y = Tensor.Sum(Tensor.Pow(v, 3.0));
            gradient = tape.Gradient(y, v);
        }
        Console.WriteLine(gradient);
        Console.WriteLine(forward.Jvp(gradient!));
    }

    private static void GradientTape5()
    {
        Func<Tensor<double>, Tensor<double>> log1pExp = Gradient.Custom<double>(x =>
        {
            Tensor<double> e = Tensor.Exp(x);
            return (Tensor.Log(1 + e), dy => dy * (1 - 1 / (1 + e)));
        });
        Console.WriteLine(Gradient.Of(log1pExp)(1000.0));
        Console.WriteLine(Gradient.Of<double>(x => Tensor.Log(1 + Tensor.Exp(x)))(1000.0));
    }

    private static void Compiled1()
    {
        Tensor<float> kernel = [[0.5f], [-0.25f]], bias = [0f], inputs = [[1, 2], [3, 4]], targets = [[0.5f], [1]];
        var (loss, dKernel, dBias) = Model.LossValueAndGradient(kernel, bias, inputs, targets);
        Console.WriteLine($"{loss.ToScalar():0.0000}: {dKernel[0, 0].ToScalar():0.0000}, {dBias[0].ToScalar():0.0000}");

        GradientTape tape = new();
        tape.Watch(kernel, bias);
        Tensor<float> recorded;
        using (tape.Record())
            recorded = Model.Loss(kernel, bias, inputs, targets);
        var (byTape, _) = tape.Gradient(recorded, (kernel, bias));
        Console.WriteLine(Tensor.All(Tensor.Equal(byTape!, dKernel)).ToScalar());
    }

    private static void Compiled2()
    {
        Tensor<float> kernel = [[0.5f, -0.2f], [0.1f, 0.3f]], start = [1, 2], targets = [[0, 1], [1, 0]];
        var (dKernel, dStart) = Model.UnrolledGradient(kernel, start, targets);
        Console.WriteLine($"{dKernel.Shape}, {dStart.Shape}");
    }

    private static void Compiled3()
    {
        Tensor<float> kernel = [[0.5f], [-0.25f]], bias = [0f], inputs = [[1, 2], [3, 4]], targets = [[0.5f], [1]];
        GradientTape tape = new();
        tape.Watch(kernel);
        Tensor<float> slope;
        using (tape.Record())
            slope = Model.LossGradient(kernel, bias, inputs, targets).bias;
        Console.WriteLine(tape.Gradient(slope, kernel)!.Shape);
    }

    private static void Training1()
    {
        Random random = new(1);
        Sequential<float> network = new(new Dense<float>(8, "tanh", random), new Dense<float>(1, random: random));
        Adam<float> optimizer = new(0.05);
        Tensor<float> x = Tensor.Reshape(Tensor.LinSpace(-2f, 2f, 41), -1, 1), y = Tensor.Sin(2 * x);
        float loss = 0;
        for (int epoch = 0; epoch < 1000; epoch++)
        {
            GradientTape tape = new();
            Tensor<float> error;
            using (tape.Record())
                error = Tensor.Average(Tensor.Square(network.Apply(x) - y));
            optimizer.Apply(network.TrainableVariables, tape.Gradient(error, network.TrainableVariables));
            loss = (float)error;
        }
        Console.WriteLine(loss < 1e-3f);
        foreach ((string name, Variable<float> variable) in network.NamedVariables)
            Console.WriteLine($"{name} {variable.Shape}");
    }

    private static void Training2()
    {
        float[] pixels = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
        Tensor<float> images = Tensor.From(pixels, [5, 2]);
        Tensor<int> classes = [0, 1, 0, 1, 0];
        foreach ((Tensor<float> some, Tensor<int> theirs) in Batches.Of(images, classes, 2))
            Console.WriteLine($"{some.Shape} {theirs.Shape}");
        foreach ((_, Tensor<int> theirs) in Batches.Of(images, Tensor.Range(0, 5), 5, shuffle: new Random(1)))
            Console.WriteLine(Tensor.Sum(theirs));
    }

    private static void Operations1()
    {
        Variable<double> positions = new([0, 1, 3, 2]), stiffness = new(0.5);
        GradientTape tape = new();
        Tensor<double> energy;
        using (tape.Record())
            energy = Chain.Energy(positions, Tensor.Exp(stiffness), 2);
        var (dPositions, dStiffness) = tape.Gradient(energy, (positions, stiffness));
        Console.WriteLine(dPositions);
        Console.WriteLine(dStiffness);
    }

    private static void Operations2()
    {
        Tensor<double> kernel = [[0.5], [-0.25]], bias = [0.1], inputs = [[1, 2], [3, 4]];
        double slope = Gradient.Of<double>(b => Chain.Loss(kernel, b, inputs))(bias)[0].ToScalar();
        double curvature = Gradient.Hessian<double>(b => Chain.Loss(kernel, b, inputs))(bias)[0, 0].ToScalar();
        Console.WriteLine($"{slope:0.0000} {curvature:0.0000}");
    }
}
