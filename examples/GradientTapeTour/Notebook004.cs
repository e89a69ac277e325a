using Differentiable;
using Differentiable.Tensors;

namespace GradientTapeTour;

internal sealed class Notebook004() : Notebook("Notebook 004: gradients inside of the recording, and several sources")
{
    public override IReadOnlyList<Cell> Cells =>
    [
        new(45, "a persistent tape at x = 3, asked while it records", WhileRecording),
        new(46, "tape.Watch(x, y); z = x * x * y + x * y at (3, 2)", SeveralSources),
        new(47, "as 1: the square of a sum", Notebook000.SquareOfASum),
        new(48, "a tape that is not persistent, asked again", AskedAgain),
        new(49, "as 3: a persistent tape is asked twice", Notebook000.AskedTwice),
        new(50, "as 4: a loop with a branch", Notebook000.ControlFlow),
        new(51, "as 5: a tape in a tape", Notebook000.SecondDerivative),
    ];

    private static void WhileRecording(Page page)
    {
        Tensor<float> x = 3;
        GradientTape tape = new(persistent: true);
        using (tape.Record())
        {
            tape.Watch(x);
#pragma warning disable DIFF0081 // The warning is right: the notebook does it all the same.
            page.Print(tape.Gradient(x * 2, x));
            page.Print(tape.Gradient(x * x + 2, x));
            page.Print(tape.Gradient(x * x + 2 * x, x));
#pragma warning restore DIFF0081
        }
        page.Note("// warning DIFF0081: 'tape' is persistent and records here, so that it also records how this derivative is computed: "
            + "call it behind the recording, unless this is to be differentiated again");
    }

    private static void SeveralSources(Page page)
    {
        Tensor<float> x = 3, y = 2, z;
        GradientTape tape = new(persistent: true);
        using (tape.Record())
        {
            tape.Watch(x, y);
            z = x * x * y + x * y;
        }
        page.Print(tape.Gradient(z, x));
        Tensor<float>?[] both = tape.Gradient(z, [x, y]);
        page.Print(both[0], "tape.Gradient(z, [x, y])[0]");
        page.Print(both[1], "tape.Gradient(z, [x, y])[1]");
    }

    private static void AskedAgain(Page page)
    {
        Tensor<float> x = Tensor.Ones<float>([2, 2]), y, z;
        GradientTape tape = new();
        using (tape.Record())
        {
            tape.Watch(x);
            y = Tensor.Sum(x);
            z = Tensor.Multiply(y, y);
        }
        tape.Gradient(z, x);
        page.PrintError(() => tape.Gradient(z, y));
    }
}
