using Differentiable;
using Differentiable.Tensors;

namespace GradientTapeTour;

internal sealed class Notebook000() : Notebook("Notebook 000: a tape records what runs, and differentiates it")
{
    public override IReadOnlyList<Cell> Cells =>
    [
        new(1, "x of ones in two rows; y = Tensor.Sum(x); z = Tensor.Multiply(y, y)", SquareOfASum),
        new(2, "the same, for the intermediate result y", AnIntermediateResult),
        new(3, "a persistent tape is asked twice: x = 3; y = x * x; z = y * y", AskedTwice),
        new(4, "a loop with a branch: output *= x, but only for some i < n", ControlFlow),
        new(5, "a tape in a tape: y = x * x * x at x = 1", SecondDerivative),
        new(6, "tensors as text", AsText),
    ];

    public static void SquareOfASum(Page page)
    {
        Tensor<float> x = Tensor.Ones<float>([2, 2]), z;
        GradientTape tape = new();
        using (tape.Record())
        {
            tape.Watch(x);
            Tensor<float> y = Tensor.Sum(x);
            z = Tensor.Multiply(y, y);
        }
        Tensor<float> dx = tape.Gradient(z, x)!;
        page.Print(dx, "tape.Gradient(z, x)");
        page.Print(dx[1][0]);
    }

    public static void AskedTwice(Page page)
    {
        Tensor<float> x = 3, y, z;
        GradientTape tape = new(persistent: true);
        using (tape.Record())
        {
            tape.Watch(x);
            y = x * x;
            z = y * y;
        }
        page.Print(tape.Gradient(z, x));
        page.Print(tape.Gradient(y, x));
    }

    public static void ControlFlow(Page page)
    {
        Tensor<float> x = 2;
        page.Print(Derivative(x, n: 6));
        page.Print(Derivative(x, n: 5));
        page.Print(Derivative(x, n: 4));

        static Tensor<float>? Derivative(Tensor<float> x, int n)
        {
            GradientTape tape = new();
            Tensor<float> output;
            using (tape.Record())
            {
                tape.Watch(x);
                output = Power(x, n);
            }
            return tape.Gradient(output, x);
        }

        static Tensor<float> Power(Tensor<float> x, int n)
        {
            Tensor<float> output = 1;
            for (int i = 0; i < n; i++)
                if (i is > 1 and < 5)
                    output = Tensor.Multiply(output, x);
            return output;
        }
    }

    public static void SecondDerivative(Page page)
    {
        Variable<float> x = new(1);
        Tensor<float>? dx;
        GradientTape outer = new(), inner = new();
        using (outer.Record())
        {
            Tensor<float> y;
            using (inner.Record())
                y = x * x * x;
            dx = inner.Gradient(y, x);
        }
        page.Print(dx, "inner.Gradient(y, x)");
        page.Print(outer.Gradient(dx!, x), "outer.Gradient(dx, x)");
    }

    private static void AnIntermediateResult(Page page)
    {
        Tensor<float> x = Tensor.Ones<float>([2, 2]), y, z;
        GradientTape tape = new();
        using (tape.Record())
        {
            tape.Watch(x);
            y = Tensor.Sum(x);
            z = Tensor.Multiply(y, y);
        }
        page.Print(tape.Gradient(z, y));
    }

    private static void AsText(Page page)
    {
        Tensor<float> x = [[1, 2], [3, 4.5f]];
        Variable<double> w = new(1.5, name: "w");
        page.Print(x.ToString());
        page.Print(w.ToString());
    }
}
