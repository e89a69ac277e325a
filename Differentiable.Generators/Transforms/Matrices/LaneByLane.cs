using Differentiable.Generators.Ir;
using Differentiable.Generators.Rules;
using Differentiable.Generators.Transforms.Adjoint;
using Differentiable.Generators.Transforms.Members;

namespace Differentiable.Generators.Transforms.Matrices;

/// <summary>
/// A member that carries several directions, made of members that carry one: they run for one lane after the other. For functions whose
/// own code cannot carry several, such as those with arrays of structs, or with rules.
/// </summary>
internal sealed class LaneByLane
{
    private static readonly OpaqueType s_void = new("void");

    private readonly AdjointContext _context;
    private readonly Member _wide;
    private readonly Variable _lane;
    private readonly List<Statement> _before = [];
    private readonly List<Statement> _round = [];
    private readonly Dictionary<string, Variable> _numbers = [];
    private readonly List<Statement> _putBack = [];
    private readonly List<Statement> _after = [];

    /// <param name="wide">The member as its callers see it, whatever its body.</param>
    /// <param name="context">A function with this signature.</param>
    public LaneByLane(Member wide, AdjointContext context)
    {
        _wide = wide;
        _context = context;
        _lane = context.Supply.New("lane", IrType.Int32, VariableRole.Helper);
    }

    /// <summary>A parameter of the member.</summary>
    public Variable Input(string name) => _wide.Parameters.First(parameter => parameter.Variable.Name == name).Variable;

    /// <summary>Code that runs once, before all lanes.</summary>
    public void First(IEnumerable<Statement> code) => _before.AddRange(code);

    /// <summary>What the lanes find there is the same for each of them, whatever those before have written.</summary>
    public void StartAnew(Variable storage)
    {
        Variable initial = CopyOf(storage, "Before");
        _round.Add(Copy(initial, storage));
    }

    /// <summary>What is there now, in each round, is there at the end.</summary>
    public void Keep(Variable storage)
    {
        Variable final = CopyOf(storage, "After");
        _round.Add(Copy(storage, final));
        _after.Add(Copy(final, storage));
    }

    private Variable CopyOf(Variable storage, string suffix)
    {
        IrType type = storage.Type.IsVector ? new SpanType(storage.Type.Element!, IsReadOnly: false) : storage.Type;
        Variable copy = _context.Supply.New(storage.Name + suffix, type, VariableRole.Helper);
        _before.Add(new Assign(copy, type is SpanType span
            ? _context.Runtime.Copied(span, new Use(storage))
            : new Opaque(type, ["Lanes.Copy(", ")"], [new Use(storage)], IsPure: false)));
        return copy;
    }

    private static Evaluate Copy(Variable from, Variable to) => new(from.Type is SpanType
        ? new Opaque(s_void, ["", ".CopyTo(", ")"], [new Use(from), new Use(to)], IsPure: false)
        : Call(s_void, "Lanes.CopyTo(", from, to));

    /// <summary>Runs a member that carries one direction. Its parameters are known by their names.</summary>
    /// <param name="narrow">The member.</param>
    /// <param name="given">What other parameters are given; null where there is nothing for one.</param>
    /// <param name="wantsResults">Are its results those of the member?</param>
    public void Run(Member narrow, Func<MemberParameter, Expr?> given, bool wantsResults)
    {
        List<Expr?> arguments = [.. narrow.Parameters.Select(parameter => Argument(parameter, given))];
        List<Variable?> results = [.. narrow.Result.Components.Select((type, i) => wantsResults ? ResultOf(narrow, i, type) : null)];
        foreach (MemberParameter reference in narrow.Parameters.Where(parameter => parameter.Modifier is "ref" or "out"))
            results.Add(Final(reference));
        _round.Add(new Call(CalleeOf(narrow), arguments, results));
    }

    /// <param name="descending">Is the last lane the first?</param>
    public Member Build(bool descending = false)
    {
        var body = new Block([.. _round, .. _putBack]);
        For loop = descending
            ? new(_lane, Constant.Of(LaneCalls.Count - 1), Op.GreaterOrEqual, Constant.Of(0), -1, body)
            : new(_lane, Constant.Of(0), Op.Less, Constant.Of(LaneCalls.Count), 1, body);
        IEnumerable<Expr> results = _wide.Result.Components.Select((_, i) => new Use(_numbers[ResultName(_wide, i)]));
        return Finishing.Run(_wide with { Body = new([.. _before, loop, .. _after, .. HandBack(), new Return(results.ToEquatableArray())]), Remarks = "" }, _context);
    }

    private IEnumerable<Statement> HandBack() => _wide.Parameters
        .Where(parameter => parameter.Modifier is "ref" or "out")
        .Select(parameter => new Assign(parameter.Variable, new Use(_numbers[parameter.Variable.Name])));

    private Expr? Argument(MemberParameter narrow, Func<MemberParameter, Expr?> given)
    {
        if (narrow.Variable.Type == _context.Stack.Type)
            return new Use(_context.Stack);
        if (_wide.Parameters.FirstOrDefault(parameter => parameter.Variable.Name == narrow.Variable.Name) is not { } wide)
            return given(narrow);
        if (narrow.Modifier == "out")
            return null;
        if (narrow.Variable.Type.IsWide == wide.Variable.Type.IsWide)
            return new Use(wide.Variable);
        return wide.Variable.Type.IsStorage ? new Use(Buffer(narrow.Variable, wide.Variable)) : Call(narrow.Variable.Type, "Lanes.Of(", wide.Variable, _lane);
    }

    /// <summary>The elements of one lane.</summary>
    private Variable Buffer(Variable narrow, Variable wide)
    {
        if (_numbers.TryGetValue("buffer " + wide.Name, out Variable? known))
            return known;
        IrType type = narrow.Type.IsVector ? new SpanType(narrow.Type.Element!, IsReadOnly: false) : narrow.Type;
        Variable buffer = _context.Supply.New(narrow.Name + "Lane", type, VariableRole.Helper);
        _numbers["buffer " + wide.Name] = buffer;
        _before.Add(new Assign(buffer, type is SpanType span ? _context.Runtime.Allocated(span, new Length(new Use(wide))) : RuntimeCalls.Like(type, new Use(wide))));
        _round.Add(new Evaluate(Call(s_void, "Lanes.Take(", wide, _lane, buffer)));
        if (wide.Type is not SpanType { IsReadOnly: true })
            _putBack.Add(new Evaluate(Call(s_void, "Lanes.Put(", buffer, _lane, wide)));
        return buffer;
    }

    /// <summary>What receives a component of the result: itself, or for one lane.</summary>
    private Variable? ResultOf(Member narrow, int index, IrType type)
    {
        string name = ResultName(narrow, index);
        int at = Enumerable.Range(0, _wide.Result.Components.Count).Where(i => ResultName(_wide, i) == name).DefaultIfEmpty(-1).First();
        if (at >= 0)
            return Collected(name, type, _wide.Result.Components[at]);
        string? adjoint = _context.Source.Parameters.Where(parameter => parameter.Name == name).Select(parameter => _context.Names.Adjoint(parameter.Variable)).FirstOrDefault();
        return _wide.Parameters.FirstOrDefault(parameter => parameter.Modifier == "ref" && parameter.Variable.Name == adjoint) is { } reference
            ? Collected(adjoint!, type, reference.Variable.Type)
            : null;
    }

    private Variable? Final(MemberParameter reference) =>
        Collected(reference.Variable.Name, reference.Variable.Type, _wide.Parameters.First(parameter => parameter.Variable.Name == reference.Variable.Name).Variable.Type);

    /// <summary>A variable for one lane, whose values go into the lanes of another.</summary>
    private Variable Collected(string name, IrType type, IrType wide)
    {
        Variable one = _context.Supply.New(name, type, VariableRole.Helper), all = one;
        if (wide.IsWide != type.IsWide)
        {
            all = _context.Supply.New(name, wide, VariableRole.Helper);
            _before.Add(new Assign(all, wide.IsStorage ? new Opaque(wide, ["[]"], [], IsPure: true) : Algebra.Zero(wide)));
            _putBack.Add(new Assign(all, Call(wide, "Lanes.With(", all, _lane, one)));
        }
        _numbers[name] = all;
        return one;
    }

    private static string ResultName(Member member, int index) => member.Result.Names[index];

    private static Opaque Call(IrType type, string name, params Variable[] arguments) =>
        new(type, [name, .. Enumerable.Repeat(", ", arguments.Length - 1), ")"], arguments.Select(argument => (Expr)new Use(argument)).ToEquatableArray(), IsPure: type != s_void);

    private Callee CalleeOf(Member member) => new(
        "", member.Name,
        member.Parameters.Select(parameter => new Parameter(parameter.Variable, ModeOf(parameter), IsActive: false, IsMutated: false, Default: null)).ToEquatableArray(),
        member.Result)
    {
        IsCalledAsItIs = true,
        TypeArguments = _context.Source.TypeArguments,
    };

    private static PassingMode ModeOf(MemberParameter parameter) => parameter.Modifier switch
    {
        "ref" => PassingMode.Ref,
        "out" => PassingMode.Out,
        _ => PassingMode.Value,
    };
}
