using Differentiable.Runtime;

namespace Differentiable.Tests.Testing.Contract;

/// <summary>The signature of a generated member as <c>docs/architecture.md</c> lays it down.</summary>
internal sealed record MemberShape(string Name, IReadOnlyList<MemberSlot> Parameters, IReadOnlyList<MemberSlot> Results)
{
    private static readonly MemberSlot s_stack = new("stack", typeof(ValueStack));

    public Type ReturnType => Tuples.Returned([.. Results.Select(r => r.Type)]);

    public override string ToString() =>
        $"{ReturnType.Name} {Name}({string.Join(", ", Parameters.Select(p => $"{p.Type.Name} {p.Name}"))})";

    public static MemberShape Gradient(CorpusFunction function) =>
        new(function.Method.Name + "Gradient", [.. Inputs(function), .. Destinations(function)], Scalars(function));

    public static MemberShape AllocatingGradient(CorpusFunction function) =>
        new(function.Method.Name + "Gradient", Inputs(function), Components(function));

    public static MemberShape ValueAndGradient(CorpusFunction function) =>
        WithValue(function, Gradient(function));

    public static MemberShape AllocatingValueAndGradient(CorpusFunction function) =>
        WithValue(function, AllocatingGradient(function));

    public static MemberShape Vjp(CorpusFunction function) => new(
        function.Method.Name + "Vjp",
        [.. Inputs(function), .. Cotangents(function), .. Destinations(function)],
        Scalars(function));

    public static MemberShape Forward(CorpusFunction function) =>
        new(function.Method.Name + "Forward", [.. Inputs(function), s_stack], [new MemberSlot("value", function.ReturnType)]);

    public static MemberShape Reverse(CorpusFunction function)
    {
        MemberShape vjp = Vjp(function);
        return vjp with { Name = function.Method.Name + "Reverse", Parameters = [.. vjp.Parameters, s_stack] };
    }

    private static MemberShape WithValue(CorpusFunction function, MemberShape gradient) => gradient with
    {
        Name = function.Method.Name + "ValueAndGradient",
        Results = [new MemberSlot(ValueName(function), function.ReturnType), .. gradient.Results],
    };

    /// <summary>The value gets another name where a parameter has it.</summary>
    private static string ValueName(CorpusFunction function) => function.Parameters.Any(p => p.Name == "value") ? "result" : "value";

    private static IReadOnlyList<MemberSlot> Inputs(CorpusFunction function) =>
        [.. function.Parameters.Where(p => p.IsInput).Select(p => new MemberSlot(p.Name, InputType(p), p))];

    private static Type InputType(CorpusParameter parameter) => parameter.IsRef ? parameter.Type : parameter.DeclaredType;

    private static IEnumerable<MemberSlot> Cotangents(CorpusFunction function)
    {
        if (function.ReturnType != typeof(void))
            yield return new("dresult", CotangentType(function.ReturnType));
        foreach (CorpusParameter parameter in function.Parameters.Where(p => p.IsActive && p.IsOut))
            yield return new("d" + parameter.Name, parameter.Type, parameter);
    }

    private static Type CotangentType(Type result) => result.IsArray && RealTypes.IsOneDimensional(result)
        ? typeof(ReadOnlySpan<>).MakeGenericType(RealTypes.Element(result))
        : result;

    private static IEnumerable<MemberSlot> Destinations(CorpusFunction function) => function.ActiveInputs
        .Where(p => p.IsStorage || p.IsRef)
        .Select(p => new MemberSlot("d" + p.Name, p.IsStorage ? RealTypes.Destination(p.Type) : p.DeclaredType, p));

    private static IReadOnlyList<MemberSlot> Scalars(CorpusFunction function) =>
        [.. function.ActiveInputs.Where(p => !p.IsStorage && !p.IsRef).Select(p => new MemberSlot(p.Name, p.Type, p))];

    private static IReadOnlyList<MemberSlot> Components(CorpusFunction function) =>
        [.. function.ActiveInputs.Select(p => new MemberSlot(p.Name, p.IsStorage ? RealTypes.Allocated(p.Type) : p.Type, p))];
}
