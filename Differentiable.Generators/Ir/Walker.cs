namespace Differentiable.Generators.Ir;

/// <summary>Looks at the parts of expressions, statements and blocks.</summary>
internal static class Walker
{
    private static readonly EquatableArray<Expr> s_noExpressions = [];
    private static readonly EquatableArray<Block> s_noBlocks = [];

    /// <summary>Finds <see cref="Expr.Children"/>.</summary>
    public static EquatableArray<Expr> ChildrenOf(Expr expression) => expression switch
    {
        Constant or Use => s_noExpressions,
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
    public static IReadOnlyList<Expr> DescendantsAndSelf(this Expr expression)
    {
        List<Expr> found = [];
        Collect(expression, found);
        return found;
    }

    /// <summary>Finds <see cref="Expr.Variables"/>.</summary>
    public static EquatableArray<Variable> VariablesOf(Expr expression)
    {
        switch (expression)
        {
            case Use use:
                return [use.Variable];
            case Constant:
                return [];
            default:
                List<Variable> found = [];
                Collect(expression, found);
                return found;
        }
    }

    /// <summary>Is the expression, or anything below it, such a one?</summary>
    public static bool Has(this Expr expression, Func<Expr, bool> condition)
    {
        if (condition(expression))
            return true;
        foreach (Expr child in expression.Children())
        {
            if (child.Has(condition))
                return true;
        }
        return false;
    }

    /// <summary>Is there code in it that does more than give a value?</summary>
    public static bool HasEffects(this Expr expression) => expression.Has(part => part is Opaque { IsPure: false });

    /// <summary>Is the statement, or any one below it, such a one?</summary>
    public static bool Has(this Statement statement, Func<Statement, bool> condition)
    {
        if (condition(statement))
            return true;
        foreach (Block block in statement.Blocks())
        {
            foreach (Statement inner in block.Statements)
            {
                if (inner.Has(condition))
                    return true;
            }
        }
        return false;
    }

    /// <summary>Does the statement, or any one below it, read or assign the variable?</summary>
    public static bool Mentions(this Statement statement, Variable variable) =>
        statement.Has(inner => inner.Defines().Contains(variable) || inner.Reads(variable));

    /// <summary>Does the statement itself read the variable?</summary>
    public static bool Reads(this Statement statement, Variable variable)
    {
        foreach (Expr expression in statement.Expressions())
        {
            if (expression.Variables().Contains(variable))
                return true;
        }
        return false;
    }

    /// <summary>The blocks directly inside, in the order in which they run first.</summary>
    public static EquatableArray<Block> Blocks(this Statement statement) => statement switch
    {
        If branch => [branch.Then, branch.Else],
        Loop { TestsAtEnd: false } loop => [loop.Prelude, loop.Body, loop.Step],
        Loop loop => [loop.Body, loop.Step, loop.Prelude],
        For loop => [loop.Body],
        While loop => [loop.Body],
        Outlined outlined => [outlined.Body],
        _ => s_noBlocks,
    };

    /// <summary>Finds <see cref="Statement.Expressions"/>.</summary>
    public static EquatableArray<Expr> ExpressionsOf(Statement statement) => statement switch
    {
        Assign assign => [assign.Value],
        AssignTuple assign => [assign.Value],
        Store store => [store.Storage, .. store.Indices, store.Value],
        Evaluate evaluate => [evaluate.Value],
        Throw thrown => [thrown.Exception],
        If branch => [branch.Condition],
        Loop loop => [loop.Condition, .. ArgumentOf(loop.Checkpointing)],
        For loop => [loop.Start, loop.Bound, .. ArgumentOf(loop.Checkpointing)],
        While loop => [loop.Condition, .. ArgumentOf(loop.Checkpointing)],
        Return result => result.Values,
        Call call => call.Arguments.OfType<Expr>().ToEquatableArray(),
        Using resource => [resource.Value],
        _ => s_noExpressions,
    };

    /// <summary>Finds <see cref="Statement.Defines"/>.</summary>
    public static EquatableArray<Variable> DefinedBy(Statement statement) => statement switch
    {
        Assign assign => [assign.Target],
        AssignTuple assign => assign.Targets.OfType<Variable>().ToEquatableArray(),
        For loop => [loop.Counter],
        Call call => call.Results.OfType<Variable>().ToEquatableArray(),
        Using resource => [resource.Resource],
        _ => EquatableArray<Variable>.Empty,
    };

    /// <summary>The user's wish for a loop's snapshots, if the statement is a loop with one.</summary>
    public static Checkpointing? CheckpointingOf(this Statement statement) => statement switch
    {
        Loop loop => loop.Checkpointing,
        For loop => loop.Checkpointing,
        While loop => loop.Checkpointing,
        _ => null,
    };

    private static IEnumerable<Expr> ArgumentOf(Checkpointing? checkpointing) => checkpointing?.Argument is { } argument ? [argument] : [];

    /// <summary>Each parameter of the callee with its argument; there is none for an <c>out</c> parameter.</summary>
    public static IEnumerable<(Parameter Parameter, Expr? Argument)> Bindings(this Call call) =>
        call.Callee.Parameters.Zip(call.Arguments, (parameter, argument) => (parameter, argument));

    /// <summary>The arguments whose elements the callee may write.</summary>
    public static IEnumerable<Expr> Mutated(this Call call) => call.Bindings()
        .Where(pair => pair.Parameter.IsMutated)
        .Select(pair => pair.Argument!);

    /// <summary>The statement and everything below it, parents first.</summary>
    public static IReadOnlyList<Statement> DescendantsAndSelf(this Statement statement)
    {
        List<Statement> found = [];
        Collect(statement, found);
        return found;
    }

    /// <summary>All statements of the block and of the blocks in it, in the order of the text.</summary>
    public static IReadOnlyList<Statement> DescendantStatements(this Block block)
    {
        List<Statement> found = [];
        foreach (Statement statement in block.Statements)
            Collect(statement, found);
        return found;
    }

    private static void Collect(Expr expression, List<Expr> found)
    {
        found.Add(expression);
        if (expression is Use or Constant)
            return;
        foreach (Expr child in expression.Children())
            Collect(child, found);
    }

    private static void Collect(Expr expression, List<Variable> found)
    {
        if (expression is Use use)
            found.Add(use.Variable);
        foreach (Expr child in expression.Children())
            Collect(child, found);
    }

    private static void Collect(Statement statement, List<Statement> found)
    {
        found.Add(statement);
        foreach (Block block in statement.Blocks())
        {
            foreach (Statement inner in block.Statements)
                Collect(inner, found);
        }
    }
}
