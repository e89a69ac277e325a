using Differentiable.Generators.Analysis;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Rules;
using Differentiable.Generators.Transforms.Adjoint;
using Differentiable.Generators.Transforms.Runtime;

namespace Differentiable.Generators.Transforms.Tuning;

/// <summary>
/// Lets a loop over all elements of an adjoint write them where it would add to the zeros that they were cleared to:
/// <c>dw.Clear(); for (…) dw[i] += e;</c> becomes <c>for (…) dw[i] = e;</c>. A loop over the rows of a matrix leaves the elements behind the
/// last row to clear.
/// </summary>
internal sealed class FirstWrites
{
    private readonly AdjointContext _context;
    private readonly Integers _integers;

    private FirstWrites(AdjointContext context, Integers integers)
    {
        _context = context;
        _integers = integers;
    }

    public static Block Run(Block body, AdjointContext context, Integers integers) => new FirstWrites(context, integers).Visit(body);

    private Block Visit(Block block)
    {
        List<Statement> code = [.. block.Statements.Select(statement => statement.MapBlocks(Visit))];
        for (int i = code.Count - 1; i >= 0; i--)
        {
            if (Cleared(code[i]) is not var (storage, length))
                continue;
            int writer = code.FindIndex(i + 1, statement => statement.Mentions(storage));
            if (writer < 0)
                continue;
            if (Written(code[writer], storage, length) is { } written)
            {
                code[writer] = written;
                if (code[i] is Assign made)
                    code[i] = made with { Value = _context.Runtime.Allocated((SpanType)storage.Type, length) };
                else
                    code.RemoveAt(i);
            }
            else if (code[i] is Evaluate && code[writer] is For rows && WrittenByRows(rows, storage) is var (loop, end))
            {
                code[writer] = loop;
                code.Insert(writer, RuntimeCalls.ClearFrom(storage, end));
                code.RemoveAt(i);
            }
        }
        return block.With(code);
    }

    /// <summary>The vector that the statement sets to zero, and its length.</summary>
    private (Variable Storage, Expr Length)? Cleared(Statement statement)
    {
        if (statement is Assign { Target.Type: SpanType { ElementType: not StructType } } assign && RuntimeCalls.LengthOfZeroed(assign.Value) is { } length)
            return _integers.IsStable(assign.Target) ? (assign.Target, length) : null;
        if (RuntimeCalls.ClearedBy(statement) is not { } destination)
            return null;
        Parameter? parameter = _context.Source.Parameters.FirstOrDefault(candidate =>
            candidate is { IsActive: true, Type: { IsStorage: true, Leaf: not StructType } } && _context.ShadowOf(candidate.Variable) == destination);
        return parameter is null ? null : (destination, new Length(new Use(parameter.Variable)));
    }

    /// <summary>The statement with first additions as writes, if it writes all elements, each before anything else happens to it.</summary>
    private Statement? Written(Statement statement, Variable storage, Expr length) => statement switch
    {
        For loop => WrittenByRounds(loop, storage, length),
        Evaluate call => RuntimeCalls.Setting(call, storage),
        _ => null,
    };

    private For? WrittenByRounds(For loop, Variable storage, Expr length)
    {
        (Expr? Term, long Constant) end = _integers.Split(length);
        bool isWhole = _integers.RangeOf(loop) is var (first, last) && first == (null, 0) && last == (end.Term, end.Constant - 1);
        if (!isWhole || !loop.Body.DescendantStatements().All(inner => TouchesOnlyAt(inner, storage, loop.Counter)))
            return null;
        int writer = FirstMention(loop.Body, storage);
        return writer >= 0 && loop.Body.Statements[writer] is Store store && Overwriting(store, storage) is { } overwriting
            ? loop with { Body = new(loop.Body.Statements.Items.SetItem(writer, overwriting)) }
            : null;
    }

    /// <summary>The loop over the rows of a matrix that are stored one behind the other, each written by its round, and where the last ends.</summary>
    private (For Loop, Expr End)? WrittenByRows(For loop, Variable storage)
    {
        int at = FirstMention(loop.Body, storage);
        if (at < 0 || _integers.RoundsOf(loop) is not { } rows
            || loop.Body.Statements[at] is not Assign { Value: Slice { Storage: Use, Count: not null } slice } row)
            return null;
        int mentions = loop.Body.DescendantStatements().SelectMany(statement => statement.Expressions()).SelectMany(expression => expression.Variables())
            .Count(variable => variable == storage);
        int writer = FirstMention(loop.Body, row.Target, at + 1);
        if (!IsRow(slice, loop.Counter) || mentions != 1 || writer < 0 || !_integers.IsNotNegative(rows, []) || !_integers.IsNotNegative(slice.Count!, [])
            || Written(loop.Body.Statements[writer], row.Target, slice.Count!) is not { } written)
            return null;
        return (loop with { Body = new(loop.Body.Statements.Items.SetItem(writer, written)) }, new Apply(Op.Multiply, IrType.Int32, [rows, slice.Count!]));
    }

    /// <summary>Does the slice begin where as many of its length end as the counter says?</summary>
    private bool IsRow(Slice slice, Variable counter)
    {
        Expr length = _integers.Resolve(slice.Count!), row = new Use(counter);
        return _integers.Resolve(slice.Start) is Apply { Op: Op.Multiply } product
            && (product.Arguments == [row, length] || product.Arguments == [length, row]);
    }

    /// <summary>The store without the zero that it adds to.</summary>
    private static Store? Overwriting(Store store, Variable storage)
    {
        if (store.Storage is not Use target || target.Variable != storage)
            return null;
        Element old = store.Place;
        Expr value = store.Value switch
        {
            Apply { Op: Op.Add } sum when sum.Arguments[0] == old => sum.Arguments[1],
            Apply { Op: Op.Subtract } difference when difference.Arguments[0] == old => Algebra.Negate(difference.Arguments[1]),
            _ => store.Value,
        };
        return value.Variables().Contains(storage) ? null : store with { Value = value };
    }

    private static bool TouchesOnlyAt(Statement statement, Variable storage, Variable counter)
    {
        EquatableArray<Expr> place = [new Use(counter)];
        int mentioned = statement.Expressions().SelectMany(expression => expression.Variables()).Count(variable => variable == storage);
        int elements = statement.Expressions().SelectMany(expression => expression.DescendantsAndSelf())
            .Count(part => part is Element { Storage: Use use } element && use.Variable == storage && element.Indices == place);
        if (statement is Store { Storage: Use target } store && target.Variable == storage && store.Indices == place)
            elements++;
        return mentioned == elements && !statement.Defines().Contains(storage);
    }

    private static int FirstMention(Block block, Variable variable, int from = 0) =>
        block.Statements.Items.ToList().FindIndex(from, statement => statement.Mentions(variable));
}
