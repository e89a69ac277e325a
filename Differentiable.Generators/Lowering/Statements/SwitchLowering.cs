using System.Collections.Immutable;
using System.Globalization;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Expressions;
using Differentiable.Generators.Lowering.OtherCode;
using Differentiable.Generators.Lowering.Patterns;
using Differentiable.Generators.Lowering.Structs;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Statements;

/// <summary><c>switch</c>, as statement and as expression: a chain of conditions.</summary>
internal static class SwitchLowering
{
    public static Expr Lower(LoweringContext context, ISwitchExpressionOperation choice)
    {
        bool hasGuards = choice.Arms.Any(a => a.Guard is not null);
        Expr value = context.SaveUnlessSimple(context.Lower(choice.Value), mayChange: hasGuards);
        return LowerArms(context, choice, value, 0);
    }

    public static void Lower(LoweringContext context, ISwitchOperation choice)
    {
        int label = context.NewLabel();
        context.Breakables.Push(Breakable.Switch(label));
        context.BeginBlock();
        bool hasGuards = choice.Cases.Any(c => c.Clauses.Any(l => l is IPatternCaseClauseOperation { Guard: not null }));
        Expr value = context.SaveUnlessSimple(context.Lower(choice.Value), mayChange: hasGuards);
        SwitchLocals.Predeclare(context, choice);
        context.Switches.Push(new(choice, label, context.Cleanups.Count));
        LowerSections(context, [.. choice.Cases], value, 0);
        context.Switches.Pop();
        context.Breakables.Pop();
        Regions.Close(context, label);
    }

    private static Expr LowerArms(LoweringContext context, ISwitchExpressionOperation choice, Expr value, int index)
    {
        if (index == choice.Arms.Length)
            return LowerNoMatch(context, choice, value);
        ISwitchExpressionArmOperation arm = choice.Arms[index];
        bool isRest = index == choice.Arms.Length - 1 && choice.IsExhaustive && arm.Guard is null;
        Expr condition = LowerTest(context, value, arm.Pattern, arm.Guard);
        if (isRest || condition is Constant { Value: true })
            return context.LowerWhole(arm.Value);
        ConditionalLowering.Branch matched = ConditionalLowering.LowerBranch(context, () => context.LowerWhole(arm.Value));
        ConditionalLowering.Branch rest = ConditionalLowering.LowerBranch(context, () => LowerArms(context, choice, value, index + 1));
        return ConditionalLowering.Choose(context, condition, matched, rest, TypeLowering.Lower(choice.Type));
    }

    private static Expr LowerNoMatch(LoweringContext context, ISwitchExpressionOperation choice, Expr value)
    {
        const string Exception = "global::System.Runtime.CompilerServices.SwitchExpressionException";
        OpaqueBuilder text = new OpaqueBuilder().Text($"new {Exception}(").Hole(value).Text(")");
        context.Add(new Throw(text.Build(new OpaqueType(Exception), isPure: false)));
        return Opaque.DefaultLiteral(TypeLowering.Lower(choice.Type));
    }

    /// <summary>The sections from an index on; <c>default</c> comes last whatever its position.</summary>
    private static void LowerSections(LoweringContext context, ImmutableArray<ISwitchCaseOperation> sections, Expr value, int index)
    {
        if (index == sections.Length)
        {
            if (sections.FirstOrDefault(HasDefault) is { } rest)
                LowerBody(context, rest);
            return;
        }
        ISwitchCaseOperation section = sections[index];
        if (section.Clauses.All(c => c is IDefaultCaseClauseOperation) || (HasDefault(section) && index == sections.Length - 1))
        {
            LowerSections(context, sections, value, index + 1);
            return;
        }
        Expr condition = LowerClause(context, value, section.Clauses[0]);
        foreach (ICaseClauseOperation clause in section.Clauses.Skip(1))
            condition = ConditionalLowering.OrElse(context, condition, () => LowerClause(context, value, clause));
        context.BeginBlock();
        LowerBody(context, section);
        Block matched = context.EndBlock();
        context.BeginBlock();
        LowerSections(context, sections, value, index + 1);
        context.Add(new If(condition, matched, context.EndBlock()));
    }

    private static void LowerBody(LoweringContext context, ISwitchCaseOperation section)
    {
        OpenSection open = new(section);
        context.Switches.Peek().Open.Push(open);
        context.BeginBlock();
        StatementLowering.LowerAll(context, section.Body);
        foreach ((ISwitchCaseOperation target, int label) in open.Behind)
        {
            Block before = context.EndBlock();
            context.BeginBlock();
            context.AddRange(Regions.Close(context, before, label));
            LowerBody(context, target);
        }
        context.AddRange(context.EndBlock().Statements);
        context.Switches.Peek().Open.Pop();
    }

    /// <summary>
    /// <c>goto case</c> and <c>goto default</c>: the section's code in the place of the jump, or, out of a loop or a <c>try</c>, behind the section that is left. One that leads back to where it came from is
    /// a loop.
    /// </summary>
    /// <returns>False where it is refused.</returns>
    public static bool TryJump(LoweringContext context, IBranchOperation jump)
    {
        if (jump.Syntax is not GotoStatementSyntax { CaseOrDefaultKeyword.RawKind: not 0 } syntax || context.Switches.Count == 0)
            return false;
        OpenSwitch around = context.Switches.Peek();
        if (TargetOf(context, around, syntax) is not { } section || around.Open.Any(open => open.Section == section))
            return false;
        if (context.Breakables.Peek().Exit == around.Label && context.Cleanups.Count == around.Cleanups)
            LowerBody(context, section);
        else
            JumpBehind(context, around, section);
        return true;
    }

    private static ISwitchCaseOperation? TargetOf(LoweringContext context, OpenSwitch around, GotoStatementSyntax jump)
    {
        object? value = jump.Expression is { } constant ? context.ModelOf(jump.SyntaxTree).GetConstantValue(constant, context.Cancellation).Value : null;
        return around.Choice.Cases.FirstOrDefault(candidate => jump.Expression is null
            ? HasDefault(candidate)
            : candidate.Clauses.Any(clause => LabelOf(clause) is { HasValue: true, Value: var own } && AreSame(own, value)));
    }

    private static void JumpBehind(LoweringContext context, OpenSwitch around, ISwitchCaseOperation section)
    {
        OpenSection left = around.Open.Peek();
        if (!left.Behind.Any(known => known.Target == section))
            left.Behind.Add((section, context.NewLabel()));
        TryLowering.RunDownTo(context, around.Cleanups);
        context.Add(new Leave(left.Behind.First(known => known.Target == section).Label));
    }

    private static Optional<object?> LabelOf(ICaseClauseOperation clause) => clause switch
    {
        ISingleValueCaseClauseOperation single => single.Value.ConstantValue,
        IPatternCaseClauseOperation { Guard: null, Pattern: IConstantPatternOperation constant } => constant.Value.ConstantValue,
        _ => default,
    };

    /// <summary>Numbers and characters of different types may be the same label.</summary>
    private static bool AreSame(object? one, object? other) => (Normal(one), Normal(other)) switch
    {
        (double a, decimal b) => a == (double)b,
        (decimal a, double b) => (double)a == b,
        var (a, b) => Equals(a, b),
    };

    private static object? Normal(object? constant) => constant switch
    {
        char letter => (decimal)letter,
        double or float => System.Convert.ToDouble(constant, CultureInfo.InvariantCulture),
        IConvertible and not (string or bool) => System.Convert.ToDecimal(constant, CultureInfo.InvariantCulture),
        _ => constant,
    };

    private static bool HasDefault(ISwitchCaseOperation section) => section.Clauses.Any(c => c is IDefaultCaseClauseOperation);

    private static Expr LowerClause(LoweringContext context, Expr value, ICaseClauseOperation clause) => clause switch
    {
        ISingleValueCaseClauseOperation single => LowerEquals(value, context.Lower(single.Value)),
        IPatternCaseClauseOperation pattern => LowerTest(context, value, pattern.Pattern, pattern.Guard),
        _ => Constant.Of(false),
    };

    private static Expr LowerEquals(Expr value, Expr constant) => value is StructValue { Struct.IsNullable: true, Elements: [var hasValue, var present] }
        ? constant is StructValue or Opaque { IsMissing: true } ? Fold.Not(hasValue) : Fold.AndAlso(hasValue, LowerEquals(present, constant))
        : value.Type is ScalarType && constant.Type is ScalarType
        ? Fold.Compare(Op.Equal, value, ConversionLowering.Adapt(constant, value.Type))
        : PatternLowering.IsEqualText(value, constant);

    private static Expr LowerTest(LoweringContext context, Expr value, IPatternOperation pattern, IOperation? guard)
    {
        Expr test = PatternLowering.Test(context, value, pattern);
        return guard is null ? test : ConditionalLowering.AndAlso(context, test, () => context.LowerWhole(guard));
    }
}
