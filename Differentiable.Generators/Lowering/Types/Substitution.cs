using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering.Types;

/// <summary>
/// The types that stand for type parameters in code that is lowered in the place of its call: that of a generic struct in <c>Pair&lt;double&gt;</c>, of a
/// generic extension method, of a generic local function. Types that the code mentions are seen through it, wherever they are looked at.
/// </summary>
internal sealed class Substitution
{
    /// <summary>That of the code that this thread is lowering; null where each type parameter stands for itself.</summary>
    [ThreadStatic]
    private static Substitution? s_current;

    private readonly Compilation _compilation;
    private readonly Dictionary<ITypeParameterSymbol, ITypeSymbol> _types = new(SymbolEqualityComparer.Default);

    private Substitution(Compilation compilation) => _compilation = compilation;

    /// <summary>That of the code of a method, or of one in whose place it stands, for a call from the code that is being lowered.</summary>
    public static Substitution For(Compilation compilation, IMethodSymbol method, IMethodSymbol? code = null)
    {
        var made = new Substitution(compilation);
        if (method.MethodKind == MethodKind.LocalFunction && s_current is { } around)
        {
            foreach (KeyValuePair<ITypeParameterSymbol, ITypeSymbol> pair in around._types)
                made._types.Add(pair.Key, pair.Value);
        }
        made.Add((code ?? method.OriginalDefinition).TypeParameters, method.TypeArguments);
        for (INamedTypeSymbol? type = method.ContainingType; type is not null; type = type.ContainingType)
            made.Add(type.OriginalDefinition.TypeParameters, type.TypeArguments);
        return made;
    }

    /// <summary>What stands for what, to compare: empty where each type parameter stands for itself.</summary>
    public string Meaning => string.Join("; ", _types.Select(pair => $"{pair.Key.ContainingSymbol.ToDisplayString()}: {pair.Key.Name} = {pair.Value.ToDisplayString()}"));

    /// <summary>From here to the end of the scope, the code is of this substitution.</summary>
    public Scope Enter() => new(this);

    /// <summary>That of the code that is being lowered, to come back to; null where each type parameter stands for itself.</summary>
    public static Substitution? Current => s_current;

    /// <summary>From here to the end of the scope, the code is of that substitution again.</summary>
    public static Scope Return(Substitution? earlier) => new(earlier);

    /// <summary>The type that is meant by a type in the code that is being lowered.</summary>
    public static ITypeSymbol Of(ITypeSymbol type) => s_current is { } current ? current.Apply(type) : type;

    /// <summary>The method that is meant.</summary>
    public static IMethodSymbol Of(IMethodSymbol method)
    {
        if (s_current is not { } current || method.MethodKind == MethodKind.LocalFunction)
            return method;
        IMethodSymbol meant = current.InMeantType(method);
        return method.IsGenericMethod ? meant.ConstructedFrom.Construct([.. method.TypeArguments.Select(current.Apply)]) : meant;
    }

    /// <summary>The field that is meant.</summary>
    public static IFieldSymbol Of(IFieldSymbol field) => s_current is { } current ? current.InMeantType(field) : field;

    /// <summary>
    /// What runs where the code asks a type parameter for a member of an interface, and a struct stands for the type parameter, or for a static member, which is never virtual, a class: its own.
    /// </summary>
    /// <param name="member">The member that the code mentions.</param>
    /// <param name="self">The type that it is asked of.</param>
    public static TSymbol Implementation<TSymbol>(TSymbol member, ITypeSymbol? self)
        where TSymbol : class, ISymbol => self is not null && OwnMember(member, self) is TSymbol own ? own : member;

    /// <summary>What the type that stands for a type parameter has for a member of an interface: its own, or what the interface has for all; null where none stands for it.</summary>
    public static ISymbol? OwnMember(ISymbol member, ITypeSymbol self)
    {
        if (s_current is not { } current || self is not ITypeParameterSymbol || member.ContainingType is not { TypeKind: TypeKind.Interface })
            return null;
        // A generic method is implemented by another one, whatever either is given for its type parameters.
        ISymbol declared = current.InMeantType(member is IMethodSymbol method ? method.ConstructedFrom : member);
        ISymbol? own = current.Apply(self) is INamedTypeSymbol type && (type.TypeKind == TypeKind.Struct || (type.TypeKind == TypeKind.Class && member.IsStatic))
            ? type.FindImplementationForInterfaceMember(declared)
            : null;
        return own is IMethodSymbol { IsGenericMethod: true } generic
            ? generic.ConstructedFrom.Construct([.. ((IMethodSymbol)member).TypeArguments.Select(current.Apply)])
            : own;
    }

    /// <summary>Looks at a type that means itself.</summary>
    public static T Apart<T>(ITypeSymbol type, Func<ITypeSymbol, T> look)
    {
        if (s_current is not { } current)
            return look(type);
        ITypeSymbol meant = Of(type);
        s_current = null;
        try
        {
            return look(meant);
        }
        finally
        {
            s_current = current;
        }
    }

    private static bool IsSame(ISymbol one, ISymbol other) => SymbolEqualityComparer.Default.Equals(one, other);

    /// <summary>The member in the type that is meant by its type.</summary>
    private TSymbol InMeantType<TSymbol>(TSymbol member)
        where TSymbol : class, ISymbol => member.ContainingType is { IsGenericType: true } type
            ? Apply(type).GetMembers(member.Name).OfType<TSymbol>().First(candidate => IsSame(candidate.OriginalDefinition, member.OriginalDefinition))
            : member;

    private void Add(IReadOnlyList<ITypeParameterSymbol> parameters, IReadOnlyList<ITypeSymbol> arguments)
    {
        for (int i = 0; i < parameters.Count; i++)
        {
            ITypeSymbol meant = Of(arguments[i]);
            if (!IsSame(parameters[i], meant))
                _types[parameters[i]] = meant;
        }
    }

    private ITypeSymbol Apply(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol parameter => _types.TryGetValue(parameter.OriginalDefinition, out ITypeSymbol? meant) ? meant : type,
        IArrayTypeSymbol array => _compilation.CreateArrayTypeSymbol(Apply(array.ElementType), array.Rank),
        INamedTypeSymbol { IsTupleType: true } tuple => _compilation.CreateTupleTypeSymbol(
            [.. tuple.TupleElements.Select(element => Apply(element.Type))],
            [.. tuple.TupleElements.Select(element => element.IsExplicitlyNamedTupleElement ? element.Name : null)]),
        INamedTypeSymbol named => Apply(named),
        _ => type,
    };

    private INamedTypeSymbol Apply(INamedTypeSymbol type)
    {
        if (!type.IsGenericType || type.IsUnboundGenericType)
            return type;
        INamedTypeSymbol definition = type.ContainingType is { IsGenericType: true } around
            ? Apply(around).GetTypeMembers(type.Name, type.Arity).First()
            : type.OriginalDefinition;
        return type.Arity == 0 ? definition : definition.Construct([.. type.TypeArguments.Select(Apply)]);
    }

    /// <summary>Until it is disposed of, types are seen through the substitution.</summary>
    internal readonly struct Scope : IDisposable
    {
        private readonly Substitution? _outside;

        public Scope(Substitution? inside)
        {
            _outside = s_current;
            s_current = inside is { _types.Count: > 0 } ? inside : null;
        }

        public void Dispose() => s_current = _outside;
    }
}
