using Differentiable.Generators.Ir;
using Differentiable.Generators.Transforms.Adjoint;
using Differentiable.Generators.Transforms.Members;

namespace Differentiable.Generators.Transforms.Matrices;

/// <summary>
/// What makes rows of a Jacobian in reverse mode. Where the forward half leaves something to the reverse half, it runs once for all rows. Else each block of rows runs the
/// pullback, forward and back in one: nothing is gained by halves where nothing is left to the reverse half, or where that runs the forward sweep again, and less where one block is all.
/// </summary>
/// <param name="Forward">The forward half, if it runs once for all.</param>
/// <param name="Back">The reverse half; where there is no forward half, the pullback.</param>
/// <param name="Kept">Says what is kept from the one to the other.</param>
internal sealed record RowMembers(Member? Forward, Member Back, string Kept)
{
    /// <summary>Does each block of rows run the whole forward sweep again?</summary>
    public bool RunsAgain { get; private init; }

    /// <summary>Those of a function, and its halves where there is anything else to need them.</summary>
    /// <param name="context">The function, with as many cotangents as a sweep takes.</param>
    /// <param name="shape">The Jacobian.</param>
    /// <param name="wantsHalves">Do others call the reverse half?</param>
    public static (RowMembers? Rows, HalfPair? Halves) Build(AdjointContext context, JacobianShape shape, bool wantsHalves)
    {
        bool mayBeByRows = shape.PrefersRows() is not Constant { Value: false };
        if (!mayBeByRows && !wantsHalves)
            return (null, null);
        var reverse = new ReverseMembers(context);
        HalfPair? halves = wantsHalves || !shape.HasOneBlockOfRows ? reverse.Halves() : null;
        return (mayBeByRows ? Of(context, shape, reverse, halves) : null, halves);
    }

    private static RowMembers? Of(AdjointContext context, JacobianShape shape, ReverseMembers reverse, HalfPair? halves)
    {
        if (halves is { CanBeShared: true } && !shape.HasOneBlockOfRows)
            return new(halves.Forward, halves.Reverse, KeptText.OfRows(context, halves.Left));
        bool runsAgain = halves is { RunTwice: true };
        if (shape.PrefersRows(runsAgain) is Constant { Value: false })
            return null;
        Member pullback = reverse.Pullback();
        return new(null, pullback, pullback.Remarks) { RunsAgain = runsAgain };
    }
}
