using Differentiable.Generators.Lowering.Expressions;
using Differentiable.Generators.Lowering.Inlining;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Sequences;

/// <summary>
/// Whether a list is nothing but its elements: made where its variable is declared, and never named but to ask for a member, to go through all of it, or to hand it to code that does no more
/// (<see cref="ListArguments"/>).
/// </summary>
internal sealed class ListUses
{
    private readonly LoweringContext _context;
    private readonly INamedTypeSymbol _mirror;

    /// <summary>The code that is looked through: what calls itself is not followed.</summary>
    private readonly HashSet<ISymbol> _open = new(SymbolEqualityComparer.Default);

    private ListUses(LoweringContext context, INamedTypeSymbol mirror)
    {
        _context = context;
        _mirror = mirror;
    }

    public static bool Allow(LoweringContext context, ILocalSymbol local, IOperation value, INamedTypeSymbol mirror)
    {
        ListUses uses = new(context, mirror);
        return uses.IsMadeHere(ConversionLowering.Written(value)) && uses.InTheWay(local, RootOf(value)) is null;
    }

    /// <summary>Is a member of the list given a function, which may read real numbers: <c>places.RemoveAll(i => x[i] &lt; 0)</c>? As text, it could not be.</summary>
    public static bool AreGivenFunctions(ILocalSymbol local, IOperation value) =>
        UsesOf(local, RootOf(value)).Any(use => use.Parent is IInvocationOperation call && call.Instance == use && call.Arguments.Any(argument => argument.Value.Type?.TypeKind == TypeKind.Delegate));

    /// <summary>Why a list is not followed, as it is written in messages; empty where the call is on none.</summary>
    public static string ReasonAgainst(LoweringContext context, IInvocationOperation call)
    {
        if (context.ListOf(call.TargetMethod.ContainingType) is not { } mirror)
            return "";
        return call.Instance is ILocalReferenceOperation { Local: var local } && new ListUses(context, mirror).InTheWay(local, RootOf(call)) is { } use
            ? $", whose list is not followed because of '{(use is IArgumentOperation { Parent: { } given } ? given : use).Syntax}'"
            : ", whose list is not followed, since it is not made where a variable of its own is declared";
    }

    /// <summary>Does the code that a use of a list stands in change it?</summary>
    public static bool Changes(LoweringContext context, IOperation use, INamedTypeSymbol mirror) => new ListUses(context, mirror).Changes(use.Parent);

    /// <summary>The first call in a loop that may make a list longer which is there before it; null where there is none.</summary>
    public static IInvocationOperation? GrownIn(LoweringContext context, IOperation body) => body.Descendants().OfType<IInvocationOperation>().FirstOrDefault(call =>
        call is { Instance: ILocalReferenceOperation list, TargetMethod.Name: "Add" or "AddRange" or "Insert" or "Push" or "Enqueue" } && LocalLists.IsOne(context, list));

    /// <summary>The first use of the list for which its elements are not enough.</summary>
    private IOperation? InTheWay(ISymbol list, IOperation code) =>
        UsesOf(list, code).Select(use => IsChangedWhileRead(use, list) ? use.Parent : InTheWay(use.Parent)).FirstOrDefault(use => use is not null);

    private bool IsMadeHere(IOperation made) => made switch
    {
        IObjectCreationOperation creation => IsKnownCreation(creation) && LocalLists.AddedBy(creation).All(added => MirrorLibrary.MemberOf(_mirror, added.TargetMethod) is not null),
        ICollectionExpressionOperation => true,
        IInvocationOperation { TargetMethod.Name: "ToList" } => IsSequence(made),
        _ => false,
    };

    private bool IsKnownCreation(IObjectCreationOperation creation) => (creation.Initializer is null || LocalLists.AddedBy(creation).Count() == creation.Initializer.Initializers.Length)
        && (LocalLists.Source(creation) is not { } source || IsSequence(source));

    private bool IsSequence(IOperation source) =>
        Queries.ListedIn(source) is not null || LocalLists.IsOfType(_context, Queries.Stripped(source)) || Queries.IsKnown(_context, source) || TypeLowering.Lower(Queries.Stripped(source).Type).IsVector;

    private static IOperation RootOf(IOperation inside)
    {
        IOperation root = inside;
        while (root.Parent is { } around)
            root = around;
        return root;
    }

    private static IEnumerable<IOperation> UsesOf(ISymbol list, IOperation code) => code.Descendants().Where(use => Is(use, list));

    private static bool Is(IOperation? value, ISymbol list) => value switch
    {
        ILocalReferenceOperation { IsDeclaration: false } use => SymbolEqualityComparer.Default.Equals(use.Local, list),
        IParameterReferenceOperation use => SymbolEqualityComparer.Default.Equals(use.Parameter, list),
        _ => false,
    };

    /// <summary>What asks for more than elements: what the list stands in, or part of the code that it is handed to.</summary>
    private IOperation? InTheWay(IOperation? around) => around is IArgumentOperation argument && ListArguments.Of(_context, argument) is { } given ? InTheWayIn(given, argument)
        : IsFollowed(around) ? null : around;

    private IOperation? InTheWayIn(ListArguments given, IArgumentOperation argument)
    {
        if (!_open.Add(given.Parameter))
            return argument;
        IOperation? use = InTheWay(given.Parameter, given.Code);
        _open.Remove(given.Parameter);
        return use;
    }

    private bool IsFollowed(IOperation? around) => around switch
    {
        IInvocationOperation call => MirrorLibrary.MemberOf(_mirror, call.TargetMethod) is not null && call.Arguments.Where(Queries.IsSource).All(argument => IsSequence(argument.Value)),
        IPropertyReferenceOperation property => MirrorLibrary.MemberOf(_mirror, property.Property) is not null,
        IImplicitIndexerReferenceOperation element => MirrorLibrary.MemberOf(_mirror, element.IndexerSymbol) is not null,
        IConversionOperation { IsImplicit: true } => IsFollowed(around.Parent),
        IArgumentOperation argument => (Queries.IsSource(argument) && IsCopiedBy(argument.Parent)) || LocalLists.IsAddedSpan(argument),
        IForEachLoopOperation or ISpreadOperation or INameOfOperation => true,
        _ => false,
    };

    /// <summary>Does a call that is given the list as a sequence ask for its elements at once?</summary>
    private bool IsCopiedBy(IOperation? receiver) => receiver switch
    {
        IInvocationOperation call => _context.QueryOf(call.TargetMethod) is not null || (call.TargetMethod.Name == "ToArray" && MirrorLibrary.IsQuery(call.TargetMethod))
            || (call.Instance is { } list && LocalLists.IsOfType(_context, list)),
        IObjectCreationOperation creation => _context.ListOf(creation.Type!) is not null,
        _ => false,
    };

    /// <summary>Is the list changed in a loop over it, or in a function that is called with its elements? It throws then.</summary>
    private bool IsChangedWhileRead(IOperation use, ISymbol list)
    {
        if (!Changes(use.Parent))
            return false;
        for (IOperation inside = use; inside.Parent is { } around; inside = around)
        {
            bool isRead = around is IForEachLoopOperation loop && loop.Body == inside ? loop.Collection.DescendantsAndSelf().Any(part => Is(part, list))
                : around is IArgumentOperation { Value.Type.TypeKind: TypeKind.Delegate, Parent: IInvocationOperation call } && Is(call.Instance, list);
            if (isRead)
                return true;
        }
        return false;
    }

    /// <summary>Is it a call or an assignment that changes the list that it is part of, or an argument that is changed?</summary>
    private bool Changes(IOperation? around) => around switch
    {
        IInvocationOperation call => MirrorLibrary.MemberOf(_mirror, call.TargetMethod) is IMethodSymbol { IsReadOnly: false },
        IPropertyReferenceOperation or IImplicitIndexerReferenceOperation => IsSet(around),
        IArgumentOperation argument => LocalLists.IsAddedSpan(argument) || (ListArguments.Of(_context, argument) is { } given && ChangesIn(given)),
        _ => false,
    };

    /// <summary>Is the element set, also by <c>++</c> or as one of several?</summary>
    public static bool IsSet(IOperation element) => element.Parent switch
    {
        IAssignmentOperation set => set.Target == element,
        IIncrementOrDecrementOperation => true,
        ITupleOperation several => IsSet(several),
        _ => false,
    };

    private bool ChangesIn(ListArguments given)
    {
        if (!_open.Add(given.Parameter))
            return true;
        bool changes = UsesOf(given.Parameter, given.Code).Any(use => Changes(use.Parent));
        _open.Remove(given.Parameter);
        return changes;
    }
}
