using Differentiable.Generators.Diagnostics;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Structs;

/// <summary>Patterns of structs: by position, <c>(0, var y)</c>, and by property, <c>{ X: > 0 }</c>.</summary>
internal static class StructPatterns
{
    public static Expr Test(LoweringContext context, StructValue whole, IRecursivePatternOperation pattern)
    {
        Expr result = Constant.Of(true);
        for (int i = 0; i < pattern.DeconstructionSubpatterns.Length; i++)
        {
            if (Position(whole, pattern, i) is not { } element)
                return context.Refuse(Descriptors.UnsupportedPattern, pattern, pattern.Syntax.ToString());
            result = Fold.AndAlso(result, PatternLowering.Test(context, element, pattern.DeconstructionSubpatterns[i]));
        }
        foreach (IPropertySubpatternOperation property in pattern.PropertySubpatterns)
        {
            if (property.Member is not IMemberReferenceOperation { Member: var member } || StructTypes.IndexOf(whole.Struct, member) is not (>= 0 and var index))
                return context.Refuse(Descriptors.UnsupportedPattern, pattern, pattern.Syntax.ToString());
            result = Fold.AndAlso(result, PatternLowering.Test(context, whole.Elements[index], property.Pattern));
        }
        if (pattern.DeclaredSymbol is { } symbol)
            PatternLowering.Bind(context, whole, symbol);
        return result;
    }

    /// <summary>What the pattern at a position sees; of a record, the property of the parameter there.</summary>
    private static Expr? Position(StructValue whole, IRecursivePatternOperation pattern, int position)
    {
        if (whole.Struct.IsTuple)
            return whole.Elements[position];
        return pattern.DeconstructSymbol is IMethodSymbol { IsImplicitlyDeclared: true } method
            && Enumerable.Range(0, whole.Struct.Fields.Count).FirstOrDefault(i => whole.Struct.Fields[i].Key == method.Parameters[position].Name) is var index
            ? whole.Elements[index]
            : null;
    }
}
