using Differentiable;
using Differentiable.Tensors;

namespace GradientTapeTour;

/// <content>What a tape watches.</content>
internal sealed partial class Notebook003
{
    private void WatchedByThemselves(Page page)
    {
        Variable<float> x0 = new(3, name: "x0"), x1 = new(3, name: "x1", isTrainable: false);
        Tensor<float> x2 = new Variable<float>(2, name: "x2") + 1f, x3 = 3, y;
        using (watching.Record())
            y = Tensor.Pow(x0, 2) + Tensor.Pow(x1, 2) + Tensor.Pow(x2, 2);
        Tensor<float>?[] gradients = watching.Gradient(y, [x0, x1, x2, x3]);
        page.Print(gradients[0]);
        page.Print(gradients[1]);
        page.Print(gradients[2]);
        page.Print(gradients[3]);
    }

    private void NamesOfTheWatched(Page page)
    {
        foreach (IVariable variable in watching.WatchedVariables)
            page.Print(variable.Name);
    }

    private static void AWatchedConstant(Page page)
    {
        Tensor<float> x = 3, y;
        GradientTape tape = new();
        using (tape.Record())
        {
            tape.Watch(x);
            y = Tensor.Pow(x, 2);
        }
        page.Print(tape.Gradient(y, x));
    }

    private static void OnlyTheWatched(Page page)
    {
        Variable<float> x0 = new(0), x1 = new(10);
        Tensor<float> sum;
        GradientTape tape = new(watchAccessedVariables: false);
        using (tape.Record())
        {
            tape.Watch(x1);
            sum = Tensor.Sum(Tensor.Sin(x0) + Tensor.Softplus(x1));
        }
        Dictionary<string, Tensor<float>> sources = new() { ["x0"] = x0, ["x1"] = x1 };
        Dictionary<string, Tensor<float>?> gradients = tape.Gradient(sum, sources);
        page.Print(gradients["x0"]);
        page.Print(gradients["x1"]);
    }
}
