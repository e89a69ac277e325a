using Differentiable.Generators.Ir;
using Differentiable.Generators.Transforms.Members;
using Differentiable.Generators.Transforms.Runtime;

namespace Differentiable.Generators.Transforms.Operations;

/// <summary>A method over tensors as one operation: the method and its generated vector-Jacobian product as lambdas over what it is called with, as it is then.</summary>
internal sealed class TensorOperationMember
{
    private readonly Function _function;
    private readonly List<Parameter> _active;
    private readonly CapturingText _text;
    private readonly string _cotangent;
    private readonly string _adjoints;

    private TensorOperationMember(Function function)
    {
        _function = function;
        _active = [.. function.Parameters.Where(parameter => parameter.IsActive)];
        _text = new(function);
        (_cotangent, _adjoints) = (_text.Free("dy"), _text.Free("adjoints"));
    }

    public static Member Of(Function function) => new TensorOperationMember(function).Build();

    private Member Build()
    {
        EquatableArray<IrType> results = _function.Result.Components;
        Write(results);
        return new(
            _function.Name + OperationForm.Suffix,
            _function.Accessibility,
            Signature.Inputs(_function, areLast: true).Where(parameter => parameter.IsPassed).Select(ByValue).ToEquatableArray(),
            _function.Result.IsTuple ? ReturnShape.Of(results.Select((type, i) => (type, _function.Result.Names[i]))) : _function.Result,
            "{F} as one operation on a tape: of what it computes in between, tapes keep nothing.",
            "As {F}.",
            IsHidden: false,
            new([.. _function.Parameters.Where(IsTensor).Select(Now), .. _text.Copies, .. _text.Returned(results)]));
    }

    /// <summary>What is passed by <c>in</c> could change until the way back, and lambdas cannot refer to it.</summary>
    private static MemberParameter ByValue(MemberParameter parameter) => parameter.Modifier == "in" ? parameter with { Modifier = "" } : parameter;

    private void Write(EquatableArray<IrType> results)
    {
        _text.Say($"new global::Differentiable.Runtime.TensorFunction(\"{_function.Name}\", () => [");
        _text.List(_active.Select(Input));
        _text.Say("], [");
        _text.List(_function.Parameters.Where(parameter => !parameter.IsActive && parameter.Type.Leaf is TensorType).Select(Input));
        _text.Say($"]).Apply{(results.Count == 1 ? "" : "ToMany")}<{RuntimeCalls.TypeText(((TensorType)results[0]).Number)}>(\n    () => ");
        WriteValue(results.Count);
        _text.Say($",\n    {_cotangent} =>\n    {{\n");
        WritePullback(results.Count);
        _text.Say("    })");
    }

    private void WriteValue(int results)
    {
        if (results == 1)
        {
            _text.Call("", Arguments());
            return;
        }
        string value = _text.Free("value");
        _text.Say($"{{ var {value} = ");
        _text.Call("", Arguments());
        _text.Say($"; return [{string.Join(", ", Enumerable.Range(1, results).Select(i => $"{value}.Item{i}"))}]; }}");
    }

    /// <summary>The adjoints of arrays go into arrays, those of tensors are returned.</summary>
    private void WritePullback(int results)
    {
        List<Parameter> arrays = [.. _active.Where(parameter => parameter.Type.IsStorage)], single = [.. _active.Where(parameter => !parameter.Type.IsStorage)];
        foreach (Parameter array in arrays)
        {
            _text.Say($"        var {Adjoint(array)} = new {RuntimeCalls.TypeText(array.Type.Leaf)}[");
            _text.Capture(array);
            _text.Say(".Length];\n");
        }
        _text.Say(single.Count == 0 ? "        " : $"        var {_adjoints} = ");
        string cotangents = results == 1 ? _cotangent : $"({string.Join(", ", Enumerable.Range(0, results).Select(i => $"{_cotangent}[{i}]"))})";
        _text.Call("Vjp", [.. Arguments(), () => _text.Say(cotangents), .. arrays.Select(array => (Action)(() => _text.Say(Adjoint(array))))]);
        string[] all = [.. _active.Select(parameter => parameter.Type.IsStorage ? $".. {Adjoint(parameter)}" : single.Count == 1 ? _adjoints : $"{_adjoints}.Item{single.IndexOf(parameter) + 1}")];
        _text.Say($";\n        return [{string.Join(", ", all)}];\n");
    }

    private string Adjoint(Parameter array) => _text.Free("d" + array.Name);

    private IEnumerable<Action> Arguments() => _function.Parameters.Where(parameter => parameter.IsPassed).Select(parameter => (Action)(() => _text.Capture(parameter)));

    private Action Input(Parameter parameter) => () =>
    {
        _text.Say(parameter.Type.IsStorage ? ".. " : "");
        if (parameter.Origin == ParameterOrigin.Member)
            _text.Say(parameter.Source!);
        else
            _text.Capture(parameter);
    };

    private static Assign Now(Parameter tensor) =>
        new(tensor.Variable, new Opaque(tensor.Type, ["global::Differentiable.Runtime.TensorFunction.Now(", ")"], [new Use(tensor.Variable)], IsPure: false));

    /// <summary>Is it a tensor that the member can replace by its value? A variable stays one.</summary>
    private static bool IsTensor(Parameter parameter) => parameter is { Type: TensorType, Origin: ParameterOrigin.Argument } && !OperationForm.HoldsVariables(parameter);
}
