using BenchmarkDotNet.Attributes;
using Differentiable.Runtime;

namespace Differentiable.Benchmarks.Runtime;

/// <summary>What a value on the stack costs, beside a buffer that is indexed by the iteration.</summary>
[MemoryDiagnoser]
public class ValueStackBenchmarks
{
    private const int Values = 1_000;

    private readonly double[] _buffer = new double[Values];

    [Benchmark(Baseline = true, OperationsPerInvoke = Values)]
    public double Buffer()
    {
        double[] buffer = _buffer;
        for (int i = 0; i < buffer.Length; i++)
            buffer[i] = i;
        double sum = 0;
        for (int i = buffer.Length - 1; i >= 0; i--)
            sum += buffer[i];
        return sum;
    }

    [Benchmark(OperationsPerInvoke = Values)]
    public double Stack()
    {
        using ValueStack stack = ValueStack.Rent();
        for (int i = 0; i < Values; i++)
            stack.Push((double)i);
        double sum = 0;
        for (int i = 0; i < Values; i++)
            sum += stack.Pop();
        return sum;
    }
}
