using Differentiable;
using Differentiable.Layers;
using Differentiable.Tensors;

namespace GradientTapeTour;

internal sealed class Notebook001() : Notebook("Notebook 001: models, and when a tape does not record")
{
    private readonly Variable<float> w = new(Tensor.RandomNormal<float>([3, 2], new Random(1)), name: "w");
    private readonly Variable<float> b = new(Tensor.Zeros<float>([2]), name: "b");
    private readonly Tensor<float> x = [[1, 2, 3]];
    private readonly GradientTape persistent = new(persistent: true);
    private readonly Dense<float> layer = new(2, "relu", new Random(1));
    private Tensor<float> loss = 0;

    public override IReadOnlyList<Cell> Cells =>
    [
        new(7, "y = Tensor.Pow(x, 2) at x = 3", SquareOfAVariable),
        new(8, "y = Tensor.MatMul(x, w) + b; loss = Tensor.Average(Tensor.Pow(y, 2)); a list of sources", ALayerByHand),
        new(9, "the same tape again, for a dictionary of sources", ADictionaryOfSources),
        new(10, "a ready-made layer: new Dense<float>(2, \"relu\")", ALayer),
        new(11, "names and shapes of its variables", NamesAndShapes),
        new(12, "z = Tensor.Pow(y, 2) does not depend on x: zeros instead of null", ZerosForTheUnconnected),
        new(13, "a variable that is not trainable", NotTrainable),
        new(14, "a tape in a tape, both of which watch x = 5: y = x * x", SecondDerivativeOfAConstant),
        new(15, "a tape that starts anew while it records: if (loss > flag) tape.Reset()", StartAnew),
        new(16, "y = Tensor.Pow(x, 2) while the recording pauses", Paused),
    ];

    public static void SquareOfAVariable(Page page)
    {
        Variable<float> x = new(3);
        Tensor<float> y;
        GradientTape tape = new();
        using (tape.Record())
            y = Tensor.Pow(x, 2);
        page.Print(tape.Gradient(y, x));
    }

    private void ALayerByHand(Page page)
    {
        Tensor<float> y;
        using (persistent.Record())
        {
            y = Tensor.MatMul(x, w) + b;
            loss = Tensor.Average(Tensor.Pow(y, 2));
        }
        Tensor<float>?[] gradients = persistent.Gradient(loss, [w, b]);
        page.Print(gradients[0], "gradients[0], for w");
        page.Print(gradients[1], "gradients[1], for b");
        page.Print(y, "y, of which the gradient for b is the only row");
    }

    private void ADictionaryOfSources(Page page)
    {
        Dictionary<string, Tensor<float>> parameters = new() { ["w"] = w, ["b"] = b };
        Dictionary<string, Tensor<float>?> gradients = persistent.Gradient(loss, parameters);
        page.Print(gradients["w"]);
        page.Print(gradients["b"]);
    }

    private void ALayer(Page page)
    {
        GradientTape tape = new();
        Tensor<float> loss;
        using (tape.Record())
            loss = Tensor.Average(Tensor.Square(layer.Apply(x)));
        page.Print(tape.Gradient(loss, layer.TrainableVariables).Length);
    }

    private void NamesAndShapes(Page page)
    {
        foreach ((string name, Variable<float> variable) in layer.NamedVariables)
            page.Print(variable.Shape, name);
    }

    private static void ZerosForTheUnconnected(Page page)
    {
        Variable<float> x = new([2, 2]), y = new(3);
        Tensor<float> z;
        GradientTape tape = new();
        using (tape.Record())
            z = Tensor.Pow(y, 2);
        page.Print(tape.Gradient(z, x, UnconnectedGradients.Zero));
    }

    private static void NotTrainable(Page page)
    {
        Variable<float> x = new([4, 2], isTrainable: false);
        Tensor<float> y;
        GradientTape tape = new();
        using (tape.Record())
            y = x * x;
        page.Print(tape.Gradient(y, x));
    }

    private static void SecondDerivativeOfAConstant(Page page)
    {
        Tensor<float> x = 5;
        Tensor<float>? dx;
        GradientTape outer = new(), inner = new();
        using (outer.Record())
        {
            outer.Watch(x);
            Tensor<float> y;
            using (inner.Record())
            {
                inner.Watch(x);
                y = x * x;
            }
            dx = inner.Gradient(y, x);
        }
        page.Print(dx, "inner.Gradient(y, x)");
        page.Print(outer.Gradient(dx!, x), "outer.Gradient(dx, x)");
    }

    private static void StartAnew(Page page)
    {
        const float flag = 5;
        Variable<float> x = new(3);
        Tensor<float> loss;
        GradientTape tape = new();
        using (tape.Record())
        {
            loss = x * x;
            if (loss > flag)
                tape.Reset();
            loss += 2 * x;
        }
        page.Print(tape.Gradient(loss, x), "tape.Gradient(loss, x), of loss += 2 * x alone");
    }

    private static void Paused(Page page)
    {
        Tensor<float> x = 4, y;
        GradientTape tape = new();
        using (tape.Record())
        {
            tape.Watch(x);
            using (tape.StopRecording())
                y = Tensor.Pow(x, 2);
        }
        page.Print(tape.Gradient(y, x));
    }
}
