using Differentiable.Generators.Diagnostics;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Arrays;
using Differentiable.Generators.Lowering.Calls;
using Differentiable.Generators.Lowering.Expressions;
using Differentiable.Generators.Lowering.Structs;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.OtherCode;

/// <summary>
/// Arrays and spans the elements of which code that is carried over as text may write. It is given copies, and what is in them when it returns is written back: by stores, which the reverse sweep
/// can undo. Real numbers that come out of such code are constants; that none went in through which a derivative would be lost is judged when the whole method is known.
/// </summary>
internal sealed class WrittenCopies(string name)
{
    private readonly List<(Expr Storage, Use Copy, SyntaxNode Syntax)> _all = [];

    /// <summary>Do real numbers come out of the code?</summary>
    public bool HoldReals => _all.Any(written => written.Storage.Type.HoldsReal);

    /// <summary>A copy of the storage; null where its elements are no numbers, or where it may share some with another that is written.</summary>
    public Expr? TryTake(LoweringContext context, IOperation argument, IParameterSymbol parameter)
    {
        if (TypeLowering.Lower(argument.Type) is not ({ IsStorage: true, Element: ScalarType element } and (SpanType or ArrayType { Rank: 1 })))
            return null;
        Expr storage = context.LowerStorage(argument);
        if (_all.Any(other => ElementLoops.MayOverlap(context, other.Storage, storage)))
            return null;
        Use view = context.Save(new View(new SpanType(element, IsReadOnly: true), storage), "view");
        OpaqueBuilder copied = new OpaqueBuilder().Hole(view).Text(".ToArray()");
        context.Suspect(copied, argument, Descriptors.ExternalCall, name, ExternalArguments.MayWriteElementsOf(parameter));
        Use copy = context.Save(copied.Build(new ArrayType(element, 1), isPure: false), "copy");
        _all.Add((storage, copy, argument.Syntax));
        return copy;
    }

    /// <summary>Runs the code and writes back what it wrote.</summary>
    /// <param name="context">The method.</param>
    /// <param name="call">The code; its value is returned.</param>
    public Expr Finish(LoweringContext context, Expr call)
    {
        if (_all.Count == 0)
            return call;
        bool hasValue = call.Type is not OpaqueType { Name: "void" };
        Expr value = hasValue ? context.SaveWhole(call, "outcome") : CallLowering.Nothing;
        if (!hasValue)
            context.Add(new Evaluate(call));
        foreach ((Expr storage, Use copy, SyntaxNode syntax) in _all)
        {
            ElementLoops.Loop(context, new Length(copy), i =>
            {
                context.ElementWrites.Add((storage, syntax));
                StructStorage.Copy(context, copy, [i], storage, [i]);
            });
        }
        return value;
    }
}
