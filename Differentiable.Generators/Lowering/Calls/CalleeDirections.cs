using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Signatures;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Calls;

/// <summary>
/// Does another differentiable method have members that carry several directions at once? Answered from its text and that of what it calls, or from the
/// members that it has when it comes from another assembly.
/// </summary>
internal static class CalleeDirections
{
    public static bool MayBeSeveral(LoweringContext context, IMethodSymbol method) =>
        MayBeSeveral(context, method.OriginalDefinition, new(SymbolEqualityComparer.Default));

    private static bool MayBeSeveral(LoweringContext context, IMethodSymbol method, HashSet<IMethodSymbol> asked)
    {
        if (!asked.Add(method))
            return true;
        if (method.IsGenericMethod || method.ContainingType.IsGenericType || InterfaceMethods.IsDeclaredByOne(method) || context.Rules.Find(method).Count > 0)
            return false;
        if (method.Parameters.Any(parameter => IsInTheWay(parameter.Type)) || IsInTheWay(method.ReturnType) || MarkedMembers.ReadBy(context, method).Any(member => IsInTheWay(MarkedMembers.TypeOf(member))))
            return false;
        if (context.TextOf(method) is not { } declaration)
            return !Attributes.IsDifferentiable(method) || HasWideMember(method);
        SemanticModel model = context.ModelOf(declaration.SyntaxTree);
        return declaration.DescendantNodes().All(node => node switch
        {
            InvocationExpressionSyntax call => (model.GetOperation(call, context.Cancellation) as IInvocationOperation)?.TargetMethod is not { } callee
                || !IsLookedInto(context, callee) || MayBeSeveral(context, callee.OriginalDefinition, asked),
            VariableDeclaratorSyntax or SingleVariableDesignationSyntax or ForEachStatementSyntax =>
                model.GetDeclaredSymbol(node, context.Cancellation) is not ILocalSymbol local || !IsInTheWay(local.Type),
            _ => true,
        });
    }

    /// <summary>Is it differentiated, by a rule of its own or not, or taken apart where it is called?</summary>
    private static bool IsLookedInto(LoweringContext context, IMethodSymbol callee) => callee.MethodKind != MethodKind.LocalFunction
        && (Attributes.IsDifferentiable(callee) || InlineLowering.Applies(callee) || context.Rules.Find(callee).Count > 0);

    private static bool IsInTheWay(ITypeSymbol type) => Several.IsInTheWay(TypeLowering.Lower(type));

    private static bool HasWideMember(IMethodSymbol method) => method.ContainingType.GetMembers()
        .OfType<IMethodSymbol>()
        .Where(member => member.Name.StartsWith(method.Name + "Jvp", StringComparison.Ordinal) || member.Name == method.Name + "Tangent")
        .Any(member => member.Parameters.Any(parameter => parameter.Type.ToDisplayString().Contains("Intrinsics.Vector")));
}
