using Differentiable.Generators.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering;

/// <summary>
/// <c>foreach</c> over collections whose elements are constants: lists by index, others over a copy, made when the loop begins. What is not known
/// to have a count (an iterator may go on for ever) is refused.
/// </summary>
internal static class Collections
{
    /// <summary>Lowers the loop; false when it goes over something else.</summary>
    public static bool TryLower(LoweringContext context, IForEachLoopOperation loop, IOperation collection)
    {
        if (collection.Type is not { TypeKind: TypeKind.Class or TypeKind.Interface } type || loop.LoopControlVariable is not IVariableDeclaratorOperation variable
            || InterfaceOf(type, "IReadOnlyCollection", "ICollection") is not { TypeArguments: [var element] }
            || variable.Symbol.RefKind != RefKind.None)
            return false;
        Use source = context.Save(context.LowerWhole(collection), "collection");
        if (IndexedAs(type) is { } indexed)
            OverList(context, loop, source, indexed, element);
        else
            OverCopy(context, loop, source, element);
        return true;
    }

    private static void OverList(LoweringContext context, IForEachLoopOperation loop, Use list, INamedTypeSymbol indexed, ITypeSymbol element)
    {
        Use items = context.Save(new OpaqueBuilder().Hole(list).Build(new OpaqueType(TypeLowering.FullName(indexed)), isPure: true), "list");
        Expr count = context.Save(new OpaqueBuilder().Operand(items).Text(".Count").Build(IrType.Int32, isPure: false), "count");
        ForEachLowering.CountedLoop(context, "i", count, i =>
        {
            Opaque item = new OpaqueBuilder().Operand(items).Text("[").Hole(i).Text("]").Build(ExternalLowering.ResultType(element), isPure: false);
            ForEachLowering.Bind(context, loop, ExternalLowering.Split(context, element, item));
            ForEachLowering.LowerBody(context, loop);
        });
    }

    private static void OverCopy(LoweringContext context, IForEachLoopOperation loop, Use source, ITypeSymbol element)
    {
        if (TypeLowering.Lower(element) is StructType whole)
            StructChecks.RequireElements(context, whole, loop.Collection.Syntax.GetLocation());
        Opaque copy = new OpaqueBuilder().Text("global::System.Linq.Enumerable.ToArray(").Hole(source).Text(")")
            .Build(new ArrayType(TypeLowering.Lower(element), 1), isPure: false);
        Use items = context.Save(copy, "items");
        ForEachLowering.CountedLoop(context, "i", new Length(items), i =>
        {
            ForEachLowering.Bind(context, loop, context.Read(new ElementPlace([items, i], loop.Syntax)));
            ForEachLowering.LowerBody(context, loop);
        });
    }

    /// <summary>The type through which elements are read by index: a <c>List</c> itself, for others an interface that has a count as well.</summary>
    private static INamedTypeSymbol? IndexedAs(ITypeSymbol type) =>
        type is INamedTypeSymbol { Name: "List", ContainingNamespace: { Name: "Generic", ContainingNamespace.Name: "Collections" } } list
            ? list
            : InterfaceOf(type, "IReadOnlyList", "IList");

    private static INamedTypeSymbol? InterfaceOf(ITypeSymbol type, params string[] names) => type.AllInterfaces
        .Prepend(type as INamedTypeSymbol)
        .FirstOrDefault(candidate => candidate is { Arity: 1, ContainingNamespace: { Name: "Generic", ContainingNamespace: { Name: "Collections", ContainingNamespace.Name: "System" } } }
            && names.Contains(candidate.Name));
}
