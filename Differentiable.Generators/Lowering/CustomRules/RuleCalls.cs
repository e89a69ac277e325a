using Differentiable.Generators.Diagnostics;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Callees;
using Differentiable.Generators.Lowering.Calls;
using Differentiable.Generators.Lowering.Declarations;
using Differentiable.Generators.Lowering.Expressions;
using Differentiable.Generators.Lowering.Inlining;
using Differentiable.Generators.Lowering.Places;
using Differentiable.Generators.Lowering.SecondRuns;
using Differentiable.Generators.Lowering.Signatures;
using Differentiable.Generators.Lowering.Structs;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.CustomRules;

/// <summary>Calls of methods that have a rule, whatever else is known of them.</summary>
internal static class RuleCalls
{
    /// <summary>The call, or null if there is no rule for the method that can be used here.</summary>
    public static Expr? TryLower(LoweringContext context, IInvocationOperation call, bool wantsValue)
    {
        IMethodSymbol method = Substitution.Of(ExtensionBlocks.StaticForm(call.TargetMethod) ?? call.TargetMethod);
        if (!TryFind(context, call, method, out Callee? callee))
            return null;
        if (callee is null)
            return Refused(context, call);
        if (PrimitiveLoops.TryLower(context, call, callee) is { } loops)
            return loops;
        if (SharedArguments.TryRefuse(context, call, method, callee) is { } refused)
            return refused;
        RequireModes(context, callee, RuleSubjects.FullNameOf(method), call.Syntax.GetLocation());
        OwnMembers.CheckHiddenReads(context, call, method, call.Instance, call.Arguments.Select(argument => argument.Value));
        RunAgainCheck.Differentiable(context, call);
        return DifferentiableCalls.Lower(context, call, callee, wantsValue || UsesValue(callee));
    }

    /// <summary>What was refused still declares its variables: code that reads them is right.</summary>
    private static Expr Refused(LoweringContext context, IInvocationOperation call)
    {
        foreach (IArgumentOperation output in call.Arguments.Where(argument => argument.Parameter!.RefKind == RefKind.Out))
            context.LowerPlace(output.Value);
        return context.Fail(call.Type);
    }

    /// <summary>Is there a rule for an operator, a conversion or a property?</summary>
    public static bool HasRule(LoweringContext context, IMethodSymbol method) =>
        RuleSubjects.ReasonAgainst(method) is null && context.Rules.Find(Substitution.Of(method)).Count > 0;

    /// <summary>The value of an operator, a conversion or a property on these operands, or null if there is no rule for it.</summary>
    public static Expr? TryLower(LoweringContext context, IOperation operation, IMethodSymbol mentioned, Expr[] operands)
    {
        IMethodSymbol method = Substitution.Of(mentioned);
        if (RuleSubjects.ReasonAgainst(method) is not null || !TryFind(context, operation, method, out Callee? callee))
            return null;
        if (callee is null)
            return context.Fail(operation.Type);
        RequireModes(context, callee, RuleSubjects.FullNameOf(method), operation.Syntax.GetLocation());
        OwnMembers.CheckHiddenReads(context, operation, method, null, operation.ChildOperations);
        RunAgainCheck.Implied(context, operation);
        return DifferentiableCalls.Lower(context, operation, method, callee with { Text = RuleSubjects.TextOf(context, method) }, operands);
    }

    /// <summary>A property of an extension block, whose rule is one for the static method that C# makes of it; null for any other property.</summary>
    public static Expr? TryLowerExtension(LoweringContext context, IPropertyReferenceOperation reference)
    {
        if (reference is not { Instance: { } extended, Property: { ContainingType: var block, GetMethod: { } getter } } || !ExtensionBlocks.IsBlock(block))
            return null;
        return ExtensionBlocks.StaticForm(getter) is { Parameters: [{ RefKind: not RefKind.Ref } given] } form && !TypeLowering.Lower(given.Type).IsStorage && HasRule(context, form)
            ? TryLower(context, reference, form, [context.LowerWhole(extended)])
            : null;
    }

    /// <summary>Is there a rule for the method? The callee is null if it cannot be used, which is then told.</summary>
    private static bool TryFind(LoweringContext context, IOperation call, IMethodSymbol method, out Callee? callee)
    {
        callee = null;
        IReadOnlyList<RuleMatch> rules = context.Rules.Find(method);
        // What the mirror of a struct calls is no call of the user's.
        if (rules.Count == 0 || context.IsOfMirror(call.Syntax.SyntaxTree))
            return false;
        if (Choose(context, method, rules, call.Syntax.GetLocation(), out bool isRefused) is not { } chosen)
            return isRefused;
        if (ReasonAgainst(context, method, chosen) is { } reason)
            context.Refuse(Descriptors.ExternalCall, call, RuleSubjects.FullNameOf(method), reason);
        else
            callee = RuleLowering.LowerMethod(context, method, chosen);
        return true;
    }

    /// <summary>The body of a differentiable method that has a rule: the call of itself.</summary>
    public static bool TryLowerBody(LoweringContext context, IReadOnlyList<Parameter> parameters)
    {
        IReadOnlyList<RuleMatch> rules = context.Rules.Find(context.Method);
        if (rules.Count == 0 || Choose(context, context.Method, rules, context.Method.Locations[0], out _) is not { } chosen)
            return false;
        if (ReasonAgainst(context, context.Method, chosen) is { } reason)
        {
            context.Report(Descriptors.ExternalCall, context.Method.Locations[0], RuleSubjects.FullNameOf(context.Method), reason);
            return true;
        }
        Callee callee = RuleLowering.LowerMethod(context, context.Method, chosen);
        RequireModes(context, callee, RuleSubjects.FullNameOf(context.Method), context.Method.Locations[0]);
        List<Variable?> results = [.. callee.Result.Components.Select(type => (Variable?)context.NewTemporary(type, "result"))];
        List<Variable?> values = [.. results];
        results.AddRange(parameters.Where(parameter => parameter.Mode is PassingMode.Ref or PassingMode.Out).Select(parameter => parameter.Variable));
        foreach (Parameter parameter in parameters.Where((_, i) => callee.Parameters[i].IsMutated))
            context.ElementWrites.Add(new(new Use(parameter.Variable), context.Method.DeclaringSyntaxReferences[0].GetSyntax(), IsByCallee: true));
        List<Expr?> arguments = [.. parameters.Select(parameter => parameter.Mode == PassingMode.Out ? null : (Expr)new Use(parameter.Variable))];
        if (RuleInput.IsOnObject(context.Method))
            arguments.Add(ExpressionLowering.This(callee.Parameters[arguments.Count].Type));
        context.Add(new Call(callee, arguments, results));
        context.Add(new Return(values.Select(value => (Expr)new Use(value!)).ToEquatableArray()));
        return true;
    }

    /// <summary>One rule of each form that can be called here; null where the method goes another way, or was refused.</summary>
    private static IReadOnlyList<RuleMatch>? Choose(
        LoweringContext context, IMethodSymbol method, IReadOnlyList<RuleMatch> rules, Location location, out bool isRefused)
    {
        isRefused = false;
        RuleMatch? hidden = rules.FirstOrDefault(rule => !context.Model.Compilation.IsSymbolAccessibleWithin(rule.Rule, context.Method.ContainingType));
        if (hidden is not null && Attributes.IsDifferentiable(method))
            return null;
        isRefused = true;
        IGrouping<bool, RuleMatch>? several = rules.GroupBy(rule => rule.IsPullback).FirstOrDefault(group => group.Count() > 1);
        if (hidden is not null)
            context.Report(Descriptors.HiddenRule, location, RuleSubjects.FullNameOf(hidden.Rule), RuleSubjects.FullNameOf(method));
        else if (several is not null)
            context.Report(Descriptors.SeveralRules, location, RuleSubjects.FullNameOf(several.First().Rule), RuleSubjects.FullNameOf(several.Last().Rule), RuleSubjects.FullNameOf(method));
        else if (Requests.Of(context.Method).Has(DerivativeKinds.Gradient) && Transposition.ReasonAgainst(context, method, rules) is { } reason)
            context.Report(Descriptors.TangentRuleOnly, location, RuleSubjects.FullNameOf(method), RuleSubjects.FullNameOf(rules[0].Rule), reason, Transposition.Help(rules[0]), Transposition.ExpectedPullback(method, rules[0]));
        else
            isRefused = false;
        return isRefused ? null : rules;
    }

    private static void RequireModes(LoweringContext context, Callee callee, string name, Location location)
    {
        if (RuleModes.Missing(Requests.Of(context.Method), callee.Rule!.Tangent) is var (missing, help))
            context.Report(Descriptors.RuleLacksMode, location, context.Method.Name, missing, name, help);
    }

    private static string? ReasonAgainst(LoweringContext context, IMethodSymbol method, IReadOnlyList<RuleMatch> rules)
    {
        if (RuleInput.Of(method, _ => false).Select(input => input.Symbol).Append(method.ReturnType).FirstOrDefault(IsClosed) is { } closed)
            return RuleSubjects.HoldsArrays(closed)
                ? $", whose rule would be given '{closed.DisplayName()}', which has arrays in it: rules are given arrays by themselves only"
                : $", whose rule is given the fields of '{closed.DisplayName()}', not all of which can be read and set";
        if (method.Parameters.Any(parameter => parameter.RefKind != RefKind.None && TypeLowering.Lower(parameter.Type).IsStorage))
            return ", which takes a reference to an array or a span";
        if (StructParameters.IsOnStruct(method) && rules.Any(rule => rule.ChangesSelf != ChangesSelf(context, method, rules)))
            return ", whose rule says otherwise whether it changes the struct that it is called on (which is then a 'ref' parameter)";
        if (Attributes.IsDifferentiable(method) && MarkedMembers.ReadBy(context, method).FirstOrDefault() is { } member)
            return $", whose rule has no derivative for its member '{member.Name}'";
        return CalleeReturns.Find(context, method.OriginalDefinition).Given.Count > 0 ? ", which may return an array that it is given" : null;
    }

    /// <summary>Does the method change the struct that it is called on? Where there is no source to tell, its rules do.</summary>
    private static bool ChangesSelf(LoweringContext context, IMethodSymbol method, IReadOnlyList<RuleMatch> rules) =>
        InlinedCode.Of(context, method) is null ? rules[0].ChangesSelf : StructParameters.IsChangedBy(context, method);

    /// <summary>Is it a struct that cannot be taken apart and made again from scalars?</summary>
    private static bool IsClosed(ITypeSymbol type) => (TypeLowering.Lower(type) as StructType ?? TypeLowering.Lower(type).Leaf as StructType) is { } whole
        && !(whole is { CanBeMade: true, IsOpen: true } && whole.Leaves().All(leaf => !leaf.Type.IsStorage));

    private static bool UsesValue(Callee callee) =>
        callee.Rule!.Pullback is { } pullback && pullback.Operands.Any(operand => operand.Kind == RuleOperandKind.Value);
}
