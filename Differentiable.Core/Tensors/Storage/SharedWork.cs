using System.Runtime.ExceptionServices;

namespace Differentiable.Tensors;

/// <summary>
/// Work in phases, each of which has pieces. A thread takes the next piece that no one has begun; who comes late joins in, and who comes when all is done finds nothing to do, so that no one waits for
/// a thread that has not started yet.
/// </summary>
/// <param name="pieces">How many pieces each phase has.</param>
/// <param name="work">Does one of them: of which phase, and which.</param>
internal sealed class SharedWork(int[] pieces, Action<int, int> work) : IThreadPoolWorkItem
{
    private readonly int[] _begun = new int[pieces.Length];
    private readonly int[] _done = new int[pieces.Length];
    private ExceptionDispatchInfo? _failure;

    /// <summary>Helps until all is done.</summary>
    public void Execute()
    {
        for (int phase = 0; phase < pieces.Length; phase++)
        {
            while (Interlocked.Increment(ref _begun[phase]) is var next && next <= pieces[phase])
                Do(phase, next - 1);
            SpinWait wait = default;
            while (Volatile.Read(ref _done[phase]) < pieces[phase])
                wait.SpinOnce(sleep1Threshold: -1);
        }
    }

    /// <summary>Does what no one else does, and returns when all is done.</summary>
    public void Finish()
    {
        Execute();
        _failure?.Throw();
    }

    private void Do(int phase, int piece)
    {
        try
        {
            if (_failure is null)
                work(phase, piece);
        }
        catch (Exception failure)
        {
            _failure = ExceptionDispatchInfo.Capture(failure);
        }
        Interlocked.Increment(ref _done[phase]);
    }
}
