using Differentiable.Generators.Ir;
using Differentiable.Generators.Transforms.Adjoint;
using Differentiable.Generators.Transforms.Runtime;

namespace Differentiable.Generators.Transforms.Matrices;

/// <summary>
/// The inputs of a function that is run several times: what it writes is a copy that starts anew each time, and the caller sees the elements that
/// the last run leaves.
/// </summary>
internal sealed class WorkingInputs
{
    private static readonly OpaqueType s_void = new("void");

    private readonly AdjointContext _context;
    private readonly Dictionary<Variable, Variable> _copies = [];
    private readonly HashSet<Variable> _mayBeNull;

    public WorkingInputs(AdjointContext context, Function function)
    {
        _context = context;
        _mayBeNull = [.. function.Parameters.Where(parameter => parameter.MayBeNull).Select(parameter => parameter.Variable)];
        foreach (Parameter written in function.Parameters.Where(parameter => parameter is { IsMutated: true, Type.IsStorage: true }))
        {
            IrType type = written.Type.IsVector ? new SpanType(written.Type.Element!, IsReadOnly: false) : written.Type;
            _copies[written.Variable] = context.Supply.New(written.Name + "Copy", type, VariableRole.Helper);
        }
    }

    /// <summary>The argument that stands for a parameter.</summary>
    public Use Of(Parameter parameter) => new(_copies.TryGetValue(parameter.Variable, out Variable? copy) ? copy : parameter.Variable);

    /// <summary>Makes the copies of vectors, once.</summary>
    public IEnumerable<Statement> Before() => _copies
        .Where(pair => pair.Value.Type is SpanType)
        .Select(pair => new Assign(pair.Value, Allocated((SpanType)pair.Value.Type, pair.Key)));

    /// <summary>Starts a run.</summary>
    public IEnumerable<Statement> InEachRun() => _copies.Select(pair => pair.Value.Type is SpanType
        ? CopyTo(pair.Key, pair.Value)
        : (Statement)new Assign(pair.Value, new Opaque(pair.Value.Type, [$"Lanes.{RuntimeCalls.NameFor("Copy", pair.Value.Type)}(", ")"], [new Use(pair.Key)], IsPure: false)));

    /// <summary>Hands out what the last run left.</summary>
    public IEnumerable<Statement> AtTheEnd() => _copies.Select(pair => pair.Value.Type is SpanType
        ? CopyTo(pair.Value, pair.Key)
        : new Evaluate(new Opaque(s_void, [$"Lanes.{RuntimeCalls.NameFor("CopyTo", pair.Value.Type)}(", ", ", ")"], [new Use(pair.Value), new Use(pair.Key)], IsPure: false)));

    /// <summary>In the place of a vector that is null there is a span that is.</summary>
    private Expr Allocated(SpanType type, Variable vector)
    {
        Expr copy = _context.Runtime.Allocated(type, new Length(new Use(vector)));
        return _mayBeNull.Contains(vector) ? new Opaque(type, ["", " is null ? default : ", ""], [new Use(vector), copy], IsPure: true) : copy;
    }

    private static Evaluate CopyTo(Variable from, Variable to) =>
        new(new Opaque(s_void, ["", ".CopyTo(", ")"], [new Use(from), new Use(to)], IsPure: false));
}
