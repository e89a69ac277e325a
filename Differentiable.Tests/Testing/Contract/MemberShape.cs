using Differentiable.Runtime;

namespace Differentiable.Tests.Testing.Contract;

/// <summary>The signature of a generated member as <c>docs/architecture.md</c> lays it down.</summary>
internal sealed record MemberShape(string Name, IReadOnlyList<MemberSlot> Parameters, IReadOnlyList<MemberSlot> Results)
{
    public Type ReturnType => Tuples.Returned([.. Results.Select(r => r.Type)]);

    public override string ToString() =>
        $"{ReturnType.Name} {Name}({string.Join(", ", Parameters.Select(p => $"{p.Type.Name} {p.Name}"))})";

    public static MemberShape Gradient(CorpusFunction function) =>
        new(function.Method.Name + "Gradient", Distinct(function, [.. Inputs(function), .. Destinations(function)]), Scalars(function));

    public static MemberShape AllocatingGradient(CorpusFunction function) =>
        new(function.Method.Name + "Gradient", Inputs(function), Components(function));

    public static MemberShape ValueAndGradient(CorpusFunction function) =>
        WithValue(function, Gradient(function));

    public static MemberShape AllocatingValueAndGradient(CorpusFunction function) =>
        WithValue(function, AllocatingGradient(function));

    public static MemberShape Vjp(CorpusFunction function) => new(
        function.Method.Name + "Vjp",
        Distinct(function, [.. Inputs(function), .. Cotangents(function), .. Destinations(function)]),
        Scalars(function));

    public static MemberShape Forward(CorpusFunction function) =>
        new(function.Method.Name + "Forward", [.. Inputs(function), Stack(function)], [new MemberSlot("value", function.ReturnType, null, SlotKind.Result)]);

    public static MemberShape Reverse(CorpusFunction function)
    {
        MemberShape vjp = Vjp(function);
        return vjp with { Name = function.Method.Name + "Reverse", Parameters = [.. vjp.Parameters, Stack(function)] };
    }

    public static MemberShape Jvp(CorpusFunction function)
    {
        MemberSlot[] own = [.. function.Parameters.Select(p => new MemberSlot(p.Name, p.DeclaredType, p))];
        return new(function.Method.Name + "Jvp", [.. own, .. Tangents(function)], ValueAndTangent(function));
    }

    public static MemberShape Hvp(CorpusFunction function)
    {
        MemberShape gradient = Gradient(function);
        MemberSlot[] tangents = [.. Tangents(function)];
        return gradient with
        {
            Name = function.Method.Name + "Hvp",
            Parameters = [.. gradient.Parameters.Take(Inputs(function).Count), .. tangents, .. gradient.Parameters.Skip(Inputs(function).Count)],
        };
    }

    public static MemberShape AllocatingJacobian(CorpusFunction function) =>
        new(function.Method.Name + "Jacobian", Inputs(function), [new MemberSlot("jacobian", typeof(Array), null, SlotKind.Result)]);

    public static MemberShape AllocatingHessian(CorpusFunction function) =>
        new(function.Method.Name + "Hessian", Inputs(function), [new MemberSlot("hessian", typeof(Array), null, SlotKind.Result)]);

    private static IReadOnlyList<MemberSlot> ValueAndTangent(CorpusFunction function) => function.ReturnType == typeof(void)
        ? []
        : [.. new[] { "value", "valueDot" }.Select(name => new MemberSlot(name, function.ReturnType, null, SlotKind.Result))];

    /// <summary>The tangents of all active parameters, outputs included, named after them.</summary>
    private static IEnumerable<MemberSlot> Tangents(CorpusFunction function)
    {
        List<string> taken = [.. function.Parameters.Select(p => p.Name)];
        foreach (CorpusParameter parameter in function.Parameters.Where(p => p.IsActive))
        {
            taken.Add(Free(parameter.Name + "Dot", taken));
            yield return new(taken[^1], InputType(parameter), parameter, SlotKind.Tangent);
        }
    }

    private static MemberShape WithValue(CorpusFunction function, MemberShape gradient) => gradient with
    {
        Name = function.Method.Name + "ValueAndGradient",
        Results = [new MemberSlot(ValueName(function), function.ReturnType, null, SlotKind.Result), .. gradient.Results],
    };

    /// <summary>The value gets another name where a parameter has it.</summary>
    private static string ValueName(CorpusFunction function) => Free("value", function.Parameters.Select(p => p.Name));

    private static MemberSlot Stack(CorpusFunction function) => new(Free("stack", function.Parameters.Select(p => p.Name)), typeof(ValueStack), null, SlotKind.Stack);

    /// <summary>
    /// Names of the function's own parameters stay; of the others first those of adjoints, in the parameters' order, then that of the result's
    /// cotangent get a number behind where they are taken.
    /// </summary>
    private static IReadOnlyList<MemberSlot> Distinct(CorpusFunction function, MemberSlot[] slots)
    {
        List<string> taken = [.. function.Parameters.Select(p => p.Name)];
        foreach (CorpusParameter parameter in function.Parameters.Where(p => RealTypes.HoldsReal(p.Type)))
        {
            taken.Add(Free("d" + parameter.Name, taken));
            Rename(SlotKind.Adjoint, parameter);
        }
        taken.Add(Free("dresult", taken));
        Rename(SlotKind.ResultCotangent, null);
        return slots;

        void Rename(SlotKind kind, CorpusParameter? source)
        {
            int slot = Array.FindIndex(slots, s => s.Kind == kind && s.Source == source);
            if (slot >= 0)
                slots[slot] = slots[slot] with { Name = taken[^1] };
        }
    }

    private static string Free(string name, IEnumerable<string> taken) =>
        Enumerable.Range(1, int.MaxValue)
            .Select(number => number == 1 ? name : $"{name}{(char.IsDigit(name[^1]) ? "_" : "")}{number}")
            .First(candidate => !taken.Contains(candidate));

    private static IReadOnlyList<MemberSlot> Inputs(CorpusFunction function) =>
        [.. function.Parameters.Where(p => p.IsInput).Select(p => new MemberSlot(p.Name, InputType(p), p))];

    private static Type InputType(CorpusParameter parameter) => parameter.IsRef ? parameter.Type : parameter.DeclaredType;

    private static IEnumerable<MemberSlot> Cotangents(CorpusFunction function)
    {
        if (function.ReturnType != typeof(void))
            yield return new("dresult", CotangentType(function.ReturnType), null, SlotKind.ResultCotangent);
        foreach (CorpusParameter parameter in function.Parameters.Where(p => p.IsActive && p.IsOut))
            yield return new("d" + parameter.Name, parameter.Type, parameter, SlotKind.Adjoint);
    }

    private static Type CotangentType(Type result) => result.IsArray && RealTypes.IsVector(result)
        ? typeof(ReadOnlySpan<>).MakeGenericType(RealTypes.Element(result))
        : result;

    private static IEnumerable<MemberSlot> Destinations(CorpusFunction function) => function.ActiveInputs
        .Where(p => p.IsStorage || p.IsRef)
        .OrderBy(p => p.IsStorage && !(p.HoldsArrays && p.IsRef))
        .Select(p => new MemberSlot("d" + p.Name, p.IsStorage ? RealTypes.Destination(p.Type) : p.DeclaredType, p, SlotKind.Adjoint));

    private static IReadOnlyList<MemberSlot> Scalars(CorpusFunction function) =>
        [.. function.ActiveInputs.Where(p => !p.IsStorage && !p.IsRef).Select(p => new MemberSlot(p.Name, p.Type, p, SlotKind.Result))];

    private static IReadOnlyList<MemberSlot> Components(CorpusFunction function) =>
        [.. function.ActiveInputs.Select(p => new MemberSlot(p.Name, p.IsStorage ? RealTypes.Allocated(p.Type) : p.Type, p, SlotKind.Result))];
}
