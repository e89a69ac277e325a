using Differentiable.Generators.Ir;
using Differentiable.Generators.Transforms.Adjoint;
using Differentiable.Generators.Transforms.Members;
using Differentiable.Generators.Transforms.Tangent;

namespace Differentiable.Generators.Transforms.Matrices;

/// <summary>
/// The Jacobian: by columns in forward mode or by rows in reverse mode, whichever takes fewer sweeps, one or several columns or rows a sweep (Griewank
/// and Walther 2008, section 3.2 on the vector modes).
/// </summary>
internal sealed class JacobianMembers
{
    private readonly AdjointContext _context;
    private readonly Function _function;
    private readonly TangentFunction _tangent;
    private readonly Member _column;
    private readonly RowMembers? _rows;
    private readonly JacobianShape _shape;
    private readonly MatrixMember _member;
    private readonly WorkingInputs _inputs;
    private readonly Stack _columns;
    private readonly Expr _prefersRows;

    /// <param name="context">The function.</param>
    /// <param name="tangent">Its tangent, along as many directions as a sweep takes.</param>
    /// <param name="column">The member that gives the tangent.</param>
    /// <param name="rows">The members that make rows, for as many cotangents; null where it is made by columns.</param>
    public JacobianMembers(AdjointContext context, TangentFunction tangent, Member column, RowMembers? rows)
    {
        _context = context;
        _function = context.Source;
        _tangent = tangent;
        (_column, _rows) = (column, rows);
        _shape = new(_function, Directions.Of(context));
        _prefersRows = rows is null ? Constant.Of(false) : _shape.PrefersRows(rows.RunsAgain);
        _member = new(context, "jacobian", Remarks());
        _inputs = new(context, _function);
        _columns = _shape.Columns;
    }

    public IEnumerable<Member> Build()
    {
        string rows = Listed([.. _function.Result.IsVoid ? [] : new[] { "the result" }, .. _shape.Parts.Outputs.Select(parameter => parameter.DeclaredName).Distinct()]);
        string summary = $"The Jacobian of {{F}}: a row for each number in {rows}, and a column for each in {Listed([.. _shape.Parts.Inputs.Select(parameter => parameter.DeclaredName).Distinct()])}.";
        yield return _member.Of("Jacobian", summary, Body());
        if (!_shape.ReturnsStorage)
        {
            yield return _member.Allocating("Jacobian", summary, _ => [], _shape.Rows().Total, _columns.Total);
            yield break;
        }
        Variable[] values = [.. _function.Result.Components.Select((type, i) => _context.Supply.New(_function.Result.IsTuple ? "value" + (i + 1) : "value", type, VariableRole.Helper))];
        Expr total = _shape.Rows([.. Enumerable.Range(0, values.Length).Where(i => values[i].Type.HoldsReal).Select(i => _shape.CountOf(i) ?? Stack.CountOf(new Use(values[i])))]).Total;
        yield return _member.Allocating("Jacobian", summary, inputs => new PrimalRun(_context, _shape).Of(inputs, values), total, _columns.Total);
    }

    /// <summary>Which way it is made, and what that keeps.</summary>
    private string Remarks() => _prefersRows switch
    {
        Constant { Value: false } => "Made by columns, in forward mode, which keeps nothing.",
        Constant => $"Made by rows, in reverse mode. {_rows!.Kept}",
        _ => $"Made by columns, in forward mode, which keeps nothing, or by rows, in reverse mode, whichever is cheaper. By rows, {char.ToLowerInvariant(_rows!.Kept[0])}{_rows.Kept.Substring(1)}",
    };

    private List<Statement> Body()
    {
        List<Statement> checks = [.. _shape.ReturnsStorage ? [] : new[] { _member.RequireShape(_shape.Rows().Total, _columns.Total) }, .. Checks.OfWritten([.. Checks.Storage(_function)])];
        IEnumerable<Statement> code = _prefersRows is Constant { Value: bool areRows }
            ? areRows ? ByRows() : ByColumns()
            : [new If(_prefersRows, new([.. ByRows()]), new([.. ByColumns()]))];
        return [.. checks, .. _inputs.Before(), .. code];
    }

    private IEnumerable<Statement> ByColumns()
    {
        Variable column = _context.Supply.New("column", IrType.Int32, VariableRole.Helper);
        Sweep sweep = ColumnSweep.Of(_context, _tangent, _column, _shape.Parts, _inputs, column, _columns.Offsets, tangents => WriteColumns(tangents, column));
        return [.. sweep.Before, .. _member.Blocks(column, _columns.Total, sweep.Round), .. _inputs.AtTheEnd()];
    }

    private IEnumerable<Statement> ByRows()
    {
        Variable row = _context.Supply.New("row", IrType.Int32, VariableRole.Helper);
        Stack rows = _shape.Rows();
        Sweep sweep = RowSweep.Of(_context, _rows!, _shape.Parts, _inputs, row, rows.Offsets, adjoints => adjoints.SelectMany((adjoint, i) =>
            _member.Directions.WriteRows(adjoint, _member.Matrix, new Use(row), _columns.Offsets[i])));
        // The forward half has left what the method writes as it shall be.
        return [.. sweep.Before, .. _member.Blocks(row, rows.Total, sweep.Round), .. _rows!.Forward is null ? _inputs.AtTheEnd() : []];
    }

    private IEnumerable<Statement> WriteColumns(IReadOnlyList<Variable> tangents, Variable column)
    {
        int results = tangents.Count - _shape.Parts.Outputs.Count;
        Stack rows = _shape.ReturnsStorage ? _shape.Rows([.. tangents.Take(results).Select(tangent => Stack.CountOf(new Use(tangent)))]) : _shape.Rows();
        if (_shape.ReturnsStorage)
            yield return _member.RequireShape(rows.Total, _columns.Total);
        for (int i = 0; i < tangents.Count; i++)
        {
            foreach (Statement write in _member.Directions.WriteColumns(tangents[i], _member.Matrix, rows.Offsets[i], new Use(column)))
                yield return write;
        }
    }

    private static string Listed(IReadOnlyList<string> names) =>
        names.Count < 2 ? string.Concat(names) : $"{string.Join(", ", names.Take(names.Count - 1))} and {names[names.Count - 1]}";
}
