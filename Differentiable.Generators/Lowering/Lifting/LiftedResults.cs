using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Arrays;
using Differentiable.Generators.Lowering.OtherCode;

namespace Differentiable.Generators.Lowering.Lifting;

/// <summary>The lifted functions of a method as it is known when all of it is lowered: what of their parameters carries derivatives, and what they write.</summary>
internal sealed class LiftedResults
{
    private readonly List<(LiftedFunction Function, Callee Callee)> _lifted = [];

    private LiftedResults(LoweringContext context, Carriers carriers)
    {
        foreach (LiftedFunction lifted in context.Lifted)
        {
            List<Parameter> kept = [.. lifted.Parameters
                .Where(parameter => !lifted.Placeholders.Contains(parameter.Variable))
                .Select(parameter => parameter with { IsActive = parameter.IsActive && (parameter.Mode != PassingMode.Value || carriers.Contains(parameter.Variable)) })];
            Parameter[] marked = ElementWrites.Mark(context, kept);
            if (marked.Zip(kept, (final, first) => final.IsMutated && !first.IsMutated).Any(isWrong => isWrong))
                throw new InvalidOperationException($"'{lifted.Name}' writes a parameter that it was taken to only read.");
            _lifted.Add((lifted, lifted.Callee with { Parameters = marked }));
        }
    }

    /// <summary>The method's function with those that were lifted out of it.</summary>
    public static Function Complete(LoweringContext context, Function function, Lazy<Carriers> carriers)
    {
        if (context.Lifted.Count == 0)
            return function;
        LiftedResults results = new(context, carriers.Value);
        return function with
        {
            Body = results.In(function.Body),
            Lifted = results._lifted.Select(lifted => results.Of(function, lifted.Function, lifted.Callee)).ToEquatableArray(),
        };
    }

    /// <summary>What is asked for of the method is asked for of those as well, one direction at a time where it is made so.</summary>
    public static Function WithRequest(Function function)
    {
        Request request = function.Request with
        {
            Kinds = function.Request.WithoutOperation | (function.CarriesSeveral ? 0 : function.Request.ForOneDirection),
        };
        return function with { Lifted = function.Lifted.Select(lifted => lifted with { Request = request, CarriesSeveral = function.CarriesSeveral }).ToEquatableArray() };
    }

    private Function Of(Function around, LiftedFunction lifted, Callee callee) => around with
    {
        Name = lifted.Name,
        LocalName = lifted.Symbol.Name,
        Accessibility = "private",
        Summary = "",
        Parameters = callee.Parameters,
        Result = lifted.Callee.Result,
        Body = In(lifted.Code),
        Returned = ([], false),
        IsCheckpointed = false,
        NotForSecondRun = NotForSecondRun(lifted, []),
    };

    /// <summary>Code in the function, or in another that it calls, that may give another value when it is run a second time.</summary>
    private string? NotForSecondRun(LiftedFunction lifted, HashSet<LiftedFunction> asked) => !asked.Add(lifted)
        ? null
        : lifted.NotForSecondRun ?? _lifted.Where(other => lifted.Code.DescendantStatements().OfType<Call>().Any(other.Function.IsCalledBy)).Select(other => NotForSecondRun(other.Function, asked)).FirstOrDefault(code => code is not null);

    private Block In(Block block) => block.MapStatements(statement => statement is Call call ? In(call) : statement.MapBlocks(In));

    private Call In(Call call)
    {
        if (_lifted.Find(lifted => lifted.Function.IsCalledBy(call)) is not ({ } function, { } callee))
            return call;
        return call with { Callee = callee, Arguments = call.Arguments.Where((_, i) => !function.Placeholders.Contains(function.Parameters[i].Variable)).ToEquatableArray() };
    }
}
