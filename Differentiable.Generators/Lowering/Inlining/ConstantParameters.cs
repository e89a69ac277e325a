using Differentiable.Generators.Diagnostics;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.OtherCode;
using Differentiable.Generators.Lowering.Structs;
using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering.Inlining;

/// <summary>
/// Parameters marked as constants, of code that stands in the place of a call: no derivative goes through them. Numbers are stopped; storage would have to be copied for it, so that a derivative in it is an error.
/// </summary>
internal static class ConstantParameters
{
    /// <summary>What the parameter stands for, given this value.</summary>
    public static Expr Bind(LoweringContext context, IParameterSymbol parameter, Expr value) =>
        Attributes.IsNonDifferentiable(parameter) ? value.MapLeaves(leaf => Stop(context, parameter, leaf)) : value;

    private static Expr Stop(LoweringContext context, IParameterSymbol parameter, Expr leaf)
    {
        if (leaf.Type.IsReal)
            return new Apply(Op.StopGradient, leaf.Type, [leaf]);
        if (leaf.Type.HoldsReal)
            context.Suspects.Add(new Suspect([leaf], context.Source, Descriptors.ExternalCall, [ExternalArguments.NameOf(parameter.ContainingSymbol), $", which takes '{parameter.Name}' as a constant"]));
        return leaf;
    }
}
