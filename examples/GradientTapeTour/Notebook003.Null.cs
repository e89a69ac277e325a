using Differentiable;
using Differentiable.Tensors;

namespace GradientTapeTour;

/// <content>Where there is no gradient, and why.</content>
internal sealed partial class Notebook003
{
    /// <summary>The mistakes of cells 38 and 40.</summary>
    public static IReadOnlyList<CompileError> CompileErrors { get; } =
    [
        new("Variable<float> x = new(2);", "x = x + 1f;", "CS0266",
            "Cannot implicitly convert type 'Differentiable.Tensors.Tensor<float>' to 'Differentiable.Tensors.Variable<float>'. "
            + "An explicit conversion exists (are you missing a cast?)"),
        new("Tensor<int> x = 10; GradientTape tape = new();", "tape.Watch(x);", "CS0315",
            "The type 'int' cannot be used as type parameter 'T' in the generic type or method "
            + "'GradientTape.Watch<T>(params ReadOnlySpan<Tensor<T>>)'. "
            + "There is no boxing conversion from 'int' to 'System.Numerics.IFloatingPointIeee754<int>'."),
    ];

    private static void NotConnected(Page page)
    {
        Variable<float> x = new(2), y = new(3);
        Tensor<float> z;
        GradientTape tape = new();
        using (tape.Record())
            z = y * y;
        page.Print(tape.Gradient(z, x));
    }

    private static void ReplacedVariable(Page page)
    {
        page.PrintRefused(CompileErrors[0]);
        Variable<float> x = new(2);
        for (int epoch = 0; epoch < 2; epoch++)
        {
            Tensor<float> y;
            GradientTape tape = new();
            using (tape.Record())
                y = x + 1f;
            page.Print(tape.Gradient(y, x), $"tape.Gradient(y, x) in epoch {epoch}, with x.AssignAdd(1f)");
            x.AssignAdd(1f);
        }
    }

    private static void OutAndIn(Page page)
    {
        Variable<float> x = new([[1, 2], [3, 4]]);
        Tensor<float> y;
        GradientTape tape = new();
        using (tape.Record())
        {
            float[] squares = Tensor.Pow(x, 2).ToArray();
            Tensor<float> columnMeans = [(squares[0] + squares[2]) / 2, (squares[1] + squares[3]) / 2];
            y = Tensor.Average(columnMeans);
        }
        page.Print(tape.Gradient(y, x));
    }

    private static void AnInteger(Page page) => page.PrintRefused(CompileErrors[1]);

    private static void Assigned(Page page)
    {
        Variable<float> x0 = new(3), x1 = new(0);
        Tensor<float> y;
        GradientTape tape = new();
        using (tape.Record())
        {
            x1.AssignAdd(x0);
            y = Tensor.Pow(x1, 2);
        }
        page.Print(tape.Gradient(y, x0));
    }

    private static void NoGradientRegistered(Page page)
    {
        Func<Tensor<float>, Tensor<float>> adjustContrast = Gradient.Unavailable<float>(
            image => (image - Tensor.Average(image)) * 0.1f + Tensor.Average(image), "AdjustContrast");
        Variable<float> image = new([[[0.5f, 0, 0]]]);
        Tensor<float> adjusted;
        GradientTape tape = new();
        using (tape.Record())
            adjusted = adjustContrast(image);
        page.PrintError(() => tape.Gradient(adjusted, image));
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

    private static void State(Page page)
    {
        Variable<float> x = new(3);
        Queue<Tensor<float>> tensors = new();
        Queue<float> numbers = new();
        GradientTape tape = new(persistent: true);
        Tensor<float> throughTensors, throughNumbers;
        using (tape.Record())
        {
            Tensor<float> y = x * x;
            tensors.Enqueue(y);
            numbers.Enqueue((float)y);
            throughTensors = tensors.Dequeue() * 2;
            throughNumbers = numbers.Dequeue() * 2;
        }
        page.Print(tape.Gradient(throughTensors, x));
        page.Print(tape.Gradient(throughNumbers, x));
        page.Note("A gradient follows tensors wherever a C# program puts them, and numbers nowhere. "
            + "A persistent tape keeps the intermediate results as long as itself; any other lets go of them with its gradient.");
    }
}
