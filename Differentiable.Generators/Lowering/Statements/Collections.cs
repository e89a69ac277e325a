using System.Collections.Immutable;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Expressions;
using Differentiable.Generators.Lowering.OtherCode;
using Differentiable.Generators.Lowering.Structs;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Statements;

/// <summary>
/// <c>foreach</c> over collections whose elements are constants: lists and text by index, others over a copy, made when the loop begins. What is not known
/// to have a count (an iterator may go on for ever) is refused.
/// </summary>
internal static class Collections
{
    /// <summary>Lowers the loop; false when it goes over something else.</summary>
    public static bool TryLower(LoweringContext context, IForEachLoopOperation loop, IOperation collection)
    {
        if (collection.Type is { SpecialType: SpecialType.System_String } && loop.LoopControlVariable is IVariableDeclaratorOperation)
        {
            OverItems(context, loop, context.Save(context.LowerWhole(collection), "text"), "Length", context.Model.Compilation.GetSpecialType(SpecialType.System_Char));
            return true;
        }
        if (collection.Type is not { TypeKind: TypeKind.Class or TypeKind.Interface } type
            || InterfaceOf(type, "IReadOnlyCollection", "ICollection") is not { TypeArguments: [var element] }
            || !IsBound(context, loop, element))
            return false;
        Use source = context.Save(context.LowerWhole(collection), "collection");
        if (IndexedAs(type) is { } indexed)
            OverList(context, loop, source, indexed, element);
        else
            OverCopy(context, loop, source, element);
        return true;
    }

    /// <summary>Does the loop take each element as it is, or apart into the fields of a struct, a record or a pair of a dictionary?</summary>
    private static bool IsBound(LoweringContext context, IForEachLoopOperation loop, ITypeSymbol element) => loop.LoopControlVariable is IVariableDeclaratorOperation variable
        ? variable.Symbol.RefKind == RefKind.None
        : TypeLowering.Lower(element) is StructType || IsPair(element) || StructMembers.IsOfRecord(context, loop);

    private static bool IsPair(ITypeSymbol element) => element is INamedTypeSymbol { Name: "KeyValuePair", Arity: 2 } && TypeLowering.IsCollections(element.ContainingNamespace);

    /// <summary>The key and the value where the loop takes a pair apart.</summary>
    private static Expr Apart(LoweringContext context, IForEachLoopOperation loop, ITypeSymbol element, Expr item)
    {
        if (loop.LoopControlVariable is IVariableDeclaratorOperation || !IsPair(element))
            return item;
        Use pair = context.Save(item, "pair");
        ImmutableArray<ITypeSymbol> types = ((INamedTypeSymbol)element).TypeArguments;
        Expr Part(string name, ITypeSymbol type) => ExternalLowering.Split(
            context, type, new OpaqueBuilder().Operand(pair).Text("." + name).Build(ExternalLowering.ResultType(type), isPure: true));
        return StructValues.Value([Part("Key", types[0]), Part("Value", types[1])]);
    }

    private static void OverList(LoweringContext context, IForEachLoopOperation loop, Use list, INamedTypeSymbol indexed, ITypeSymbol element)
    {
        Use items = context.Save(new OpaqueBuilder().Hole(list).Build(new OpaqueType(TypeLowering.FullName(indexed)), isPure: true), "list");
        OverItems(context, loop, items, "Count", element);
    }

    /// <summary>Numbers are read from the copy as from any array; structs are constants as they come.</summary>
    private static void OverCopy(LoweringContext context, IForEachLoopOperation loop, Use source, ITypeSymbol element)
    {
        IrType copied = TypeLowering.Lower(element) is StructType
            ? new OpaqueType(TypeLowering.FullName(element) + "[]")
            : new ArrayType(TypeLowering.Lower(element), 1);
        Use items = context.Save(new OpaqueBuilder().Text("global::System.Linq.Enumerable.ToArray(").Hole(source).Text(")").Build(copied, isPure: false), "items");
        if (copied is OpaqueType)
            OverItems(context, loop, items, "Length", element);
        else
            Loop(context, loop, element, new Length(items), i => new Element(items, [i]));
    }

    private static void OverItems(LoweringContext context, IForEachLoopOperation loop, Use items, string length, ITypeSymbol element)
    {
        Expr count = context.Save(new OpaqueBuilder().Operand(items).Text("." + length).Build(IrType.Int32, isPure: false), "count");
        Loop(context, loop, element, count, i => ExternalLowering.Split(
            context, element, new OpaqueBuilder().Operand(items).Text("[").Hole(i).Text("]").Build(ExternalLowering.ResultType(element), isPure: false)));
    }

    private static void Loop(LoweringContext context, IForEachLoopOperation loop, ITypeSymbol element, Expr count, Func<Use, Expr> item) => ForEachLowering.CountedLoop(context, "i", count, i =>
    {
        ForEachLowering.Bind(context, loop, Apart(context, loop, element, item(i)));
        ForEachLowering.LowerBody(context, loop);
    });

    /// <summary>The type through which elements are read by index: a <c>List</c> itself, for others an interface that has a count as well.</summary>
    private static INamedTypeSymbol? IndexedAs(ITypeSymbol type) =>
        type is INamedTypeSymbol { Name: "List" } list && TypeLowering.IsCollections(list.ContainingNamespace)
            ? list
            : InterfaceOf(type, "IReadOnlyList", "IList");

    private static INamedTypeSymbol? InterfaceOf(ITypeSymbol type, params string[] names) => type.AllInterfaces
        .Prepend(type as INamedTypeSymbol)
        .FirstOrDefault(candidate => candidate is { Arity: 1 } && TypeLowering.IsCollections(candidate.ContainingNamespace) && names.Contains(candidate.Name));
}
