using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Differentiable.Generators.Lowering.Inlining;

/// <summary>
/// The structs of System.Numerics, the methods of LINQ and of <c>TensorPrimitives</c>, and lists, stacks and queues, whose source no project has: what they do is written down in <c>Mirrors</c> as ordinary C#, under the
/// same names, in a compilation of its own. They are lowered in the place of their calls like members of the user's structs.
/// </summary>
internal sealed class MirrorLibrary
{
    private const string Name = "Differentiable.Mirrors";
    private const string OfSequences = "System.Linq.Enumerable";
    private const string OfArrays = Name + ".Arrays";
    private const string OfSpans = "System.Numerics.Tensors.TensorPrimitives";

    private static readonly ImmutableArray<SyntaxTree> s_trees = [.. Sources()];
    private static readonly ConditionalWeakTable<MetadataReference, MirrorLibrary> s_known = new();

    /// <summary>Fields have built-in types, so that they can be told without any reference.</summary>
    private static readonly Lazy<MirrorLibrary> s_shapes = new(() => new([]));

    private readonly CSharpCompilation _compilation;

    private MirrorLibrary(IEnumerable<MetadataReference> references) => _compilation = CSharpCompilation.Create(
        Name, s_trees, references, new(OutputKind.DynamicallyLinkedLibrary));

    /// <summary>The mirrors as they are bound with the core library that the compilation refers to. They are bound member by member, on demand.</summary>
    public static MirrorLibrary? Of(Compilation compilation)
    {
        IAssemblySymbol core = compilation.GetSpecialType(SpecialType.System_Object).ContainingAssembly;
        return compilation.GetMetadataReference(core) is { } reference
            ? s_known.GetValue(reference, found => new(References(compilation, found)))
            : null;
    }

    /// <summary>The mirror of a struct, for its fields; null for a struct that has none.</summary>
    public static INamedTypeSymbol? ShapeOf(INamedTypeSymbol type) => IsMirrored(type) ? s_shapes.Value.Find(type) : null;

    /// <summary>Is it such a struct, or the class with their extension methods?</summary>
    public static bool IsMirrored(INamedTypeSymbol type) => type is { TypeKind: TypeKind.Struct or TypeKind.Class, Arity: 0, ContainingType: null }
        && TypeLowering.IsNumerics(type.ContainingNamespace)
        && s_trees.Any(tree => tree.FilePath == type.Name + ".cs");

    /// <summary>The member of the mirror that a member of the struct is; null where it has no such member.</summary>
    public IMethodSymbol? Find(IMethodSymbol method) => Find(method.ContainingType)?.GetMembers(method.Name).OfType<IMethodSymbol>()
        .FirstOrDefault(candidate => candidate.IsStatic == method.IsStatic && Signature(candidate) == Signature(method));

    /// <summary>Is it a method of LINQ, or one of arrays that is given a function?</summary>
    public static bool IsQuery(IMethodSymbol method) => IsOfArrays(method)
        || (method.ContainingType is { Name: "Enumerable", ContainingNamespace: { Name: "Linq", ContainingNamespace: var system } } && TypeLowering.IsSystem(system));

    /// <summary>Is it a method of arrays that is given a function, which it calls at once, element by element?</summary>
    public static bool IsOfArrays(IMethodSymbol method) => IsMirrorOfArrays(method.ContainingType)
        || (method.Name != "Sort" && method.ContainingType.SpecialType == SpecialType.System_Array && method.Parameters.Any(parameter => parameter.Type.TypeKind == TypeKind.Delegate));

    /// <summary>Is there a mirror for some method of this name?</summary>
    public static bool HasQuery(IMethodSymbol method) => !s_shapes.Value.NamedLike(method).IsEmpty;

    /// <summary>The mirror of a method of LINQ: it has arrays in the place of sequences, and asks of its type parameters what it needs to know of them.</summary>
    public IMethodSymbol? FindQuery(IMethodSymbol method)
    {
        IMethodSymbol definition = method.OriginalDefinition;
        return NamedLike(method).OfType<IMethodSymbol>()
            .FirstOrDefault(candidate => candidate.Arity == method.Arity && QuerySignature(candidate) == QuerySignature(definition) && Suits(candidate, method));
    }

    /// <summary>The loops over single elements that a method of <c>TensorPrimitives</c> is; null for any other method.</summary>
    public IMethodSymbol? FindLoop(IMethodSymbol method) => method.ContainingType.ToDisplayString() == OfSpans
        ? _compilation.Assembly.GetTypeByMetadataName(OfSpans)!.GetMembers(method.Name).OfType<IMethodSymbol>().FirstOrDefault(candidate => Signature(candidate) == Signature(method.OriginalDefinition))
        : null;

    /// <summary>The struct that does what a list, a stack or a queue does; null for any other type.</summary>
    public INamedTypeSymbol? FindList(ITypeSymbol type) => type is INamedTypeSymbol { Arity: 1, Name: "List" or "Stack" or "Queue" } list && TypeLowering.IsCollections(list.ContainingNamespace)
        ? _compilation.Assembly.GetTypeByMetadataName($"{Name}.{list.Name}`1")!.Construct(list.TypeArguments[0])
        : null;

    /// <summary>Is it such a struct?</summary>
    public static bool IsList(INamedTypeSymbol type) => type is { Arity: 1, ContainingAssembly.Name: Name };

    /// <summary>The member of such a struct that does what a member of the list does, with arrays in the place of sequences; null where that is not written down.</summary>
    public static ISymbol? MemberOf(INamedTypeSymbol mirror, ISymbol member) => mirror.GetMembers(member.Name).FirstOrDefault(candidate => (candidate, member.OriginalDefinition) switch
    {
        (IMethodSymbol one, IMethodSymbol { IsStatic: false, Arity: 0 } other) => QuerySignature(one.OriginalDefinition) == QuerySignature(other),
        (IPropertySymbol one, IPropertySymbol other) => one.Parameters.Length == other.Parameters.Length,
        _ => false,
    });

    public bool Contains(SyntaxTree tree) => _compilation.ContainsSyntaxTree(tree);

    public SemanticModel ModelOf(SyntaxTree tree) => _compilation.GetSemanticModel(tree);

    private static bool IsMirrorOfArrays(INamedTypeSymbol type) => type.ContainingAssembly?.Name == Name && type.ToDisplayString() == OfArrays;

    private ImmutableArray<ISymbol> NamedLike(IMethodSymbol method) => _compilation.Assembly.GetTypeByMetadataName(IsOfArrays(method) ? OfArrays : OfSequences)!.GetMembers(method.Name);

    private INamedTypeSymbol? Find(INamedTypeSymbol type) => _compilation.Assembly.GetTypeByMetadataName("System.Numerics." + type.Name);

    private static string Signature(IMethodSymbol method) =>
        $"{TypeLowering.FullName(method.ReturnType)}({string.Join(", ", method.Parameters.Select(parameter => (parameter.RefKind == RefKind.Out ? "out " : "") + TypeLowering.FullName(parameter.Type)))})";

    private static string QuerySignature(IMethodSymbol method) => string.Join(", ", method.Parameters.Select(parameter => WithArrays(parameter.Type)));

    private static string WithArrays(ITypeSymbol type) => type switch
    {
        INamedTypeSymbol { Name: "IEnumerable" or "IOrderedEnumerable", TypeArguments: [var element] } => WithArrays(element) + "[]",
        INamedTypeSymbol { Name: "Func", TypeArguments: var arguments } => $"Func<{string.Join(", ", arguments.Select(WithArrays))}>",
        _ => TypeLowering.FullName(type),
    };

    /// <summary>A mirror that compares asks for numbers, whose order is known, and one that makes an element of nothing for a struct.</summary>
    private static bool Suits(IMethodSymbol mirror, IMethodSymbol method) => mirror.TypeParameters.Zip(method.TypeArguments, (parameter, argument) => (parameter, type: TypeLowering.Lower(argument)))
        .All(pair => pair.parameter.ConstraintTypes.IsEmpty ? !pair.parameter.HasValueTypeConstraint || pair.type is ScalarType or StructType : pair.type is ScalarType);

    /// <summary>The core library, and where <c>MathF</c> is.</summary>
    private static IEnumerable<MetadataReference> References(Compilation compilation, MetadataReference core)
    {
        IAssemblySymbol? math = compilation.GetTypeByMetadataName("System.MathF")?.ContainingAssembly;
        return math is not null && compilation.GetMetadataReference(math) is { } other && other != core ? [core, other] : [core];
    }

    private static IEnumerable<SyntaxTree> Sources()
    {
        const string Prefix = "Mirrors.";
        Assembly assembly = typeof(MirrorLibrary).Assembly;
        foreach (string name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).OrderBy(name => name, StringComparer.Ordinal))
        {
            using Stream source = assembly.GetManifestResourceStream(name)!;
            yield return CSharpSyntaxTree.ParseText(SourceText.From(source, Encoding.UTF8), new(LanguageVersion.Latest), name.Substring(Prefix.Length));
        }
    }
}
