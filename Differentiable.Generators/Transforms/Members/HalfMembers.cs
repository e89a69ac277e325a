using Differentiable.Generators.Analysis;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Transforms.Adjoint;

namespace Differentiable.Generators.Transforms.Members;

/// <summary>
/// The forward and reverse halves that generated callers use: the forward half leaves on the caller's value stack what the reverse half
/// takes off. All scalars go in and out by value; vectors are spans.
/// </summary>
internal sealed class HalfMembers
{
    private readonly AdjointContext _context;
    private readonly Function _source;
    private readonly ReverseBlock _tree;
    private readonly SavedElements _saved;
    private readonly Dictionary<Variable, Variable> _spans;

    public HalfMembers(AdjointContext context, ReverseBlock tree, SavedElements saved)
    {
        _context = context;
        _source = context.Source;
        _tree = tree;
        _saved = saved;
        _spans = _source.Parameters.ToDictionary(parameter => parameter.Variable, AsSpan);
    }

    public IEnumerable<Member> Build()
    {
        List<MemberParameter> cotangents = [.. Cotangents.Of(_context, asReferences: false)];
        List<Statement> seeds = [.. Cotangents.Seeds(_context, cotangents, checksLengths: false)];
        (List<Statement> forward, List<Statement> back) = Sweep(seeds);
        return [Forward(forward), Reverse(back, cotangents)];
    }

    /// <summary>What the halves do: store what the reverse half needs, or where that cannot be stored, run the forward sweep again.</summary>
    private (List<Statement> Forward, List<Statement> Back) Sweep(List<Statement> seeds)
    {
        try
        {
            var sweeps = new Sweeps(_context, _tree, _saved, new Placement(_context, new(ReferenceComparer.Instance), areHalves: true), seeds);
            List<Statement> back = [.. _context.ShadowsOfPassedStorage(), .. new ReverseSweep(sweeps).Run()];
            return (new ForwardSweep(sweeps).Run(_context.Regions.Root), back);
        }
        catch (UnsupportedStorageException)
        {
            return (RunOnly(), RunAgain(seeds));
        }
    }

    private List<Statement> RunOnly()
    {
        var nothing = new ReverseBlock(_context.Regions.Root, []);
        var sweeps = new Sweeps(_context, nothing, new(_context), new Placement(_context, new(ReferenceComparer.Instance), areHalves: false), []);
        List<Statement> run = new ForwardSweep(sweeps).Run(_context.Regions.Root);
        return [.. Written().Select(_context.Runtime.PushElements), .. WithoutTrace(run)];
    }

    /// <summary>What the forward halves of calls leave on the stack is dropped: they run again.</summary>
    private List<Statement> WithoutTrace(List<Statement> run)
    {
        if (!_context.Body.DescendantStatements().Any(statement => statement is Call))
            return run;
        Variable mark = _context.Supply.New("mark", IrType.Int32, VariableRole.Helper);
        return [_context.Runtime.MarkStack(mark), .. run, _context.Runtime.TruncateStack(mark)];
    }

    private List<Statement> RunAgain(List<Statement> seeds) =>
    [
        .. Written().Reverse().Select(_context.Runtime.PopElements),
        .. JoinedSweep.Run(_context, _tree, _saved, seeds, keepsFinals: false),
    ];

    private IEnumerable<Expr> Written() => _source.Parameters.Where(parameter => parameter.IsMutated).Select(parameter => new Use(parameter.Variable));

    private Member Forward(List<Statement> code)
    {
        List<Variable> outputs = [.. _context.Results, .. Finals()];
        List<Statement> body = [.. code];
        body.Add(new Return(outputs.Select(output => AsReturned(output, body)).ToEquatableArray()));
        return Finish(CallHalves.Forward, [], OutputShape(outputs), "The forward half of {F}.", body) with { Attribute = Facts.Of(_source) };
    }

    private Member Reverse(List<Statement> code, List<MemberParameter> cotangents)
    {
        Expr[] adjoints = [.. Signature.ActiveScalars(_source).Select(parameter => JoinedMembers.AdjointOf(_context, parameter))];
        ReturnShape shape = Signature.Shape(Signature.ActiveScalars(_source).Select(parameter => (parameter.Type, parameter.Name)));
        return Finish(
            CallHalves.Backward,
            [.. cotangents, .. Signature.Destinations(_context, overwritten: false)],
            shape,
            "The reverse half of {F}.",
            [.. code, new Return(adjoints)]);
    }

    private Member Finish(string suffix, IEnumerable<MemberParameter> more, ReturnShape shape, string summary, List<Statement> body)
    {
        List<MemberParameter> parameters =
        [
            .. Signature.Inputs(_source).Select(AsInHalves),
            .. more,
            new(_context.Stack, "", null, "Carries what the forward half keeps to the reverse half."),
        ];
        Block retyped = Retyped(new(body));
        return Finishing.Run(new(_source.Name + suffix, _source.Accessibility, parameters, shape, summary, "", IsHidden: true, retyped), _context);
    }

    private MemberParameter AsInHalves(MemberParameter parameter) => parameter with
    {
        Variable = _spans[parameter.Variable],
        Modifier = "",
        AnnotatedType = IsRetyped(parameter.Variable) ? null : parameter.AnnotatedType,
    };

    /// <summary>Vectors come in as spans, which are never null: what only looks at the array as an object goes.</summary>
    private Block Retyped(Block block)
    {
        IEnumerable<Statement> kept = block.Statements.Where(statement =>
            statement is not Evaluate { Value: Opaque opaque } || !IsOfUser(opaque) || !opaque.Arguments.Any(argument => argument is Use use && IsRetyped(use.Variable)));
        return new Block(kept.ToList()).MapStatements(statement => statement
            .MapExpressions(expression => expression.Rewrite(RetypedPart))
            .MapBlocks(Retyped));
    }

    private Expr RetypedPart(Expr part) => part switch
    {
        Use use when IsRetyped(use.Variable) => new Use(_spans[use.Variable]),
        Opaque opaque when IsOfUser(opaque) && opaque.Arguments.Any(argument => argument is Use { Type: SpanType }) => WithArrays(opaque),
        _ => part,
    };

    /// <summary>Other code that takes an array, and only reads it, is given a copy.</summary>
    private Opaque WithArrays(Opaque opaque)
    {
        List<Expr> arguments = [.. opaque.Arguments];
        for (int i = 0; i < arguments.Count; i++)
        {
            string before = opaque.Text[i].TrimEnd(), after = opaque.Text[i + 1];
            bool isPassed = before.Length > 0 && before[before.Length - 1] is '(' or ',' && after.Length > 0 && after[0] is ')' or ',';
            if (isPassed && arguments[i] is Use { Variable: var span } use && _spans.Any(pair => pair.Value == span && pair.Key.Type is ArrayType))
                arguments[i] = new Opaque(new ArrayType(span.Type.Element!, 1), ["", ".ToArray()"], [use], IsPure: true);
        }
        return opaque with { Arguments = arguments };
    }

    private static bool IsOfUser(Opaque opaque) => !opaque.Variables().Any(variable => variable.Role is VariableRole.Helper or VariableRole.Shadow);

    private bool IsRetyped(Variable variable) => _spans.TryGetValue(variable, out Variable? span) && span != variable;

    private IEnumerable<Variable> Finals() => _source.Parameters
        .Zip(_context.Finals, (parameter, final) => (parameter, final))
        .Where(pair => pair.parameter.Mode is PassingMode.Ref or PassingMode.Out)
        .Select(pair => pair.final);

    private ReturnShape OutputShape(List<Variable> outputs)
    {
        List<IrType> types = [.. _source.Result.Components, .. outputs.Skip(_source.Result.Components.Count).Select(output => output.Type)];
        return new(types, types.Select((_, i) => $"Item{i + 1}").ToEquatableArray(), types.Count > 1);
    }

    /// <summary>A vector is returned as an array: what comes from the workspace goes back to it.</summary>
    private Expr AsReturned(Variable output, List<Statement> code)
    {
        if (output.Type is not SpanType span)
            return new Use(output);
        var type = new ArrayType(span.ElementType, 1);
        Variable array = _context.Supply.New(output.Name, type, VariableRole.Helper);
        code.Add(new Assign(array, new CopyOf(type, new Use(output))));
        return new Use(array);
    }

    private static Variable AsSpan(Parameter parameter) => parameter.Type.IsVector
        ? parameter.Variable with { Type = new SpanType(parameter.Type.Element!, parameter.IsReadOnlyInHalves) }
        : parameter.Variable;
}
