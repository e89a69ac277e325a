using Differentiable.Generators.Ir;
using Differentiable.Generators.Rules;

namespace Differentiable.Tests.Rules;

/// <summary>The table is complete, and its rows are well formed.</summary>
public class RuleTableTests
{
    [Theory]
    [MemberData(nameof(RuleSamples.Everything), MemberType = typeof(RuleSamples))]
    public void EveryOperation_HasExactlyOneRow(string name) =>
        Assert.Single(RuleTable.Groups, group => group.ContainsKey(RuleSamples.Parse(name)));

    [Theory]
    [MemberData(nameof(RuleSamples.Differentiable), MemberType = typeof(RuleSamples))]
    public void RowWithDerivative_HasABoxAndEdgesForItsOperands(string name)
    {
        Rule rule = Rule.For(RuleSamples.Parse(name));
        Assert.Equal(rule.Templates.Count, rule.Domain.Box.Count);
        Assert.Contains(rule.Templates, template => template is not null);
        Assert.All(rule.Domain.Edges, edge => Assert.Equal(rule.Templates.Count, edge.At.Count));
        Assert.All(rule.Domain.Edges, edge => Assert.Equal(rule.Templates.Count, edge.Gives.Count));
    }

    [Theory]
    [MemberData(nameof(RuleSamples.Others), MemberType = typeof(RuleSamples))]
    public void RowWithoutDerivative_ContributesNothing(string name)
    {
        Rule rule = Rule.For(RuleSamples.Parse(name));
        Assert.Null(rule.Contribution(0, IrType.Double, [Real("x")], Real("y"), Real("dy")));
        Assert.Empty(rule.Mentions(0));
        Assert.False(rule.MentionsResult(0));
    }

    [Fact]
    public void IntegerArithmetic_ContributesNothing()
    {
        Expr i = new Use(new Variable(0, "i", IrType.Int32));
        Assert.Null(Rule.For(Op.Multiply).Contribution(0, IrType.Int32, [i, i], i, i));
    }

    [Theory]
    [MemberData(nameof(RuleSamples.Differentiable), MemberType = typeof(RuleSamples))]
    public void Contribution_IsOfTheOperationsTypeThroughout(string name)
    {
        RuleSubject<float> single = new(RuleSamples.Parse(name));
        RuleSubject<double> subject = new(RuleSamples.Parse(name));
        foreach (int operand in subject.ActiveOperands)
        {
            Expr[] singles = [.. single.Contribution(operand)!.DescendantsAndSelf()];
            Assert.Equal(IrType.Single, single.Contribution(operand)!.Type);
            Assert.DoesNotContain(singles, e => e.Type == IrType.Double);
            Assert.All(singles.OfType<Constant>().Where(e => e.Type.IsReal), constant => Assert.IsType<float>(constant.Value));
            Assert.Equal(IrType.Double, subject.Contribution(operand)!.Type);
            Assert.DoesNotContain(subject.Contribution(operand)!.DescendantsAndSelf(), e => e.Type == IrType.Single);
        }
    }

    [Theory]
    [MemberData(nameof(RuleSamples.Differentiable), MemberType = typeof(RuleSamples))]
    public void Contribution_IsLinearInTheCotangent(string name)
    {
        RuleSubject<double> subject = new(RuleSamples.Parse(name));
        foreach (double[] point in RuleSamples.Points(subject.Primal.Op).Take(10))
        {
            foreach (int operand in subject.ActiveOperands)
            {
                double once = subject.Contributed(operand, point);
                Assert.Equal(0, subject.Contributed(operand, point, 0));
                Assert.Equal(8 * once, subject.Contributed(operand, point, 8));
                Assert.Equal(-0.25 * once, subject.Contributed(operand, point, -0.25));
                Assert.Equal(3 * once, once + subject.Contributed(operand, point, 2), Math.Abs(once) * 1e-14);
            }
        }
    }

    [Theory]
    [MemberData(nameof(RuleSamples.Differentiable), MemberType = typeof(RuleSamples))]
    public void Mentions_AreWhatTheContributionReads(string name)
    {
        RuleSubject<double> subject = new(RuleSamples.Parse(name));
        foreach (int operand in subject.ActiveOperands)
        {
            Variable[] read = [.. subject.Contribution(operand)!.Variables().Distinct()];
            Assert.Equal(read.Where(v => v.Id < subject.Operands.Count).Select(v => v.Id).Order(), subject.Rule.Mentions(operand));
            Assert.Equal(read.Any(RuleSubject<double>.IsResult), subject.Rule.MentionsResult(operand));
        }
    }

    [Fact]
    public void Mentions_OfSomeRows()
    {
        Assert.Equal([1], Rule.For(Op.Multiply).Mentions(0));
        Assert.Empty(Rule.For(Op.Exp).Mentions(0));
        Assert.True(Rule.For(Op.Exp).MentionsResult(0));
        Assert.Equal([1], Rule.For(Op.Divide).Mentions(1));
        Assert.False(Rule.For(Op.Divide).MentionsResult(0));
    }

    [Theory]
    [InlineData(nameof(Op.Multiply), Cost.Cheap)]
    [InlineData(nameof(Op.Less), Cost.Cheap)]
    [InlineData(nameof(Op.Divide), Cost.Moderate)]
    [InlineData(nameof(Op.Sqrt), Cost.Moderate)]
    [InlineData(nameof(Op.Tanh), Cost.Costly)]
    [InlineData(nameof(Op.Pow), Cost.Costly)]
    internal void Cost_OfSomeRows(string name, Cost cost) => Assert.Equal(cost, Rule.For(RuleSamples.Parse(name)).Cost);

    private static Use Real(string name) => new(new Variable(name.Length, name, IrType.Double));
}
