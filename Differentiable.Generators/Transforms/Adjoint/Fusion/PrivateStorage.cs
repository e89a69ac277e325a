using Differentiable.Generators.Analysis;
using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Transforms.Adjoint.Fusion;

/// <summary>
/// Finds the local vectors that a loop uses anew in each round: made before the loop, filled by each round before it reads them, and not read
/// behind the loop. Nothing passes from round to round through them (array privatization, Tu and Padua 1993).
/// </summary>
internal sealed class PrivateStorage(AdjointContext context)
{
    private readonly Integers _integers = new(
        context.Body, context.Source.Parameters.Select(parameter => parameter.Variable), new Dictionary<int, int>());

    /// <summary>Is the class of storage such a vector?</summary>
    public bool IsPrivate(Variable storage, For loop)
    {
        List<Variable> names = [.. context.Regions.Variables.Where(variable => variable.Type.IsStorage && context.Classes.Of(variable) == storage)];
        return names is [var vector]
            && context.Regions[vector] is { Kind: DefinitionKind.Assigned, Statement: Assign { Value: NewStorage { Lengths.Count: 1 } } making }
            && vector.Type.Element is ScalarType or OpaqueType
            && !context.Results.Concat(context.Finals).Contains(vector)
            && context.Body.DescendantStatements().All(statement => ReferenceEquals(statement, making) || IsInside(statement, loop) || !statement.Reads(vector))
            && IsFilledFirst(vector, loop);
    }

    private bool IsInside(Statement statement, For loop) => context.Regions.Of(statement).IsInside(context.Regions.Of(loop.Body));

    /// <summary>Does each round begin with a loop that writes all elements and reads none before?</summary>
    private bool IsFilledFirst(Variable vector, For loop)
    {
        List<Statement> users = [.. loop.Body.Statements.Where(statement => statement.Mentions(vector))];
        if (users is [For inner] && IsFilledFirst(vector, inner))
            return true;
        if (users.FirstOrDefault() is not For filling || !IsOverAll(filling, vector))
            return false;
        EquatableArray<Expr> place = [new Use(filling.Counter)];
        return filling.Body.Statements.FirstOrDefault(statement => statement.Mentions(vector)) is Store { Storage: Use target } first
            && target.Variable == vector
            && first.Indices == place
            && !first.Value.Variables().Contains(vector)
            && filling.Body.DescendantStatements().SelectMany(statement => ElementsOf(statement, vector)).All(indices => indices == place);
    }

    private bool IsOverAll(For loop, Variable vector) => _integers.RoundsOf(loop) is { } rounds && _integers.HasLength(vector, rounds);

    /// <summary>Where the statement reads or writes elements; an empty place stands for any other use.</summary>
    private static IEnumerable<EquatableArray<Expr>> ElementsOf(Statement statement, Variable vector)
    {
        List<EquatableArray<Expr>> places = [.. statement.Expressions().SelectMany(expression => expression.DescendantsAndSelf())
            .OfType<Element>()
            .Where(element => element.Storage is Use use && use.Variable == vector)
            .Select(element => element.Indices)];
        if (statement is Store { Storage: Use target } store && target.Variable == vector)
            places.Add(store.Indices);
        int mentions = statement.Expressions().SelectMany(expression => expression.Variables()).Count(variable => variable == vector);
        return mentions == places.Count ? places : [EquatableArray<Expr>.Empty];
    }
}
