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
    private readonly Sweeps _sweeps;
    private readonly Dictionary<Variable, Variable> _spans;

    public HalfMembers(AdjointContext context, ReverseBlock tree, SavedElements saved)
    {
        _context = context;
        _source = context.Source;
        _sweeps = new(context, tree, saved, new Placement(context, new(ReferenceComparer.Instance), areHalves: true));
        _spans = _source.Parameters.ToDictionary(parameter => parameter.Variable, AsSpan);
    }

    public Member Forward()
    {
        List<Variable> outputs = [.. _context.Results, .. Finals()];
        List<Statement> body =
        [
            .. new ForwardSweep(_sweeps).Run(_context.Regions.Root),
            new Return(outputs.Select(AsReturned).ToEquatableArray()),
        ];
        return Finish(CallHalves.Forward, [], OutputShape(outputs), "The forward half of {F}.", body);
    }

    public Member Reverse()
    {
        List<MemberParameter> cotangents = [.. Cotangents.Of(_context, asReferences: false)];
        List<Statement> body =
        [
            .. new ReverseSweep(_sweeps).Run(_sweeps.Tree, Cotangents.Seeds(_context, cotangents)),
            new Return(Signature.ActiveScalars(_source).Select(parameter => JoinedMembers.AdjointOf(_context, parameter)).ToEquatableArray()),
        ];
        ReturnShape shape = Signature.Shape(Signature.ActiveScalars(_source).Select(parameter => (parameter.Type, parameter.Name)));
        return Finish(
            CallHalves.Backward, [.. cotangents, .. Signature.Destinations(_context, overwritten: false)], shape, "The reverse half of {F}.", body);
    }

    private Member Finish(string suffix, IEnumerable<MemberParameter> more, ReturnShape shape, string summary, List<Statement> body)
    {
        List<MemberParameter> parameters =
        [
            .. Signature.Inputs(_source).Select(parameter => parameter with { Variable = _spans[parameter.Variable], Modifier = "" }),
            .. more,
            new(_context.Stack, "", null, "Carries what the forward half keeps to the reverse half."),
        ];
        Block retyped = new Block(body).RewriteExpressions(part =>
            part is Use use && _spans.TryGetValue(use.Variable, out Variable? span) ? new Use(span) : part);
        return Finishing.Run(new(_source.Name + suffix, _source.Accessibility, parameters, shape, summary, "", IsHidden: true, retyped), _context);
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

    private Expr AsReturned(Variable output) => output.Type is SpanType span
        ? new CopyOf(new ArrayType(span.ElementType, 1), new Use(output))
        : new Use(output);

    private Variable AsSpan(Parameter parameter) => parameter.Type is ArrayType { Rank: 1, ElementType.IsStorage: false } vector
        ? parameter.Variable with { Type = new SpanType(vector.ElementType, !parameter.IsMutated) }
        : parameter.Variable;
}
