using Differentiable.Generators.Ir;
using Differentiable.Generators.Rules;
using Differentiable.Generators.Transforms.Members;

namespace Differentiable.Generators.Transforms.Matrices;

/// <summary>How many rows and columns a Jacobian has, and which of them it is made by.</summary>
/// <param name="function">The function.</param>
/// <param name="directions">How many are made at once.</param>
internal sealed class JacobianShape(Function function, Directions directions)
{
    /// <summary>Which outputs the rows belong to, and which inputs the columns.</summary>
    public MatrixShape Parts { get; } = new(function);

    /// <summary>The columns of the inputs.</summary>
    public Stack Columns => Stack.Of(Parts.Inputs);

    /// <summary>Does the number of rows show only as the function runs?</summary>
    public bool ReturnsStorage => function.Result.Components.Where((type, i) => type.IsStorage && type.HoldsReal && LengthOf(i) is null).Any();

    /// <summary>Does it give inline arrays, of which reverse mode over several cotangents knows nothing?</summary>
    public bool ReturnsInline => function.Result.Components.Where((_, i) => LengthOf(i) is not null).Any();

    /// <summary>Is one sweep enough for all rows?</summary>
    public bool HasOneBlockOfRows => Rows().Total is Constant { Value: int total } && total <= directions.Count;

    /// <summary>The rows of the result's components and of the other outputs.</summary>
    /// <param name="results">How many there are for each component that holds real numbers, where that is known otherwise.</param>
    public Stack Rows(IReadOnlyList<Expr>? results = null)
    {
        var rows = new Stack();
        foreach (Expr count in results ?? [.. Enumerable.Range(0, function.Result.Components.Count).Where(i => function.Result.Components[i].HoldsReal).Select(i => CountOf(i)!)])
            rows.Add(count);
        foreach (Expr count in Parts.Outputs.Select(Stack.CountOf))
            rows.Add(count);
        return rows;
    }

    /// <summary>Is it cheaper to make it by rows?</summary>
    /// <param name="runsAgain">Does each block of rows run the forward sweep again? It then counts as two.</param>
    public Expr PrefersRows(bool runsAgain = false)
    {
        if (ReturnsStorage || ReturnsInline)
            return Constant.Of(false);
        Expr rows = Rows().Total;
        return directions.PrefersRows(runsAgain && !HasOneBlockOfRows ? Stack.Times(rows, 2) : rows, Columns.Total);
    }

    /// <summary>How many numbers there are in a component of the result; null where that shows only as the function runs.</summary>
    public Constant? CountOf(int component)
    {
        IrType type = function.Result.Components[component];
        return type.IsStorage && LengthOf(component) is null ? null : Constant.Of((LengthOf(component) ?? 1) * EachNumber.LeavesOf(type).Count);
    }

    /// <summary>The length of a component of the result that is an inline array.</summary>
    private int? LengthOf(int component) => function.Result.Parts.Count == 0 ? null : function.Result.Parts[component]?.InlineLength;
}
