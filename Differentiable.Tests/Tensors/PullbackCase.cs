using System.Reflection;
using Differentiable.Runtime;
using Differentiable.Tensors;

namespace Differentiable.Tests.Tensors;

/// <summary>From the cotangent of a result, the inputs and the result, the cotangents of the inputs.</summary>
public delegate Tensor<double>[] Pullbacks(Tensor<double> dy, Tensor<double>[] x, Tensor<double> y);

/// <summary>An operation and the named pullbacks that belong to it.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Methods">The names of the pullbacks, one for each input.</param>
/// <param name="Pullbacks">Calls them.</param>
public sealed record PullbackCase(OperationCase Operation, string[] Methods, Pullbacks Pullbacks)
{
    /// <summary>How much the cotangents may differ from those of a tape, if it takes another order.</summary>
    public double Tolerance { get; init; }

    /// <summary>The cotangents of the inputs, in their shapes.</summary>
    public Tensor<double>[] Pull(Tensor<double> dy, Tensor<double>[] x, Tensor<double> y) =>
        [.. Pullbacks(dy, x, y).Select((cotangent, i) => IsBroadcast(Methods[i]) ? TensorPullbacks.SumTo(cotangent, x[i].Shape) : cotangent)];

    private static bool IsBroadcast(string method) =>
        typeof(TensorPullbacks).GetMethods().First(pullback => pullback.Name == method).GetCustomAttributes<PullbackOfAttribute>().First().IsBroadcast;
}
