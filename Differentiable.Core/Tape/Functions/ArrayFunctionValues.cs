using System.ComponentModel;
using System.Numerics;
using System.Runtime.InteropServices;
using Differentiable.Tensors;

namespace Differentiable.Runtime;

/// <summary>For generated code: numbers, arrays and matrices that go into a method or come out of it, each at its position.</summary>
/// <typeparam name="T">The type of the numbers.</typeparam>
/// <param name="ranks">What is at each position: a number (0), an array (1) or a matrix (2).</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ArrayFunctionValues<T>(int[] ranks)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The numbers, at their positions.</summary>
    public T[] Numbers { get; } = new T[ranks.Length];

    /// <summary>The arrays, at their positions.</summary>
    public T[][] Vectors { get; } = new T[ranks.Length][];

    /// <summary>The matrices, at their positions.</summary>
    public T[][,] Matrices { get; } = new T[ranks.Length][,];

    /// <summary>Multiplies all of them by a number.</summary>
    /// <param name="factor">The number.</param>
    public void Scale(T factor)
    {
        for (int i = 0; i < ranks.Length; i++)
        {
            Numbers[i] *= factor;
            foreach (ref T element in Elements(i))
                element *= factor;
        }
    }

    /// <summary>What tensors hold. Their ranks are right.</summary>
    internal static ArrayFunctionValues<T> Of(int[] ranks, Tensor<T>[] tensors)
    {
        ArrayFunctionValues<T> values = new(ranks);
        for (int i = 0; i < ranks.Length; i++)
        {
            if (ranks[i] == 0)
                values.Numbers[i] = tensors[i].ToScalar();
            else if (ranks[i] == 1)
                values.Vectors[i] = tensors[i].ToArray();
            else
                tensors[i].ToArray().CopyTo(values.MakeMatrix(i, tensors[i].Shape));
        }
        return values;
    }

    /// <summary>Zeros in these shapes.</summary>
    internal static ArrayFunctionValues<T> Zeros(int[] ranks, Tensor<T>[] like)
    {
        ArrayFunctionValues<T> values = new(ranks);
        for (int i = 0; i < ranks.Length; i++)
        {
            if (ranks[i] == 1)
                values.Vectors[i] = new T[like[i].FlattenedLength];
            else if (ranks[i] == 2)
                values.MakeMatrix(i, like[i].Shape);
        }
        return values;
    }

    /// <summary>As tensors, which take the arrays over.</summary>
    internal Tensor<T>[] ToTensors() => [.. ranks.Select((rank, i) => rank switch
    {
        0 => Numbers[i],
        1 => new Tensor<T>([Vectors[i].Length], Vectors[i]),
        _ => (Tensor<T>)Matrices[i],
    })];

    private Span<T> MakeMatrix(int position, Shape shape)
    {
        Matrices[position] = new T[shape[0], shape[1]];
        return Elements(position);
    }

    private Span<T> Elements(int position) => ranks[position] switch
    {
        0 => [],
        1 => Vectors[position],
        _ => Matrices[position].Length == 0 ? [] : MemoryMarshal.CreateSpan(ref Matrices[position][0, 0], Matrices[position].Length),
    };
}
