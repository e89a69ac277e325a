using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Expressions;
using Differentiable.Generators.Lowering.OtherCode;
using Microsoft.CodeAnalysis.Operations;
using Convert = Differentiable.Generators.Ir.Convert;

namespace Differentiable.Generators.Lowering.Types;

/// <summary>Static members of number types that are no functions: constants such as <c>T.One</c>, and conversions such as <c>T.CreateChecked(n)</c>.</summary>
internal static class NumberMembers
{
    private static readonly Dictionary<string, double> s_constants = new()
    {
        ["Zero"] = 0,
        ["One"] = 1,
        ["AdditiveIdentity"] = 0,
        ["MultiplicativeIdentity"] = 1,
        ["NegativeOne"] = -1,
        ["NegativeZero"] = -0.0,
        ["Pi"] = Math.PI,
        ["E"] = Math.E,
        ["NaN"] = double.NaN,
        ["PositiveInfinity"] = double.PositiveInfinity,
        ["NegativeInfinity"] = double.NegativeInfinity,
    };

    /// <summary>A static property of <c>Half</c> or of a type parameter; null where it is another one.</summary>
    public static Expr? TryLower(LoweringContext context, IPropertyReferenceOperation reference)
    {
        if (TryCount(reference) is { } count)
            return count;
        if (reference.Instance is not null || !NumericConstraints.IsOnNumber(reference.Property, reference.ConstrainedToType))
            return null;
        IrType type = TypeLowering.Lower(reference.Type);
        if (type.IsReal && s_constants.TryGetValue(reference.Property.Name, out double value))
            return Constant.Real(type, value);
        string text = AskedMembers.Static(context, reference.Property, reference.ConstrainedToType ?? reference.Property.ContainingType, "." + reference.Property.Name);
        return new Opaque(ExternalLowering.ResultType(reference.Type!), [text], [], IsPure: true);
    }

    /// <summary>Zero, one or minus one of a type parameter that an integer stands for.</summary>
    private static Constant? TryCount(IPropertyReferenceOperation reference)
    {
        bool isOfInteger = reference.ConstrainedToType is { } self && TypeLowering.IsNumerics(reference.Property.ContainingNamespace)
            && TypeLowering.Lower(self) is { IsInteger: true } own && own == TypeLowering.Lower(reference.Type);
        return isOfInteger && s_constants.TryGetValue(reference.Property.Name, out double value) ? Constant.Integer((ScalarType)TypeLowering.Lower(reference.Type), (int)value) : null;
    }

    /// <summary>
    /// A call of <c>CreateChecked</c> and its kin; null where it means something else than a conversion does. Floating-point numbers neither overflow nor
    /// saturate, so that for them all of the kin are one.
    /// </summary>
    public static Expr? TryLower(LoweringContext context, IInvocationOperation call)
    {
        if (call is not { TargetMethod: { Name: "CreateChecked" or "CreateSaturating" or "CreateTruncating", IsStatic: true }, Arguments: [var argument] })
            return null;
        IrType to = TypeLowering.Lower(call.Type), from = TypeLowering.Lower(argument.Value.Type);
        bool areNumbers = to.IsReal && (from.IsReal || from.IsInteger);
        bool areAlike = call.TargetMethod.Name == "CreateChecked" || (IsFloating(to) && (IsFloating(from) || from.IsInteger));
        if (!areNumbers || !areAlike)
            return null;
        Expr operand = context.Lower(argument.Value);
        return operand switch
        {
            _ when from == to => operand,
            Constant { Value: int or float or double } constant when to.IsWithoutLiterals => Constant.Real(to, constant.Number),
            _ => new Convert(to, operand),
        };
    }

    private static bool IsFloating(IrType type) => type switch
    {
        TypeParameter parameter => parameter.Has(NumericInterfaces.FloatingPointIeee754),
        _ => type.IsReal,
    };
}
