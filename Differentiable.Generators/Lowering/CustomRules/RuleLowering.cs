using Differentiable.Generators.Ir;
using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering.CustomRules;

/// <summary>A method with a rule, as its caller sees it.</summary>
internal static class RuleLowering
{
    /// <summary>The method as a callee that is differentiated by these rules, of each form at most one.</summary>
    public static Callee Lower(LoweringContext context, IMethodSymbol method, IReadOnlyList<RuleMatch> rules)
    {
        HashSet<string> constants = [.. rules.SelectMany(rule => rule.Constants)];
        bool hasReceiver = !method.IsStatic;
        string type = TypeLowering.FullName(method.ContainingType), name = Literals.Identifier(method.Name) + ExternalLowering.TypeArguments(method);
        RuleMethod? Of(bool isPullback) => rules.FirstOrDefault(rule => rule.IsPullback == isPullback) is { } match ? Lower(context, match, hasReceiver) : null;
        return new(type, method.Name, method.Parameters.Select(parameter => Lower(context, parameter, constants)).ToEquatableArray(), SignatureLowering.LowerResult(method))
        {
            Rule = new(hasReceiver ? name : $"{type}.{name}", hasReceiver, Of(isPullback: true), Of(isPullback: false)),
        };
    }

    /// <summary>The callee and its rules with what it is called on as its first parameter.</summary>
    public static Callee WithReceiver(Callee callee, Parameter receiver) => callee with
    {
        Parameters = callee.Parameters.Prepend(receiver).ToEquatableArray(),
        Rule = callee.Rule! with { Pullback = WithReceiver(callee.Rule.Pullback), Tangent = WithReceiver(callee.Rule.Tangent) },
    };

    private static RuleMethod? WithReceiver(RuleMethod? rule) => rule is null ? null : rule with
    {
        Operands = rule.Operands
            .Select(operand => operand.Parameter < 0 ? operand : operand with { Parameter = operand.Parameter + 1 })
            .Prepend(new RuleOperand(RuleOperandKind.Input, 0))
            .ToEquatableArray(),
    };

    private static Parameter Lower(LoweringContext context, IParameterSymbol symbol, HashSet<string> constants)
    {
        IrType type = TypeLowering.Lower(symbol.Type);
        bool isActive = SignatureLowering.IsActive(symbol, type) && !constants.Contains(symbol.Name);
        bool isMutated = RuleShapes.IsWritable(symbol) && !ReadOnlyUse.IsSureFor(context, symbol);
        return new(new(symbol.Ordinal, symbol.Name, type), SignatureLowering.Mode(symbol), isActive, isMutated, Default: null)
        {
            MayReplaceRows = isMutated && type.Element is ArrayType,
        };
    }

    private static RuleMethod Lower(LoweringContext context, RuleMatch match, bool hasReceiver)
    {
        bool isDifferentiable = Attributes.IsDifferentiable(match.Rule) && !hasReceiver;
        Callee callee = isDifferentiable ? SignatureLowering.LowerCallee(context, match.Rule)
            : match.IsPullback ? Lower(match.Rule)
            : LowerTangent(context, match.Rule);
        return new(callee, match.Operands, match.AllowsEmptyDestinations, isDifferentiable);
    }

    /// <summary>A tangent rule may have rules itself, for second order.</summary>
    private static Callee LowerTangent(LoweringContext context, IMethodSymbol rule)
    {
        IReadOnlyList<RuleMatch> rules = context.Rules.Find(rule);
        bool isClear = rules.Count > 0 && rules.GroupBy(other => other.IsPullback).All(group => group.Count() == 1);
        Callee callee = Lower(rule);
        return isClear ? callee with { Parameters = Lower(context, rule, rules).Parameters, Rule = Lower(context, rule, rules).Rule } : callee;
    }

    private static Callee Lower(IMethodSymbol rule)
    {
        IEnumerable<Parameter> parameters = rule.Parameters.Select(parameter => new Parameter(
            new(parameter.Ordinal, parameter.Name, Whole(parameter.Type)),
            SignatureLowering.Mode(parameter),
            IsActive: false,
            RuleShapes.IsWritable(parameter),
            Default: null));
        return new(TypeLowering.FullName(rule.ContainingType), rule.Name, parameters.ToEquatableArray(), SignatureLowering.LowerResult(rule))
        {
            TypeArguments = ExternalLowering.TypeArguments(rule),
        };
    }

    /// <summary>A pullback takes the cotangents of a tuple in one piece.</summary>
    private static IrType Whole(ITypeSymbol type) => type.IsTupleType ? new OpaqueType(TypeLowering.FullName(type)) : TypeLowering.Lower(type);
}
