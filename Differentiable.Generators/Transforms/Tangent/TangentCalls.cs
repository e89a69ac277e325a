using Differentiable.Generators.Analysis;
using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Transforms.Tangent;

/// <summary>The tangent of a call of another differentiable method: a call of that method's tangent.</summary>
/// <param name="activity">Which values have tangents.</param>
/// <param name="differential">The tangents of the arguments.</param>
/// <param name="supply">Makes the variables.</param>
/// <param name="isReversed">Will the tangent be reversed in turn? Then callees' halves are called; else they are called as they are.</param>
/// <param name="rules">The tangents of calls of methods with rules.</param>
internal sealed class TangentCalls(Activity activity, Differential differential, VariableSupply supply, bool isReversed, TangentRules rules)
{
    /// <summary>The statements that the call becomes.</summary>
    public List<Statement> Of(Call call, Func<Variable, Variable> tangentOf)
    {
        List<Statement> code = [];
        if (call.Callee.Rule is not null)
            return rules.Of(call, tangentOf);
        Call tangent = activity.IsActive(call) || (!isReversed && IsCalledOtherwise(call.Callee)) ? Differentiated(call, tangentOf, code) : call;
        code.Add(isReversed ? tangent : tangent with { Callee = tangent.Callee with { IsCalledAsItIs = true } });
        return code;
    }

    /// <summary>A method cannot be given the spans that local vectors are for arrays, nor the leaves of structs, but its tangent can.</summary>
    private static bool IsCalledOtherwise(Callee callee) => callee.Result.Parts.Count > 0
        || callee.Parameters.Any(parameter => parameter.Part is not null || parameter.Type is ArrayType { Rank: 1, ElementType.IsStorage: false });

    private Call Differentiated(Call call, Func<Variable, Variable> tangentOf, List<Statement> code)
    {
        Variable? TangentOf(Variable? result) => result is not null && activity.IsActive(result) ? tangentOf(result) : null;
        ReturnShape returned = call.Callee.Result;
        List<Variable?> values = [.. call.Results.Take(returned.Components.Count)], references = [.. call.Results.Skip(values.Count)];
        IEnumerable<Parameter> referred = call.Callee.Parameters.Where(parameter => parameter.Mode is PassingMode.Ref or PassingMode.Out);
        return new(
            TangentSignature.Of(call.Callee, differential.IsWide, isReversed),
            [.. call.Arguments, .. call.Bindings().Where(pair => pair.Parameter.IsActive).Select(pair => Tangent(pair.Parameter, pair.Argument, code))],
            [
                .. values,
                .. values.Where((_, i) => returned.Components[i].HoldsReal).Select(TangentOf),
                .. references,
                .. references.Zip(referred, (result, parameter) => (result, parameter)).Where(pair => pair.parameter.IsActive).Select(pair => TangentOf(pair.result)),
            ])
        {
            Note = call.Note,
            Position = call.Position,
        };
    }

    private Expr? Tangent(Parameter parameter, Expr? argument, List<Statement> code)
    {
        if (argument is null)
            return null;
        if (!argument.Type.IsStorage)
            return differential.Of(argument, code);
        return activity.IsActive(argument) ? differential.Mirrored(argument) : Named(differential.Zero(argument), parameter, code);
    }

    /// <summary>Storage is passed by name.</summary>
    private Use Named(Expr zeros, Parameter parameter, List<Statement> code)
    {
        Variable named = supply.New(parameter.Name + "Dot", zeros.Type, VariableRole.Temporary);
        code.Add(new Assign(named, zeros));
        return new Use(named);
    }
}
