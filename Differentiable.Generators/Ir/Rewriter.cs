namespace Differentiable.Generators.Ir;

/// <summary>Rebuilds expressions, statements and blocks with some of their parts replaced. What does not change is shared.</summary>
internal static class Rewriter
{
    /// <summary>The expression with each operand mapped; the same instance when the map returns every operand as it was.</summary>
    public static Expr MapChildren(this Expr expression, Func<Expr, Expr> map)
    {
        EquatableArray<Expr> children = expression.Children(), mapped = children.Map(map);
        return mapped.Items == children.Items ? expression : expression.WithChildren(mapped);
    }

    /// <summary>Rewrites bottom-up: <paramref name="rewrite"/> sees each expression after its operands were rewritten.</summary>
    public static Expr Rewrite(this Expr expression, Func<Expr, Expr> rewrite) =>
        rewrite(expression.MapChildren(child => child.Rewrite(rewrite)));

    /// <summary>The statement with the expressions that it reads itself mapped, see <see cref="Walker.Expressions"/>.</summary>
    public static Statement MapExpressions(this Statement statement, Func<Expr, Expr> map) => statement switch
    {
        Assign assign => assign with { Value = map(assign.Value) },
        AssignTuple assign => assign with { Value = map(assign.Value) },
        Store store => store with { Storage = map(store.Storage), Indices = store.Indices.Map(map), Value = map(store.Value) },
        Evaluate evaluate => evaluate with { Value = map(evaluate.Value) },
        Throw thrown => thrown with { Exception = map(thrown.Exception) },
        If branch => branch with { Condition = map(branch.Condition) },
        Loop loop => loop with { Condition = map(loop.Condition) },
        For loop => loop with { Start = map(loop.Start), Bound = map(loop.Bound) },
        While loop => loop with { Condition = map(loop.Condition) },
        Return result => result with { Values = result.Values.Map(map) },
        Call call => call with { Arguments = call.Arguments.Map(argument => argument is null ? null : map(argument)) },
        Using resource => resource with { Value = map(resource.Value) },
        _ => statement,
    };

    /// <summary>The statement with the blocks directly inside it mapped, see <see cref="Walker.Blocks"/>.</summary>
    public static Statement MapBlocks(this Statement statement, Func<Block, Block> map) => statement switch
    {
        If branch => branch with { Then = map(branch.Then), Else = map(branch.Else) },
        Loop { TestsAtEnd: false } loop => loop with { Prelude = map(loop.Prelude), Body = map(loop.Body), Step = map(loop.Step) },
        Loop loop => loop with { Body = map(loop.Body), Step = map(loop.Step), Prelude = map(loop.Prelude) },
        For loop => loop with { Body = map(loop.Body) },
        While loop => loop with { Body = map(loop.Body) },
        _ => statement,
    };

    /// <summary>The statement with the variables that it assigns itself mapped, see <see cref="Walker.Defines"/>.</summary>
    public static Statement MapDefinitions(this Statement statement, Func<Variable, Variable> map) => statement switch
    {
        Declare declare => declare with { Variable = map(declare.Variable) },
        Assign assign => assign with { Target = map(assign.Target) },
        AssignTuple assign => assign with { Targets = assign.Targets.Map(target => target is null ? null : map(target)) },
        For loop => loop with { Counter = map(loop.Counter) },
        Call call => call with { Results = call.Results.Map(result => result is null ? null : map(result)) },
        Using resource => resource with { Resource = map(resource.Resource) },
        _ => statement,
    };

    /// <summary>The block with each of its own statements mapped.</summary>
    public static Block MapStatements(this Block block, Func<Statement, Statement> map)
    {
        EquatableArray<Statement> mapped = block.Statements.Map(map);
        return mapped.Items == block.Statements.Items ? block : new(mapped);
    }

    /// <summary>Rewrites bottom-up every expression in the block and in the blocks inside it.</summary>
    public static Block RewriteExpressions(this Block block, Func<Expr, Expr> rewrite) =>
        block.MapStatements(statement => statement
            .MapExpressions(expression => expression.Rewrite(rewrite))
            .MapBlocks(inner => inner.RewriteExpressions(rewrite)));

    /// <summary>The items mapped; the same array when the map returns every item as it was.</summary>
    public static EquatableArray<T> Map<T>(this EquatableArray<T> items, Func<T, T> map)
        where T : class?
    {
        T[]? mapped = null;
        for (int i = 0; i < items.Count; i++)
        {
            T item = map(items[i]);
            if (mapped is null && !ReferenceEquals(item, items[i]))
                mapped = [.. items.Items];
            if (mapped is not null)
                mapped[i] = item;
        }
        return mapped ?? items;
    }

    private static Expr WithChildren(this Expr expression, EquatableArray<Expr> children) => expression switch
    {
        Apply apply => apply with { Arguments = children },
        Convert convert => convert with { Operand = children[0] },
        Conditional => new Conditional(children[0], children[1], children[2]),
        Element => new Element(children[0], children.Items.RemoveAt(0)),
        Length length => length with { Storage = children[0] },
        Slice slice => slice with { Storage = children[0], Start = children[1], Count = children.Count > 2 ? children[2] : null },
        View view => view with { Storage = children[0] },
        NewStorage storage => storage with
        {
            Lengths = children.Items.RemoveRange(storage.Lengths.Count, storage.Elements.Count),
            Elements = children.Items.RemoveRange(0, storage.Lengths.Count),
        },
        CopyOf copy => copy with { Storage = children[0] },
        Opaque opaque => opaque with { Arguments = children },
        _ => throw new InvalidOperationException($"{expression.GetType().Name} has no operands."),
    };
}
