using Differentiable.Generators.Diagnostics;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Expressions;
using Differentiable.Generators.Lowering.Inlining;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.OtherCode;

/// <summary>What code that stands in the place of a call names, and the method around cannot see: private members of the type that the code is from.</summary>
internal static class HiddenMembers
{
    /// <summary>Reports a member that generated code could not name.</summary>
    public static void Check(LoweringContext context, ISymbol member, SyntaxNode syntax)
    {
        CheckType(context, member.ContainingType, syntax);
        if (IsHidden(context, member))
            Report(context, member, syntax);
    }

    /// <summary>Reports a method that generated code could not call, unless its code can stand in the place of the call.</summary>
    public static void CheckCall(LoweringContext context, IInvocationOperation call)
    {
        if (!IsHidden(context, call.TargetMethod) || !context.Helpers.TryFind(context, UnmarkedHelpers.RunBy(call, call.TargetMethod)))
            Check(context, call.TargetMethod, call.Syntax);
    }

    /// <summary>Reports a parameter of a primary constructor that another class has: a base class, whose code is inlined.</summary>
    public static void CheckCaptured(LoweringContext context, IParameterSymbol parameter, SyntaxNode syntax)
    {
        if (!SymbolEqualityComparer.Default.Equals(parameter.ContainingType.OriginalDefinition, context.Method.ContainingType.OriginalDefinition))
            Report(context, parameter, syntax);
    }

    /// <summary>Reports a type that generated code, which is in another file, could not name.</summary>
    public static void CheckType(LoweringContext context, ITypeSymbol type, SyntaxNode syntax)
    {
        while (type is IArrayTypeSymbol array)
            type = array.ElementType;
        INamedTypeSymbol? named = type as INamedTypeSymbol;
        while (named is { IsFileLocal: false })
            named = named.ContainingType;
        if (named is not null)
            context.Report(Descriptors.FileLocalType, syntax.GetLocation(), named.Name, "generated code, which is in another, cannot name it");
    }

    /// <summary>The value of a hidden field that is set to a constant, once.</summary>
    public static Expr? TryConstant(LoweringContext context, IFieldSymbol field)
    {
        bool isSetOnce = field is { IsStatic: true, IsReadOnly: true } && !field.ContainingType.StaticConstructors.Any(constructor => !constructor.IsImplicitlyDeclared);
        if (!isSetOnce || !IsHidden(context, field) || TypeLowering.Lower(field.Type) is not ScalarType type || context.TextOf(field) is not VariableDeclaratorSyntax { Initializer.Value: { } value })
            return null;
        return context.ModelOf(value.SyntaxTree).GetOperation(value, context.Cancellation) is { ConstantValue: { HasValue: true, Value: { } constant }, Type: { } of }
            ? ConversionLowering.Adapt(Literals.Lower(of, constant), type)
            : null;
    }

    private static void Report(LoweringContext context, ISymbol hidden, SyntaxNode syntax) =>
        context.Report(Descriptors.HiddenFromInlined, syntax.GetLocation(), context.Method.ContainingType.Name, $"{hidden.ContainingType.Name}.{hidden.Name}");

    /// <summary>Only code of the project itself stands in the place of calls, so nothing else can be hidden.</summary>
    private static bool IsHidden(LoweringContext context, ISymbol member) => SymbolEqualityComparer.Default.Equals(member.ContainingAssembly, context.Method.ContainingAssembly)
        && !context.Model.Compilation.IsSymbolAccessibleWithin(member, context.Method.ContainingType);
}
