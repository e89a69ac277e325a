namespace Differentiable.Benchmarks.Tensors;

/// <summary>A program over tensors.</summary>
/// <param name="Name">What it does.</param>
/// <param name="Peer">The name of the program of PyTorch that does the same.</param>
/// <param name="Run">Does it once.</param>
internal sealed record TensorProgram(string Name, string Peer, Action Run)
{
    public static IEnumerable<TensorProgram> All =>
    [
        new("MatMul 1024³, float", "square float", MatrixProducts.Square<float>(1024)),
        new("MatMul 1024³, double", "square double", MatrixProducts.Square<double>(1024)),
        new("training step, 64 wide, 2 layers, batch 32", "small network", new Network(64, 2, 32).Train),
        new("the same, compiled", "small network", new Network(64, 2, 32).TrainCompiled),
        new("training step, 1,024 wide, 3 layers, batch 256", "wide network", new Network(1024, 3, 256).Train),
        new("the same, compiled", "wide network", new Network(1024, 3, 256).TrainCompiled),
        new("Tanh(x) · Sigmoid(x) + Exp(-x²), 10⁶ floats, and back", "elementwise", Functions.Elementwise(1_000_000)),
        new("the same, compiled", "elementwise", Functions.ElementwiseCompiled(1_000_000)),
        new("200 operations on scalars, and back", "scalars", Functions.Scalars(100)),
        new("the same, compiled", "scalars", Functions.ScalarsCompiled(100)),
        new("LSTM, 64 times, 64 wide, batch 16, and back", "lstm", Functions.Lstm(64, 64, 16)),
    ];
}
