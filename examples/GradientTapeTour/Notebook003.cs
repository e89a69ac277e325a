using Differentiable;
using Differentiable.Layers;
using Differentiable.Tensors;

namespace GradientTapeTour;

/// <remarks>In four files: models, what is watched, targets, and where there is no gradient.</remarks>
internal sealed partial class Notebook003() : Notebook("Notebook 003: the guide to gradients")
{
    private readonly Variable<float> w = new(Tensor.RandomNormal<float>([3, 2], new Random(1)), name: "w");
    private readonly Variable<float> b = new(Tensor.Zeros<float>([2]), name: "b");
    private readonly Tensor<float> x = [[1, 2, 3]];
    private readonly GradientTape once = new();
    private readonly GradientTape watching = new();
    private Tensor<float> loss = 0;

    public override IReadOnlyList<Cell> Cells =>
    [
        new(22, "as 7: y = Tensor.Pow(x, 2) at x = 3", Notebook001.SquareOfAVariable),
        new(23, "y = Tensor.MatMul(x, w) + b; loss = Tensor.Average(Tensor.Pow(y, 2)); a tuple of sources", ATuple),
        new(24, "the same tape again, which is not persistent", AskedAgain),
        new(25, "names and shapes of a layer's variables", NamesAndShapes),
        new(26, "y = x0² + x1² + x2² at x0 = 3 (variable), x1 = 3 (not trainable), x2 = variable + 1, x3 = 3 (constant)", WatchedByThemselves),
        new(27, "names of the variables that this tape watched", NamesOfTheWatched),
        new(28, "tape.Watch(x) for a constant x = 3", AWatchedConstant),
        new(29, "new GradientTape(watchAccessedVariables: false), and x1 watched: Sum(Sin(x0) + Softplus(x1)) at (0, 10)", OnlyTheWatched),
        new(30, "y = x * x; z = y * y at x = 3, for y", AnIntermediateResult),
        new(31, "the same at x = [1, 3] on a persistent tape", Elementwise),
        new(32, "several targets: y0 = Tensor.Pow(x, 2), y1 = 1 / x at x = 2", SeveralTargets),
        new(33, "a target that is no scalar: y = x * [3, 4] at x = 2", ATargetWithTwoElements),
        new(34, "y = Tensor.Sigmoid(x) along Tensor.LinSpace(-10f, 10f, 201)", TheSigmoid),
        new(35, "if (x > 0f) result = v0; else result = Tensor.Pow(v1, 2); for v0 and v1", ABranch),
        new(36, "the same for x, which only decides", WhatDecides),
        new(37, "z = y * y does not depend on x", NotConnected),
        new(38, "a variable that is replaced by a tensor in a loop of two epochs", ReplacedVariable),
        new(39, "elements that leave the tensors, and come back as numbers", OutAndIn),
        new(40, "an integer: x = 10", AnInteger),
        new(41, "x1.AssignAdd(x0); y = Tensor.Pow(x1, 2); for x0", Assigned),
        new(42, "an operation without a gradient", NoGradientRegistered),
        new(43, "z = Tensor.Pow(y, 2) does not depend on x = [2, 2]: zeros instead of null", ZerosForTheUnconnected),
        new(44, "what a gradient does not follow, and what a tape keeps", State),
    ];

    private void ATuple(Page page)
    {
        using (once.Record())
        {
            Tensor<float> y = Tensor.MatMul(x, w) + b;
            loss = Tensor.Average(Tensor.Pow(y, 2));
        }
        var (dw, db) = once.Gradient(loss, (w, b));
        page.Print(dw?.Shape);
        page.Print(db?.Shape);
    }

    private void AskedAgain(Page page)
    {
        Dictionary<string, Tensor<float>> parameters = new() { ["w"] = w, ["b"] = b };
        page.PrintError(() => once.Gradient(loss, parameters));
    }

    private void NamesAndShapes(Page page)
    {
        Dense<float> layer = new(2, Tensor.Relu);
        layer.Apply(x);
        foreach ((string name, Variable<float> variable) in layer.NamedVariables)
            page.Print(variable.Shape, name);
    }
}
