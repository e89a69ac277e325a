using System.Collections.Immutable;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Arrays;
using Differentiable.Generators.Lowering.Expressions;
using Differentiable.Generators.Lowering.Inlining;
using Differentiable.Generators.Lowering.OtherCode;
using Differentiable.Generators.Lowering.Places;
using Differentiable.Generators.Lowering.Structs;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Sequences;

/// <summary>
/// Lists, stacks and queues of real numbers that a method makes for itself. Where nothing but their members is asked of them, each is a struct of an array and of a count;
/// what the members do is written down in <c>Mirrors</c>.
/// </summary>
internal static class LocalLists
{
    /// <summary>How many elements a list has room for that is not told how many.</summary>
    private const int Room = 4;

    /// <summary>Declares a list that is followed; false for any other variable.</summary>
    public static bool TryDeclare(LoweringContext context, ILocalSymbol local, IOperation? value)
    {
        if (value is null || context.Predeclared.Contains(local) || context.ListOf(local.Type) is not { } mirror)
            return false;
        bool isFollowed = IsFollowed(mirror.TypeArguments[0]) || (TypeLowering.Lower(mirror.TypeArguments[0]) is ScalarType && ListUses.AreGivenFunctions(local, value));
        if (!isFollowed || !ListUses.Allow(context, local, value, mirror))
            return false;
        var type = (StructType)TypeLowering.Lower(mirror);
        var elements = new ArrayType(TypeLowering.Lower(mirror.TypeArguments[0]), 1);
        Expr items = context.Save(Items(context, ConversionLowering.Written(value), elements), "items");
        bool isGiven = Source(ConversionLowering.Written(value)) is not null;
        Place place = context.Declare(local.Name, type);
        context.Initialize(place, new StructValue(type, type.Fields.Select((field, i) => i switch
        {
            0 => items,
            1 when isGiven => new Length(items),
            _ => StorageLowering.Zero(field.Type),
        }).ToEquatableArray()));
        context.Places[local] = place;
        foreach (IInvocationOperation added in AddedBy(ConversionLowering.Written(value)))
            Run(context, added, mirror, place);
        return true;
    }

    /// <summary>Real numbers, tensors, structs of them and rows, but no values that may be missing: arrays of those are only read.</summary>
    private static bool IsFollowed(ITypeSymbol element) => TypeLowering.Lower(element) is ScalarType { IsReal: true } or TensorType or StructType { IsNullable: false, HoldsInline: false } or ArrayType { Rank: 1, Element.IsReal: true };

    /// <summary>What a member that is called on such a list comes to; null for any other call.</summary>
    public static Expr? TryCall(LoweringContext context, IInvocationOperation call)
    {
        if (call.Arguments is [var list, { Value: var span }] && IsAddedSpan(list) && MirrorOf(context, list.Value) is { } filled)
            return AddSpan(context, call, filled, context.LowerPlace(Queries.Stripped(list.Value)), span);
        if (MirrorOf(context, call.Instance) is not { } mirror)
            return null;
        return call.Arguments.Any(Queries.IsSource)
            ? Run(context, call, mirror, context.LowerPlace(call.Instance!))
            : InlineLowering.Call(context, call, (IMethodSymbol)MirrorLibrary.MemberOf(mirror, call.TargetMethod)!);
    }

    /// <summary>Is it the list that the elements of a span are added to? That is an extension, unlike the same for a sequence.</summary>
    public static bool IsAddedSpan(IArgumentOperation argument) => argument is
    {
        Parameter.Ordinal: 0,
        Parent: IInvocationOperation { TargetMethod: { Name: "AddRange", ContainingType: { Name: "CollectionExtensions", ContainingNamespace: { Name: "Generic", ContainingNamespace: { Name: "Collections", ContainingNamespace: var system } } } } },
    } && TypeLowering.IsSystem(system);

    private static Expr AddSpan(LoweringContext context, IInvocationOperation call, INamedTypeSymbol mirror, Place list, IOperation span)
    {
        var elements = new ArrayType(TypeLowering.Lower(mirror.TypeArguments[0]), 1);
        Expr added = context.Save(new CopyOf(elements, context.LowerStorage(span)), "added");
        return InlineLowering.Begin(context, call, mirror.GetMembers("AddRange").OfType<IMethodSymbol>().Single()) is { } code ? InlineLowering.Run(context, code, list, [added]) : context.Fail(call.Type);
    }

    /// <summary>The count, or an element; null for what is neither of such a list.</summary>
    public static Place? TryLowerPlace(LoweringContext context, IOperation operation)
    {
        if (InstanceOf(operation) is not { } instance || MirrorOf(context, instance) is not { } mirror)
            return null;
        Place list = context.LowerPlace(instance);
        return operation switch
        {
            IPropertyReferenceOperation property => Member(mirror, property.Property, list, [.. property.Arguments.Select(argument => context.Lower(argument.Value))], operation),
            IImplicitIndexerReferenceOperation element => Member(mirror, element.IndexerSymbol, list, [ElementLowering.LowerIndex(context, element.Argument, () => Count(element))], operation),
            _ => null,
        };

        Expr Count(IImplicitIndexerReferenceOperation element) => context.Read(Member(mirror, element.LengthSymbol, list, [], operation));
    }

    /// <summary>The elements of such a list, as an array of their own; null for what is none.</summary>
    public static Expr? TryElements(LoweringContext context, IOperation value) => MirrorOf(context, value) is { } mirror
        ? context.Save(InlineLowering.Run(context, InlinedCode.Of(context, mirror.GetMembers("ToArray").OfType<IMethodSymbol>().Single())!, context.LowerPlace(Queries.Stripped(value)), Array.Empty<Place>()), "elements")
        : null;

    /// <summary>A copy of the elements of a list that is not followed, which are constants; null for what is no list.</summary>
    public static Expr? TryCopy(LoweringContext context, IOperation value)
    {
        if (!IsOfType(context, Queries.Stripped(value)))
            return null;
        ITypeSymbol element = ((INamedTypeSymbol)Queries.Stripped(value).Type!).TypeArguments[0];
        OpaqueBuilder copy = new OpaqueBuilder().Operand(context.LowerForText(Queries.Stripped(value))).Text(".ToArray()");
        return context.Save(copy.Build(new ArrayType(TypeLowering.Lower(element), 1), isPure: false), "elements");
    }

    /// <summary>Is it such a list?</summary>
    public static bool IsOne(LoweringContext context, IOperation value) => MirrorOf(context, value) is not null;

    /// <summary>Is it of their types, and no step of a sequence?</summary>
    public static bool IsOfType(LoweringContext context, IOperation value) => Queries.StepOf(value) is null && value.Type is { } type && context.ListOf(type) is not null;

    /// <summary>Is the list that a part of the code is changed by it?</summary>
    public static bool IsChangedBy(LoweringContext context, IOperation part) => MirrorOf(context, part) is { } mirror && ListUses.Changes(context, part, mirror);

    /// <summary>What a list is made of to begin with; null where it is empty.</summary>
    public static IOperation? Source(IOperation made) => made switch
    {
        IObjectCreationOperation { Arguments: [{ Value: var collection } argument] } when Queries.IsSource(argument) => collection,
        ICollectionExpressionOperation or IInvocationOperation => made,
        _ => null,
    };

    /// <summary>The calls by which a list is filled where it is made.</summary>
    public static IEnumerable<IInvocationOperation> AddedBy(IOperation made) =>
        made is IObjectCreationOperation { Initializer.Initializers: var added } ? added.OfType<IInvocationOperation>() : [];

    private static IOperation? InstanceOf(IOperation operation) => operation switch
    {
        IPropertyReferenceOperation { Instance: var instance } => instance,
        IImplicitIndexerReferenceOperation { Instance: var instance } => instance,
        _ => null,
    };

    /// <summary>The struct that does what a list does that is followed: it is known leaf by leaf.</summary>
    private static INamedTypeSymbol? MirrorOf(LoweringContext context, IOperation? value) =>
        value is not null && VariableOf(Queries.Stripped(value)) is { } variable && context.Places.TryGetValue(variable, out Place? place) && place is StructPlace ? context.ListOf(Queries.Stripped(value).Type!) : null;

    private static ISymbol? VariableOf(IOperation value) => value switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };

    private static Expr Items(LoweringContext context, IOperation made, ArrayType type) => made switch
    {
        ICollectionExpressionOperation collection => SpreadLowering.Lower(context, collection, type),
        _ when Source(made) is { } source => new CopyOf(type, Queries.LowerSource(context, source)),
        IObjectCreationOperation { Arguments: [{ Value: var capacity }] } => new NewStorage(type, [context.Lower(capacity)], [], OnStack: false),
        _ => new NewStorage(type, [Constant.Of(Room)], [], OnStack: false),
    };

    private static PropertyPlace Member(INamedTypeSymbol mirror, ISymbol member, Place list, Expr[] arguments, IOperation operation) =>
        new((IPropertySymbol)MirrorLibrary.MemberOf(mirror, member)!, list, arguments, operation);

    /// <summary>Runs a member that takes values, or sequences, for which there are arrays.</summary>
    private static Expr Run(LoweringContext context, IInvocationOperation call, INamedTypeSymbol mirror, Place list)
    {
        var member = (IMethodSymbol)MirrorLibrary.MemberOf(mirror, call.TargetMethod)!;
        Expr[] arguments = [.. call.Arguments.Select(argument => Queries.IsSource(argument) ? Queries.LowerSource(context, argument.Value) : context.LowerWhole(argument.Value))];
        return InlineLowering.Begin(context, call, member) is { } code ? InlineLowering.Run(context, code, list, arguments) : context.Fail(call.Type);
    }
}
