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
    private readonly Member? _product;
    private readonly MatrixShape _shape;
    private readonly MatrixMember _member;
    private readonly WorkingInputs _inputs;
    private readonly Stack _columns;

    /// <param name="context">The function.</param>
    /// <param name="tangent">Its tangent, along as many directions as a sweep takes.</param>
    /// <param name="column">The member that gives the tangent.</param>
    /// <param name="row">The member that gives its vector-Jacobian product, for as many cotangents; null where there is none.</param>
    public JacobianMembers(AdjointContext context, TangentFunction tangent, Member column, Member? row)
    {
        _context = context;
        _function = context.Source;
        _tangent = tangent;
        (_column, _product) = (column, row);
        _shape = new(_function);
        _member = new(context, "jacobian");
        _inputs = new(context, _function);
        _columns = Stack.Of(_shape.Inputs);
    }

    /// <summary>Does the number of rows show only as the function runs?</summary>
    private bool ReturnsStorage => _function.Result.Components.Where((type, i) => type.IsStorage && type.HoldsReal && LengthOf(i) is null).Any();

    /// <summary>Does it give inline arrays, of which reverse mode over several cotangents knows nothing?</summary>
    private bool ReturnsInline => _function.Result.Components.Where((_, i) => LengthOf(i) is not null).Any();

    public IEnumerable<Member> Build()
    {
        string rows = Listed([.. _function.Result.IsVoid ? [] : new[] { "the result" }, .. _shape.Outputs.Select(NameOf).Distinct()]);
        string summary = $"The Jacobian of {{F}}: a row for each number in {rows}, and a column for each in {Listed([.. _shape.Inputs.Select(NameOf).Distinct()])}.";
        yield return _member.Of("Jacobian", summary, Body());
        if (!ReturnsStorage)
        {
            yield return _member.Allocating("Jacobian", summary, _ => [], Rows().Total, _columns.Total);
            yield break;
        }
        Variable[] values = [.. _function.Result.Components.Select((type, i) => _context.Supply.New(_function.Result.IsTuple ? "value" + (i + 1) : "value", type, VariableRole.Helper))];
        Expr total = Rows([.. Enumerable.Range(0, values.Length).Where(i => values[i].Type.HoldsReal).Select(i => CountOf(i) ?? Stack.CountOf(new Use(values[i])))]).Total;
        yield return _member.Allocating("Jacobian", summary, inputs => Run(values, inputs), total, _columns.Total);
    }

    private List<Statement> Body()
    {
        Variable row = _context.Supply.New("row", IrType.Int32, VariableRole.Helper), column = _context.Supply.New("column", IrType.Int32, VariableRole.Helper);
        Sweep columns = ColumnSweep.Of(_context, _tangent, _column, _shape, _inputs, column, _columns.Offsets, tangents => WriteColumns(tangents, column));
        List<Statement> byColumns = [.. columns.Before, .. _member.Blocks(column, _columns.Total, [.. _inputs.InEachRun(), .. columns.Round])];
        List<Statement> code = [.. _inputs.Before()];
        if (!ReturnsStorage && ReturnsInline)
            code.Insert(0, _member.RequireShape(Rows().Total, _columns.Total));
        if (ReturnsStorage || ReturnsInline || _product is null)
            return [.. code, .. byColumns, .. _inputs.AtTheEnd()];
        Stack rows = Rows();
        Sweep sweep = RowSweep.Of(_context, _product, _shape, _inputs, row, rows.Offsets, adjoints => adjoints.SelectMany((adjoint, i) =>
            _member.Directions.WriteRows(adjoint, _member.Matrix, new Use(row), _columns.Offsets[i])));
        List<Statement> byRows = [.. sweep.Before, .. _member.Blocks(row, rows.Total, [.. _inputs.InEachRun(), .. sweep.Round])];
        code.Insert(0, _member.RequireShape(rows.Total, _columns.Total));
        Expr prefersRows = _member.Directions.PrefersRows(rows.Total, _columns.Total);
        code.AddRange(prefersRows is Constant { Value: bool known } ? known ? byRows : byColumns : [new If(prefersRows, new(byRows), new(byColumns))]);
        return [.. code, .. _inputs.AtTheEnd()];
    }

    /// <summary>The length of a component of the result that is an inline array.</summary>
    private int? LengthOf(int component) => _function.Result.Parts.Count == 0 ? null : _function.Result.Parts[component]?.InlineLength;

    /// <summary>How many numbers there are in a component; null where that shows only as the function runs.</summary>
    private Constant? CountOf(int component)
    {
        IrType type = _function.Result.Components[component];
        return type.IsStorage && LengthOf(component) is null ? null : Constant.Of((LengthOf(component) ?? 1) * EachNumber.LeavesOf(type).Count);
    }

    /// <summary>The rows of the result's components and of the other outputs.</summary>
    private Stack Rows(IReadOnlyList<Expr>? results = null)
    {
        var rows = new Stack();
        foreach (Expr count in results ?? [.. Enumerable.Range(0, _function.Result.Components.Count).Where(i => _function.Result.Components[i].HoldsReal).Select(i => CountOf(i)!)])
            rows.Add(count);
        foreach (Expr count in _shape.Outputs.Select(Stack.CountOf))
            rows.Add(count);
        return rows;
    }

    private IEnumerable<Statement> WriteColumns(IReadOnlyList<Variable> tangents, Variable column)
    {
        int results = tangents.Count - _shape.Outputs.Count;
        Stack rows = ReturnsStorage ? Rows([.. tangents.Take(results).Select(tangent => Stack.CountOf(new Use(tangent)))]) : Rows();
        if (ReturnsStorage)
            yield return _member.RequireShape(rows.Total, _columns.Total);
        for (int i = 0; i < tangents.Count; i++)
        {
            foreach (Statement write in _member.Directions.WriteColumns(tangents[i], _member.Matrix, rows.Offsets[i], new Use(column)))
                yield return write;
        }
    }

    /// <summary>Runs the function on copies of what it writes, only to know how long its result is.</summary>
    private List<Statement> Run(Variable[] values, List<MemberParameter> inputs)
    {
        List<Statement> code = [];
        List<Expr> arguments = [.. inputs.Where(input => input.IsPassed).Select(input => Argument(input, code))];
        string call = _function.Name + _function.TypeArguments + "(", end = string.Concat(_function.Parameters.Where(parameter => parameter.Mode == PassingMode.Out).Select(_ => ", out _")) + ")";
        List<string> text = [.. Enumerable.Repeat(", ", arguments.Count), end];
        text[0] = _function.IsOnStruct ? "" : call;
        if (_function.IsOnStruct)
            text[1] = "." + call + (arguments.Count > 1 ? "" : end);
        code.AddRange(Take(values, new(values[0].Type, text, arguments, IsPure: false)));
        return code;
    }

    /// <summary>Takes the arrays out of a result.</summary>
    private IEnumerable<Statement> Take(Variable[] values, Opaque result)
    {
        if (_function.Result.Parts.Count == 0 || _function.Result.Parts[0] is not { } part)
            return [new Assign(values[0], result)];
        Variable whole = _context.Supply.New("value", new OpaqueType(part.TypeName), VariableRole.Helper);
        IEnumerable<Statement> reads = Enumerable.Range(0, values.Length).Where(i => CountOf(i) is null)
            .Select(i => new Assign(values[i], StructText.Read(new Use(whole), new(_function.Result.Parts[i]!.Path, values[i].Type))));
        return [new Assign(whole, result with { Type = whole.Type }), .. reads];
    }

    private Expr Argument(MemberParameter input, List<Statement> code)
    {
        if (_function.Parameters.FirstOrDefault(parameter => parameter.Variable == input.Variable) is { IsMutated: true, Type.IsStorage: true } written)
            return Copy(written, code);
        Parameter[] arrays = [.. _function.Parameters.Where(parameter => parameter is { IsMutated: true, InlineMode: null, Type.IsStorage: true } && parameter.Part?.Whole == input.Variable.Name)];
        return arrays.Length == 0 ? new Use(input.Variable) : WithCopies(input.Variable, arrays, code);
    }

    /// <summary>A struct with copies of the arrays that the function writes.</summary>
    private Opaque WithCopies(Variable whole, Parameter[] arrays, List<Statement> code)
    {
        Part part = arrays[0].Part!;
        Dictionary<EquatableArray<string>, Expr> copies = arrays.ToDictionary(array => array.Part!.Path, array => (Expr)Copy(array, code));
        return StructText.Make(part.Type, path => copies.TryGetValue(path, out Expr? copy) ? copy : StructText.Read(new Use(whole), new(path, StructType.At(part.Type, path))));
    }

    private Use Copy(Parameter written, List<Statement> code)
    {
        IrType type = written.Type is SpanType span ? new ArrayType(span.ElementType, 1) : written.Type;
        Variable copy = _context.Supply.New(written.Name + "Copy", type, VariableRole.Helper);
        code.Add(new Assign(copy, type.IsVector || type is ArrayType { Rank: 2 }
            ? new CopyOf(type, new Use(written.Variable))
            : new Opaque(type, ["Lanes.Copy(", ")"], [new Use(written.Variable)], IsPure: false)));
        return new(copy);
    }

    private static string NameOf(Parameter parameter) => parameter.Part?.Whole ?? parameter.Name;

    private static string Listed(IReadOnlyList<string> names) =>
        names.Count < 2 ? string.Concat(names) : $"{string.Join(", ", names.Take(names.Count - 1))} and {names[names.Count - 1]}";
}
