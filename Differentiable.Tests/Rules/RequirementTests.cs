using System.Numerics;
using System.Reflection;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Rules;

namespace Differentiable.Tests.Rules;

/// <summary>Operations on halves and on type parameters are found where the emitted code looks for them.</summary>
public class RequirementTests
{
    private static readonly TypeParameter Everything = new("T", (NumericInterfaces)(-1));

    /// <summary>The operations that are spelled as a function.</summary>
    public static TheoryData<string> Functions =>
        [.. Enum.GetValues<Op>().Where(op => Spelling.Of(op, Everything).Kind == SpellingKind.Function).Select(op => op.ToString())];

    /// <summary>The operators of ordering and the remainder, which not all numbers have.</summary>
    public static TheoryData<string, string> Operators => new()
    {
        { nameof(Op.Less), "op_LessThan" },
        { nameof(Op.GreaterOrEqual), "op_GreaterThanOrEqual" },
        { nameof(Op.Remainder), "op_Modulus" },
        { nameof(Op.Equal), "op_Equality" },
        { nameof(Op.Add), "op_Addition" },
        { nameof(Op.Divide), "op_Division" },
        { nameof(Op.Negate), "op_UnaryNegation" },
    };

    [Theory]
    [MemberData(nameof(Functions))]
    public void The_interface_has_the_function(string name) => HasExactly(RuleSamples.Parse(name), Spelling.Of(RuleSamples.Parse(name), Everything).Text[2..]);

    [Theory]
    [MemberData(nameof(Operators))]
    public void The_interface_has_the_operator(string name, string method) => HasExactly(RuleSamples.Parse(name), method);

    [Theory]
    [MemberData(nameof(Functions))]
    public void Half_has_the_function(string name)
    {
        string text = Spelling.Of(RuleSamples.Parse(name), IrType.Half).Text;
        Assert.StartsWith("Half.", text, StringComparison.Ordinal);
        Assert.NotEmpty(typeof(Half).GetMember(text["Half.".Length..], BindingFlags.Public | BindingFlags.Static));
    }

    [Fact]
    public void What_a_derivative_lacks_is_named()
    {
        TypeParameter angles = new("T", NumericInterfaces.TrigonometricFunctions);
        Use x = new(new Variable(0, "x", angles));
        Assert.Equal(NumericInterfaces.RootFunctions, Requirements.Missing(new Apply(Op.Asin, angles, [x]), 0));
        Assert.Equal(NumericInterfaces.None, Requirements.Missing(new Apply(Op.Sin, angles, [x]), 0));
        Assert.Equal(NumericInterfaces.None, Requirements.Missing(new Apply(Op.Asin, Everything, [x with { Variable = x.Variable with { Type = Everything } }]), 0));
    }

    /// <summary>So it is enough to ask the constraints for what first derivatives need.</summary>
    [Theory]
    [MemberData(nameof(RuleSamples.Everything), MemberType = typeof(RuleSamples))]
    public void Higher_derivatives_need_nothing_that_first_ones_do_not(string name)
    {
        Op op = RuleSamples.Parse(name);
        Expr[] operands = [.. Rule.For(op).Domain.Box.Select((interval, i) => new Use(new Variable(i, $"x{i}", interval.IsWhole ? IrType.Int32 : Everything)))];
        List<Apply> parts = [new(op, Everything, operands)];
        HashSet<Op> seen = [op];
        NumericInterfaces first = NumericInterfaces.None;
        for (int i = 0; i < parts.Count; i++)
        {
            IEnumerable<Apply> made = PartsOfDerivative(parts[i]);
            if (i == 0)
                first = made.Aggregate(Requirements.Of(op), (all, part) => all | Requirements.Of(part.Op));
            parts.AddRange(made.Where(part => seen.Add(part.Op)));
        }
        Assert.All(parts, part => Assert.Equal(NumericInterfaces.None, Requirements.Of(part.Op) & ~first));
    }

    /// <summary>The operations on real numbers in the derivative, with respect to the operands that are more than an integer.</summary>
    private static Apply[] PartsOfDerivative(Apply apply)
    {
        Use y = new(new Variable(-1, "y", Everything)), dy = new(new Variable(-2, "dy", Everything));
        int[] real = [.. Enumerable.Range(0, apply.Arguments.Count).Where(i => apply.Arguments[i].Variables().Any(variable => variable.Type == Everything))];
        Rule[] rules = apply.Op == Op.Pow && real.Length == 2 ? [Rule.For(Op.Pow), PowerRules.PowInTangents] : [Rule.For(apply.Op)];
        return
        [
            .. rules.SelectMany(rule => real.Where(_ => rule.HasDerivative).Select(i => rule.Contribution(i, Everything, apply.Arguments, y, dy)))
                .OfType<Expr>()
                .SelectMany(contribution => contribution.DescendantsAndSelf())
                .OfType<Apply>()
                .Where(part => part.Arguments[0].Type == Everything),
        ];
    }

    /// <summary>The interface that the operation is said to need has it, and <c>INumberBase</c> alone has it exactly when nothing is needed.</summary>
    private static void HasExactly(Op op, string method)
    {
        NumericInterfaces needed = Requirements.Of(op);
        Assert.Equal(needed == NumericInterfaces.None, Has(typeof(INumberBase<>), method));
        Assert.True(needed == NumericInterfaces.None || Has(Interface(needed), method), $"{needed} has no {method}");
    }

    private static bool Has(Type definition, string method) => definition.GetInterfaces().Prepend(definition)
        .Any(contract => contract.GetMember(method, BindingFlags.Public | BindingFlags.Static).Length > 0);

    private static Type Interface(NumericInterfaces one) => typeof(INumberBase<>).Assembly.GetType($"System.Numerics.I{one}`1", throwOnError: true)!;
}
