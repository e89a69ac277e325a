using System.Reflection;
using System.Runtime.CompilerServices;
using Differentiable.Tests.Testing;

namespace Differentiable.Tests.Fuzz.Oracle;

/// <summary>Runs a method that was retyped onto <see cref="Dual"/>: one run an input gives the Jacobian.</summary>
internal sealed class ForwardMode(CorpusFunction function, MethodInfo retyped)
{
    /// <summary>The values of the active outputs, in the order of <see cref="Primal.Outputs"/>.</summary>
    public double[] Values(object?[] arguments) => [.. Run(arguments, -1).Select(y => y.Value)];

    /// <summary>A row an active input: the derivatives of all active outputs.</summary>
    public double[][] Jacobian(object?[] arguments)
    {
        int inputs = Reals.OfAll(function.ActiveInputs.Select(p => arguments[p.Position])).Count();
        return [.. Enumerable.Range(0, inputs).Select(i => Run(arguments, i).Select(y => y.Slope).ToArray())];
    }

    private List<Dual> Run(object?[] arguments, int input)
    {
        object?[] duals = [.. arguments.Select(Constant)];
        int next = 0;
        foreach (CorpusParameter parameter in function.ActiveInputs)
            duals[parameter.Position] = Seeded(duals[parameter.Position], input, ref next);
        object? result = Invoker.Invoke(retyped, duals);
        return [.. Flat(result), .. function.ActiveOutputs.SelectMany(p => Flat(duals[p.Position]))];
    }

    private static object? Constant(object? value) => value switch
    {
        double number => new Dual(number, 0),
        (double p, double q) => (new Dual(p, 0), new Dual(q, 0)),
        double[] numbers => Array.ConvertAll(numbers, v => new Dual(v, 0)),
        double[][] rows => Array.ConvertAll(rows, row => (Dual[])Constant(row)!),
        double[,] matrix => Matrix(matrix),
        _ => value is Array other ? other.Clone() : value,
    };

    private static Dual[,] Matrix(double[,] matrix)
    {
        Dual[,] result = new Dual[matrix.GetLength(0), matrix.GetLength(1)];
        for (int i = 0; i < result.GetLength(0); i++)
        {
            for (int j = 0; j < result.GetLength(1); j++)
                result[i, j] = matrix[i, j];
        }
        return result;
    }

    private static object? Seeded(object? value, int input, ref int next)
    {
        switch (value)
        {
            case Dual number:
                return next++ == input ? number with { Slope = 1 } : number;
            case (Dual p, Dual q):
                return ((Dual)Seeded(p, input, ref next)!, (Dual)Seeded(q, input, ref next)!);
            case Dual[] numbers:
                for (int i = 0; i < numbers.Length; i++)
                    numbers[i] = (Dual)Seeded(numbers[i], input, ref next)!;
                break;
            case Dual[][] rows:
                foreach (Dual[] row in rows)
                    Seeded(row, input, ref next);
                break;
            case Dual[,] matrix:
                foreach (ref Dual element in Elements(matrix))
                    element = (Dual)Seeded(element, input, ref next)!;
                break;
        }
        return value;
    }

    private static Span<Dual> Elements(Dual[,] matrix) => System.Runtime.InteropServices.MemoryMarshal.CreateSpan(
        ref Unsafe.As<byte, Dual>(ref System.Runtime.InteropServices.MemoryMarshal.GetArrayDataReference((Array)matrix)), matrix.Length);

    private static IEnumerable<Dual> Flat(object? value) => value switch
    {
        Dual number => [number],
        Array array => array.Cast<object?>().SelectMany(Flat),
        ITuple tuple => Enumerable.Range(0, tuple.Length).SelectMany(i => Flat(tuple[i])),
        _ => [],
    };
}
