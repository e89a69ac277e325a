using System.Globalization;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Transforms.Members;
using Differentiable.Generators.Transforms.Runtime;

namespace Differentiable.Generators.Transforms.Operations;

/// <summary>The overload over tensors of a method of numbers and arrays: the method and its generated members as lambdas over numbers, arrays and matrices, which the runtime makes of tensors.</summary>
internal sealed class ArrayOperationMember
{
    private readonly Function _function;
    private readonly List<Parameter> _active;
    private readonly EquatableArray<IrType> _results;
    private readonly CapturingText _text;
    private readonly string _at;
    private readonly string _along;
    private readonly string _cotangents;
    private readonly string _into;

    private ArrayOperationMember(Function function)
    {
        _function = function;
        _active = [.. function.Parameters.Where(parameter => parameter.IsActive)];
        _results = function.Result.Components;
        _text = new(function);
        (_at, _along, _cotangents, _into) = (_text.Free("at"), _text.Free("along"), _text.Free("dy"), _text.Free("into"));
    }

    public static Member Of(Function function) => new ArrayOperationMember(function).Build();

    private Member Build()
    {
        TensorType tensor = new(OperationForm.Number(_function));
        Write();
        return new(
            _function.Name,
            _function.Accessibility,
            OverloadParameters.Of(_function, parameter => $"{Kind(parameter.Type)}, as in {{F}}."),
            ReturnShape.Of(_results.Select((_, i) => ((IrType)tensor, _results.Count == 1 ? "result" : _function.Result.Names[i]))),
            "{F} as one operation on a tape, which may be differentiated twice.",
            _results.Count == 1 ? $"{Kind(_results[0])}." : "Scalars.",
            IsHidden: false,
            new([.. _text.Copies, .. _text.Returned([.. _results.Select(_ => tensor)])]));
    }

    private void Write()
    {
        string names = string.Join(", ", _active.Select(parameter => $"\"{parameter.Name}\""));
        _text.Say($"new global::Differentiable.Runtime.ArrayFunction<{RuntimeCalls.TypeText(OperationForm.Number(_function))}>(\"{_function.Name}\", [{names}], [{Ranks(_active.Select(parameter => parameter.Type))}], [{Ranks(_results)}])\n{{\n");
        Lambda("Value", [_at, _into], Results(_into), "", []);
        Lambda("Pullback", [_at, _cotangents, _into], Scalars(), "Vjp", [Cotangents(), .. Destinations()]);
        Lambda("Tangent", [_at, _along, _into], Tangents(), "Jvp", Each(_along));
        if (OperationForm.IsOfOneNumber(_function))
            Lambda("Second", [_at, _along, _cotangents, _into], Scalars(), "Hvp", [.. Each(_along), .. Destinations()], $" {_into}.Scale({_cotangents}.Numbers[0]);");
        else
            Lambda("Second", [_at, _along, _cotangents, _into], Scalars(), ReverseMembers.SuffixOfTangents, [.. Each(_along), Cotangents(), .. Destinations()]);
        _text.Say($"}}.Apply{(_results.Count == 1 ? "" : "ToMany")}({string.Join(", ", _active.Select(parameter => parameter.Name))})");
    }

    private void Lambda(string property, string[] parameters, string target, string suffix, IEnumerable<Action> more, string behind = "")
    {
        _text.Say($"    {property} = ({string.Join(", ", parameters)}) => {{ {(target.Length > 0 ? target + " = " : "")}");
        _text.Call(suffix, [.. Inputs(), .. more]);
        _text.Say($";{behind} }},\n");
    }

    private IEnumerable<Action> Inputs() => _function.Parameters.Select(parameter => parameter.IsActive
        ? (Action)(() => _text.Say(At(_at, _active.IndexOf(parameter), parameter.Type)))
        : () => _text.Capture(parameter));

    private IEnumerable<Action> Each(string values) => _active.Select((parameter, i) => (Action)(() => _text.Say(At(values, i, parameter.Type))));

    private IEnumerable<Action> Destinations() => _active.Select((parameter, i) => (parameter, i))
        .Where(pair => pair.parameter.Type.IsStorage)
        .Select(pair => (Action)(() => _text.Say(At(_into, pair.i, pair.parameter.Type))));

    private Action Cotangents() => () => _text.Say(Results(_cotangents));

    private string Results(string values) => CapturingText.Tuple(_results.Select((type, i) => At(values, i, type)));

    private string Scalars() => CapturingText.Tuple(_active.Select((parameter, i) => (parameter, i)).Where(pair => !pair.parameter.Type.IsStorage).Select(pair => At(_into, pair.i, pair.parameter.Type)));

    /// <summary>Forward mode gives the values as well.</summary>
    private string Tangents() => _results.Count == 1 ? $"(_, {At(_into, 0, _results[0])})" : $"(_, {Results(_into)})";

    private static string At(string values, int position, IrType type) => $"{values}.{Place(type)}[{position}]";

    private static string Place(IrType type) => Rank(type) switch
    {
        0 => "Numbers",
        1 => "Vectors",
        _ => "Matrices",
    };

    private static string Kind(IrType type) => Rank(type) switch
    {
        0 => "A scalar",
        1 => "A vector",
        _ => "A matrix",
    };

    private static string Ranks(IEnumerable<IrType> types) => string.Join(", ", types.Select(type => Rank(type).ToString(CultureInfo.InvariantCulture)));

    private static int Rank(IrType type) => type is ArrayType { Rank: 2 } ? 2 : type.IsStorage ? 1 : 0;
}
