namespace Differentiable.Tests.Testing.Contract;

/// <summary>A call of a generated member: its arguments by parameter name, and what it gave.</summary>
internal sealed class MemberCall(GeneratedMember member)
{
    private readonly object?[] _arguments = new object?[member.Shape.Parameters.Count];
    private object? _returned;

    public GeneratedMember Member { get; } = member;

    public object?[] Arguments => _arguments;

    public object? this[string parameter]
    {
        get => _arguments[Position(parameter)];
        set => _arguments[Position(parameter)] = value;
    }

    /// <summary>Puts copies of the function's arguments where the member takes them.</summary>
    public MemberCall WithInputs(CorpusFunction function, object?[] arguments)
    {
        foreach (CorpusParameter input in function.Parameters.Where(p => p.IsInput))
            this[input.Name] = Reals.Copy(arguments[input.Position]);
        return this;
    }

    /// <summary>Provides each destination: storage or a reference in the shape of the input that it belongs to.</summary>
    public MemberCall WithDestinations(object?[] arguments, Func<CorpusParameter, object?, object?> provide)
    {
        foreach (MemberSlot slot in Destinations)
            this[slot.Name] = provide(slot.Source!, arguments[slot.Source!.Position]);
        return this;
    }

    /// <summary>Gives each tangent the next numbers of the direction; those of outputs alone come from the call.</summary>
    public MemberCall WithTangents(object?[] arguments, double[] direction)
    {
        using IEnumerator<double> source = direction.AsEnumerable().GetEnumerator();
        foreach (MemberSlot slot in Tangents.Where(t => t.Source!.IsInput))
            this[slot.Name] = Reals.Refill(arguments[slot.Source!.Position], source);
        return this;
    }

    public IEnumerable<MemberSlot> Tangents => Member.Shape.Parameters.Where(p => p.Kind == SlotKind.Tangent);

    /// <summary>The components of the result.</summary>
    public object?[] Results => Tuples.Parts(_returned, Member.Shape.Results.Count);

    public IEnumerable<MemberSlot> Destinations =>
        Member.Shape.Parameters.Where(p => p is { Kind: SlotKind.Adjoint, Source.IsInput: true });

    /// <summary>What the parameter is called that is of that kind, and belongs to that parameter of the function if to any.</summary>
    public string Name(SlotKind kind, CorpusParameter? source = null) =>
        Member.Shape.Parameters.First(p => p.Kind == kind && p.Source == source).Name;

    public MemberCall Run()
    {
        _returned = Invoker.Invoke(Member.Method, _arguments);
        return this;
    }

    /// <summary>The component of the result that belongs to an input, or is the function's value where there is none.</summary>
    public object? Result(CorpusParameter? source)
    {
        IReadOnlyList<MemberSlot> results = Member.Shape.Results;
        int index = results.TakeWhile(r => r.Source != source).Count();
        return Tuples.Parts(_returned, results.Count)[index];
    }

    /// <summary>The adjoints of the function's active inputs, in their order.</summary>
    public double[] Adjoints(CorpusFunction function) => [.. Reals.OfAll(function.ActiveInputs.Select(Adjoint))];

    /// <summary>The function's arguments as the member left them; nothing for what it does not take.</summary>
    public object?[] InputsAfter(CorpusFunction function) =>
        [.. function.Parameters.Select(p => p.IsInput ? this[p.Name] : null)];

    private object? Adjoint(CorpusParameter input) => Destinations.Any(d => d.Source == input)
        ? this[Name(SlotKind.Adjoint, input)]
        : Result(input);

    private int Position(string parameter)
    {
        int position = Member.Shape.Parameters.TakeWhile(p => p.Name != parameter).Count();
        return position < _arguments.Length ? position : throw new KeyNotFoundException($"{Member.Shape} has no {parameter}.");
    }
}
