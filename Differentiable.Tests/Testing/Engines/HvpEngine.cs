using Differentiable.Tests.Testing.Contract;

namespace Differentiable.Tests.Testing.Engines;

/// <summary><c>FHvp</c>.</summary>
internal sealed class HvpEngine : CurvatureEngine
{
    public override string Name => "Hvp";

    public override double[] Product(CorpusFunction function, object?[] arguments, double[] direction) =>
        new MemberCall(GeneratedMember.FindByNames(function, MemberShape.Hvp(function)))
            .WithInputs(function, arguments)
            .WithTangents(arguments, direction)
            .WithDestinations(arguments, (_, shape) => Reals.Filled(shape, double.NaN))
            .Run()
            .Adjoints(function);
}
