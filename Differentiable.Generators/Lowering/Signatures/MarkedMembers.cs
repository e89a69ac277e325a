using System.Collections.Immutable;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Calls;
using Differentiable.Generators.Lowering.Inlining;
using Differentiable.Generators.Lowering.Structs;
using Differentiable.Generators.Lowering.Tensors;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Signatures;

/// <summary>
/// The fields and properties of a class that are marked differentiable. Those that a method reads through <c>this</c>, itself or in other
/// differentiable methods and in helpers of the same object, are inputs of it like its parameters.
/// </summary>
internal sealed class MarkedMembers
{
    private readonly LoweringContext _context;
    private readonly ISymbol[] _all;
    private readonly bool _looksIntoAll;
    private readonly HashSet<ISymbol> _read = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _visited = new(SymbolEqualityComparer.Default);

    private readonly bool _onlyWrites;

    private MarkedMembers(LoweringContext context, ISymbol[] all, bool looksIntoAll, bool onlyWrites)
    {
        _all = all;
        _context = context;
        _looksIntoAll = looksIntoAll;
        _onlyWrites = onlyWrites;
    }

    /// <summary>All of a class, those of its bases first, each class's in the order of their declarations.</summary>
    public static IEnumerable<ISymbol> Of(INamedTypeSymbol type) => type is { TypeKind: TypeKind.Class, SpecialType: SpecialType.None }
        ? [.. type.BaseType is { } ancestor ? Of(ancestor) : [], .. type.GetMembers().Where(IsMarked)]
        : [];

    /// <summary>Is it marked, and belongs to an object?</summary>
    public static bool IsMarked(ISymbol member) => member switch
    {
        IFieldSymbol { AssociatedSymbol: null } or IPropertySymbol when member.IsStatic => false,
        IFieldSymbol { AssociatedSymbol: null } => Attributes.IsMarked(member),
        IPropertySymbol property => Attributes.IsMarked(property) || StoredProperties.FieldOf(property) is { } field && Attributes.IsMarked(field),
        _ => false,
    };

    public static ITypeSymbol TypeOf(ISymbol member) => member is IFieldSymbol field ? field.Type : ((IPropertySymbol)member).Type;

    /// <summary>Does it hold what can be an input: a field or an automatic property with a real number, an array of them or a tensor?</summary>
    public static bool IsSupported(ISymbol member) => !member.IsStatic
        && member.ContainingType.TypeKind == TypeKind.Class
        && member is IFieldSymbol { RefKind: RefKind.None } or IPropertySymbol { IsVirtual: false, IsOverride: false, IsAbstract: false }
        && (member is not IPropertySymbol property || StoredProperties.IsStored(property) || (IsForeign(property) && StoredProperties.IsAutomatic(property)))
        && TypeLowering.Lower(TypeOf(member)) is { HoldsReal: true } and not SpanType
            and (ScalarType or TensorType or ArrayType { Element: ScalarType } or ArrayType { Rank: 1, Element: ArrayType { Rank: 1, Element: ScalarType } });

    /// <summary>The marked members that are inputs of a differentiable method.</summary>
    public static IReadOnlyList<ISymbol> ReadBy(LoweringContext context, IMethodSymbol method) => Find(context, method, looksIntoAll: false, onlyWrites: false);

    /// <summary>The marked members of its object that any method or accessor may read, or write, whatever it calls on the way.</summary>
    public static IReadOnlyList<ISymbol> ReachedFrom(LoweringContext context, IMethodSymbol method, bool onlyWrites) =>
        Find(context, method, looksIntoAll: true, onlyWrites);

    private static IReadOnlyList<ISymbol> Find(LoweringContext context, IMethodSymbol method, bool looksIntoAll, bool onlyWrites)
    {
        ISymbol[] all = [.. Of(looksIntoAll ? context.Method.ContainingType : method.ContainingType)];
        if (method.IsStatic || all.Length == 0)
            return [];
        MarkedMembers search = new(context, all, looksIntoAll, onlyWrites);
        search.Visit(method);
        return [.. all.Where(member => search._read.Contains(member.OriginalDefinition))];
    }

    /// <summary>Properties of other assemblies show their attributes, but not their fields.</summary>
    private static bool IsForeign(IPropertySymbol property) => property.DeclaringSyntaxReferences.IsEmpty;

    private void Visit(IMethodSymbol method)
    {
        IMethodSymbol definition = method.OriginalDefinition;
        if (!_visited.Add(definition))
            return;
        bool mayBeAnother = _looksIntoAll && !_onlyWrites && Dispatch.MayBeAnother(definition);
        if (mayBeAnother || _context.TextOf(definition) is not { } declaration)
        {
            VisitForeign(definition);
            return;
        }
        foreach (IOperation operation in Roots(declaration).SelectMany(root => root.DescendantsAndSelf()))
            Visit(operation);
    }

    /// <summary>
    /// A differentiable method without text says by the attribute on its generated half what it reads; any other may read all that its class has.
    /// </summary>
    private void VisitForeign(IMethodSymbol method)
    {
        if (_onlyWrites)
            return;
        IReadOnlyList<string>? names = GeneratedAttribute.MembersOf(method);
        _read.UnionWith(_all.Select(member => member.OriginalDefinition).Where(member => names?.Contains(member.Name) ?? true));
    }

    /// <summary>The body, or the value of a property that is written as an expression.</summary>
    private IEnumerable<IOperation> Roots(SyntaxNode declaration)
    {
        SemanticModel model = _context.ModelOf(declaration.SyntaxTree);
        return model.GetOperation(declaration, _context.Cancellation) is { } body
            ? [body]
            : declaration.ChildNodes().Select(node => model.GetOperation(node, _context.Cancellation)).OfType<IOperation>();
    }

    private void Visit(IOperation operation)
    {
        switch (operation)
        {
            case IMemberReferenceOperation { Instance: IInstanceReferenceOperation, Member: IFieldSymbol or IPropertySymbol } read
                when !_onlyWrites || IsWritten(read):
                VisitRead(read);
                break;
            case IInvocationOperation { Instance: IInstanceReferenceOperation, TargetMethod: var target }
                when LooksInto(operation, target):
                Visit(target);
                break;
            case IMethodReferenceOperation { Instance: IInstanceReferenceOperation, Method: var target }
                when LooksInto(operation, target):
                Visit(target);
                break;
        }
    }

    /// <summary>Helpers are looked into unless what they give is a constant.</summary>
    private bool LooksInto(IOperation call, IMethodSymbol method) => _looksIntoAll || Attributes.IsDifferentiable(method)
        || (UnmarkedHelpers.IsOfClass(method) && UnmarkedHelpers.GivesReals(method) && UnmarkedHelpers.IsOne(_context, method) && !OtherObjects.IsStopped(call));

    private static bool IsWritten(IOperation place) => place.Parent switch
    {
        IArrayElementReferenceOperation element => IsWritten(element),
        IAssignmentOperation assignment => assignment.Target == place,
        IIncrementOrDecrementOperation => true,
        IArgumentOperation argument => argument.Parameter?.RefKind is RefKind.Ref or RefKind.Out,
        IInvocationOperation call => call.Instance == place && VariableReads.IsAssignment(call.TargetMethod),
        _ => false,
    };

    private void VisitRead(IMemberReferenceOperation read)
    {
        ISymbol member = read.Member;
        if (IsMarked(member.OriginalDefinition))
            _read.Add(member.OriginalDefinition);
        else if (member is IPropertySymbol { GetMethod: { } getter } property && LooksInto(read, getter) && !StoredProperties.IsStored(property.OriginalDefinition))
            Visit(getter);
    }
}
