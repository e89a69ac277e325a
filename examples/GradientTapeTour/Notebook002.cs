using Differentiable;
using Differentiable.Tensors;

namespace GradientTapeTour;

internal sealed class Notebook002() : Notebook("Notebook 002: a chain, link by link")
{
    public override IReadOnlyList<Cell> Cells =>
    [
        new(17, "x = 1; y = Tensor.Add(x, x); z = Tensor.Multiply(y, y), with arguments by name", ByName),
        new(18, "the same, for y", ForY),
        new(19, "all three on one persistent tape", AllLinks),
        new(20, "as 4: a loop with a branch", Notebook000.ControlFlow),
        new(21, "as 5: a tape in a tape", Notebook000.SecondDerivative),
    ];

    private static void ByName(Page page)
    {
        Tensor<float> x = 1, z;
        GradientTape tape = new();
        using (tape.Record())
        {
            tape.Watch(x);
            Tensor<float> y = Tensor.Add(x, x);
            z = Tensor.Multiply(y, y);
        }
        page.Print(tape.Gradient(target: z, source: x));
    }

    private static void ForY(Page page)
    {
        Tensor<float> x = 1, y, z;
        GradientTape tape = new();
        using (tape.Record())
        {
            tape.Watch(x);
            y = Tensor.Add(x, x);
            z = Tensor.Multiply(y, y);
        }
        page.Print(tape.Gradient(target: z, source: y));
    }

    private static void AllLinks(Page page)
    {
        Tensor<float> x = 1, y, z;
        GradientTape tape = new(persistent: true);
        using (tape.Record())
        {
            tape.Watch(x);
            y = Tensor.Add(x, x);
            z = Tensor.Multiply(y, y);
        }
        page.Print(tape.Gradient(z, y));
        page.Print(tape.Gradient(y, x));
        page.Print(tape.Gradient(z, x));
    }
}
