using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Arrays;
using Differentiable.Generators.Lowering.Calls;
using Differentiable.Generators.Lowering.Expressions;
using Differentiable.Generators.Lowering.Inlining;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.OtherCode;

/// <summary>
/// Arrays and spans the elements of which code that is carried over as text may write. It is given copies, and what is in them when it returns is written back: by stores, which the reverse sweep
/// can undo. Real numbers that come out of such code are constants; that none went in through which a derivative would be lost is judged when the whole method is known.
/// </summary>
internal sealed class WrittenCopies(IInvocationOperation call)
{
    private readonly List<(Expr Storage, Use Copy, SyntaxNode Syntax)> _all = [];

    /// <summary>Is there anything that the code may write?</summary>
    public bool Any => _all.Count > 0;

    /// <summary>Do real numbers come out of the code?</summary>
    public bool HoldReals => _all.Any(written => written.Storage.Type.HoldsReal);

    /// <summary>A copy of the storage; null where its elements are no numbers, or where it may share some with another that is written.</summary>
    /// <param name="context">The method.</param>
    /// <param name="argument">The storage.</param>
    /// <param name="reason">Why it matters what is done with it, in messages.</param>
    public Expr? TryTake(LoweringContext context, IOperation argument, string reason)
    {
        if (TypeLowering.Lower(argument.Type) is not ({ IsStorage: true, Element: ScalarType element } and (SpanType or ArrayType { Rank: 1 })))
            return null;
        Expr storage = context.LowerStorage(argument);
        if (_all.Any(other => ElementLoops.MayOverlap(context, other.Storage, storage)))
            return null;
        // Text, and no CopyOf: the code writes into it, so that it must not be computed again; no derivative passes through it; and the suspicion hangs on it.
        OpaqueBuilder copied = new OpaqueBuilder().Hole(StorageLowering.ReadOnlyView(context, storage)).Text(".ToArray()");
        context.Suspect(copied, argument, UnmarkedHelpers.RunBy(call, call.TargetMethod), ExternalAdvice.For(call.TargetMethod), ExternalArguments.NameOf(call.TargetMethod), reason);
        Use copy = context.Save(copied.Build(new ArrayType(element, 1), isPure: false), "copy");
        _all.Add((storage, copy, argument.Syntax));
        return copy;
    }

    /// <summary>Runs the code and writes back what it wrote.</summary>
    /// <param name="context">The method.</param>
    /// <param name="outcome">The code; its value is returned.</param>
    /// <param name="hasValue">Has it one?</param>
    public Expr Finish(LoweringContext context, Expr outcome, bool hasValue)
    {
        if (!Any)
            return outcome;
        Expr value = CallLowering.Nothing;
        if (hasValue)
            value = context.SaveWhole(outcome, "outcome");
        else if (outcome != CallLowering.Nothing)
            context.Add(new Evaluate(outcome));
        foreach ((Expr storage, Use copy, SyntaxNode syntax) in _all)
            ElementLoops.CopyApart(context, syntax, copy, Constant.Of(0), storage, Constant.Of(0), count: null);
        return value;
    }
}
