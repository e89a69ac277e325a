using Differentiable.Generators.Diagnostics;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Arrays;
using Differentiable.Generators.Lowering.Sequences;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering;

/// <summary>What is outside the language: each kind of operation that lowering does not handle, with its diagnostic.</summary>
internal static class Refusals
{
    public static Expr Refuse(LoweringContext context, IOperation operation)
    {
        string text = Shorten(operation.Syntax);
        return operation switch
        {
            IInvalidOperation => context.Fail(operation.Type),
            IAnonymousFunctionOperation or IDelegateCreationOperation { Target: IAnonymousFunctionOperation } when DelegateAdvice.ReceiverOf(operation) is { } receiver
                => context.Refuse(Descriptors.FunctionGivenAway, operation, text, $"{receiver.TargetMethod.ContainingType.Name}.{receiver.TargetMethod.Name}", ListUses.ReasonAgainst(context, receiver) is { Length: > 0 } reason ? reason : ", whose code is not looked into"),
            IAnonymousFunctionOperation or IDelegateCreationOperation or IMethodReferenceOperation
                => context.Refuse(Descriptors.Delegate, operation, text, DelegateAdvice.For(operation)),
            IAwaitOperation => context.Refuse(Descriptors.AsyncMethod, operation),
            IDynamicInvocationOperation or IDynamicMemberReferenceOperation or IDynamicIndexerAccessOperation
                or IDynamicObjectCreationOperation => context.Refuse(Descriptors.Dynamic, operation, text),
            IAddressOfOperation or IFunctionPointerInvocationOperation => context.Refuse(Descriptors.Unsafe, operation, text),
            IInlineArrayAccessOperation { Instance: { Type: { } type } instance } when !InlineArrays.Is(instance) => RefuseInlineArray(context, operation, type),
            { Kind: OperationKind.None } when IsUnsafe(operation.Syntax) => context.Refuse(Descriptors.Unsafe, operation, text),
            _ => context.Refuse(Descriptors.UnsupportedConstruct, operation, text, Construct(operation)),
        };
    }

    private static Expr RefuseInlineArray(LoweringContext context, IOperation access, ITypeSymbol type)
    {
        InlineArrays.Refuse(context, access.Syntax.GetLocation(), type);
        return context.Fail(access.Type);
    }

    public static void RefuseStatement(LoweringContext context, IOperation operation)
    {
        switch (operation)
        {
            case IInvalidOperation:
                context.Fail(null);
                break;
            case ILockOperation:
                ReportFirstToken(context, Descriptors.LockOrStorage, operation, "lock");
                break;
            case IBranchOperation:
                context.Refuse(Descriptors.Goto, operation);
                break;
            case IReturnOperation { Kind: OperationKind.YieldReturn or OperationKind.YieldBreak }:
                context.Refuse(Descriptors.Iterator, operation);
                break;
            case { Kind: OperationKind.None } when IsUnsafe(operation.Syntax):
                ReportFirstToken(context, Descriptors.Unsafe, operation, Shorten(operation.Syntax));
                break;
            default:
                Refuse(context, operation);
                break;
        }
    }

    /// <summary>A statement that is refused whole is marked at its keyword only, not over all its lines.</summary>
    private static void ReportFirstToken(
        LoweringContext context, DiagnosticDescriptor descriptor, IOperation operation, params object[] arguments) =>
        context.Report(descriptor, operation.Syntax.GetFirstToken().GetLocation(), arguments);

    private static bool IsUnsafe(SyntaxNode syntax) => syntax is FixedStatementSyntax or UnsafeStatementSyntax
        || syntax.IsKind(SyntaxKind.PointerIndirectionExpression) || syntax.IsKind(SyntaxKind.AddressOfExpression)
        || syntax.IsKind(SyntaxKind.PointerMemberAccessExpression) || syntax is ElementAccessExpressionSyntax;

    /// <summary>What the construct is called, in plain words.</summary>
    public static string Construct(IOperation operation) => operation switch
    {
        IObjectCreationOperation { Initializer: not null } => "an object with an initializer",
        IConditionalAccessOperation => "'?.' or '?[]' of what is not followed: test for null with 'is null' first",
        ISpreadOperation => "a spread of what is no array, span or LINQ over one",
        _ => InWords(operation.Kind == OperationKind.None ? operation.Syntax.Kind().ToString() : operation.Kind.ToString()),
    };

    /// <summary><c>WithExpression</c> as <c>with expression</c>.</summary>
    private static string InWords(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? " " : "") + char.ToLowerInvariant(c) : c.ToString()));

    private static string Shorten(SyntaxNode syntax)
    {
        string text = syntax.ToString();
        int end = text.IndexOf('\n');
        string line = (end < 0 ? text : text.Substring(0, end)).Trim();
        return line.Length <= 60 ? line : line.Substring(0, 57) + "...";
    }
}
