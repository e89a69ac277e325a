using Differentiable.Generators.Analysis;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Rules;
using Differentiable.Generators.Transforms.Runtime;

namespace Differentiable.Generators.Transforms.Tangent;

/// <summary>
/// The tangent of an expression: the sum of what each operand's tangent contributes to it (Griewank and Walther 2008, section 3.1). The rules'
/// contributions are linear in the cotangent, so with an operand's tangent in its place they are those of the tangent.
/// </summary>
/// <param name="activity">Which values have tangents.</param>
/// <param name="tangentOf">The variable that holds the tangent of another.</param>
/// <param name="supply">Makes the variables.</param>
/// <param name="isWide">Is there a tangent for each of several directions?</param>
/// <param name="isReversed">Will the tangent be differentiated in turn?</param>
internal sealed class Differential(Activity activity, Func<Variable, Variable> tangentOf, VariableSupply supply, bool isWide, bool isReversed)
{
    public bool IsWide { get; } = isWide;

    /// <summary>The type of the tangent of something.</summary>
    public IrType TypeFor(IrType type) => IsWide ? type.WithWidth(true) : type;

    /// <param name="expression">The value of an assignment or a part of it.</param>
    /// <param name="code">What is named on the way is assigned there; null where that must not be computed in any case.</param>
    /// <param name="result">What holds the value, where something does.</param>
    public Expr Of(Expr expression, List<Statement>? code, Expr? result = null)
    {
        if (!activity.IsActive(expression))
            return Algebra.Zero(TypeFor(expression.Type));
        return expression switch
        {
            Use or Element => Mirrored(expression),
            Ir.Convert convert => Algebra.Convert(convert.Type, Of(convert.Operand, code)),
            Conditional choice => Algebra.Choose(choice.Condition, Of(choice.WhenTrue, null), Of(choice.WhenFalse, null)),
            Apply apply => Of(apply, code, result ?? apply),
            _ => throw new InvalidOperationException($"{expression.GetType().Name} has no tangent."),
        };
    }

    /// <summary>The tangent of storage mirrors it: that of <c>a[i]</c> is <c>aDot[i]</c>.</summary>
    public Expr Mirrored(Expr storage) => storage switch
    {
        Use use => new Use(tangentOf(use.Variable)),
        Element element => new Element(Mirrored(element.Storage), element.Indices, element.Path),
        Slice slice => new Slice((SpanType)TypeFor(slice.SpanType), Mirrored(slice.Storage), slice.Start, slice.Count),
        View view => new View((SpanType)TypeFor(view.SpanType), Mirrored(view.Storage)),
        CopyOf copy => new CopyOf(TypeFor(copy.Type), Mirrored(copy.Storage)),
        Conditional choice => new Conditional(choice.Condition, Mirrored(choice.WhenTrue), Mirrored(choice.WhenFalse)),
        _ => throw new InvalidOperationException($"{storage.GetType().Name} has no tangent."),
    };

    /// <summary>Zeros in the shape of a value: its tangent where it depends on nothing. Whoever gets it may write to it.</summary>
    public Expr Zero(Expr like) => TypeFor(like.Type) switch
    {
        ArrayType { Rank: > 1 } array => new NewStorage(array, array.LengthsOf(like), [], OnStack: false),
        { IsVector: true } vector => new NewStorage(vector, [new Length(like)], [], OnStack: false),
        ArrayType jagged => RuntimeCalls.Like(jagged, like, isWritten: true),
        var scalar => Algebra.Zero(scalar),
    };

    private Expr Of(Apply apply, List<Statement>? code, Expr result)
    {
        List<int> active = [.. activity.ActiveOperands(apply)];
        if (apply.Op == Op.Divide && active.Count == 2)
            return Quotient(apply, code, result);
        Rule rule = isReversed && apply.Op == Op.Pow && active.Count == 2 ? PowerRules.PowInTangents : Rule.For(apply);
        Expr[] tangents = [.. active.Select(operand => Of(apply.Arguments[operand], code))];
        Expr[] contributions = [.. active.Zip(tangents, (operand, tangent) => rule.Contribution(operand, apply.Type, apply.Arguments, result, tangent)!)];
        Expr sum = Shared(contributions, apply, result, tangents, code).Aggregate(Algebra.Zero(TypeFor(apply.Type)), Algebra.Add);
        return Algebra.IsZero(sum) ? Algebra.Zero(TypeFor(apply.Type)) : sum;
    }

    /// <summary>Names what of the values alone the contributions have in common; tangents that they have in common add up.</summary>
    private IReadOnlyList<Expr> Shared(Expr[] contributions, Apply apply, Expr result, Expr[] tangents, List<Statement>? code)
    {
        Expr Name(Expr part)
        {
            if (part.Has(tangents.Contains))
                return part;
            Variable variable = supply.New("t", part.Type, VariableRole.Temporary);
            code!.Add(new Assign(variable, part));
            return new Use(variable);
        }

        return code is null ? contributions : CommonParts.Name(contributions, [.. apply.Arguments, result, .. tangents], Name);
    }

    /// <summary>One division for both operands.</summary>
    private Expr Quotient(Apply quotient, List<Statement>? code, Expr result)
    {
        (Expr numerator, Expr denominator) = (quotient.Arguments[0], quotient.Arguments[1]);
        return Algebra.Divide(Algebra.Subtract(Of(numerator, code), Algebra.Multiply(result, Of(denominator, code))), denominator);
    }
}
