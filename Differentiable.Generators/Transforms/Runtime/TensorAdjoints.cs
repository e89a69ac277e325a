using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Transforms.Runtime;

/// <summary>
/// Adjoints of tensors, for which null stands for zeros: the shape of a zero is known only at run time, and nothing need be computed with one.
/// </summary>
internal static class TensorAdjoints
{
    private const string NotNull = " is not null", Zeros = "TensorPullbacks.OrZeros(", Sum = "TensorPullbacks.Plus(", Ones = "TensorPullbacks.OnesLike(", Checked = "TensorPullbacks.RequireShape(";

    /// <summary>The code where the cotangent is not zero.</summary>
    public static IEnumerable<Statement> IfThere(Expr cotangent, List<Statement> code) => code.Count == 0
        ? []
        : [new If(IsThere(cotangent), new(code), Block.Empty)];

    /// <summary>The code where one of several cotangents is not zero. Those of numbers and arrays are always there.</summary>
    public static List<Statement> IfAnyThere(IReadOnlyList<Expr> cotangents, List<Statement> code) => cotangents.Count == 0 || cotangents.Any(cotangent => cotangent.Type is not TensorType)
        ? code
        : [new If(cotangents.Select(IsThere).Aggregate((left, right) => new Apply(Op.OrElse, IrType.Boolean, [left, right])), new(code), Block.Empty)];

    private static Expr IsThere(Expr cotangent) => new Opaque(IrType.Boolean, ["", NotNull], [cotangent], IsPure: true);

    /// <summary>What the condition asks whether it is there; null for another condition.</summary>
    public static Expr? TestedBy(Expr condition) => condition is Opaque { Text: ["", NotNull], Arguments: [{ Type: TensorType } tested] } ? tested : null;

    /// <summary>The adjoint as users get it.</summary>
    public static Expr OrZeros(Expr adjoint, Expr primal) => new Opaque(adjoint.Type, [Zeros, ", ", ")"], [adjoint, primal], IsPure: true);

    /// <summary>The adjoint that users get zeros for where there is none; null for another expression.</summary>
    public static Expr? ReturnedBy(Expr expression) => expression is Opaque { Text: [Zeros, _, _], Arguments: [var adjoint, _] } ? adjoint : null;

    /// <summary>Is it what goes to few places of a larger tensor? The library adds it there, and does not make the larger one.</summary>
    public static bool IsInPlace(Expr cotangent) => cotangent is Opaque { Text: ["TensorPullbacks.Slice(" or "TensorPullbacks.Gather(", ..] };

    /// <summary>The sum of two adjoints, either of which may be null.</summary>
    public static Expr Plus(Expr left, Expr right) => new Opaque(left.Type, [Sum, ", ", ")"], [left, right], IsPure: true);

    /// <summary>The operands that an operation computes from; of others, only the shape is looked at.</summary>
    public static EquatableArray<Expr> ComputedFrom(Opaque operation) => operation.Text[0] switch
    {
        Ones => [],
        Zeros or Checked => [operation.Arguments[0]],
        _ => operation.Arguments,
    };

    /// <summary>The cotangent from which a gradient starts: that of the sum of the result's elements.</summary>
    public static Expr One(Expr result) => new Opaque(result.Type, [Ones, ")"], [result], IsPure: true);

    /// <summary>A cotangent that users give.</summary>
    public static Expr Given(Expr cotangent, Expr result) => new Opaque(result.Type, [Checked, ", ", ")"], [cotangent, result], IsPure: true);
}
