using Differentiable.Generators.Ir;
using Differentiable.Generators.Transforms.Runtime;

namespace Differentiable.Generators.Transforms.Operations;

/// <summary>The overload over tensors of a method of numbers: the function, its gradient and its second derivatives as lambdas, which the runtime applies to each element.</summary>
internal sealed class ElementwiseMember
{
    private readonly Function _function;
    private readonly List<Parameter> _active;
    private readonly CapturingText _text;

    private ElementwiseMember(Function function)
    {
        _function = function;
        _active = [.. function.Parameters.Where(parameter => parameter.IsActive)];
        _text = new(function);
    }

    public static Member Of(Function function) => new ElementwiseMember(function).Build();

    private Member Build()
    {
        TensorType tensor = new(OperationForm.Number(_function));
        Write();
        return new(
            _function.Name,
            _function.Accessibility,
            OverloadParameters.Of(_function, _ => "The elements; shapes that differ are broadcast."),
            ReturnShape.Of([(tensor, "result")]),
            "{F}, applied element by element. It is one operation on a tape, which may be differentiated twice.",
            "The values.",
            IsHidden: false,
            new([.. _text.Copies, .. _text.Returned([tensor])]));
    }

    private void Write()
    {
        string point = _text.Free("at"), gradient = _text.Free("gradient"), direction = _text.Free("along"), product = _text.Free("product");
        _text.Say($"new global::Differentiable.Runtime.ElementwiseFunction<{RuntimeCalls.TypeText(_function.Result.Components[0])}>(\"{_function.Name}\",\n    {point} => ");
        _text.Call("", Inputs(point));
        _text.Say($",\n    ({point}, {gradient}) => {Targets(gradient)} = ");
        _text.Call("Gradient", Inputs(point));
        _text.Say($",\n    ({point}, {direction}, {product}) => {Targets(product)} = ");
        _text.Call("Hvp", [.. Inputs(point), .. _active.Select((_, i) => (Action)(() => _text.Say($"{direction}[{i}]")))]);
        _text.Say($").Apply({string.Join(", ", _active.Select(parameter => parameter.Name))})");
    }

    /// <summary>Elements of the point, and what is captured.</summary>
    private List<Action> Inputs(string point) => [.. _function.Parameters.Select(parameter => parameter.IsActive
        ? (Action)(() => _text.Say($"{point}[{_active.IndexOf(parameter)}]"))
        : () => _text.Capture(parameter))];

    /// <summary>Where a gradient goes: an element, or a tuple of elements.</summary>
    private string Targets(string span) => CapturingText.Tuple(_active.Select((_, i) => $"{span}[{i}]"));
}
