using Differentiable.Generators.Analysis;
using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Transforms.Tuning;

/// <summary>
/// Takes the slice that an inner loop goes over out of the loop: <c>m[row * n + i]</c> for all <c>i</c> below <c>n</c> becomes
/// <c>mRow[i]</c> with <c>mRow = m.Slice(row * n, n)</c>, so that the address and the check against the length are computed once. Only where
/// every round reads or writes such an element, so that the slice is in range whenever the elements are.
/// </summary>
internal sealed class Windows
{
    /// <summary>Below that many rounds, if they are known, a slice costs more than it saves.</summary>
    private const int FewestRounds = 4;

    private readonly VariableSupply _supply;
    private readonly Integers _integers;

    private Windows(VariableSupply supply, Integers integers)
    {
        _supply = supply;
        _integers = integers;
    }

    public static Block Run(Block body, VariableSupply supply, Integers integers) => new Windows(supply, integers).Visit(body, []);

    private Block Visit(Block block, IReadOnlyList<For> around)
    {
        var code = new List<Statement>();
        foreach (Statement statement in block.Statements)
        {
            if (statement is For loop)
                Visit((For)loop.MapBlocks(inner => Visit(inner, [.. around, loop])), around, code);
            else
                code.Add(statement.MapBlocks(inner => Visit(inner, around)));
        }
        return block.With(code);
    }

    private void Visit(For loop, IReadOnlyList<For> around, List<Statement> code)
    {
        if (_integers.RoundsOf(loop) is not { } rounds || rounds is Constant { Value: int and < FewestRounds } || loop.Has(Guards.MayThrow))
        {
            code.Add(loop);
            return;
        }
        Dictionary<(Variable Storage, Expr Base), Variable> windows = FindIn(loop);
        var slices = new List<Statement>();
        foreach ((Variable Storage, Expr Base) key in windows.Keys.ToList())
        {
            var slice = new Slice((SpanType)windows[key].Type, new Use(key.Storage), key.Base, rounds);
            if (MadeBefore(slice, code) is { } made)
                windows[key] = made;
            else
                slices.Add(new Assign(windows[key], slice));
        }
        For narrowed = windows.Count == 0 ? loop : loop with { Body = Narrow(loop.Body, loop, windows) };
        if (slices.Count > 0 && !windows.Keys.All(key => IsInRangeWithoutRounds(key.Base, rounds, around)))
            code.Add(new If(new Apply(Op.Greater, IrType.Boolean, [rounds, Constant.Of(0)]), new([.. slices, narrowed]), Block.Empty));
        else
            code.AddRange([.. slices, narrowed]);
    }

    /// <summary>The variable that an earlier loop of the block was given for the same slice, if nothing in it changed since.</summary>
    private static Variable? MadeBefore(Slice slice, List<Statement> code)
    {
        HashSet<Variable> parts = [.. slice.Variables()];
        foreach (Statement statement in Enumerable.Reverse(code))
        {
            if (statement is Assign assign && assign.Value == slice)
                return assign.Target;
            if (statement.DescendantsAndSelf().SelectMany(inner => inner.Defines()).Any(parts.Contains))
                return null;
        }
        return null;
    }

    /// <summary>The storage and bases that the loop indexes in each of its rounds, with the variables for their slices.</summary>
    private Dictionary<(Variable Storage, Expr Base), Variable> FindIn(For loop)
    {
        HashSet<Variable> changing = [loop.Counter, .. loop.Body.DescendantStatements().SelectMany(statement => statement.Defines())];
        var windows = new Dictionary<(Variable, Expr), Variable>();
        foreach ((Variable storage, EquatableArray<Expr> indices) in loop.Body.Statements.SelectMany(AccessesInEachRound))
        {
            if (!changing.Contains(storage) && BaseOf(indices, loop.Counter) is { } start && !start.Variables().Any(changing.Contains) && !windows.ContainsKey((storage, start)))
                windows.Add((storage, start), _supply.New(storage.Name + "Row", TypeOf(storage), storage.Role));
        }
        return windows;
    }

    private static SpanType TypeOf(Variable storage) => storage.Type as SpanType ?? new(storage.Type.Element!, IsReadOnly: false);

    /// <summary>The vector elements that the statement reads and writes whenever it runs.</summary>
    private static IEnumerable<(Variable Storage, EquatableArray<Expr> Indices)> AccessesInEachRound(Statement statement)
    {
        if (statement is If or For or While)
            return [];
        IEnumerable<(Variable, EquatableArray<Expr>)> reads = statement.Expressions().SelectMany(AlwaysEvaluated).OfType<Element>()
            .Where(element => element.Storage is Use)
            .Select(element => (((Use)element.Storage).Variable, element.Indices));
        return statement is Store { Storage: Use target } store ? reads.Append((target.Variable, store.Indices)) : reads;
    }

    private static IEnumerable<Expr> AlwaysEvaluated(Expr expression)
    {
        IEnumerable<Expr> parts = expression switch
        {
            Conditional choice => [choice.Condition],
            Apply { Op: Op.AndAlso or Op.OrElse } logic => [logic.Arguments[0]],
            _ => expression.Children(),
        };
        return parts.SelectMany(AlwaysEvaluated).Prepend(expression);
    }

    /// <summary>What is added to the counter to give the index.</summary>
    private static Expr? BaseOf(EquatableArray<Expr> indices, Variable counter)
    {
        if (indices is not [Apply { Op: Op.Add } sum] || sum.Type != IrType.Int32)
            return null;
        (Expr left, Expr right) = (sum.Arguments[0], sum.Arguments[1]);
        Expr? start = right is Use second && second.Variable == counter ? left : left is Use first && first.Variable == counter ? right : null;
        return start is not null && start.DescendantsAndSelf().All(part => part is Use or Apply or Constant or Length) ? start : null;
    }

    /// <summary>The loop's body with the elements of the slices in place of those of the whole.</summary>
    private static Block Narrow(Block body, For loop, Dictionary<(Variable Storage, Expr Base), Variable> windows)
    {
        EquatableArray<Expr> place = [new Use(loop.Counter)];
        return NarrowStores(body.RewriteExpressions(part =>
            part is Element element && WindowOf(element.Storage, element.Indices) is { } window ? new Element(window, place, element.Path) : part));

        Block NarrowStores(Block block) => block.MapStatements(statement =>
            statement is Store store && WindowOf(store.Storage, store.Indices) is { } window
                ? store with { Storage = window, Indices = place }
                : statement.MapBlocks(NarrowStores));

        Use? WindowOf(Expr storage, EquatableArray<Expr> indices) => storage is Use use && BaseOf(indices, loop.Counter) is { } start
            && windows.TryGetValue((use.Variable, start), out Variable? window) ? new(window) : null;
    }

    /// <summary>Is the slice in range even where the loop makes no round? Zero rounds from a multiple of their number on are.</summary>
    private bool IsInRangeWithoutRounds(Expr start, Expr rounds, IReadOnlyList<For> around) =>
        _integers.IsNotNegative(rounds, around) && IsMultiple(_integers.Resolve(start), _integers.Resolve(rounds));

    private static bool IsMultiple(Expr integer, Expr of) => integer == of || integer switch
    {
        Apply { Op: Op.Multiply } product => product.Arguments.Any(factor => IsMultiple(factor, of)),
        Apply { Op: Op.Add or Op.Subtract } sum => sum.Arguments.All(term => IsMultiple(term, of)),
        _ => false,
    };
}
