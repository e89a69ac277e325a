using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.OtherCode;
using Differentiable.Generators.Lowering.Structs;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Expressions;

/// <summary>Calls of functions of <c>Math</c>, <c>MathF</c> and of the types of real numbers.</summary>
internal static class IntrinsicLowering
{
    public static Expr Lower(LoweringContext context, IInvocationOperation call)
    {
        if (IntrinsicSymbols.Find(call.TargetMethod) is { } op)
            return MissingInterfaces.Check(context, new Apply(op, TypeLowering.Lower(call.Type), LowerArguments(context, call)), call.Syntax);
        if (IntrinsicSymbols.FindPair(call.TargetMethod) is var (sine, cosine))
            return LowerPair(context, call, sine, cosine);
        if (NumberMembers.TryLower(context, call) is { } number)
            return number;
        return ExternalLowering.Lower(context, call);
    }

    private static Expr[] LowerArguments(LoweringContext context, IInvocationOperation call)
    {
        Expr[] values = context.LowerOperands([.. call.Arguments.Select(a => a.Value)]);
        Expr[] ordered = new Expr[values.Length];
        for (int i = 0; i < values.Length; i++)
            ordered[call.Arguments[i].Parameter!.Ordinal] = values[i];
        return ordered;
    }

    private static StructValue LowerPair(LoweringContext context, IInvocationOperation call, Op sine, Op cosine)
    {
        Expr value = context.Lower(call.Arguments[0].Value);
        Expr angle = value is Constant or Use ? value : context.Save(value, "angle");
        return StructValues.Value([new Apply(sine, angle.Type, [angle]), new Apply(cosine, angle.Type, [angle])]);
    }
}
