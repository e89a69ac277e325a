using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Rules;

/// <summary>What an operation costs to compute again.</summary>
internal enum Cost
{
    /// <summary>A few cycles: sums, products, comparisons, conversions.</summary>
    Cheap,

    /// <summary>Tens of cycles: quotients, square roots.</summary>
    Moderate,

    /// <summary>A call into the mathematical library.</summary>
    Costly,
}

/// <summary>Does an operation have a derivative?</summary>
internal enum Derivative
{
    /// <summary>Yes, by the row's formulas.</summary>
    Given,

    /// <summary>It is zero wherever it exists: the operation is constant in pieces, or stops the gradient on purpose.</summary>
    Zero,

    /// <summary>No: the operation's operands or its result are not real numbers.</summary>
    None,
}

/// <summary>
/// A row of the derivative table: for each operand, what the operation's cotangent adds to the operand's adjoint. Each contribution is
/// linear in the cotangent; with the operand's tangent in its place, the sum of the contributions is the tangent of the result.
/// </summary>
/// <param name="Derivative">Is there one?</param>
/// <param name="Cost">What the operation itself costs.</param>
/// <param name="Templates">A contribution for each operand, null where the operand has no derivative. See <see cref="Template"/>.</param>
/// <param name="Domain">Where the row is tested.</param>
internal sealed record Rule(Derivative Derivative, Cost Cost, EquatableArray<Expr?> Templates, Domain Domain)
{
    /// <summary>Has the operation a derivative with respect to some operand?</summary>
    public bool HasDerivative => Derivative == Derivative.Given;

    public static Rule For(Op op) => RuleTable.Rows[op];

    /// <summary>The row for an operation on the operands that it has: where one is constant, there may be a cheaper one than for any two.</summary>
    public static Rule For(Apply apply) => apply is { Op: Op.Divide, Arguments: [Constant numerator, _] } && Algebra.IsOne(numerator)
        ? ArithmeticRules.Reciprocal
        : For(apply.Op);

    /// <summary>What the cotangent of <c>Apply(op, type, arguments)</c> adds to the adjoint of one operand.</summary>
    /// <param name="operand">The operand's index.</param>
    /// <param name="type">The type of the operation.</param>
    /// <param name="arguments">Its operands.</param>
    /// <param name="result">Its value.</param>
    /// <param name="cotangent">The adjoint of its value.</param>
    /// <returns>An expression of type <paramref name="type"/>; null where the operand has no derivative.</returns>
    public Expr? Contribution(int operand, IrType type, EquatableArray<Expr> arguments, Expr result, Expr cotangent) =>
        type.IsReal && TemplateOf(operand) is { } template
            ? new Instantiation(type, arguments, result, cotangent).Of(template)
            : null;

    /// <summary>The operands whose values occur in the contribution to one operand: what must be kept for it.</summary>
    public EquatableArray<int> Mentions(int operand) =>
        Placeholders(operand).Select(Template.IndexOf).Where(index => index >= 0).Distinct().OrderBy(index => index).ToEquatableArray();

    /// <summary>Does the operation's result occur in the contribution to one operand?</summary>
    public bool MentionsResult(int operand) => Placeholders(operand).Any(Template.IsResult);

    /// <summary>The same row, sampled from the given box when tested.</summary>
    public Rule On(params Interval[] box) => this with { Domain = Domain with { Box = box } };

    /// <summary>The same row with a convention at a point.</summary>
    public Rule At(double[] at, double[] gives, string convention) =>
        this with { Domain = Domain with { Edges = [.. Domain.Edges, new Edge(at, gives, convention)] } };

    /// <summary>The same row, for an operation of one operand, with a convention at a point.</summary>
    public Rule At(double at, double gives, string convention) => At([at], [gives], convention);

    private Expr? TemplateOf(int operand) => HasDerivative ? Templates[operand] : null;

    private IEnumerable<Variable> Placeholders(int operand) => TemplateOf(operand)?.Variables() ?? [];
}
