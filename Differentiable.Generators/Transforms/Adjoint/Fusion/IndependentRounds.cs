using Differentiable.Generators.Analysis;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Transforms.Adjoint.Keeping;
using Differentiable.Generators.Transforms.Adjoint.Reversal;

namespace Differentiable.Generators.Transforms.Adjoint.Fusion;

/// <summary>
/// Are the rounds of a loop independent of each other, but for sums that pass through? Then the adjoint of a sum is the same in every
/// round, and a round can be reversed before the next one runs.
/// </summary>
/// <param name="context">The function.</param>
/// <param name="saved">The elements that are saved before they are overwritten.</param>
/// <param name="loop">The loop.</param>
/// <param name="reverse">The reverse of its body.</param>
/// <param name="privates">What tells the storage that each round uses anew, if rounds are to be reversed on the spot.</param>
internal sealed class IndependentRounds(
    AdjointContext context, SavedElements saved, For loop, ReverseBlock reverse, PrivateStorage? privates = null)
{
    private readonly Region _body = reverse.Region;

    public bool Hold()
    {
        if (loop.Body.DescendantStatements().Any(statement => statement is Evaluate))
            return false;
        HashSet<Variable> read = [.. reverse.Descendants().SelectMany(node => node.Reads).SelectMany(expression => expression.Variables())];
        return CarriedVariables().All(carried => !carried.Type.IsStorage
                && !read.Contains(carried)
                && (!context.Activity.IsActive(carried) || PassesThrough(carried)))
            && loop.Body.DescendantStatements().SelectMany(saved.Overwritten).Distinct().All(IsSeparable);
    }

    private IEnumerable<Variable> CarriedVariables() => context.Regions.Variables
        .Where(variable => context.Regions[variable] is { Kind: DefinitionKind.Carried } definition && definition.Region == _body);

    /// <summary>Is the next value the present one plus or minus something that does not depend on it, on every path?</summary>
    private bool PassesThrough(Variable carried)
    {
        HashSet<Variable> sums = [carried];
        List<Statement> statements = [.. loop.Body.DescendantStatements()];
        foreach (Assign assign in statements.OfType<Assign>())
        {
            if (IsSum(assign.Value, sums))
                sums.Add(assign.Target);
        }
        return statements.All(statement => statement is Assign assign && sums.Contains(assign.Target)
            ? IsSum(assign.Value, sums)
            : !statement.Expressions().Any(expression => Mentions(expression, sums)));
    }

    private static bool IsSum(Expr value, HashSet<Variable> sums) => value switch
    {
        Use use => sums.Contains(use.Variable),
        Apply { Op: Op.Add or Op.Subtract, Arguments: [Use left, var right] } when sums.Contains(left.Variable) => !Mentions(right, sums),
        Apply { Op: Op.Add, Arguments: [var left, Use right] } when sums.Contains(right.Variable) => !Mentions(left, sums),
        _ => false,
    };

    private static bool Mentions(Expr expression, HashSet<Variable> variables) => expression.Variables().Any(variables.Contains);

    /// <summary>Do different rounds write different elements of the class, or only add to them, or is it made anew in each round?</summary>
    private bool IsSeparable(Variable storage)
    {
        if (IsMadeInRound(storage) || privates?.IsPrivate(storage, loop) == true)
            return true;
        List<Statement> writers = [.. loop.Body.DescendantStatements().Where(statement => saved.Overwritten(statement).Contains(storage))];
        if (writers.Any(writer => writer is not Store { Value.Type.IsStorage: false } || saved.Contains(writer)))
            return false;
        List<Element> reads = [.. ElementsOf(storage)];
        if (writers.Cast<Store>().All(store => IsIncrement(store)) && reads.Count == writers.Count)
            return !IsReadOnTheWayBack(storage);
        EquatableArray<Expr> place = ((Store)writers[0]).Indices;
        return place.Any(IsTheRound)
            && writers.Cast<Store>().All(store => store.Storage == ((Store)writers[0]).Storage && store.Indices == place)
            && reads.All(read => read.Storage == ((Store)writers[0]).Storage && read.Indices == place)
            && !OtherUses(storage);
    }

    private bool IsMadeInRound(Variable storage) => context.Regions.Variables
        .Where(variable => variable.Type.IsStorage && context.Classes.Of(variable) == storage)
        .All(variable => context.Regions[variable].Region.IsInside(_body));

    private bool IsIncrement(Store store) => ReverseBuilder.IncrementOf(store) is { } increment
        && !context.Classes.ReadBy(increment).Contains(context.Classes.Of(store.Storage));

    private bool IsReadOnTheWayBack(Variable storage) =>
        reverse.Descendants().SelectMany(node => node.Reads).SelectMany(context.Classes.ReadBy).Contains(storage);

    private IEnumerable<Element> ElementsOf(Variable storage) => loop.Body.DescendantStatements()
        .SelectMany(statement => statement.Expressions())
        .SelectMany(expression => expression.DescendantsAndSelf())
        .OfType<Element>()
        .Where(element => !element.Type.IsStorage && context.Classes.Of(element.Storage) == storage);

    /// <summary>Is the storage sliced, copied or passed on in the round? Then its elements are reached by other ways, too.</summary>
    private bool OtherUses(Variable storage) => loop.Body.DescendantStatements().Any(statement =>
        statement is Call call && call.Arguments.Any(argument => argument is { Type.IsStorage: true } && context.Classes.Of(argument) == storage)
        || statement is Assign { Target.Type.IsStorage: true } alias && context.Classes.Of(alias.Target) == storage
        || statement.Expressions().Any(expression => expression.DescendantsAndSelf().Any(part =>
            part is CopyOf copy && context.Classes.Of(copy.Storage) == storage || part is Opaque && context.Classes.ReadBy(part).Contains(storage))));

    /// <summary>Is the index the counter, or the counter shifted by a constant?</summary>
    private bool IsTheRound(Expr index) => index switch
    {
        Use use => use.Variable == loop.Counter,
        Apply { Op: Op.Add or Op.Subtract, Arguments: [Use use, Constant] } => use.Variable == loop.Counter,
        _ => false,
    };
}
