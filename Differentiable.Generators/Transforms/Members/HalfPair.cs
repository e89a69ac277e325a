using Differentiable.Generators.Ir;
using Differentiable.Generators.Transforms.Adjoint.Keeping;

namespace Differentiable.Generators.Transforms.Members;

/// <summary>The two halves of a function.</summary>
/// <param name="Forward">The forward half.</param>
/// <param name="Reverse">The reverse half.</param>
/// <param name="RunTwice">Does the reverse half run the forward sweep again?</param>
/// <param name="Left">What the forward half leaves to the reverse half.</param>
internal sealed record HalfPair(Member Forward, Member Reverse, bool RunTwice, Ledger Left)
{
    /// <summary>Does the reverse half, run several times behind one run of the forward half, save the work of that?</summary>
    public bool CanBeShared => !RunTwice && Left.Entries.Count > 0;

    public IEnumerable<Member> Both => [Forward, Reverse];
}
