using System.ComponentModel;
using System.Numerics;
using Differentiable.Tensors;

namespace Differentiable.Runtime;

/// <summary>
/// For generated code: a method of arrays and numbers as one operation on tensors. Tapes keep its inputs; on the way back the generated members run. What they give depends linearly on the
/// cotangent, the direction or both, and is an operation in turn, so that derivatives of derivatives are the same few members again. Where each of them needs the function's third derivative, there is none.
/// </summary>
/// <typeparam name="T">The type of the numbers.</typeparam>
/// <param name="name">What the method is called.</param>
/// <param name="parameters">What its inputs are called.</param>
/// <param name="ranks">The rank of each input: 0 for a number, 1 for an array, 2 for a matrix.</param>
/// <param name="resultRanks">The rank of each result.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ArrayFunction<T>(string name, string[] parameters, int[] ranks, int[] resultRanks)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>From the inputs, the results.</summary>
    public required Action<ArrayFunctionValues<T>, ArrayFunctionValues<T>> Value { get; init; }

    /// <summary>From inputs and cotangents of the results, what is to be added to those of the inputs.</summary>
    public required Action<ArrayFunctionValues<T>, ArrayFunctionValues<T>, ArrayFunctionValues<T>> Pullback { get; init; }

    /// <summary>From inputs and directions, the tangents of the results.</summary>
    public required Action<ArrayFunctionValues<T>, ArrayFunctionValues<T>, ArrayFunctionValues<T>> Tangent { get; init; }

    /// <summary>From inputs, directions and cotangents of the results, what is to be added to the gradient of the cotangents' product with the tangents.</summary>
    public required Action<ArrayFunctionValues<T>, ArrayFunctionValues<T>, ArrayFunctionValues<T>, ArrayFunctionValues<T>> Second { get; init; }

    /// <summary>The result of a method that has one.</summary>
    /// <param name="inputs">The inputs.</param>
    /// <exception cref="ShapeMismatchException">An input has another rank than the method's parameter.</exception>
    public Tensor<T> Apply(params ReadOnlySpan<Tensor<T>> inputs) => ApplyToMany(inputs)[0];

    /// <summary>The results.</summary>
    /// <param name="inputs">The inputs.</param>
    /// <exception cref="ShapeMismatchException">An input has another rank than the method's parameter.</exception>
    public Tensor<T>[] ApplyToMany(params ReadOnlySpan<Tensor<T>> inputs)
    {
        Tensor<T>[] x = new Tensor<T>[inputs.Length];
        for (int i = 0; i < x.Length; i++)
        {
            RequireRank(inputs[i], i);
            x[i] = inputs[i].Now();
        }
        ArrayFunctionValues<T> y = new(resultRanks);
        Value(At(x), y);
        return Record(name, y.ToTensors(), x, (dy, needed) => Any(needed, 0, x.Length) ? Adjoints(x, dy) : []);
    }

    /// <summary>Jᵀ·dy.</summary>
    private Tensor<T>[] Adjoints(Tensor<T>[] x, Tensor<T>[] dy)
    {
        ArrayFunctionValues<T> dx = ArrayFunctionValues<T>.Zeros(ranks, x);
        Pullback(At(x), Results(dy), dx);
        return Record($"the gradient of {name}", dx.ToTensors(), [.. x, .. dy], (c, needed) =>
        [
            .. Any(needed, 0, x.Length) ? SecondDerivatives(x, c, dy) : new Tensor<T>?[x.Length],
            .. Any(needed, x.Length, dy.Length) ? Tangents(x, c, dy) : [],
        ]);
    }

    /// <summary>J·c.</summary>
    private Tensor<T>[] Tangents(Tensor<T>[] x, Tensor<T>[] c, Tensor<T>[] like)
    {
        ArrayFunctionValues<T> tangents = ArrayFunctionValues<T>.Zeros(resultRanks, like);
        Tangent(At(x), At(c), tangents);
        return Record($"the tangent of {name}", tangents.ToTensors(), [.. x, .. c], (v, needed) =>
        [
            .. Any(needed, 0, x.Length) ? SecondDerivatives(x, c, v) : new Tensor<T>?[x.Length],
            .. Any(needed, x.Length, c.Length) ? Adjoints(x, v) : [],
        ]);
    }

    /// <summary>Σ vₖ·Hₖ·c over the numbers of the results.</summary>
    private Tensor<T>[] SecondDerivatives(Tensor<T>[] x, Tensor<T>[] c, Tensor<T>[] v)
    {
        ArrayFunctionValues<T> products = ArrayFunctionValues<T>.Zeros(ranks, x);
        Second(At(x), At(c), Results(v), products);
        return Record($"the second derivative of {name}", products.ToTensors(), [.. x, .. c, .. v], (u, needed) =>
        [
            .. Any(needed, 0, x.Length) ? throw NoThird() : new Tensor<T>?[x.Length],
            .. Any(needed, x.Length, c.Length) ? SecondDerivatives(x, u, v) : new Tensor<T>?[c.Length],
            .. Any(needed, x.Length + c.Length, v.Length) ? Curvatures(x, c, u, v) : [],
        ]);
    }

    /// <summary>uᵀ·Hₖ·c for each number of the results: a sweep for each.</summary>
    private Tensor<T>[] Curvatures(Tensor<T>[] x, Tensor<T>[] c, Tensor<T>[] u, Tensor<T>[] like)
    {
        Tensor<T>[] curvatures = [.. like.Select((result, k) => new Tensor<T>(result.Shape, [.. Enumerable.Range(0, result.FlattenedLength).Select(i => Curvature(k, i))]))];
        return Record($"the curvature of {name}", curvatures, [.. x, .. c, .. u], (_, _) => throw NoThird());

        T Curvature(int result, int position)
        {
            ArrayFunctionValues<T> products = ArrayFunctionValues<T>.Zeros(ranks, x);
            Second(At(x), At(c), Results([.. like.Select((other, k) => Unit(other.Shape, k == result ? position : -1))]), products);
            return products.ToTensors().Zip(u, (product, along) => Tensor.Sum(product * along).ToScalar()).Aggregate((sum, term) => sum + term);
        }
    }

    private static Tensor<T> Unit(Shape shape, int position)
    {
        T[] elements = new T[shape.FlattenedLength];
        if (position >= 0)
            elements[position] = T.One;
        return new(shape, elements);
    }

    private ArrayFunctionValues<T> At(Tensor<T>[] inputs) => ArrayFunctionValues<T>.Of(ranks, inputs);

    private ArrayFunctionValues<T> Results(Tensor<T>[] results) => ArrayFunctionValues<T>.Of(resultRanks, results);

    /// <summary>Several results are recorded as one, of which they are parts.</summary>
    private static Tensor<T>[] Record(string what, Tensor<T>[] results, Tensor<T>[] inputs, Func<Tensor<T>[], InputCotangents, Tensor<T>?[]> pullback)
    {
        if (ActiveRecordings.Current is null)
            return results;
        if (results.Length == 1)
            return [Recorder.Many(what, results[0], inputs, pullback, static (dy, pullback, needed) => pullback([dy], needed))];
        return JoinedTensors.Record<T>((join, apart) =>
            Recorder.Many(what, join(results), inputs, (pullback, apart), static (dy, kept, needed) => kept.pullback(kept.apart(dy), needed)));
    }

    private void RequireRank(Tensor<T> input, int position)
    {
        ArgumentNullException.ThrowIfNull(input, parameters[position]);
        if (input.Rank != ranks[position])
            throw new ShapeMismatchException($"{name}: {parameters[position]} has the shape {input.Shape}. It has to be {Wanted(ranks[position])}: reshape it, or call {name} for each part.");
    }

    private static string Wanted(int rank) => rank switch
    {
        0 => "a scalar, of shape ()",
        1 => "a vector, with one axis",
        _ => "a matrix, with two axes",
    };

    private GradientNotRegisteredException NoThird() => new($"{name} has no third derivative as an operation on tensors. Write it with operations on tensors to have derivatives of any order.");

    /// <summary>Does a source depend on one of these inputs?</summary>
    private static bool Any(InputCotangents needed, int first, int count)
    {
        for (int i = first; i < first + count; i++)
        {
            if (needed.Needs(i))
                return true;
        }
        return false;
    }
}
