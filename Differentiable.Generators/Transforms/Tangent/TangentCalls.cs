using Differentiable.Generators.Analysis;
using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Transforms.Tangent;

/// <summary>The tangent of a call of another differentiable method: a call of that method's tangent.</summary>
internal sealed class TangentCalls(Activity activity, Differential differential, VariableSupply supply)
{
    /// <summary>The statements that the call becomes. One through which no derivative passes stays as it is.</summary>
    public IEnumerable<Statement> Of(Call call, Func<Variable, Variable> tangentOf) =>
        activity.IsActive(call) ? Differentiated(call, tangentOf) : [call];

    /// <summary>The call of the tangent with tangents of zero, which are not asked for again: it runs what the method itself does.</summary>
    public static List<Statement> WithoutTangents(Call call, VariableSupply supply)
    {
        List<Statement> code = [];
        List<Expr?> tangents = [.. ActiveParameters(call).Select(pair => pair.Argument is null ? null : Passed(TangentBuilder.Zero(pair.Argument), pair.Parameter, supply, code))];
        int references = call.Results.Count - call.Callee.Result.Components.Count;
        EquatableArray<Variable?> results =
        [
            .. call.Results.Take(call.Callee.Result.Components.Count),
            .. call.Callee.Result.Components.Where(type => type.HoldsReal).Select(_ => (Variable?)null),
            .. call.Results.Skip(call.Results.Count - references),
            .. call.Callee.Parameters.Where(IsActiveReference).Select(_ => (Variable?)null),
        ];
        code.Add(new Call(TangentSignature.Of(call.Callee), [.. call.Arguments, .. tangents], results) { Note = call.Note });
        return code;
    }

    private List<Statement> Differentiated(Call call, Func<Variable, Variable> tangentOf)
    {
        List<Statement> code = [];
        List<Expr?> tangents = [.. ActiveParameters(call).Select(pair => Tangent(pair.Parameter, pair.Argument, code))];
        Variable? TangentOf(Variable? result) => result is not null && activity.IsActive(result) ? tangentOf(result) : null;
        int components = call.Callee.Result.Components.Count;
        IEnumerable<Variable?> references = call.Results.Skip(components);
        EquatableArray<Variable?> results =
        [
            .. call.Results.Take(components),
            .. call.Results.Take(components).Where((_, i) => call.Callee.Result.Components[i].HoldsReal).Select(TangentOf),
            .. references,
            .. call.Callee.Parameters.Where(IsReference).Zip(references, (parameter, result) => (parameter, result))
                .Where(pair => pair.parameter.IsActive)
                .Select(pair => TangentOf(pair.result)),
        ];
        code.Add(new Call(TangentSignature.Of(call.Callee), [.. call.Arguments, .. tangents], results) { Note = call.Note });
        return code;
    }

    private Expr? Tangent(Parameter parameter, Expr? argument, List<Statement> code)
    {
        if (argument is null)
            return null;
        if (!argument.Type.IsStorage)
            return differential.Of(argument);
        return activity.IsActive(argument) ? differential.Mirrored(argument) : Passed(TangentBuilder.Zero(argument), parameter, supply, code);
    }

    private static IEnumerable<(Parameter Parameter, Expr? Argument)> ActiveParameters(Call call) => call.Bindings().Where(pair => pair.Parameter.IsActive);

    private static bool IsReference(Parameter parameter) => parameter.Mode is PassingMode.Ref or PassingMode.Out;

    private static bool IsActiveReference(Parameter parameter) => parameter.IsActive && IsReference(parameter);

    /// <summary>Storage is passed by name.</summary>
    private static Expr Passed(Expr zeros, Parameter parameter, VariableSupply supply, List<Statement> code)
    {
        if (!zeros.Type.IsStorage)
            return zeros;
        Variable named = supply.New(parameter.Name + "Dot", zeros.Type, VariableRole.Temporary);
        code.Add(new Assign(named, zeros));
        return new Use(named);
    }
}
