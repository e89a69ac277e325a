using Differentiable.Generators.Analysis;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Rules;
using Differentiable.Generators.Transforms.Runtime;

namespace Differentiable.Generators.Transforms.Tuning;

/// <summary>
/// Calls the runtime's vectorized form of a loop that does nothing but add multiples of vectors to adjoints: <c>dw[i] += dr * x[i]</c>, the
/// reverse of a scalar product. Elements do not depend on each other, so every bit stays as it was.
/// </summary>
internal sealed class ScaledSums
{
    /// <summary>Below that many rounds, if they are known, a call costs more than it saves.</summary>
    private const int FewestRounds = 8;

    private readonly Integers _integers;

    private ScaledSums(Integers integers) => _integers = integers;

    public static Block Run(Block body, Integers integers) => new ScaledSums(integers).Visit(body, []);

    private Block Visit(Block block, IReadOnlyList<For> around)
    {
        var code = new List<Statement>();
        foreach (Statement statement in block.Statements)
        {
            IReadOnlyList<For> inside = statement is For loop ? [.. around, loop] : around;
            code.AddRange(Calls(statement, around) ?? [statement.MapBlocks(inner => Visit(inner, inside))]);
        }
        return block.With(code);
    }

    /// <summary>The calls that do what the loop does; null where it does something else.</summary>
    private List<Statement>? Calls(Statement statement, IReadOnlyList<For> around)
    {
        if (statement is not For loop || _integers.RoundsOf(loop) is not { } rounds || rounds is Constant { Value: int and < FewestRounds })
            return null;
        if (!_integers.IsNotNegative(rounds, around))
            return null;
        var calls = new List<Statement>();
        foreach (Statement inner in loop.Body.Statements)
        {
            if (inner is not Store store || CallFor(store, loop.Counter, rounds) is not { } call)
                return null;
            calls.Add(call);
        }
        return calls;
    }

    private Statement? CallFor(Store store, Variable counter, Expr rounds)
    {
        if (store is not { Storage: Use { Variable.Role: VariableRole.Shadow, Type.IsWide: false } target, Path: [] } || !IsAt(store.Indices, counter))
            return null;
        Element old = store.Place;
        (string method, Expr value, bool isNegative) = store.Value switch
        {
            Apply { Op: Op.Add } sum when sum.Arguments[0] == old => ("AddScaled", sum.Arguments[1], false),
            Apply { Op: Op.Subtract } difference when difference.Arguments[0] == old => ("AddScaled", difference.Arguments[1], true),
            Apply { Op: Op.Negate } negation => ("SetScaled", negation.Arguments[0], true),
            _ => ("SetScaled", store.Value, false),
        };
        if (value is not Apply { Op: Op.Multiply } product || Factors(product, counter) is not var (vector, scale))
            return null;
        if (isNegative)
            scale = Algebra.Negate(scale);
        return RuntimeCalls.Scaled(method, Whole(vector, rounds), scale, Whole(target, rounds)) with { Note = store.Note };
    }

    /// <summary>The vector and what each of its elements is multiplied by.</summary>
    private static (Use Vector, Expr Scale)? Factors(Apply product, Variable counter)
    {
        foreach ((Expr element, Expr scale) in new[] { (product.Arguments[0], product.Arguments[1]), (product.Arguments[1], product.Arguments[0]) })
        {
            if (element is Element { Storage: Use { Variable.Role: VariableRole.Primal } vector, Path: [] } at && IsAt(at.Indices, counter) && IsScalar(scale, counter))
                return (vector, scale);
        }
        return null;
    }

    private static bool IsAt(EquatableArray<Expr> indices, Variable counter) => indices is [Use use] && use.Variable == counter;

    /// <summary>Is it the same in every round, and can nothing that the loop writes change it?</summary>
    private static bool IsScalar(Expr scale, Variable counter) => scale.DescendantsAndSelf().All(part => part switch
    {
        Constant or Apply => true,
        Use use => use.Variable != counter && !use.Type.IsStorage,
        _ => false,
    });

    /// <summary>The first elements of a vector, as many as the loop has rounds.</summary>
    private Expr Whole(Use vector, Expr rounds) => _integers.HasLength(vector.Variable, rounds)
        ? vector
        : RuntimeCalls.First(vector, rounds);
}
