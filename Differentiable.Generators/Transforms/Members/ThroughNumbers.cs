using Differentiable.Generators.Ir;
using Differentiable.Generators.Transforms.Adjoint;
using Differentiable.Generators.Transforms.Runtime;

namespace Differentiable.Generators.Transforms.Members;

/// <summary>
/// Tensors that a member gives and that depend on what it is given through numbers go out by a method that says so to the tapes that record it: differentiating them again is refused, where a part
/// of that derivative would be missing.
/// </summary>
internal sealed class ThroughNumbers
{
    private const string Written = "TensorPullbacks.ThroughNumbers(";

    private readonly AdjointContext _context;
    private readonly Lazy<NumberPassages> _passages;

    /// <param name="context">The function.</param>
    /// <param name="parameters">The parameters of the member.</param>
    /// <param name="code">What the member does; for one half, both.</param>
    public ThroughNumbers(AdjointContext context, IEnumerable<MemberParameter> parameters, IEnumerable<Statement> code)
    {
        _context = context;
        _passages = new(() => new(context, new([.. code]), parameters.Where(IsSource).Select(source => source.Variable)));
    }

    /// <summary>A member that is all of its code.</summary>
    public static Member InMember(AdjointContext context, Member member)
    {
        List<Statement> body = [.. member.Body.Statements];
        return member with { Body = new(new ThroughNumbers(context, member.Parameters, body).In(member.Parameters, body)) };
    }

    /// <summary>Does the expression say of a tensor that it depends on others through numbers?</summary>
    public static bool IsOne(Opaque expression) => expression.Text[0] == Written;

    /// <summary>The code of a member, which ends with what it returns.</summary>
    /// <param name="parameters">The parameters of the member.</param>
    /// <param name="code">The code.</param>
    public List<Statement> In(EquatableArray<MemberParameter> parameters, List<Statement> code)
    {
        List<MemberParameter> sources = [.. parameters.Where(IsSource)];
        if (sources.Count == 0)
            return code;
        HashSet<Variable> references = [.. parameters.Where(parameter => parameter is { Modifier: "ref", Variable.Type: TensorType }).Select(parameter => parameter.Variable)];
        IEnumerable<Statement> written = code.Select(statement => statement switch
        {
            Return result => new Return(result.Values.Select(value => OfTensor(value, sources)).ToEquatableArray()) { Note = result.Note },
            Assign assign when references.Contains(assign.Target) => assign with { Value = OfTensor(assign.Value, sources) },
            _ => statement,
        });
        List<Statement> all = [.. written];
        IEnumerable<Variable> given = [.. parameters.Select(parameter => parameter.Variable), .. code.OfType<Return>().SelectMany(result => result.Values).OfType<Use>().Select(use => use.Variable)];
        all.InsertRange(all.Count - 1, given.Distinct().Where(IsWritten).Select(storage => OfElements(storage, sources)));
        return all;
    }

    /// <summary>Does it come in, and is it followed by tapes: an input that has a derivative, or a cotangent?</summary>
    private bool IsSource(MemberParameter parameter) => HoldsTensors(parameter.Variable.Type)
        && (parameter.Variable.Role == VariableRole.Shadow ? !parameter.Variable.Type.IsWritable : _context.Activity.IsActive(parameter.Variable));

    private static bool HoldsTensors(IrType type) => Leaf.TensorsOf(type.Leaf).Any();

    private bool IsWritten(Variable variable) => variable.Type.IsWritable && HoldsTensors(variable.Type) && _passages.Value.Pass(new Use(variable));

    private For OfElements(Variable storage, List<MemberParameter> sources) => TensorDestinations.ForEach(_context, new Use(storage), new Use(storage), (element, _, indices) => Leaf.TensorsOf(storage.Type.Leaf)
        .Select(leaf => new Store(element, indices, Marked(new Element(element, indices, leaf.Path), sources), leaf.Path)));

    private Expr OfTensor(Expr value, List<MemberParameter> sources) => value.Type is TensorType && _passages.Value.Pass(value) ? Marked(value, sources) : value;

    private Opaque Marked(Expr tensor, List<MemberParameter> sources)
    {
        List<string> text = [Written, $", \"{_context.Source.Name}\", ["];
        List<Expr> arguments = [tensor];
        foreach ((Variable source, Leaf leaf) in sources.SelectMany(source => Leaf.TensorsOf(source.Variable.Type.Leaf).Select(leaf => (source.Variable, leaf))))
        {
            bool isFirst = arguments.Count == 1, isStorage = source.Type.IsStorage;
            text[text.Count - 1] += (isFirst ? "" : ", ") + (isStorage ? $".. TensorPullbacks.Sources<{RuntimeCalls.TypeText(source.Type.Leaf)}>(" : "");
            text.Add(isStorage ? $", static element => element{string.Concat(leaf.Path.Select(name => "." + name))})" : "");
            arguments.Add(new Use(source));
        }
        text[text.Count - 1] += "])";
        return new(tensor.Type, text, arguments, IsPure: true);
    }
}
