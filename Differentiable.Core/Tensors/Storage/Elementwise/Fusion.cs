using System.Buffers;

namespace Differentiable.Tensors;

/// <summary>Runs elementwise operations that wait for each other, all of them on one block of elements after another.</summary>
internal static class Fusion
{
    /// <summary>How many elements a block has: few enough that all that is in between stays in the cache.</summary>
    private const int Block = 1024;

    /// <summary>How many elements one processor takes at a time.</summary>
    private const int Piece = 64 * Block;

    /// <summary>The results that wait and that an operation needs, each behind those that it needs itself.</summary>
    public static List<(Tensor<T> Result, Deferred<T> Operation)> Waiting<T>(Deferred<T> operation)
        where T : unmanaged
    {
        List<(Tensor<T>, Deferred<T>)> waiting = [];
        Collect(operation, waiting, new(ReferenceEqualityComparer.Instance));
        return waiting;
    }

    /// <summary>The elements of an operation's result.</summary>
    public static T[] Run<T>(Deferred<T> operation, int length)
        where T : unmanaged
    {
        T[] result = Elementwise.Allocate<T>(length);
        FusedProgram<T> program = new(Waiting(operation), operation, result);
        Workers.Share((length + Piece - 1) / Piece, piece =>
        {
            T[] between = ArrayPool<T>.Shared.Rent(program.Buffers * Block);
            for (int at = piece * Piece, end = Math.Min(length, at + Piece); at < end; at += Block)
                program.Run(at, Math.Min(Block, end - at), between, Block);
            ArrayPool<T>.Shared.Return(between);
        });
        program.Keep();
        return result;
    }

    private static void Collect<T>(Deferred<T> operation, List<(Tensor<T>, Deferred<T>)> waiting, HashSet<Tensor<T>> met)
        where T : unmanaged
    {
        foreach (Tensor<T> operand in operation.Operands)
        {
            if (operand.Waiting is not Deferred<T> inner || !met.Add(operand))
                continue;
            Collect(inner, waiting, met);
            waiting.Add((operand, inner));
        }
    }
}
