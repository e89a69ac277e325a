using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.ArraysOfStructs;
using Differentiable.Generators.Lowering.Calls;
using Differentiable.Generators.Lowering.Expressions;
using Differentiable.Generators.Lowering.Statements;
using Differentiable.Generators.Lowering.Structs;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering.Arrays;

/// <summary>Copies and fills, written as the loops over elements that they are.</summary>
internal static class ElementLoops
{
    /// <summary><c>source.CopyTo(destination)</c>.</summary>
    public static Expr Copy(LoweringContext context, IOperation call, IOperation source, IOperation destination) =>
        CopyAt(context, call, source, null, destination, null, null);

    /// <summary>Copies from a start to a start, as many as given or all of the source.</summary>
    public static Expr CopyAt(
        LoweringContext context, IOperation call, IOperation source, IOperation? sourceStart,
        IOperation destination, IOperation? destinationStart, IOperation? count)
    {
        Expr[] operands = LowerAll(context, [source, sourceStart, destination, destinationStart, count]);
        CopyLowered(
            context, call, operands[0], Or(operands[1], Constant.Of(0)), operands[2], Or(operands[3], Constant.Of(0)),
            Given(operands[4]));
        return CallLowering.Nothing;
    }

    /// <summary>The same from operands that are lowered already.</summary>
    public static void CopyLowered(LoweringContext context, IOperation call, Expr from, Expr start, Expr to, Expr target, Expr? count)
    {
        // Storage may overlap unless it was made apart: C# copies as if through a buffer.
        if (MayOverlap(context, from, to))
            from = context.Save(new CopyOf(new ArrayType(from.Type.Element!, 1), from), "copy");
        CopyApart(context, call.Syntax, from, start, to, target, count);
    }

    /// <summary>The same from storage that shares no elements with what is written.</summary>
    public static void CopyApart(LoweringContext context, SyntaxNode syntax, Expr from, Expr start, Expr to, Expr target, Expr? count) => Loop(context, count ?? new Length(from), i =>
    {
        context.ElementWrites.Add(new(to, syntax));
        StructStorage.Copy(context, from, [Fold.Add(start, i)], to, [Fold.Add(target, i)]);
    });

    /// <summary>Sets every element; to zero where no value is given.</summary>
    public static Expr Fill(LoweringContext context, IOperation call, IOperation storage, IOperation? value) =>
        FillAt(context, call, storage, value, null, null);

    public static Expr FillAt(
        LoweringContext context, IOperation call, IOperation storage, IOperation? value, IOperation? start, IOperation? count)
    {
        Expr[] operands = LowerAll(context, [storage, value, start, count]);
        IrType type = operands[0].Type.Element!;
        Expr element = value is null ? StorageLowering.Zero(type) : ConversionLowering.Adapt(Once(context, operands[1]), type);
        Expr first = Or(operands[2], Constant.Of(0));
        Loop(context, Or(operands[3], new Length(operands[0])), i =>
        {
            context.ElementWrites.Add(new(operands[0], call.Syntax));
            StructStorage.Store(context, operands[0], [Fold.Add(first, i)], element);
        });
        return CallLowering.Nothing;
    }

    /// <summary>Sets every element of an array of several dimensions to zero.</summary>
    public static Expr ClearGrid(LoweringContext context, IOperation call, IOperation array, int rank)
    {
        Expr grid = context.LowerStorage(array);
        ForEachLowering.OverDimensions(context, grid, rank, indices =>
        {
            context.ElementWrites.Add(new(grid, call.Syntax));
            StructStorage.Store(context, grid, indices, StorageLowering.Zero(grid.Type.Element!));
        });
        return CallLowering.Nothing;
    }

    /// <summary>Copies the first elements of an array of several dimensions, row after row, to those of another. Each goes to where it was if they are one array, so overlap needs no care.</summary>
    public static Expr CopyGrid(LoweringContext context, IOperation call, IOperation source, IOperation destination, IOperation count)
    {
        Expr[] operands = LowerAll(context, [source, destination, count]);
        Loop(context, operands[2], i =>
        {
            context.ElementWrites.Add(new(operands[1], call.Syntax));
            StructStorage.Copy(context, operands[0], IndicesOf(operands[0], i), operands[1], IndicesOf(operands[1], i));
        });
        return CallLowering.Nothing;
    }

    /// <summary>Where the element is that comes at a position if the rows stand one behind the other.</summary>
    private static Expr[] IndicesOf(Expr grid, Expr position)
    {
        Expr[] indices = new Expr[((ArrayType)grid.Type).Rank];
        for (int dimension = indices.Length - 1; dimension > 0; dimension--)
        {
            indices[dimension] = new Apply(Op.Remainder, IrType.Int32, [position, new Length(grid, dimension)]);
            position = new Apply(Op.Divide, IrType.Int32, [position, new Length(grid, dimension)]);
        }
        indices[0] = position;
        return indices;
    }

    /// <summary>A value that the loop reads each round: the loop changes elements only, no variables.</summary>
    public static Expr Once(LoweringContext context, Expr value) => value.MapLeaves(leaf => leaf is Constant or Use ? leaf : context.Save(leaf));

    public static void Loop(LoweringContext context, Expr count, Action<Use> body) =>
        ForEachLowering.CountedLoop(context, "i", count is Length ? count : Once(context, count), body);

    /// <summary>Lowers the operands that are there; a missing one is a constant that <see cref="Or"/> replaces.</summary>
    public static Expr[] LowerAll(LoweringContext context, IOperation?[] operations)
    {
        Expr[] values = new Expr[operations.Length];
        for (int i = 0; i < values.Length; i++)
        {
            int mark = context.Mark;
            values[i] = operations[i] switch
            {
                null => s_missing,
                { Type: var type } operation when TypeLowering.Lower(type).IsStorage => context.LowerStorage(operation),
                var operation => context.Lower(operation),
            };
            context.Protect(values, i, mark);
        }
        return values;
    }

    private static readonly Constant s_missing = Constant.Of(false);

    public static Expr Or(Expr value, Expr otherwise) => Given(value) ?? otherwise;

    /// <summary>The operand; null where it is missing.</summary>
    public static Expr? Given(Expr value) => ReferenceEquals(value, s_missing) ? null : value;

    /// <summary>Only storage that was made by two different expressions in this method is known to be apart.</summary>
    public static bool MayOverlap(LoweringContext context, Expr from, Expr to) =>
        from is not Use { Variable: var a } || to is not Use { Variable: var b } || context.Origins.MayShare(a, b)
        || context.IsReassigned(a) || context.IsReassigned(b);
}
