using Differentiable.Generators.Lowering.Structs;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Sequences;

/// <summary>Whether a list is nothing but its elements: made where its variable is declared, and never named but to ask for a member, or to go through all of it.</summary>
internal static class ListUses
{
    public static bool Allow(LoweringContext context, ILocalSymbol local, IOperation value, INamedTypeSymbol mirror) =>
        IsMadeHere(context, LocalLists.Made(value), mirror) && InTheWay(context, local, value, mirror) is null;

    /// <summary>Why a list is not followed, as it is written in messages; empty where the call is on none.</summary>
    public static string ReasonAgainst(LoweringContext context, IInvocationOperation call)
    {
        if (context.ListOf(call.TargetMethod.ContainingType) is not { } mirror)
            return "";
        return call.Instance is ILocalReferenceOperation { Local: var local } && InTheWay(context, local, call, mirror) is { } use
            ? $", whose list is not followed because of '{(use is IArgumentOperation { Parent: { } given } ? given : use).Syntax}'"
            : ", whose list is not followed, since it is not made where a variable of its own is declared";
    }

    /// <summary>The first call in a loop that may make a list longer which is there before it; null where there is none.</summary>
    public static IInvocationOperation? GrownIn(LoweringContext context, IOperation body) => body.Descendants().OfType<IInvocationOperation>().FirstOrDefault(call =>
        call is { Instance: ILocalReferenceOperation { Local: var list }, TargetMethod.Name: "Add" or "AddRange" or "Insert" or "Push" or "Enqueue" } && context.Lists.ContainsKey(list));

    /// <summary>The first use of the list for which its elements are not enough.</summary>
    private static IOperation? InTheWay(LoweringContext context, ILocalSymbol local, IOperation inside, INamedTypeSymbol mirror) =>
        UsesOf(local, inside).Where(use => !IsFollowed(context, use.Parent, mirror) || IsChangedWhileRead(use, local, mirror)).Select(use => use.Parent).FirstOrDefault();

    private static bool IsMadeHere(LoweringContext context, IOperation made, INamedTypeSymbol mirror) => made switch
    {
        IObjectCreationOperation creation => IsKnownCreation(context, creation) && LocalLists.AddedBy(creation).All(added => MirrorLibrary.MemberOf(mirror, added.TargetMethod) is not null),
        ICollectionExpressionOperation => true,
        IInvocationOperation { TargetMethod.Name: "ToList" } => IsSequence(context, made),
        _ => false,
    };

    private static bool IsKnownCreation(LoweringContext context, IObjectCreationOperation creation) => (creation.Initializer is null || LocalLists.AddedBy(creation).Count() == creation.Initializer.Initializers.Length)
        && (LocalLists.Source(creation) is not { } source || IsSequence(context, source));

    private static bool IsSequence(LoweringContext context, IOperation source) =>
        IsList(context, Queries.Stripped(source)) || Queries.IsKnown(context, source) || TypeLowering.Lower(Queries.Stripped(source).Type).IsVector;

    /// <summary>A list may be given another one: that is asked for by itself.</summary>
    private static bool IsList(LoweringContext context, IOperation value) => value is ILocalReferenceOperation && context.ListOf(value.Type!) is not null;

    private static IEnumerable<ILocalReferenceOperation> UsesOf(ILocalSymbol local, IOperation inside)
    {
        IOperation root = inside;
        while (root.Parent is { } around)
            root = around;
        return root.Descendants().OfType<ILocalReferenceOperation>().Where(use => !use.IsDeclaration && Is(use, local));
    }

    private static bool Is(IOperation? value, ILocalSymbol local) => value is ILocalReferenceOperation use && SymbolEqualityComparer.Default.Equals(use.Local, local);

    private static bool IsFollowed(LoweringContext context, IOperation? around, INamedTypeSymbol mirror) => around switch
    {
        IInvocationOperation call => MirrorLibrary.MemberOf(mirror, call.TargetMethod) is not null && call.Arguments.Where(Queries.IsSource).All(argument => IsSequence(context, argument.Value)),
        IPropertyReferenceOperation property => MirrorLibrary.MemberOf(mirror, property.Property) is not null,
        IImplicitIndexerReferenceOperation element => MirrorLibrary.MemberOf(mirror, element.IndexerSymbol) is not null,
        IConversionOperation { IsImplicit: true } => IsFollowed(context, around.Parent, mirror),
        IArgumentOperation { Parent: IInvocationOperation call } argument => Queries.IsSource(argument) && (context.QueryOf(call.TargetMethod) is not null || IsCopied(call) || (call.Instance is { } list && IsList(context, list))),
        IArgumentOperation { Parent: IObjectCreationOperation creation } argument => Queries.IsSource(argument) && context.ListOf(creation.Type!) is not null,
        IForEachLoopOperation or ISpreadOperation or INameOfOperation => true,
        _ => false,
    };

    private static bool IsCopied(IInvocationOperation call) => call.TargetMethod.Name == "ToArray" && MirrorLibrary.IsQuery(call.TargetMethod);

    /// <summary>Is the list changed in a loop over it, or in a function that is called with its elements? It throws then.</summary>
    private static bool IsChangedWhileRead(IOperation use, ILocalSymbol local, INamedTypeSymbol mirror)
    {
        if (!Changes(use.Parent, mirror))
            return false;
        for (IOperation inside = use; inside.Parent is { } around; inside = around)
        {
            bool isRead = around is IForEachLoopOperation loop && loop.Body == inside ? loop.Collection.DescendantsAndSelf().Any(part => Is(part, local))
                : around is IArgumentOperation { Value.Type.TypeKind: TypeKind.Delegate, Parent: IInvocationOperation call } && Is(call.Instance, local);
            if (isRead)
                return true;
        }
        return false;
    }

    /// <summary>Is it a call or an assignment that changes the list that it is part of?</summary>
    public static bool Changes(IOperation? around, INamedTypeSymbol mirror) => around switch
    {
        IInvocationOperation call => MirrorLibrary.MemberOf(mirror, call.TargetMethod) is IMethodSymbol { IsReadOnly: false },
        IPropertyReferenceOperation { Parent: IAssignmentOperation set } => set.Target == around,
        IImplicitIndexerReferenceOperation { Parent: IAssignmentOperation set } => set.Target == around,
        _ => false,
    };
}
