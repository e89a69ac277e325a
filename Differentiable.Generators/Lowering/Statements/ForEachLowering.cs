using Differentiable.Generators.Diagnostics;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Arrays;
using Differentiable.Generators.Lowering.Expressions;
using Differentiable.Generators.Lowering.Places;
using Differentiable.Generators.Lowering.Sequences;
using Differentiable.Generators.Lowering.Structs;
using Differentiable.Generators.Lowering.Tensors;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Statements;

/// <summary><c>foreach</c> over arrays and spans: loops over counters.</summary>
internal static class ForEachLowering
{
    private static readonly string[] CounterNames = ["i", "j", "k"];

    public static void Lower(LoweringContext context, IForEachLoopOperation loop)
    {
        IOperation collection = ConversionLowering.Written(loop.Collection);
        if (IsChanged(context, loop, collection))
            return;
        bool isList = LocalLists.IsOne(context, collection);
        if (TensorRows.TryLower(context, loop, collection) || (!isList && Collections.TryLower(context, loop, collection)) || Enumerators.TryLower(context, loop, collection))
            return;
        if (HasElements(context, loop, collection, isList) && CanTakeElements(context, loop, collection))
            LowerElements(context, loop, collection);
    }

    private static bool IsChanged(LoweringContext context, IForEachLoopOperation loop, IOperation collection)
    {
        if (LoopChanges.Find(context, loop, collection) is not { } change)
            return false;
        context.Refuse(Descriptors.UnsupportedConstruct, loop.Collection, change.Syntax.ToString(), $"what changes '{collection.Syntax}' in a loop over it, which throws then; go over a copy, or by an index");
        return true;
    }

    /// <summary>Is it storage, or what becomes storage?</summary>
    private static bool HasElements(LoweringContext context, IForEachLoopOperation loop, IOperation collection, bool isList)
    {
        bool isQuery = isList || (Queries.IsKnown(context, collection) && !Queries.IsChanged(collection, loop.Body));
        if (Queries.StepOf(collection) is { } step && QueryCheck.Of(context, step) is { HasFunctions: true, Problem: { } problem })
        {
            problem.Refuse(context, step);
            return false;
        }
        if (isQuery || TypeLowering.Lower(collection.Type).IsStorage || InlineArrays.Is(collection))
            return true;
        context.Refuse(Descriptors.UnsupportedForEach, loop.Collection, collection.Type?.DisplayName() ?? "");
        return false;
    }

    private static bool CanTakeElements(LoweringContext context, IForEachLoopOperation loop, IOperation collection)
    {
        if (loop.LoopControlVariable is IVariableDeclaratorOperation || TypeLowering.Lower(ElementOf(collection.Type)) is StructType || StructMembers.IsOfRecord(context, loop))
            return true;
        context.Refuse(Descriptors.UnsupportedConstruct, loop.LoopControlVariable, loop.LoopControlVariable.Syntax.ToString(), "'foreach' that takes elements apart");
        return false;
    }

    private static void LowerElements(LoweringContext context, IForEachLoopOperation loop, IOperation collection)
    {
        Expr storage = Queries.LowerSource(context, collection);
        if (storage.Type.Leaf is StructType)
            StructChecks.FollowElements(context, storage.Type, collection.Syntax.GetLocation());
        if (storage is not Use use || context.IsReassigned(use.Variable))
            storage = context.Save(storage, "storage");
        if (storage.Type is ArrayType { Rank: > 1 } array)
            LowerDimensions(context, loop, storage, array.Rank);
        else
            CountedLoop(context, "i", InlineArrays.LengthOf(collection) ?? new Length(storage), index => LowerRound(context, loop, storage, [index]), loop.Body);
    }

    private static ITypeSymbol? ElementOf(ITypeSymbol? storage) => storage switch
    {
        INamedTypeSymbol inline when InlineArrays.LengthOf(inline) > 0 => StructTypes.FieldsOf(inline).First().Type,
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol { TypeArguments: [var element] } => element,
        _ => null,
    };

    /// <summary>A loop that counts up from zero.</summary>
    public static void CountedLoop(LoweringContext context, string name, Expr count, Action<Use> lowerBody, IOperation? marked = null)
    {
        Variable counter = context.NewTemporary(IrType.Int32, name);
        context.Add(new Assign(counter, Constant.Of(0)));
        Use index = new(counter);
        if (marked is null)
            context.Add(Round(context, index, count, lowerBody));
        else
            CheckpointLowering.LowerLoop(context, marked, () => Round(context, index, count, lowerBody));
    }

    private static Loop Round(LoweringContext context, Use index, Expr count, Action<Use> lowerBody)
    {
        context.BeginBlock();
        lowerBody(index);
        Block body = context.EndBlock();
        context.BeginBlock();
        context.Add(new Assign(index.Variable, Fold.Add(index, Constant.Of(1))));
        return new(Block.Empty, Fold.Compare(Op.Less, index, count), body, context.EndBlock(), TestsAtEnd: false);
    }

    /// <summary>Row by row. <c>break</c> leaves all loops.</summary>
    private static void LowerDimensions(LoweringContext context, IForEachLoopOperation loop, Expr array, int rank)
    {
        int label = context.NewLabel();
        context.BeginBlock();
        OverDimensions(context, array, rank, indices => LowerRound(context, loop, array, indices, label));
        Regions.Close(context, label);
    }

    /// <summary>A loop in a loop for each dimension, over all elements.</summary>
    public static void OverDimensions(LoweringContext context, Expr array, int rank, Action<Expr[]> lowerBody)
    {
        Nest([]);

        void Nest(Expr[] indices)
        {
            if (indices.Length == rank)
                lowerBody(indices);
            else
                CountedLoop(context, CounterNames[indices.Length], new Length(array, indices.Length), counter => Nest([.. indices, counter]));
        }
    }

    private static void LowerRound(LoweringContext context, IForEachLoopOperation loop, Expr storage, Expr[] indices, int? label = null)
    {
        var element = new ElementPlace([storage, .. indices], loop.Syntax);
        if (loop.LoopControlVariable is IVariableDeclaratorOperation { Symbol: { RefKind: not RefKind.None } reference })
            context.Places[reference] = element;
        else
            Bind(context, loop, context.Read(element));
        LowerBody(context, loop, label);
    }

    /// <summary>Gives the loop's variable, or those that it takes an element apart into, the value of this round.</summary>
    public static void Bind(LoweringContext context, IForEachLoopOperation loop, Expr value)
    {
        if (loop.LoopControlVariable is IVariableDeclaratorOperation { Symbol: var local })
            context.Write(context.DeclareLocal(local), value);
        else
            context.Initialize(context.LowerPlace(loop.LoopControlVariable), StructMembers.Deconstruct(context, loop, value));
    }

    public static void LowerBody(LoweringContext context, IForEachLoopOperation loop, int? label = null)
    {
        context.Breakables.Push(Breakable.Loop with { Exit = label });
        context.AddRange(context.LowerBlock(loop.Body).Statements);
        context.Breakables.Pop();
    }
}
