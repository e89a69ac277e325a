using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Expressions;
using Differentiable.Generators.Lowering.OtherCode;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Arrays;

/// <summary>What is asked of an array that may be null.</summary>
internal static class MissingArrays
{
    /// <summary><c>a?.Length</c>; null for anything else. The array may be a span where this ends up, which <c>?.</c> does not take.</summary>
    public static Expr? TryLength(LoweringContext context, IConditionalAccessOperation access)
    {
        if (access.WhenNotNull is not IPropertyReferenceOperation { Property.Name: "Length", Instance: IConditionalAccessInstanceOperation } || TypeLowering.Lower(access.Operation.Type) is not ArrayType { Rank: 1 })
            return null;
        Expr array = context.SaveUnlessSimple(context.LowerStorage(access.Operation));
        return new OpaqueBuilder()
            .Text("(").Operand(PatternLowering.IsThere(array, access.Operation.Type!)).Text(" ? ").Operand(new Length(array)).Text($" : ({TypeLowering.FullName(access.Type!)})null)")
            .Build(ExternalLowering.ResultType(access.Type!), isPure: true);
    }
}
