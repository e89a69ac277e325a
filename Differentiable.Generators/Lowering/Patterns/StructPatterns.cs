using Differentiable.Generators.Diagnostics;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Expressions;
using Differentiable.Generators.Lowering.Structs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Patterns;

/// <summary>Patterns of structs: by position, <c>(0, var y)</c>, and by property, <c>{ X: > 0 }</c>.</summary>
internal static class StructPatterns
{
    public static Expr Test(LoweringContext context, StructValue whole, IRecursivePatternOperation pattern)
    {
        Expr result = Constant.Of(true);
        if (!pattern.DeconstructionSubpatterns.IsEmpty)
        {
            if (Parts(context, whole, pattern) is not StructValue { Elements: var parts } || parts.Count != pattern.DeconstructionSubpatterns.Length)
                return context.Refuse(Descriptors.UnsupportedPattern, pattern, pattern.Syntax.ToString());
            for (int i = 0; i < parts.Count; i++)
                result = Fold.AndAlso(result, PatternLowering.Test(context, context.SaveUnlessSimple(parts[i]), pattern.DeconstructionSubpatterns[i]));
        }
        foreach (IPropertySubpatternOperation property in pattern.PropertySubpatterns)
        {
            if (property.Member is not IMemberReferenceOperation { Member: var member })
                return context.Refuse(Descriptors.UnsupportedPattern, pattern, pattern.Syntax.ToString());
            result = StructTypes.IndexOf(whole.Struct, member) is >= 0 and var index
                ? Fold.AndAlso(result, PatternLowering.Test(context, whole.Elements[index], property.Pattern))
                : ConditionalLowering.AndAlso(context, result, () => TestComputed(context, whole, member, property, pattern));
        }
        if (pattern.DeclaredSymbol is { } symbol)
            PatternLowering.Bind(context, whole, symbol);
        return result;
    }

    /// <summary>What the patterns by position see; null where no <c>Deconstruct</c> is known.</summary>
    private static Expr? Parts(LoweringContext context, StructValue whole, IRecursivePatternOperation pattern) => (whole.Struct.IsTuple, pattern.DeconstructSymbol) switch
    {
        (true, _) => whole,
        (_, IMethodSymbol method) => StructMembers.Deconstruct(context, pattern, method, whole),
        _ => null,
    };

    /// <summary>A property with code runs only where the patterns before it match.</summary>
    private static Expr TestComputed(LoweringContext context, StructValue whole, ISymbol member, IPropertySubpatternOperation property, IPatternOperation pattern) =>
        StructMembers.TryReadOf(context, whole, member, property) is { } value
            ? PatternLowering.Test(context, context.SaveUnlessSimple(value), property.Pattern)
            : context.Refuse(Descriptors.UnsupportedPattern, pattern, pattern.Syntax.ToString());
}
