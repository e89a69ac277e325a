using System.Runtime.CompilerServices;
using Differentiable.Tensors;

namespace Differentiable.Tests.Conformance;

/// <summary>A tape keeps of an operation what the derivatives that may be asked for need.</summary>
public class KeptTests
{
    private static readonly Tensor<double> s_matrix = new double[,] { { 1, 2 }, { 3, 4 } };

    [Fact]
    public void Of_an_operand_and_a_constant_the_operand_is_not_kept()
    {
        Assert.False(IsKept(h => h * 3));
        Assert.False(IsKept(h => 3 * h));
        Assert.False(IsKept(h => h / 3));
        Assert.False(IsKept(h => Tensor.MatMul(h, s_matrix)));
        Assert.False(IsKept(h => Tensor.MatMul(s_matrix, h)));
        Assert.False(IsKept(h => Tensor.Einsum("ij,jk", h, s_matrix)));
    }

    [Fact]
    public void Where_both_operands_are_followed_both_are_kept()
    {
        Assert.True(IsKept(h => h * h));
        Assert.True(IsKept(h => 3 / h));
    }

    private static bool IsKept(Func<Tensor<double>, Tensor<double>> function)
    {
        GradientTape tape = new();
        WeakReference operand = Record(tape, function);
        GC.Collect();
        bool isKept = operand.IsAlive;
        GC.KeepAlive(tape);
        return isKept;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Record(GradientTape tape, Func<Tensor<double>, Tensor<double>> function)
    {
        using RecordingScope recording = tape.Record();
        Tensor<double> x = s_matrix + 1;
        tape.Watch(x);
        Tensor<double> operand = x + x;
        function(operand);
        return new(operand);
    }
}
