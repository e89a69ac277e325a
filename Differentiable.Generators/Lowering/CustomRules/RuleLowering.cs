using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Callees;
using Differentiable.Generators.Lowering.OtherCode;
using Differentiable.Generators.Lowering.Signatures;
using Differentiable.Generators.Lowering.Structs;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering.CustomRules;

/// <summary>A method with a rule, as its caller sees it.</summary>
internal static class RuleLowering
{
    /// <summary>The method as a callee that is differentiated by these rules, of each form at most one.</summary>
    public static Callee LowerMethod(LoweringContext context, IMethodSymbol method, IReadOnlyList<RuleMatch> rules)
    {
        HashSet<string> constants = [.. rules.SelectMany(rule => rule.Constants)];
        List<Parameter> parameters = [.. SelfOf(context, method, constants, rules[0].ChangesSelf), .. method.Parameters.SelectMany(parameter => LowerParameter(context, parameter, constants))];
        if (RuleInput.IsOnObject(method))
            parameters.Add(MemberInputs.ReceiverOf(method));
        RuleMethod? Of(bool isPullback) => rules.FirstOrDefault(rule => rule.IsPullback == isPullback) is { } match ? LowerRule(context, match, method) : null;
        return new(TypeLowering.FullName(method.ContainingType), method.Name, parameters, SignatureLowering.LowerResult(method))
        {
            TypeArguments = ExternalLowering.TypeArguments(method),
            IsCalledItself = true,
            IsOnStruct = StructParameters.IsOnStruct(method),
            Rule = new(Of(isPullback: true), Of(isPullback: false)),
        };
    }

    /// <summary>The struct that the method is called on, if it is.</summary>
    private static IEnumerable<Parameter> SelfOf(LoweringContext context, IMethodSymbol method, HashSet<string> constants, bool isChanged) => StructParameters.IsOnStruct(method)
        ? StructParameters.SelfOfCallee(context, method, (StructType)TypeLowering.Lower(method.ContainingType))
            .Select(leaf => leaf with { IsActive = leaf.IsActive && !constants.Contains(leaf.Part!.Whole), Mode = isChanged && leaf is { Type.IsStorage: false } ? PassingMode.Ref : PassingMode.Value })
        : [];

    private static IEnumerable<Parameter> LowerParameter(LoweringContext context, IParameterSymbol symbol, HashSet<string> constants)
    {
        IrType type = TypeLowering.Lower(symbol.Type);
        bool isActive = SignatureLowering.IsActive(symbol, type) && !constants.Contains(symbol.Name);
        if (type is StructType whole)
            return StructParameters.OfCallee(symbol, whole).Select(leaf => leaf with { IsActive = leaf.IsActive && isActive });
        bool isMutated = type.IsWritable && !ReadOnlyUse.IsSureFor(context, symbol);
        return
        [
            new(new(symbol.Ordinal, symbol.Name, type), SignatureLowering.Mode(symbol), isActive, isMutated, Default: null)
            {
                MayReplaceRows = isMutated && type.Element is ArrayType && CalleeWrites.MayReplaceRows(context, symbol.OriginalDefinition),
            },
        ];
    }

    /// <summary>A rule for a method of an object is given that first.</summary>
    private static RuleMethod LowerRule(LoweringContext context, RuleMatch match, IMethodSymbol method)
    {
        bool isDifferentiable = Attributes.IsDifferentiable(match.Rule);
        Callee callee = isDifferentiable ? CalleeLowering.Lower(context, match.Rule) with { IsCalledItself = true }
            : match.IsPullback ? CalledAsItIs(match.Rule)
            : LowerTangent(context, match.Rule);
        List<RuleOperand> operands = [.. match.Rule.Parameters.Skip(RuleInput.IsOnObject(method) ? 1 : 0).Zip(match.Operands, (parameter, operand) => Leaves(method, parameter, operand)).SelectMany(leaves => leaves)];
        if (RuleInput.IsOnObject(method))
            operands.Insert(0, new(RuleOperandKind.Input, method.Parameters.Sum(parameter => Leaf.Of(TypeLowering.Lower(parameter.Type)).Count)));
        return new(callee, operands.ToEquatableArray(), match.AllowsEmptyDestinations, isDifferentiable);
    }

    /// <summary>What the leaves of a rule's parameter are given: leaves of the method's parameter, or of its result.</summary>
    private static IEnumerable<RuleOperand> Leaves(IMethodSymbol method, IParameterSymbol ofRule, RuleOperand operand)
    {
        int first = operand.Parameter is RuleOperand.OfResult or RuleInput.Self ? 0 : StructParameters.LeavesOf(method, operand.Parameter).First();
        return Leaf.Of(TypeLowering.Lower(ofRule.Type)).Select((_, leaf) => operand with { Parameter = first + leaf });
    }

    /// <summary>A tangent rule may have rules itself, for second order.</summary>
    private static Callee LowerTangent(LoweringContext context, IMethodSymbol rule)
    {
        IReadOnlyList<RuleMatch> rules = context.Rules.Find(rule);
        bool isClear = rules.Count > 0 && rules.GroupBy(other => other.IsPullback).All(group => group.Count() == 1);
        Callee callee = CalledAsItIs(rule);
        if (!isClear)
            return callee;
        Callee own = LowerMethod(context, rule, rules);
        return callee with { Parameters = own.Parameters, Rule = own.Rule };
    }

    private static Callee CalledAsItIs(IMethodSymbol rule)
    {
        return new(TypeLowering.FullName(rule.ContainingType), rule.Name, rule.Parameters.SelectMany(Given).ToEquatableArray(), SignatureLowering.LowerResult(rule))
        {
            TypeArguments = ExternalLowering.TypeArguments(rule),
            IsCalledItself = true,
        };
    }

    /// <summary>A parameter of a rule that is called as it is.</summary>
    private static IEnumerable<Parameter> Given(IParameterSymbol parameter) => TypeLowering.Lower(parameter.Type) is StructType whole
        ? StructParameters.OfCallee(parameter, whole).Select(leaf => leaf with { IsActive = false })
        :
        [
            new(
                new(parameter.Ordinal, parameter.Name, TypeLowering.Lower(parameter.Type)),
                SignatureLowering.Mode(parameter),
                IsActive: false,
                TypeLowering.Lower(parameter.Type).IsWritable,
                Default: null),
        ];
}
