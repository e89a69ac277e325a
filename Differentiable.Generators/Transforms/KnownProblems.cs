using System.Collections.Concurrent;
using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Transforms;

/// <summary>
/// What became of the functions that were differentiated last. The generator and the analyzer ask about the same ones, in one process, and a
/// function compares by value.
/// </summary>
internal static class KnownProblems
{
    private const int Remembered = 4096;

    private static readonly ConcurrentDictionary<Function, Problem?> s_known = new();

    public static void Remember(Function function, Problem? problem)
    {
        if (s_known.Count >= Remembered)
            s_known.Clear();
        s_known[function] = problem;
    }

    /// <summary>
    /// Why the function has no derivatives; null where it has. Where the problem is in the file is no part of the function's value, so that is
    /// found anew.
    /// </summary>
    public static Problem? Of(Function function) =>
        s_known.TryGetValue(function, out Problem? known) && known?.Position is null ? known : Differentiation.TryDifferentiate(function).Problem;
}
