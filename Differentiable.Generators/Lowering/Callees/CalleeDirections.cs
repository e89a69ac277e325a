using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Expressions;
using Differentiable.Generators.Lowering.Inlining;
using Differentiable.Generators.Lowering.Sequences;
using Differentiable.Generators.Lowering.Signatures;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Callees;

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
        bool isCalled = Attributes.IsDifferentiable(method);
        if ((isCalled && IsGeneric(method)) || InterfaceMethods.IsDeclaredByOne(method) || context.Rules.Find(method).Count > 0)
            return false;
        if (IsInTheWay(method) || MarkedMembers.ReadBy(context, method).Any(member => IsInTheWay(MarkedMembers.TypeOf(member))))
            return false;
        if (context.TextOf(method) is not { } declaration || context.ModelOf(declaration.SyntaxTree).GetOperation(declaration, context.Cancellation) is not { } body)
            return !isCalled || HasWideMember(method);
        using Substitution.Scope scope = Substitution.For(context.Model.Compilation, method).Enter();
        return body.DescendantsAndSelf().All(operation => MayBeSeveral(context, operation, asked));
    }

    /// <summary>Is nothing in the way where the method does this?</summary>
    private static bool MayBeSeveral(LoweringContext context, IOperation operation, HashSet<IMethodSymbol> asked) => operation switch
    {
        ILocalFunctionOperation local => !IsInTheWay(local.Symbol),
        IAnonymousFunctionOperation lambda => !IsInTheWay(lambda.Symbol),
        IVariableDeclaratorOperation local => !IsInTheWay(local.Symbol.Type),
        _ when operation.Type is { } type && IsInTheWay(type) => false,
        _ => CalledBy(operation) is not { } callee || !IsLookedInto(context, callee) || MayBeSeveral(context, callee, asked),
    };

    private static IMethodSymbol? CalledBy(IOperation operation)
    {
        IMethodSymbol? callee = operation is IObjectCreationOperation creation ? creation.Constructor : UserOperators.MethodOf(operation);
        return callee is null ? null : Substitution.Of(callee);
    }

    private static bool IsGeneric(IMethodSymbol method) => method.IsGenericMethod || method.ContainingType.IsGenericType;

    private static bool IsInTheWay(IMethodSymbol method) => method.Parameters.Any(parameter => IsInTheWay(parameter.Type)) || IsInTheWay(method.ReturnType);

    /// <summary>Is it differentiated, by a rule of its own or not, or taken apart where it is called, as helpers are where derivatives go through them?</summary>
    private static bool IsLookedInto(LoweringContext context, IMethodSymbol callee) => callee.MethodKind != MethodKind.LocalFunction
        && (Attributes.IsDifferentiable(callee) || InlineLowering.Applies(callee) || context.Rules.Find(callee).Count > 0 || UnmarkedHelpers.IsOne(context, callee));

    private static bool IsInTheWay(ITypeSymbol type) => Several.IsInTheWay(TypeLowering.Lower(type)) || SequenceOf(type) is { } element && Several.IsInTheWay(new ArrayType(TypeLowering.Lower(element), 1));

    /// <summary>Of a list, or of what a step of LINQ gives, the elements; they stand in arrays.</summary>
    private static ITypeSymbol? SequenceOf(ITypeSymbol type) =>
        (Queries.IsSequence(type) ? (INamedTypeSymbol)type : type.AllInterfaces.FirstOrDefault(Queries.IsSequence))?.TypeArguments[0];

    private static bool HasWideMember(IMethodSymbol method) => method.ContainingType.GetMembers()
        .OfType<IMethodSymbol>()
        .Where(member => member.Name.StartsWith(method.Name + "Jvp", StringComparison.Ordinal) || member.Name == method.Name + "Tangent")
        .Any(member => member.Parameters.Any(parameter => parameter.Type.ToDisplayString().Contains("Intrinsics.Vector")));
}
