using Differentiable.Tests.Testing.Contract;

namespace Differentiable.Tests.Testing.Engines;

/// <summary><c>FVjp</c>: any cotangents. Destinations come in as the cotangents of the elements that the function leaves.</summary>
internal sealed class VjpEngine : ReverseEngine
{
    public override string Name => "Vjp";

    public override MemberShape Shape(CorpusFunction function) => MemberShape.Vjp(function);

    public override bool Supports(CorpusFunction function) => true;

    public override double[] Cotangents(Primal primal, Random random) =>
        [.. primal.Outputs.Select(_ => Math.Round(64 * (0.5 + random.NextDouble())) / 64)];

    public override MemberCall Prepare(Primal primal, object?[] arguments, double[] cotangents)
    {
        CorpusFunction function = primal.Function;
        using IEnumerator<double> source = cotangents.AsEnumerable().GetEnumerator();
        object? result = Reals.Refill(primal.Result, source);
        Dictionary<CorpusParameter, object?> outputs =
            function.ActiveOutputs.ToDictionary(p => p, p => Reals.Refill(primal.Arguments[p.Position], source));

        MemberCall call = Call(function, arguments).WithDestinations(arguments, (parameter, _) => outputs[parameter]);
        if (function.ReturnType != typeof(void))
            call[call.Name(SlotKind.ResultCotangent)] = result;
        foreach (CorpusParameter parameter in function.ActiveOutputs.Where(p => p.IsOut))
            call[call.Name(SlotKind.Adjoint, parameter)] = outputs[parameter];
        return call;
    }
}
