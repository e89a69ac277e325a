using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering;

/// <summary>Code that does not compile.</summary>
internal static class CompilerErrors
{
    /// <summary>Has the compiler an error for a part of this, or for something that it uses?</summary>
    public static bool AreIn(IOperation operation) => operation.DescendantsAndSelf().Any(IsError);

    /// <summary>Has the compiler an error in the method, or in a file with code that stands in the place of one of its calls?</summary>
    public static bool AreIn(LoweringContext context, SyntaxNode declaration) => context.Model.GetDiagnostics(declaration.Span, context.Cancellation)
        .Concat(context.BodiesRead.SelectMany(file => context.ModelOf(file).GetDiagnostics(null, context.Cancellation)))
        .Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    /// <summary>Has the compiler an error at this place, which the operation does not show?</summary>
    public static bool AreAt(LoweringContext context, SyntaxNode syntax) => context.IsOfUser(syntax.SyntaxTree)
        && AreAt(context.ModelOf(syntax.SyntaxTree), syntax, context.Cancellation);

    public static bool AreAt(SemanticModel model, SyntaxNode syntax, CancellationToken cancellation) =>
        model.GetDiagnostics(syntax.Span, cancellation).Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    private static bool IsError(IOperation operation) => operation.Type?.TypeKind == TypeKind.Error
        || operation is IInvalidOperation or IConversionOperation { Conversion.Exists: false };
}
