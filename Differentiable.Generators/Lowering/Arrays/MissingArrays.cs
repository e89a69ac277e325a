using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Expressions;
using Differentiable.Generators.Lowering.Nullables;
using Differentiable.Generators.Lowering.OtherCode;
using Differentiable.Generators.Lowering.Patterns;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Arrays;

/// <summary>What is asked of an array that may be null.</summary>
internal static class MissingArrays
{
    /// <summary><c>a?[i]</c>, a value that is missing where the array is; null for anything else.</summary>
    public static Expr? TryElement(LoweringContext context, IConditionalAccessOperation access)
    {
        bool isElement = access.WhenNotNull is IArrayElementReferenceOperation { ArrayReference: IConditionalAccessInstanceOperation } or IImplicitIndexerReferenceOperation { Instance: IConditionalAccessInstanceOperation };
        if (!isElement || TypeLowering.Lower(access.Operation.Type) is not ArrayType || !NullableValues.IsNullable(access.Type) || NullableValues.IsNullable(access.WhenNotNull.Type))
            return null;
        Expr array = context.SaveUnlessSimple(context.LowerStorage(access.Operation));
        context.Accessed.Push(array);
        ConditionalLowering.Branch present = ConditionalLowering.LowerBranch(context, () => NullableValues.Join(access.Type!, Constant.Of(true), context.LowerWhole(access.WhenNotNull)));
        context.Accessed.Pop();
        IrType type = TypeLowering.Lower(access.Type);
        ConditionalLowering.Branch missing = new(Block.Empty, type is OpaqueType whole ? Opaque.DefaultWithType(whole) : StorageLowering.Zero(type));
        return ConditionalLowering.Choose(context, PatternLowering.IsThere(array, access.Operation.Type!), present, missing, type);
    }

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
