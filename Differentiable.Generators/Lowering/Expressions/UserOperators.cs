using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.CustomRules;
using Differentiable.Generators.Lowering.Inlining;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Expressions;

/// <summary>Operators and conversions that are declared in types: by their rules, or by their code in the place of the call.</summary>
internal static class UserOperators
{
    /// <summary>The operator that runs where the code mentions this one; null for one that is neither followed nor has a rule.</summary>
    /// <param name="context">Where.</param>
    /// <param name="mentioned">The operator that the code mentions.</param>
    /// <param name="self">The type that it is asked of.</param>
    public static IMethodSymbol? Find(LoweringContext context, IMethodSymbol? mentioned, ITypeSymbol? self)
    {
        if (mentioned is null)
            return null;
        IMethodSymbol method = Substitution.Implementation(mentioned, self);
        bool isHidden = method.DeclaredAccessibility != Accessibility.Public && InlineLowering.IsAsked(mentioned, self, method);
        return InlineLowering.Applies(method) || isHidden || RuleCalls.HasRule(context, method) ? method : null;
    }

    /// <summary>The operator on values.</summary>
    public static Expr Lower(LoweringContext context, IOperation operation, IMethodSymbol method, params Expr[] operands) =>
        RuleCalls.TryLower(context, operation, method, operands) ?? InlineLowering.Operator(context, operation, method, operands);

    /// <summary>The operator that an operation uses, or the method that it calls.</summary>
    public static IMethodSymbol? MethodOf(IOperation operation) => operation switch
    {
        IInvocationOperation call => call.TargetMethod,
        IUnaryOperation unary => unary.OperatorMethod,
        IBinaryOperation binary => binary.OperatorMethod,
        IConversionOperation conversion => conversion.OperatorMethod,
        ICompoundAssignmentOperation assignment => assignment.OperatorMethod,
        IIncrementOrDecrementOperation step => step.OperatorMethod,
        IPropertyReferenceOperation { Property.GetMethod: var getter } => getter,
        _ => null,
    };
}
