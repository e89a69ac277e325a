using System.Buffers;

namespace Differentiable.Tensors;

/// <summary>Runs elementwise operations that wait for each other, all of them on one block of elements after another.</summary>
internal static class Fusion
{
    /// <summary>How many elements a block has: few enough that all that is in between stays in the cache.</summary>
    private const int Block = BlockSums.Block;

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

    /// <summary>The elements of an operation's result. A sum that waits for the same operations is computed along with them.</summary>
    public static T[] Run<T>(Tensor<T> result, Deferred<T> operation)
        where T : unmanaged
    {
        List<(Tensor<T>, Deferred<T>)> waiting = [];
        HashSet<Tensor<T>> met = new(ReferenceEqualityComparer.Instance) { result };
        Collect(operation, waiting, met);
        waiting.Add((result, operation));
        FusedSum<T>? sum = SumThatWaits(waiting);
        if (sum is not null)
            Collect(sum.Operand, waiting, met);
        FusedProgram<T> program = new(waiting, result, sum);
        Run(program, result.FlattenedLength);
        return program.Finish();
    }

    private static void Run<T>(FusedProgram<T> program, int length)
        where T : unmanaged => Workers.Share((length + Piece - 1) / Piece, piece =>
        {
            T[] between = ArrayPool<T>.Shared.Rent(program.Buffers * Block);
            for (int at = piece * Piece, end = Math.Min(length, at + Piece); at < end; at += Block)
                program.Run(at, Math.Min(Block, end - at), between, Block);
            ArrayPool<T>.Shared.Return(between);
        });

    private static void Collect<T>(Deferred<T> operation, List<(Tensor<T>, Deferred<T>)> waiting, HashSet<Tensor<T>> met)
        where T : unmanaged
    {
        foreach (Tensor<T> operand in operation.Operands)
            Collect(operand, waiting, met);
    }

    /// <summary>Of a tensor that is there, nothing.</summary>
    private static void Collect<T>(Tensor<T> tensor, List<(Tensor<T>, Deferred<T>)> waiting, HashSet<Tensor<T>> met)
        where T : unmanaged
    {
        if (tensor.Waiting is not Deferred<T> operation || !met.Add(tensor))
            return;
        Collect(operation, waiting, met);
        waiting.Add((tensor, operation));
    }

    /// <summary>The sum that waits for one of these operations, if someone may still look at it.</summary>
    private static FusedSum<T>? SumThatWaits<T>(List<(Tensor<T> Result, Deferred<T> Operation)> waiting)
        where T : unmanaged
    {
        foreach ((_, Deferred<T> operation) in waiting)
        {
            if (operation.Sum is { } reference && reference.TryGetTarget(out Tensor<T>? result) && result.Waiting is DeferredSum<T> sum)
                return new(result, sum);
        }
        return null;
    }
}
