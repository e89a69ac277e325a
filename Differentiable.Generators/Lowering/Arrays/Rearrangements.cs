using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.ArraysOfStructs;
using Differentiable.Generators.Lowering.Calls;
using Differentiable.Generators.Lowering.Expressions;
using Differentiable.Generators.Lowering.Places;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Arrays;

/// <summary>Calls that move elements: reversals, and arrays that get another length. They become the loops that they are.</summary>
internal static class Rearrangements
{
    /// <summary><c>Array.Reverse(a)</c>, <c>Array.Reverse(a, start, count)</c>, <c>span.Reverse()</c>.</summary>
    public static Expr Reverse(LoweringContext context, IOperation call, IOperation storage, IOperation? start, IOperation? count)
    {
        Expr[] operands = ElementLoops.LowerAll(context, [storage, start, count]);
        Expr elements = operands[0], first = ElementLoops.Or(operands[1], Constant.Of(0));
        Expr length = ElementLoops.Once(context, ElementLoops.Or(operands[2], new Length(elements)));
        Expr last = Fold.Subtract(Fold.Add(first, length), Constant.Of(1));
        ElementLoops.Loop(context, new Apply(Op.Divide, IrType.Int32, [length, Constant.Of(2)]), i =>
        {
            Expr low = Fold.Add(first, i), high = Fold.Subtract(last, i);
            Expr moved = context.SaveWhole(context.Read(new ElementPlace([elements, low], call.Syntax)), "moved");
            Move(context, call, elements, high, elements, low);
            StructStorage.Store(context, elements, [high], moved);
        });
        return CallLowering.Nothing;
    }

    /// <summary><c>Array.Resize(ref a, length)</c>: another array, unless it has that length.</summary>
    public static Expr Resize(LoweringContext context, IOperation array, IOperation length)
    {
        Place place = context.LowerPlace(array);
        int mark = context.Mark;
        Expr count = ElementLoops.Once(context, context.Lower(length));
        context.Protect(place, mark);
        Expr old = context.Read(place);
        context.BeginBlock();
        Use resized = context.Save(new NewStorage(old.Type, [count], [], OnStack: false), "resized");
        Expr both = new Apply(Op.Min, IrType.Int32, [count, new Length(old)]);
        ElementLoops.Loop(context, both, i => StructStorage.Copy(context, old, [i], resized, [i]));
        context.Write(place, resized);
        context.Add(new If(Fold.Compare(Op.NotEqual, new Length(old), count), context.EndBlock(), Block.Empty));
        return CallLowering.Nothing;
    }

    /// <summary><c>source.TryCopyTo(destination)</c>.</summary>
    public static Expr TryCopy(LoweringContext context, IOperation call, IOperation source, IOperation destination)
    {
        Expr[] operands = ElementLoops.LowerAll(context, [source, destination]);
        Use fits = context.Save(Fold.Compare(Op.LessOrEqual, new Length(operands[0]), new Length(operands[1])), "fits");
        context.BeginBlock();
        ElementLoops.CopyLowered(context, call, operands[0], Constant.Of(0), operands[1], Constant.Of(0), null);
        context.Add(new If(fits, context.EndBlock(), Block.Empty));
        return fits;
    }

    /// <summary>Stores an element of other storage.</summary>
    public static void Move(LoweringContext context, IOperation call, Expr from, Expr place, Expr to, Expr target)
    {
        context.ElementWrites.Add(new(to, call.Syntax));
        StructStorage.Copy(context, from, [place], to, [target]);
    }
}
