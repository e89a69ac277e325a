using Differentiable.Generators.Analysis;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Transforms.Adjoint;
using Differentiable.Generators.Transforms.Adjoint.Calls;
using Differentiable.Generators.Transforms.Adjoint.Keeping;
using Differentiable.Generators.Transforms.Adjoint.Reversal;
using Differentiable.Generators.Transforms.Runtime;

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
    private readonly SpanParameters _spans;

    public HalfMembers(AdjointContext context, ReverseBlock tree, SavedElements saved)
    {
        _context = context;
        _source = context.Source;
        _tree = tree;
        _saved = saved;
        _spans = new(_source, context.Supply);
    }

    public HalfPair Build()
    {
        List<MemberParameter> cotangents = [.. Cotangents.Of(_context, asReferences: false)];
        List<Statement> seeds = [.. Cotangents.Seeds(_context, cotangents, checksLengths: false)];
        Halves halves = Sweep(seeds);
        var throughNumbers = new ThroughNumbers(_context, [.. Signature.Inputs(_source), .. cotangents], [.. halves.Forward, .. halves.Back]);
        return new(Forward(halves, throughNumbers), Reverse(halves, cotangents, throughNumbers), RunTwice: halves.Kept is not null, halves.Left);
    }

    /// <summary>What the halves do: store what the reverse half needs, or where that cannot be stored, run the forward sweep again.</summary>
    private Halves Sweep(List<Statement> seeds)
    {
        if (_source.IsCheckpointed || _saved.Checkpointed.All.Any())
            return RunTwice(seeds);
        try
        {
            var sweeps = new Sweeps(_context, _tree, _saved, new Placement(_context, new(ReferenceComparer.Instance), areHalves: true), seeds);
            List<Statement> back = [.. _context.ShadowsOfPassedStorage(), .. new ReverseSweep(sweeps).Run()];
            return new(new ForwardSweep(sweeps).Run(_context.Regions.Root), back, sweeps.Ledger, null);
        }
        catch (UnsupportedStorageException)
        {
            return RunTwice(seeds);
        }
    }

    private Halves RunTwice(List<Statement> seeds)
    {
        var left = new Ledger(_context, new(_context, new(ReferenceComparer.Instance), areHalves: true));
        foreach (Expr storage in Written())
            left.AddElements(_context.Regions.Root, storage);
        (List<Statement> again, Ledger kept) = JoinedSweep.Run(_context, _tree, _saved, seeds, keepsFinals: false);
        return new([.. RefusalToRunTwice(), .. RunOnly()], [.. Written().Reverse().Select(_context.Runtime.PopElements), .. again], left, kept);
    }

    /// <summary>Of another random number in the second run there would be another derivative. The method's own gradient runs it once.</summary>
    private IEnumerable<Statement> RefusalToRunTwice()
    {
        if (_source.NotForSecondRun is not { } code)
            return [];
        string reason = $"Where another method calls '{_source.Name}', its reverse sweep runs it again, and '{code}' may give another value then: compute it in the caller, and pass it in, or mark the method that it calls [Pure] if it gives the same each time.";
        return [new Throw(new Opaque(new OpaqueType("var"), ["new global::System.NotSupportedException(", ")"], [new Constant(new OpaqueType("string"), reason)], IsPure: true))];
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

    private IEnumerable<Expr> Written() => _source.Parameters.Where(parameter => parameter.IsMutated).Select(parameter => new Use(parameter.Variable));

    private Member Forward(Halves halves, ThroughNumbers throughNumbers)
    {
        List<Variable> outputs = [.. _context.Results, .. Finals()];
        List<Statement> body = [.. halves.Forward];
        body.Add(new Return(outputs.Select(output => _spans.AsReturned(output, body)).ToEquatableArray()));
        IEnumerable<Statement> checks = Checks.OfWritten([.. Checks.Storage(_source).Select(_spans.Of)]);
        return Finish(CallHalves.Forward, [], OutputShape(outputs), "The forward half of {F}.", KeptText.OfHalf(_context, halves.Left), checks, body, throughNumbers) with { Attribute = Facts.Of(_source) };
    }

    private Member Reverse(Halves halves, List<MemberParameter> cotangents, ThroughNumbers throughNumbers)
    {
        Expr[] adjoints = [.. Signature.ActiveScalars(_source).Select(parameter => JoinedMembers.AdjointOf(_context, parameter))];
        ReturnShape shape = ReturnShape.Of(Signature.ActiveScalars(_source).Select(parameter => (_context.AdjointType(parameter.Type), parameter.Name)));
        return Finish(
            CallHalves.Backward,
            [.. cotangents, .. Signature.DestinationsOfHalves(_context)],
            shape,
            "The reverse half of {F}.",
            halves.Kept is { } kept ? KeptText.Of(_context, kept) : "",
            [],
            [.. halves.Back, new Return(adjoints)],
            throughNumbers);
    }

    private Member Finish(
        string suffix, IEnumerable<MemberParameter> more, ReturnShape shape, string summary, string remarks, IEnumerable<Statement> checks, List<Statement> body, ThroughNumbers throughNumbers)
    {
        body = throughNumbers.In([.. Signature.Inputs(_source), .. more], body);
        List<MemberParameter> parameters =
        [
            .. Signature.Inputs(_source).Select(input => _spans.Of(input) with { Modifier = "", Part = null, IsOwn = false }),
            .. more,
            new(_context.Stack, "", null, "Carries what the forward half keeps to the reverse half."),
        ];
        Block retyped = new([.. checks, .. _spans.In(new(body)).Statements]);
        Member half = new(_source.Name + suffix, _source.Accessibility, parameters, shape, summary, "", IsHidden: true, retyped) { Remarks = remarks };
        return Finishing.Run(half, _context);
    }

    private IEnumerable<Variable> Finals() => _source.Parameters
        .Zip(_context.Finals, (parameter, final) => (parameter, final))
        .Where(pair => pair.parameter.Mode is PassingMode.Ref or PassingMode.Out)
        .Select(pair => pair.final);

    private ReturnShape OutputShape(List<Variable> outputs)
    {
        List<IrType> types = [.. _source.Result.Components, .. outputs.Skip(_source.Result.Components.Count).Select(output => output.Type)];
        return new(types, types.Select((_, i) => $"Item{i + 1}").ToEquatableArray(), types.Count > 1);
    }

    /// <param name="Forward">What the forward half does.</param>
    /// <param name="Back">What the reverse half does.</param>
    /// <param name="Left">What the one leaves to the other.</param>
    /// <param name="Kept">What the reverse half keeps itself, where it runs the forward sweep again.</param>
    private sealed record Halves(List<Statement> Forward, List<Statement> Back, Ledger Left, Ledger? Kept);
}
