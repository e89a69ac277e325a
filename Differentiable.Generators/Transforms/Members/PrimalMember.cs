using Differentiable.Generators.Analysis;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Transforms.Adjoint;
using Differentiable.Generators.Transforms.Adjoint.Keeping;
using Differentiable.Generators.Transforms.Adjoint.Reversal;

namespace Differentiable.Generators.Transforms.Members;

/// <summary>The function itself, for one that was lifted out of another and that no one but generated code can call.</summary>
internal static class PrimalMember
{
    /// <param name="context">The function, of whose values none has an adjoint.</param>
    public static Member Of(AdjointContext context)
    {
        Function source = context.Source;
        var nothing = new ReverseBlock(context.Regions.Root, []);
        var sweeps = new Sweeps(context, nothing, new(context), new Placement(context, new(ReferenceComparer.Instance), areHalves: false), []);
        List<Statement> body = [.. new ForwardSweep(sweeps).Run(context.Regions.Root), .. HandBack(context)];
        SpanParameters spans = new(source, context.Supply);
        body.Add(new Return(context.Results.Select(result => spans.AsReturned(result, body)).ToEquatableArray()));
        MemberParameter[] parameters = [.. source.Parameters.Select(parameter => new MemberParameter(parameter.Variable, Modifier(parameter.Mode), null, "As in {F}."))];
        Member member = new(source.Name, source.Accessibility, parameters, source.Result, "What {F} computes, with what it captures as parameters.", "", IsHidden: true, new(body));
        return Finishing.Run(member, context);
    }

    private static string Modifier(PassingMode mode) => mode switch
    {
        PassingMode.Ref => "ref",
        PassingMode.Out => "out",
        _ => "",
    };

    /// <summary>The final values of references.</summary>
    private static IEnumerable<Statement> HandBack(AdjointContext context) => context.Source.Parameters
        .Zip(context.Finals, (parameter, final) => (parameter, final))
        .Where(pair => pair.parameter.Mode is PassingMode.Ref or PassingMode.Out && pair.final != pair.parameter.Variable)
        .Select(pair => new Assign(pair.parameter.Variable, new Use(pair.final)));
}
