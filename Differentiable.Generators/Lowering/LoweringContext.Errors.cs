using System.Collections.Immutable;
using Differentiable.Generators.Diagnostics;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.OtherCode;
using Differentiable.Generators.Lowering.Structs;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering;

/// <summary>What is refused, and what has become known of it.</summary>
internal sealed partial class LoweringContext
{
    private readonly ImmutableArray<Diagnostic>.Builder _diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();

    public bool HasFailed { get; private set; }

    /// <summary>Is it known why the method has no derivatives: has someone been told, be it elsewhere?</summary>
    public bool IsExplained { get; private set; }

    public ImmutableArray<Diagnostic> Diagnostics => _diagnostics.ToImmutable();

    /// <summary>Remembers that a derivative would be lost in this text.</summary>
    public void Suspect(OpaqueBuilder text, IOperation operation, DiagnosticDescriptor descriptor, params object[] messages) =>
        Suspect(text, operation, called: null, descriptor, messages);

    /// <summary>The same of the call of a method, which may be looked into after all.</summary>
    public void Suspect(OpaqueBuilder text, IOperation operation, IMethodSymbol? called, DiagnosticDescriptor descriptor, params object[] messages)
    {
        // What a real is read from again may have been one before.
        bool reads = operation is IInvocationOperation { TargetMethod: var method }
            && (RealData.IsIn(method.ReturnType) || method.Parameters.Any(p => p.RefKind == RefKind.Out && RealData.IsIn(p.Type)));
        List<Expr> arguments = reads ? [.. text.RealArguments, .. text.TextArguments] : text.RealArguments;
        if (CompilerErrors.AreIn(operation))
            Fail(null);
        else if (arguments.Count > 0)
            Suspects.Add(new Suspect(arguments, operation.Syntax, descriptor, messages) { Called = called });
    }

    /// <summary>Reports an error. The method will have no derivative.</summary>
    public void Report(DiagnosticDescriptor descriptor, Location location, params object[] arguments)
    {
        HasFailed = IsExplained = true;
        Location visible = location.SourceTree is { } tree && !IsOfUser(tree) ? _source.GetLocation() : location;
        var diagnostic = Diagnostic.Create(IsCodeOfAnother(visible) ? Descriptors.InCodeThatStandsIn(descriptor, $"{Method.ContainingType.Name}.{Method.Name}") : descriptor, visible, arguments);
        // Code that stands in the place of several calls has what is wrong with it in each.
        if (!_diagnostics.Any(known => known.Id == diagnostic.Id && known.Location == visible && known.GetMessage() == diagnostic.GetMessage()))
            _diagnostics.Add(diagnostic);
    }

    /// <summary>Is it code of another member, which stands in the place of a call?</summary>
    private bool IsCodeOfAnother(Location location) => location.SourceTree is { } tree
        && tree.GetRoot(Cancellation).FindNode(location.SourceSpan, getInnermostNodeForTie: true) is var node && !IsOwn(node)
        && node.AncestorsAndSelf().Any(around => around is BlockSyntax or ArrowExpressionClauseSyntax);

    /// <summary>
    /// Refuses a piece of the method; the value returned lets the walk go on to find more. About what does not compile the compiler has said enough.
    /// </summary>
    public Expr Refuse(DiagnosticDescriptor descriptor, IOperation operation, params object[] arguments)
    {
        if (!CompilerErrors.AreIn(operation))
            Report(descriptor, operation.Syntax.GetLocation(), arguments);
        return Fail(operation.Type);
    }

    /// <summary>Gives up without a diagnostic, because the compiler has one.</summary>
    public Expr Fail(ITypeSymbol? type)
    {
        HasFailed = true;
        return Default(TypeLowering.Lower(type));
    }

    /// <summary>Gives up without a diagnostic here, because there is one at the member that this is about.</summary>
    public Expr FailAsToldElsewhere(ITypeSymbol? type)
    {
        IsExplained = true;
        return Fail(type);
    }

    private static Expr Default(IrType type) =>
        StructValues.FromLeaves(type, leaf => Opaque.DefaultLiteral(leaf.Type));
}
