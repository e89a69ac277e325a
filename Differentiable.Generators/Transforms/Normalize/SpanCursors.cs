using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Transforms.Normalize;

/// <summary>
/// Splits a span that a loop moves along its storage (<c>rest = rest[1..]</c>) into the storage, which stays, and two integers that say where
/// the span is: those can be kept for the reverse sweep, a span cannot.
/// </summary>
internal sealed class SpanCursors
{
    private readonly VariableSupply _supply;
    private readonly Dictionary<Variable, (Variable Start, Variable Count)> _cursors = [];

    private SpanCursors(VariableSupply supply) => _supply = supply;

    public static NormalizedFunction Run(NormalizedFunction function, VariableSupply supply)
    {
        var pass = new SpanCursors(supply);
        foreach (Variable span in Moved(function))
        {
            pass._cursors[span] = (
                supply.New(span.Name + "Start", IrType.Int32, VariableRole.Temporary),
                supply.New(span.Name + "Count", IrType.Int32, VariableRole.Temporary));
        }
        if (pass._cursors.Count == 0)
            return function;
        var code = new List<Statement>();
        foreach (Parameter parameter in function.Source.Parameters.Where(parameter => pass._cursors.ContainsKey(parameter.Variable)))
            pass.Begin(parameter.Variable, code);
        return function with { Body = new([.. code, .. pass.Visit(function.Body).Statements]) };
    }

    /// <summary>The spans that a loop around their declaration assigns slices of themselves, and that stand for one storage throughout.</summary>
    private static IEnumerable<Variable> Moved(NormalizedFunction function)
    {
        List<Assign> assigns = [.. function.Body.DescendantStatements().OfType<Assign>().Where(assign => assign.Target.Type is SpanType)];
        HashSet<Variable> parameters = [.. function.Source.Parameters.Select(parameter => parameter.Variable)];
        HashSet<Variable> inLoops = [.. AssignedInLoops(function.Body)];
        return assigns
            .GroupBy(assign => assign.Target)
            .Where(group => inLoops.Contains(group.Key)
                && group.Any(assign => IsOwnSlice(assign))
                && group.Count(assign => !IsOwnSlice(assign)) == (parameters.Contains(group.Key) ? 0 : 1))
            .Select(group => group.Key);
    }

    private static IEnumerable<Variable> AssignedInLoops(Block body)
    {
        foreach (Statement loop in body.DescendantStatements().Where(statement => statement is For or While))
        {
            List<Statement> inside = [.. loop.Blocks()[0].DescendantStatements()];
            HashSet<Variable> own = [.. inside.OfType<Declare>().Select(declare => declare.Variable)];
            foreach (Variable variable in inside.SelectMany(statement => statement.Defines()).Where(variable => !own.Contains(variable)))
                yield return variable;
        }
    }

    private static bool IsOwnSlice(Assign assign) => assign.Value is Slice { Storage: Use use } && use.Variable == assign.Target;

    private void Begin(Variable span, List<Statement> code)
    {
        (Variable start, Variable count) = _cursors[span];
        code.Add(new Assign(start, Constant.Of(0)));
        code.Add(new Assign(count, new Length(new Use(span))));
    }

    private Block Visit(Block block)
    {
        var code = new List<Statement>();
        foreach (Statement statement in block.Statements)
        {
            if (statement is Assign assign && _cursors.ContainsKey(assign.Target))
                Visit(assign, code);
            else
                Visit(statement, code);
        }
        return new(code);
    }

    private void Visit(Assign assign, List<Statement> code)
    {
        if (IsOwnSlice(assign))
        {
            Move(assign.Target, (Slice)assign.Value, code);
            return;
        }
        Visit((Statement)assign, code);
        Begin(assign.Target, code);
    }

    private void Move(Variable span, Slice slice, List<Statement> code)
    {
        (Variable start, Variable count) = _cursors[span];
        Expr skipped = Named("skipped", InPlace(slice.Start, null), code);
        Expr left = skipped is Constant { Value: 0 } ? new Use(count) : new Apply(Op.Subtract, IrType.Int32, [new Use(count), skipped]);
        Expr taken = slice.Count is null ? left : Named("count", InPlace(slice.Count, null), code);
        code.Add(Guard(skipped, taken, left));
        code.Add(new Assign(count, taken));
        if (skipped is not Constant { Value: 0 })
            code.Add(new Assign(start, new Apply(Op.Add, IrType.Int32, [new Use(start), skipped])));
    }

    private Expr Named(string name, Expr value, List<Statement> code)
    {
        if (value is Constant)
            return value;
        Variable variable = _supply.New(name, IrType.Int32, VariableRole.Temporary);
        code.Add(new Assign(variable, value));
        return new Use(variable);
    }

    /// <summary>The span's own bounds hold, as for the slice that it was.</summary>
    private static If Guard(Expr skipped, Expr taken, Expr left)
    {
        List<Expr> outside = [.. new[] { skipped, taken }
            .Where(value => value is not Constant)
            .Select(value => new Apply(Op.Less, IrType.Boolean, [value, Constant.Of(0)]))];
        if (taken != left)
            outside.Add(new Apply(Op.Greater, IrType.Boolean, [taken, left]));
        return new(
            outside.Aggregate((a, b) => new Apply(Op.OrElse, IrType.Boolean, [a, b])),
            new([new Throw(new Opaque(new OpaqueType("var"), ["new global::System.ArgumentOutOfRangeException()"], [], IsPure: true))]),
            Block.Empty);
    }

    private void Visit(Statement statement, List<Statement> code)
    {
        var views = new Dictionary<Variable, Variable>();
        Statement visited = statement.MapExpressions(expression => InPlace(expression, statement is For or While ? null : views));
        foreach (KeyValuePair<Variable, Variable> view in views)
        {
            (Variable start, Variable count) = _cursors[view.Key];
            code.Add(new Declare(view.Value));
            code.Add(new Assign(view.Value, new Slice((SpanType)view.Key.Type, new Use(view.Key), new Use(start), new Use(count))));
        }
        code.Add(visited.MapBlocks(Visit));
    }

    private Use View(Variable span, Dictionary<Variable, Variable> views)
    {
        if (!views.TryGetValue(span, out Variable? view))
            views[span] = view = _supply.New(span.Name + "Here", span.Type, VariableRole.Temporary);
        return new(view);
    }

    /// <summary>Lengths and elements of moved spans in terms of the storage and the place in it; anything else sees a slice of it.</summary>
    private Expr InPlace(Expr expression, Dictionary<Variable, Variable>? views) => expression switch
    {
        Length { Storage: Use span } when _cursors.TryGetValue(span.Variable, out (Variable Start, Variable Count) cursor) => new Use(cursor.Count),
        Element { Storage: Use span } element when _cursors.TryGetValue(span.Variable, out (Variable Start, Variable Count) cursor) =>
            element with { Indices = [Shifted(cursor.Start, InPlace(element.Indices[0], views))] },
        Use use when views is not null && _cursors.ContainsKey(use.Variable) => View(use.Variable, views),
        _ => expression.MapChildren(child => InPlace(child, views)),
    };

    private static Expr Shifted(Variable start, Expr index) =>
        index is Constant { Value: 0 } ? new Use(start) : new Apply(Op.Add, IrType.Int32, [new Use(start), index]);
}
