using Differentiable.Generators.Analysis;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Transforms.Adjoint;
using Differentiable.Generators.Transforms.Adjoint.Keeping;
using Differentiable.Generators.Transforms.Adjoint.Reversal;
using Differentiable.Generators.Transforms.Tangent;

namespace Differentiable.Generators.Transforms.Members;

/// <summary>Forward mode: the value and its directional derivative, in one sweep that keeps nothing.</summary>
internal sealed class TangentMember
{
    private readonly AdjointContext _context;
    private readonly Function _source;
    private readonly Function _primal;
    private readonly TangentSignature _signature;
    private readonly SpanParameters _spans;

    /// <param name="context">The tangent as a function.</param>
    /// <param name="tangent">Which of its parameters are tangents of which.</param>
    public TangentMember(AdjointContext context, TangentFunction tangent)
    {
        _primal = tangent.Primal;
        _context = context;
        _source = context.Source;
        _signature = tangent.Signature;
        _spans = new(_source, context.Supply);
    }

    /// <summary>The members: as users call it, and where it takes or gives structs, as generated code does.</summary>
    public IEnumerable<Member> Build() => _signature.HasStructs ? [Of(isFlat: false), Of(isFlat: true)] : [Of(isFlat: false)];

    /// <param name="isFlat">Does it take structs leaf by leaf?</param>
    public Member Of(bool isFlat)
    {
        List<Statement> body = [.. Run(), .. HandBack()];
        body.Add(new Return(_context.Results.Select((result, i) => isFlat || !IsInline(i) ? _spans.AsReturned(result, body) : new Use(result)).ToEquatableArray()));
        bool hasResult = !_source.Result.IsVoid;
        IEnumerable<MemberParameter> parameters = _source.Parameters.Select((parameter, i) => AsMemberParameter(parameter, i, isFlat));
        string suffix = isFlat && _signature.HasStructs ? TangentSignature.FlatSuffix : TangentSignature.Suffix;
        var member = new Member(
            _primal.Name + suffix, _source.Accessibility,
            [.. isFlat ? parameters.Select(parameter => parameter with { Part = null }) : parameters],
            isFlat ? _source.Result with { Parts = [] } : _source.Result,
            $"The {(hasResult ? "value and the " : "")}Jacobian-vector product of {{F}}: the derivative{(hasResult ? " of its result" : "")} along given tangents of its inputs.",
            hasResult ? "The value, then its tangent." : "", IsHidden: isFlat, new([.. Checks(), .. _spans.In(new(body)).Statements]));
        return Finishing.Run(member with { Attribute = Facts.Of(_source) }, _context);
    }

    private bool IsInline(int component) => _source.Result.Parts.Count > 0 && _source.Result.Parts[component]?.InlineLength is not null;

    private List<Statement> Run()
    {
        var nothing = new ReverseBlock(_context.Regions.Root, []);
        var sweeps = new Sweeps(_context, nothing, new(_context), new Placement(_context, new(ReferenceComparer.Instance), areHalves: false), []);
        return new ForwardSweep(sweeps).Run(_context.Regions.Root);
    }

    private MemberParameter AsMemberParameter(Parameter parameter, int index, bool isFlat)
    {
        string modifier = (isFlat ? parameter.Mode : parameter.WholeMode) switch
        {
            PassingMode.Ref => "ref",
            PassingMode.Out => "out",
            PassingMode.In => "in",
            _ => "",
        };
        var member = new MemberParameter(parameter.Variable, modifier, null, Describe(parameter, index))
        {
            AnnotatedType = parameter.AnnotatedType,
            Source = parameter.Source,
            Part = parameter.Part,
            IsPutBack = parameter.IsPutBack,
        };
        return _spans.Of(member);
    }

    private string Describe(Parameter parameter, int index)
    {
        if (PrimalOf(index) is not { } primal)
            return "As in {F}.";
        return (parameter.WholeMode, parameter.IsMutated) switch
        {
            (PassingMode.Out, _) => $"The tangent of {primal.DeclaredName}.",
            (PassingMode.Ref, _) => $"In: the tangent of the initial value of {primal.DeclaredName}. Out: that of the final one.",
            (_, true) => $"In: the tangents of the initial elements of {primal.Name}. Out: those of the final ones. Same shape.",
            _ => $"The tangent of {primal.DeclaredName}{(parameter.Type.IsStorage ? "; of the same shape" : "")}.",
        };
    }

    private Parameter? PrimalOf(int index)
    {
        for (int i = 0; i < _signature.Tangents.Count; i++)
        {
            if (_signature.Tangents[i] == index)
                return _source.Parameters[i];
        }
        return null;
    }

    /// <summary>Tangents have the shapes of what they belong to, and nothing that is written overlaps anything else.</summary>
    private IEnumerable<Statement> Checks()
    {
        for (int i = 0; i < _source.Parameters.Count; i++)
        {
            if (_source.Parameters[i] is { Type.IsStorage: true, InlineMode: null } && PrimalOf(i) is { } primal)
                yield return Members.Checks.SameShape(new(_spans.Of(_source.Parameters[i])), _spans.Of(primal));
        }
        foreach (Statement check in Members.Checks.OfWritten([.. Members.Checks.Storage(_source).Select(_spans.Of)]))
            yield return check;
    }

    private IEnumerable<Statement> HandBack() => _source.Parameters
        .Zip(_context.Finals, (parameter, final) => (parameter, final))
        .Where(pair => pair.parameter.Mode is PassingMode.Ref or PassingMode.Out && pair.final != pair.parameter.Variable)
        .Select(pair => new Assign(pair.parameter.Variable, new Use(pair.final)));
}
