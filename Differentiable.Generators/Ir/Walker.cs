namespace Differentiable.Generators.Ir;

/// <summary>Looks at the parts of expressions, statements and blocks.</summary>
internal static class Walker
{
    /// <summary>The operands, in the order in which C# evaluates them.</summary>
    public static EquatableArray<Expr> Children(this Expr expression) => expression switch
    {
        Constant or Use => [],
        Apply apply => apply.Arguments,
        Convert convert => [convert.Operand],
        Conditional conditional => [conditional.Condition, conditional.WhenTrue, conditional.WhenFalse],
        Element element => [element.Storage, .. element.Indices],
        Length length => [length.Storage],
        Slice { Count: null } slice => [slice.Storage, slice.Start],
        Slice slice => [slice.Storage, slice.Start, slice.Count],
        View view => [view.Storage],
        NewStorage storage => [.. storage.Lengths, .. storage.Elements],
        CopyOf copy => [copy.Storage],
        Opaque opaque => opaque.Arguments,
        _ => throw new InvalidOperationException($"Unknown expression {expression.GetType().Name}."),
    };

    /// <summary>The expression and everything below it, parents first.</summary>
    public static IEnumerable<Expr> DescendantsAndSelf(this Expr expression)
    {
        yield return expression;
        foreach (Expr child in expression.Children())
        {
            foreach (Expr descendant in child.DescendantsAndSelf())
                yield return descendant;
        }
    }

    /// <summary>The variables that the expression reads, once for each <see cref="Use"/>.</summary>
    public static IEnumerable<Variable> Variables(this Expr expression) =>
        expression.DescendantsAndSelf().OfType<Use>().Select(use => use.Variable);

    /// <summary>The blocks directly inside, in the order in which they run first.</summary>
    public static EquatableArray<Block> Blocks(this Statement statement) => statement switch
    {
        If branch => [branch.Then, branch.Else],
        Loop { TestsAtEnd: false } loop => [loop.Prelude, loop.Body, loop.Step],
        Loop loop => [loop.Body, loop.Step, loop.Prelude],
        For loop => [loop.Body],
        While loop => [loop.Body],
        _ => [],
    };

    /// <summary>The expressions that the statement itself reads, without those of its blocks. The storage of a <see cref="Store"/> is one.</summary>
    public static EquatableArray<Expr> Expressions(this Statement statement) => statement switch
    {
        Assign assign => [assign.Value],
        AssignTuple assign => [assign.Value],
        Store store => [store.Storage, .. store.Indices, store.Value],
        Evaluate evaluate => [evaluate.Value],
        Throw thrown => [thrown.Exception],
        If branch => [branch.Condition],
        Loop loop => [loop.Condition],
        For loop => [loop.Start, loop.Bound],
        While loop => [loop.Condition],
        Return result => result.Values,
        Call call => call.Arguments.OfType<Expr>().ToEquatableArray(),
        Using resource => [resource.Value],
        _ => [],
    };

    /// <summary>The variables that the statement itself assigns, without those of its blocks.</summary>
    public static EquatableArray<Variable> Defines(this Statement statement) => statement switch
    {
        Assign assign => [assign.Target],
        AssignTuple assign => assign.Targets.OfType<Variable>().ToEquatableArray(),
        For loop => [loop.Counter],
        Call call => call.Results.OfType<Variable>().ToEquatableArray(),
        Using resource => [resource.Resource],
        _ => [],
    };

    /// <summary>The statement and everything below it, parents first.</summary>
    public static IEnumerable<Statement> DescendantsAndSelf(this Statement statement)
    {
        yield return statement;
        foreach (Block block in statement.Blocks())
        {
            foreach (Statement descendant in block.DescendantStatements())
                yield return descendant;
        }
    }

    /// <summary>All statements of the block and of the blocks in it, in the order of the text.</summary>
    public static IEnumerable<Statement> DescendantStatements(this Block block) =>
        block.Statements.SelectMany(statement => statement.DescendantsAndSelf());
}
