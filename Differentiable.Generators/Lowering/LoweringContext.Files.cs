using Differentiable.Generators.Lowering.Inlining;
using Differentiable.Generators.Lowering.Structs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Differentiable.Generators.Lowering;

/// <summary>The files that a method's code is in, and that of what it calls.</summary>
internal sealed partial class LoweringContext
{
    private readonly Lazy<MirrorLibrary?> _mirrors = new(() => MirrorLibrary.Of(model.Compilation));

    private readonly Dictionary<SyntaxTree, SemanticModel> _bound = [];

    /// <summary>The files of other methods whose bodies were looked into.</summary>
    public HashSet<SyntaxTree> BodiesRead { get; } = [];

    /// <summary>Is the file part of the same compilation, or the mirror of a struct?</summary>
    public bool Knows(SyntaxTree tree) => IsOfUser(tree) || _mirrors.Value?.Contains(tree) == true;

    /// <summary>Is it part of the method itself?</summary>
    public bool IsOwn(SyntaxNode syntax) => Declaration.SyntaxTree == syntax.SyntaxTree && Declaration.Span.Contains(syntax.Span);

    /// <summary>The semantic model of such a file.</summary>
    public SemanticModel ModelOf(SyntaxTree tree) => tree == Model.SyntaxTree ? Model
        : _bound.TryGetValue(tree, out SemanticModel? bound) ? bound
        : IsOfUser(tree) ? Model.Compilation.GetSemanticModel(tree) : _mirrors.Value!.ModelOf(tree);

    /// <summary>The member of a mirror in the place of one whose source is not there.</summary>
    public IMethodSymbol Mirrored(IMethodSymbol method) =>
        MirrorLibrary.IsMirrored(method.ContainingType) && method.DeclaringSyntaxReferences.IsEmpty ? _mirrors.Value?.Find(method) ?? method : method;

    /// <summary>What a method of LINQ does with arrays, or the mirror that it is itself; null where there is none.</summary>
    public IMethodSymbol? QueryOf(IMethodSymbol method) => MirrorLibrary.IsQuery(method) ? _mirrors.Value?.FindQuery(method) : null;

    /// <summary>The loops that a method of <c>TensorPrimitives</c> is, or the mirror that it is itself; null for any other method.</summary>
    public IMethodSymbol? LoopOf(IMethodSymbol method) => _mirrors.Value?.FindLoop(method);

    /// <summary>The struct that does what a list does; null for any other type.</summary>
    public INamedTypeSymbol? ListOf(ITypeSymbol type) => _mirrors.Value?.FindList(type);

    /// <summary>Remembers that code in another file was looked into.</summary>
    public void MarkRead(SyntaxTree tree)
    {
        if (IsOfUser(tree))
            BodiesRead.Add(tree);
    }

    /// <summary>
    /// The text of another method or accessor with its body, which is then known to be read; null for those of other assemblies, which an editor may
    /// have the text of as well.
    /// </summary>
    public SyntaxNode? TextOf(ISymbol method)
    {
        ISymbol definition = method.OriginalDefinition;
        definition = (definition as IMethodSymbol)?.PartialImplementationPart ?? definition;
        if (definition.DeclaringSyntaxReferences.FirstOrDefault() is not { } reference || !Knows(reference.SyntaxTree))
            return null;
        MarkRead(reference.SyntaxTree);
        return reference.GetSyntax(Cancellation);
    }

    /// <summary>What a statement means that is made for the purpose, as if it stood at this place; null where none can stand there.</summary>
    public SemanticModel? TryBind(StatementSyntax statement, SyntaxNode place)
    {
        SemanticModel around = ModelOf(place.SyntaxTree);
        if (around.IsSpeculativeSemanticModel || !around.TryGetSpeculativeSemanticModel(place.SpanStart, statement, out SemanticModel? model))
            return null;
        return _bound[statement.SyntaxTree] = model;
    }

    /// <summary>Is it the mirror of a struct of the base library?</summary>
    public bool IsOfMirror(SyntaxTree tree) => _mirrors.Value?.Contains(tree) == true;

    /// <summary>Is it written down in a mirror?</summary>
    public bool IsMirror(ISymbol symbol) => symbol.DeclaringSyntaxReferences.FirstOrDefault() is { } reference && IsOfMirror(reference.SyntaxTree);

    /// <summary>Is it a file of the compilation, and no mirror?</summary>
    public bool IsOfUser(SyntaxTree tree) => tree == Model.SyntaxTree || Model.Compilation.ContainsSyntaxTree(tree);

    /// <summary>Remembers the files of the structs that parameters, locals and results are.</summary>
    public void MarkStructs()
    {
        foreach (ISymbol symbol in Places.Keys)
            StructTypes.MarkRead(this, symbol is ILocalSymbol local ? local.Type : ((IParameterSymbol)symbol).Type);
        StructTypes.MarkRead(this, Method.ReturnType);
        StructTypes.MarkRead(this, Method.ContainingType);
    }
}
