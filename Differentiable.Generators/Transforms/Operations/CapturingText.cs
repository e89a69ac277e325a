using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Transforms.Operations;

/// <summary>Lambdas as C# text, with the parameters of the member that they are in as holes. What is constant is copied where others could change it, or where it lives on the stack.</summary>
internal sealed class CapturingText
{
    private readonly Function _function;
    private readonly List<string> _text = [""];
    private readonly List<Expr> _captured = [];
    private readonly List<Statement> _copies = [];
    private readonly Dictionary<Variable, Variable> _copied = [];
    private int _next;

    public CapturingText(Function function)
    {
        _function = function;
        _next = function.Parameters.Select(parameter => parameter.Variable.Id).DefaultIfEmpty(0).Max() + 1;
    }

    /// <summary>What runs before the text.</summary>
    public IEnumerable<Statement> Copies => _copies;

    public void Say(string text) => _text[_text.Count - 1] += text;

    /// <summary>The list of the method's arguments and what follows them, in parentheses.</summary>
    public void Call(string suffix, IEnumerable<Action> arguments)
    {
        Say($"{_function.Name}{suffix}{_function.TypeArguments}(");
        List(arguments);
        Say(")");
    }

    public void List(IEnumerable<Action> items)
    {
        bool isFirst = true;
        foreach (Action item in items)
        {
            Say(isFirst ? "" : ", ");
            item();
            isFirst = false;
        }
    }

    /// <summary>A parameter, as it is when the member is called.</summary>
    public void Capture(Parameter parameter)
    {
        Variable variable = parameter.Variable;
        if (parameter.Type.IsStorage && !_copied.TryGetValue(variable, out variable))
            _copied[parameter.Variable] = variable = Copy(parameter);
        _captured.Add(new Use(variable));
        _text.Add("");
    }

    /// <summary>A name that no parameter has.</summary>
    public string Free(string wanted) => FreeName.Like(wanted, name => _function.Parameters.Any(parameter => parameter.Name == name));

    /// <summary>Returns what the text gives; of several results, the elements of the array that it gives.</summary>
    /// <param name="types">The types of the results; several are of one type.</param>
    public IEnumerable<Statement> Returned(IReadOnlyList<IrType> types)
    {
        if (types.Count == 1)
            return [new Return([Build(types[0])])];
        Variable results = NewVariable("results", new ArrayType(types[0], 1));
        return
        [
            new Assign(results, Build(results.Type)),
            new Return(types.Select((_, i) => (Expr)new Element(new Use(results), [Constant.Of(i)])).ToEquatableArray()),
        ];
    }

    /// <summary>Nothing, one thing as it is, or several as a tuple.</summary>
    public static string Tuple(IEnumerable<string> elements) => elements.ToList() switch
    {
        [] => "",
        [var only] => only,
        var several => $"({string.Join(", ", several)})",
    };

    private Opaque Build(IrType type) => new(type, _text, _captured, IsPure: false);

    private Variable NewVariable(string name, IrType type) => new(_next++, name, type, VariableRole.Helper);

    private Variable Copy(Parameter parameter)
    {
        IrType type = parameter.Type is SpanType span ? new ArrayType(span.ElementType, 1) : parameter.Type;
        Variable copy = NewVariable(parameter.Name, type);
        string method = type.Leaf is TensorType ? "TensorFunction.Now" : "OperationArguments.Copy";
        _copies.Add(new Assign(copy, new Opaque(type, [$"global::Differentiable.Runtime.{method}(", ")"], [new Use(parameter.Variable)], IsPure: false)));
        return copy;
    }
}
