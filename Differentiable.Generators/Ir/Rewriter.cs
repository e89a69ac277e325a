using System.Runtime.InteropServices;

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
        expression is Use or Constant ? rewrite(expression) : BottomUp(rewrite)(expression);

    /// <summary>The statement with the expressions that it reads itself mapped, see <see cref="Statement.Expressions"/>.</summary>
    public static Statement MapExpressions(this Statement statement, Func<Expr, Expr> map)
    {
        EquatableArray<Expr> expressions = statement.Expressions(), mapped = expressions.Map(map);
        return mapped.Items == expressions.Items ? statement : statement.WithExpressions(mapped);
    }

    /// <summary>The statement with the blocks directly inside it mapped, see <see cref="Walker.Blocks"/>.</summary>
    public static Statement MapBlocks(this Statement statement, Func<Block, Block> map)
    {
        EquatableArray<Block> blocks = statement.Blocks(), mapped = blocks.Map(map);
        return mapped.Items == blocks.Items ? statement : statement.WithBlocks(mapped);
    }

    /// <summary>The statement with the variables that it assigns itself mapped, see <see cref="Statement.Defines"/>.</summary>
    public static Statement MapDefinitions(this Statement statement, Func<Variable, Variable> map)
    {
        if (statement is Declare declare)
            return declare with { Variable = map(declare.Variable) };
        EquatableArray<Variable> defined = statement.Defines(), mapped = defined.Map(map);
        return mapped.Items == defined.Items ? statement : statement.WithDefinitions(mapped);
    }

    /// <summary>An equal statement for another place: analyses tell statements and blocks apart by identity.</summary>
    public static Statement Copy(Statement statement) =>
        (statement with { }).MapBlocks(block => new Block(block.Statements.Select(Copy).ToEquatableArray()));

    /// <summary>The block with each of its own statements mapped.</summary>
    public static Block MapStatements(this Block block, Func<Statement, Statement> map)
    {
        EquatableArray<Statement> mapped = block.Statements.Map(map);
        return mapped.Items == block.Statements.Items ? block : new(mapped);
    }

    /// <summary>A block of these statements: the same instance when they are those that it has.</summary>
    public static Block With(this Block block, List<Statement> statements)
    {
        if (statements.Count != block.Statements.Count)
            return new(statements);
        for (int i = 0; i < statements.Count; i++)
        {
            if (!ReferenceEquals(statements[i], block.Statements[i]))
                return new(statements);
        }
        return block;
    }

    /// <summary>Rewrites bottom-up every expression in the block and in the blocks inside it.</summary>
    public static Block RewriteExpressions(this Block block, Func<Expr, Expr> rewrite) => block.MapExpressions(BottomUp(rewrite));

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
        return mapped is null ? items : ImmutableCollectionsMarshal.AsImmutableArray(mapped);
    }

    private static Block MapExpressions(this Block block, Func<Expr, Expr> map)
    {
        Func<Block, Block> inside = inner => inner.MapExpressions(map);
        return block.MapStatements(statement => statement.MapExpressions(map).MapBlocks(inside));
    }

    /// <summary>Rewrites an expression after its operands.</summary>
    private static Func<Expr, Expr> BottomUp(Func<Expr, Expr> rewrite)
    {
        Func<Expr, Expr> bottomUp = null!;
        bottomUp = part => rewrite(part.MapChildren(bottomUp));
        return bottomUp;
    }

    private static Expr WithChildren(this Expr expression, EquatableArray<Expr> children) => expression switch
    {
        Apply apply => apply with { Arguments = children },
        Convert convert => convert with { Operand = children[0] },
        Conditional => new Conditional(children[0], children[1], children[2]),
        Element element => new Element(children[0], children.Items.RemoveAt(0), element.Path),
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

    private static Statement WithExpressions(this Statement statement, EquatableArray<Expr> expressions) => statement switch
    {
        Assign assign => assign with { Value = expressions[0] },
        AssignTuple assign => assign with { Value = expressions[0] },
        Store store => store with
        {
            Storage = expressions[0],
            Indices = expressions.Items.RemoveAt(store.Indices.Count + 1).RemoveAt(0),
            Value = expressions[store.Indices.Count + 1],
        },
        Evaluate evaluate => evaluate with { Value = expressions[0] },
        Throw thrown => thrown with { Exception = expressions[0] },
        If branch => branch with { Condition = expressions[0] },
        Loop loop => loop with { Condition = expressions[0], Checkpointing = loop.Checkpointing.With(expressions, 1) },
        For loop => loop with { Start = expressions[0], Bound = expressions[1], Checkpointing = loop.Checkpointing.With(expressions, 2) },
        While loop => loop with { Condition = expressions[0], Checkpointing = loop.Checkpointing.With(expressions, 1) },
        Return result => result with { Values = expressions },
        Call call => call with { Arguments = call.Arguments.Filled(expressions) },
        Using resource => resource with { Value = expressions[0] },
        _ => throw new InvalidOperationException($"{statement.GetType().Name} reads nothing."),
    };

    private static Statement WithBlocks(this Statement statement, EquatableArray<Block> blocks) => statement switch
    {
        If branch => branch with { Then = blocks[0], Else = blocks[1] },
        Loop { TestsAtEnd: false } loop => loop with { Prelude = blocks[0], Body = blocks[1], Step = blocks[2] },
        Loop loop => loop with { Body = blocks[0], Step = blocks[1], Prelude = blocks[2] },
        For loop => loop with { Body = blocks[0] },
        While loop => loop with { Body = blocks[0] },
        Outlined outlined => outlined with { Body = blocks[0] },
        _ => throw new InvalidOperationException($"{statement.GetType().Name} has no blocks."),
    };

    private static Statement WithDefinitions(this Statement statement, EquatableArray<Variable> defined) => statement switch
    {
        Assign assign => assign with { Target = defined[0] },
        AssignTuple assign => assign with { Targets = assign.Targets.Filled(defined) },
        For loop => loop with { Counter = defined[0] },
        Call call => call with { Results = call.Results.Filled(defined) },
        Using resource => resource with { Resource = defined[0] },
        _ => throw new InvalidOperationException($"{statement.GetType().Name} assigns nothing."),
    };

    private static Checkpointing? With(this Checkpointing? checkpointing, EquatableArray<Expr> expressions, int index) =>
        checkpointing is { Argument: not null } ? checkpointing with { Argument = expressions[index] } : checkpointing;

    /// <summary>The places that are not empty with other items, in their order.</summary>
    private static EquatableArray<T?> Filled<T>(this EquatableArray<T?> places, EquatableArray<T> items)
        where T : class
    {
        int next = 0;
        return places.Map(place => place is null ? null : items[next++]);
    }
}
