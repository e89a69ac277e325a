namespace Differentiable.Generators.Lowering.Tensors;

/// <summary>Operations on tensors, by their names, of which one knows the shape of the result before they run: so that no tensor is kept, or computed, for its shape.</summary>
internal static class KnownShapes
{
    /// <summary>Those that make one number of all elements, where nothing else is given.</summary>
    public static readonly HashSet<string> OfAll = ["Sum", "Average", "Product", "Max", "Min", "Norm", "LogSumExp", "Variance", "StdDev"];

    /// <summary>Those whose result has the shape of the first operand.</summary>
    public static readonly HashSet<string> Kept =
        ["Abs", "Negate", "Square", "Sqrt", "Exp", "Log", "Sin", "Cos", "Tanh", "Sigmoid", "Softplus", "Relu", "Gelu", "Silu", "Elu", "LeakyRelu", "SoftMax", "LogSoftMax"];
}
