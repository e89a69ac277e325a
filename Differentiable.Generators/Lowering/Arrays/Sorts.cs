using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Calls;
using Differentiable.Generators.Lowering.Expressions;
using Differentiable.Generators.Lowering.Inlining;
using Differentiable.Generators.Lowering.OtherCode;
using Differentiable.Generators.Lowering.Places;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Arrays;

/// <summary>
/// Sorts of arrays and spans. The runtime says which element goes where: by the elements' own order, by a comparer, or by asking for one comparison after the other, which the user's function makes where it
/// stands. The elements are moved here, so that their derivatives go back the same way.
/// </summary>
internal static class Sorts
{
    private const string Runtime = "global::Differentiable.Runtime.";

    /// <summary><c>Array.Sort</c> and <c>span.Sort</c> in all of their forms; null for other calls, and where the elements or the function are not known.</summary>
    public static Expr? TryLower(LoweringContext context, IInvocationOperation call)
    {
        if (call.TargetMethod is not { Name: "Sort", IsGenericMethod: true } || Argument(call, "array", "keys", "span") is not { } keys || !IsVector(keys))
            return null;
        IOperation? items = Argument(call, "items"), comparer = Argument(call, "comparison", "comparer");
        FunctionPlace? comparison = comparer is null ? null : KnownFunctions.TryFind(context, comparer);
        bool isKnown = comparison is not null || comparer is not { Type.TypeKind: TypeKind.Delegate };
        if (!isKnown || (items is not null && !IsVector(items)) || (comparer is null && !HasOrder(keys)))
            return null;
        Expr[] operands = ElementLoops.LowerAll(context, [keys, items, Argument(call, "index"), Argument(call, "length"), IsNatural(comparer) || comparison is not null ? null : comparer]);
        Expr sorted = PartOf(context, operands[0], operands);
        Use? copy = comparison is null ? null : CopyOf(context, sorted);
        Use order = copy is null ? Order(context, "Order", sorted, ElementOf(keys.Type!), ElementLoops.Given(operands[4])) : Compared(context, call, copy, comparison!);
        Arrange(context, call, copy ?? CopyOf(context, sorted), sorted, order);
        if (items is not null && PartOf(context, operands[1], operands) is var others)
            Arrange(context, call, CopyOf(context, others), others, order);
        return CallLowering.Nothing;
    }

    /// <summary>The order of LINQ, which leaves equal keys in theirs.</summary>
    public static Expr StableOrder(LoweringContext context, IInvocationOperation call)
    {
        bool isDescending = call.Arguments[1].Value.ConstantValue is { Value: true };
        return Order(context, isDescending ? "Descending" : "Ascending", context.LowerStorage(call.Arguments[0].Value), ElementOf(call.Arguments[0].Value.Type!), null);
    }

    /// <summary>The order that the runtime finds by itself.</summary>
    private static Use Order(LoweringContext context, string method, Expr keys, ITypeSymbol element, Expr? comparer)
    {
        OpaqueBuilder order = new OpaqueBuilder().Text($"{Runtime}Sorting.{method}<{TypeLowering.FullName(element)}>(").Hole(StorageLowering.ReadOnlyView(context, keys, "keys"));
        if (comparer is not null)
            order.Text(", ").Hole(comparer);
        return context.Save(order.Text(")").Build(new ArrayType(IrType.Int32, 1), isPure: false), "order");
    }

    /// <summary>The order that a function of the user's gives: <c>while (sort.Next(comparison)) comparison = function(copy[sort.First], copy[sort.Second]);</c></summary>
    private static Use Compared(LoweringContext context, IInvocationOperation call, Use copy, FunctionPlace function)
    {
        const string Type = Runtime + "ComparisonSort";
        Use sort = context.Save(new OpaqueBuilder().Text($"{Type}.Of(").Hole(new Length(copy)).Text(")").Build(new OpaqueType(Type), isPure: false), "sort");
        Variable comparison = context.NewTemporary(IrType.Int32, "comparison");
        context.Add(new Assign(comparison, Constant.Of(0)));
        context.BeginBlock();
        Expr[] compared = [ElementAt(context, call, copy, Of(sort, ".First", IrType.Int32)), ElementAt(context, call, copy, Of(sort, ".Second", IrType.Int32))];
        context.Add(new Assign(comparison, LocalFunctionLowering.Apply(context, call, function, compared)));
        Opaque next = new OpaqueBuilder().Operand(sort).Text(".Next(").Hole(new Use(comparison)).Text(")").Build(IrType.Boolean, isPure: false);
        context.Add(new Loop(Block.Empty, next, context.EndBlock(), Block.Empty, TestsAtEnd: false));
        return context.Save(Of(sort, ".Order", new ArrayType(IrType.Int32, 1)), "order");
    }

    private static Opaque Of(Use sort, string member, IrType type) => new OpaqueBuilder().Operand(sort).Text(member).Build(type, isPure: false);

    private static Expr ElementAt(LoweringContext context, IOperation call, Use elements, Opaque index) =>
        context.Read(new ElementPlace([elements, context.Save(index, "index")], call.Syntax));

    private static void Arrange(LoweringContext context, IOperation call, Use copy, Expr storage, Use order) =>
        ElementLoops.Loop(context, new Length(order), i => Rearrangements.Move(context, call, copy, new Element(order, [i]), storage, i));

    private static Use CopyOf(LoweringContext context, Expr storage) => context.Save(new CopyOf(new ArrayType(storage.Type.Element!, 1), storage), "copy");

    /// <summary>The elements from an index on, where only some are sorted.</summary>
    private static Expr PartOf(LoweringContext context, Expr storage, Expr[] operands) => ElementLoops.Given(operands[2]) is { } start
        ? context.Save(new Slice(new SpanType(storage.Type.Element!, IsReadOnly: false), storage, start, operands[3]), "part")
        : storage;

    private static IOperation? Argument(IInvocationOperation call, params string[] names) =>
        call.Arguments.FirstOrDefault(argument => names.Contains(argument.Parameter!.Name))?.Value;

    private static bool IsVector(IOperation storage) => TypeLowering.Lower(storage.Type) is SpanType or ArrayType { Rank: 1 };

    /// <summary>Numbers have one order only; of structs, it is their own.</summary>
    private static bool HasOrder(IOperation keys) => TypeLowering.Lower(keys.Type).Element is ScalarType or StructType;

    /// <summary>Is it the order that elements have by themselves?</summary>
    private static bool IsNatural(IOperation? comparer) => comparer is null or { ConstantValue: { HasValue: true, Value: null } };

    private static ITypeSymbol ElementOf(ITypeSymbol storage) => storage is IArrayTypeSymbol array ? array.ElementType : ((INamedTypeSymbol)storage).TypeArguments[0];
}
