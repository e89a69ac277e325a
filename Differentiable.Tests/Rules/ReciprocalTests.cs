using Differentiable.Generators.Ir;
using Differentiable.Generators.Rules;

namespace Differentiable.Tests.Rules;

/// <summary>One over something is a quotient with a rule of its own.</summary>
public class ReciprocalTests
{
    private static readonly Expr s_b = new Use(new Variable(0, "b", IrType.Double));
    private static readonly Expr s_y = new Use(new Variable(1, "y", IrType.Double));
    private static readonly Expr s_dy = new Use(new Variable(2, "dy", IrType.Double));

    [Fact]
    public void OneOverSomething_NeedsTheResultAlone()
    {
        Apply reciprocal = Over(1);

        Rule rule = Rule.For(reciprocal);

        Assert.True(rule.MentionsResult(1));
        Assert.Empty(rule.Mentions(1));
        Assert.Equal(
            Algebra.Negate(Algebra.Multiply(s_dy, Algebra.Multiply(s_y, s_y))),
            rule.Contribution(1, IrType.Double, reciprocal.Arguments, s_y, s_dy));
    }

    [Fact]
    public void AnotherNumerator_HasTheRuleOfQuotients() => Assert.Same(Rule.For(Op.Divide), Rule.For(Over(2)));

    private static Apply Over(double numerator) => new(Op.Divide, IrType.Double, [Constant.Real(IrType.Double, numerator), s_b]);
}
