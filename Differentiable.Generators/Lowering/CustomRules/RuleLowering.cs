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
        List<Parameter> parameters = [.. method.Parameters.Select(parameter => Lower(context, parameter, constants))];
        if (!method.IsStatic)
            parameters.Add(MemberInputs.ReceiverOf(method));
        RuleMethod? Of(bool isPullback) => rules.FirstOrDefault(rule => rule.IsPullback == isPullback) is { } match ? Lower(context, match, method) : null;
        return new(TypeLowering.FullName(method.ContainingType), method.Name, parameters, SignatureLowering.LowerResult(method))
        {
            TypeArguments = ExternalLowering.TypeArguments(method),
            Rule = new(Of(isPullback: true), Of(isPullback: false)),
        };
    }

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

    /// <summary>A rule for an instance method is given its object first.</summary>
    private static RuleMethod Lower(LoweringContext context, RuleMatch match, IMethodSymbol method)
    {
        bool isDifferentiable = Attributes.IsDifferentiable(match.Rule) && method.IsStatic;
        Callee callee = isDifferentiable ? SignatureLowering.LowerCallee(context, match.Rule)!
            : match.IsPullback ? Lower(match.Rule)
            : LowerTangent(context, match.Rule);
        RuleOperand[] receiver = method.IsStatic ? [] : [new(RuleOperandKind.Input, method.Parameters.Length)];
        return new(callee, receiver.Concat(match.Operands).ToEquatableArray(), match.AllowsEmptyDestinations, isDifferentiable);
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
