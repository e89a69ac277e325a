using Differentiable.Tests.Testing.Contract;

namespace Differentiable.Tests.Testing.Engines;

/// <summary><c>FJvp</c>.</summary>
internal sealed class JvpEngine : TangentEngine
{
    public override string Name => "Jvp";

    public override bool Supports(CorpusFunction function) => function.Has(Derivatives.Jvp);

    public override TangentRun Run(CorpusFunction function, object?[] arguments, double[] direction)
    {
        MemberCall call = new MemberCall(GeneratedMember.FindByNames(function, MemberShape.Jvp(function)))
            .WithInputs(function, arguments)
            .WithTangents(arguments, direction)
            .Run();
        int tangents = call.Member.Shape.Results.Count(r => r.Name == "valueDot");
        object?[] results = call.Results;
        IEnumerable<object?> outputs = call.Tangents.Where(t => t.Source!.IsOutput).Select(t => call[t.Name]);
        IEnumerable<object> visible = results.SkipLast(tangents).Concat(function.Parameters.Select(p => call[p.Name])).SelectMany(Bits.Of);
        return new([.. Reals.OfAll([.. results.TakeLast(tangents), .. outputs])], visible);
    }
}
