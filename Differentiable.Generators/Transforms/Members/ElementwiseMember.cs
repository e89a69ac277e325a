using Differentiable.Generators.Ir;
using Differentiable.Generators.Transforms.Adjoint;

namespace Differentiable.Generators.Transforms.Members;

/// <summary>The overload over tensors: the function, its gradient and its second derivatives as lambdas, which the runtime applies to each element.</summary>
internal sealed class ElementwiseMember
{
    private readonly Function _function;
    private readonly List<Parameter> _active;
    private readonly List<string> _text = [""];
    private readonly List<Expr> _captured = [];

    private ElementwiseMember(Function function)
    {
        _function = function;
        _active = [.. function.Parameters.Where(parameter => parameter.IsActive)];
    }

    public static Member Of(Function function) => new ElementwiseMember(function).Build();

    private Member Build()
    {
        TensorType tensor = new((ScalarType)_function.Result.Components[0]);
        IEnumerable<MemberParameter> parameters = _function.Parameters.Select(parameter => parameter.IsActive
            ? new MemberParameter(parameter.Variable with { Type = tensor }, "", null, "The elements; shapes that differ are broadcast.")
            : new MemberParameter(parameter.Variable, "", parameter.Default, "As in {F}.") { AnnotatedType = parameter.AnnotatedType });
        Write();
        return new(
            _function.Name,
            _function.Accessibility,
            parameters.ToEquatableArray(),
            ReturnShape.Of([(tensor, "result")]),
            "{F}, applied element by element. It is one operation on a tape, which may be differentiated twice.",
            "The values.",
            IsHidden: false,
            new([new Return([new Opaque(tensor, _text, _captured, IsPure: false)])]));
    }

    private void Write()
    {
        string point = Free("at"), gradient = Free("gradient"), direction = Free("along"), product = Free("product");
        Say($"new global::Differentiable.Runtime.ElementwiseFunction<{RuntimeCalls.TypeText(_function.Result.Components[0])}>(\"{_function.Name}\",\n    {point} => ");
        Call("", Inputs(point));
        Say($",\n    ({point}, {gradient}) => {Targets(gradient)} = ");
        Call("Gradient", Inputs(point));
        Say($",\n    ({point}, {direction}, {product}) => {Targets(product)} = ");
        Call("Hvp", [.. Inputs(point), .. _active.Select((_, i) => (Action)(() => Say($"{direction}[{i}]")))]);
        Say($").Apply({string.Join(", ", _active.Select(parameter => parameter.Name))})");
    }

    /// <summary>Elements of the point, and what is captured.</summary>
    private List<Action> Inputs(string point)
    {
        int next = 0;
        List<Action> inputs = [];
        foreach (Parameter parameter in _function.Parameters)
        {
            int position = next;
            inputs.Add(parameter.IsActive ? () => Say($"{point}[{position}]") : () => Capture(parameter.Variable));
            next += parameter.IsActive ? 1 : 0;
        }
        return inputs;
    }

    private void Call(string suffix, List<Action> arguments)
    {
        Say($"{_function.Name}{suffix}{_function.TypeArguments}(");
        for (int i = 0; i < arguments.Count; i++)
        {
            Say(i == 0 ? "" : ", ");
            arguments[i]();
        }
        Say(")");
    }

    /// <summary>Where a gradient goes: an element, or a tuple of elements.</summary>
    private string Targets(string span)
    {
        string[] elements = [.. _active.Select((_, i) => $"{span}[{i}]")];
        return elements.Length == 1 ? elements[0] : $"({string.Join(", ", elements)})";
    }

    private void Say(string text) => _text[_text.Count - 1] += text;

    private void Capture(Variable variable)
    {
        _captured.Add(new Use(variable));
        _text.Add("");
    }

    private string Free(string wanted) => FreeName.Like(wanted, name => _function.Parameters.Any(parameter => parameter.Name == name));
}
