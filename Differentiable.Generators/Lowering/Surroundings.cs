using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Differentiable.Generators.Lowering;

/// <summary>
/// Stands for all that code in method bodies can refer to: declarations, references, options. Compilations that differ only inside of
/// bodies share it, which is what happens while someone types.
/// </summary>
internal sealed class Surroundings
{
    private const int Remembered = 8;

    private static readonly object s_gate = new();
    private static readonly ConditionalWeakTable<Compilation, Surroundings> s_known = new();
    private static readonly LinkedList<WeakReference<Compilation>> s_recent = new();

    private Surroundings()
    {
    }

    public static Surroundings Of(Compilation compilation)
    {
        lock (s_gate)
        {
            if (s_known.TryGetValue(compilation, out Surroundings? known))
                return known;
            Compilation? previous = Recent().FirstOrDefault(c => IsSame(c, compilation));
            Surroundings surroundings = previous is not null && s_known.TryGetValue(previous, out known) ? known : new Surroundings();
            s_known.Add(compilation, surroundings);
            s_recent.AddFirst(new WeakReference<Compilation>(compilation));
            if (s_recent.Count > Remembered)
                s_recent.RemoveLast();
            return surroundings;
        }
    }

    private static IEnumerable<Compilation> Recent()
    {
        foreach (WeakReference<Compilation> reference in s_recent)
        {
            if (reference.TryGetTarget(out Compilation? compilation))
                yield return compilation;
        }
    }

    private static bool IsSame(Compilation before, Compilation after) => before.AssemblyName == after.AssemblyName
        && before.Options.Equals(after.Options)
        && before.References.SequenceEqual(after.References)
        && before.SyntaxTrees.Count() == after.SyntaxTrees.Count()
        && before.SyntaxTrees.Zip(after.SyntaxTrees, IsSame).All(same => same);

    /// <summary>Do the files declare the same, whatever is inside of their bodies?</summary>
    private static bool IsSame(SyntaxTree before, SyntaxTree after) => before == after
        || (before.FilePath == after.FilePath && before.Options.Equals(after.Options)
            && SyntaxFactory.AreEquivalent(before, after, topLevel: true));
}
