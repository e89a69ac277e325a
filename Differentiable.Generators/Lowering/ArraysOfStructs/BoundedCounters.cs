using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Lowering.ArraysOfStructs;

/// <summary>Counters of the loops around a statement, <c>for (int k = 0; k &lt; 3; k++)</c>, which are known to be less than a constant, or than the length of an array, there, and never negative.</summary>
internal sealed class BoundedCounters
{
    private readonly Dictionary<Variable, Expr> _bounds = [];
    private readonly ILookup<Variable, Statement> _definitions;
    private readonly HashSet<Variable> _parameters;

    public BoundedCounters(Function function)
    {
        _definitions = function.Body.DescendantStatements().SelectMany(statement => statement.Defines().Select(variable => (variable, statement))).ToLookup(pair => pair.variable, pair => pair.statement);
        _parameters = [.. function.Parameters.Select(parameter => parameter.Variable)];
    }

    /// <summary>The body of a loop, in which its counter has its bound.</summary>
    public Block Within(Loop loop, Func<Block, Block> rewrite)
    {
        if (loop is not { TestsAtEnd: false, Condition: Apply { Op: Op.Less, Arguments: [Use { Variable: var counter }, var bound] } } || !StaysIn(loop.Body, bound) || !CountsUp(counter)
            || loop.Body.DescendantStatements().Any(statement => statement.Defines().Contains(counter)))
            return rewrite(loop.Body);
        _bounds[counter] = bound;
        Block body = rewrite(loop.Body);
        _bounds.Remove(counter);
        return body;
    }

    /// <summary>Is the index one of so many?</summary>
    public bool IsLess(Expr index, int length) => index switch
    {
        Constant { Value: int value } => value >= 0 && value < length,
        Use use => _bounds.TryGetValue(use.Variable, out Expr? bound) && bound is Constant { Value: int most } && most <= length,
        _ => false,
    };

    /// <summary>Is the index less than the length of an array in some dimension?</summary>
    public bool IsLess(Expr index, Length length) => index is Use use && _bounds.TryGetValue(use.Variable, out Expr? bound) && bound == length;

    private static bool StaysIn(Block body, Expr bound) => bound switch
    {
        Constant { Value: int } => true,
        Length { Storage: Use { Variable: var array } } => !body.DescendantStatements().Any(statement => statement.Defines().Contains(array)),
        _ => false,
    };

    private bool CountsUp(Variable counter) => !_parameters.Contains(counter) && _definitions[counter].All(definition => definition is Assign { Value: var value }
        && (value is Constant { Value: >= 0 } || value is Apply { Op: Op.Add, Arguments: [Use { Variable: var other }, Constant { Value: 1 }] } && other == counter));
}
