using Differentiable.Tests.Testing.Contract;

namespace Differentiable.Tests.Testing.Engines;

/// <summary><c>FGradient</c> and <c>FValueAndGradient</c>, into destinations or allocating: the cotangent of the result is one.</summary>
internal sealed class GradientEngine(string name, Func<CorpusFunction, MemberShape> shape, bool allocates) : ReverseEngine
{
    public override string Name => name;

    public override bool Allocates => allocates;

    public override MemberShape Shape(CorpusFunction function) => shape(function);

    public override bool Supports(CorpusFunction function) => function.HasGradient && (!allocates || function.HasDestinations);

    public override double[] Cotangents(Primal primal, Random random) =>
        [1, .. Enumerable.Repeat(0.0, primal.Outputs.Length - 1)];

    /// <summary>Destinations start as garbage, since they are to be overwritten.</summary>
    public override MemberCall Prepare(Primal primal, object?[] arguments, double[] cotangents) =>
        Call(primal.Function, arguments).WithDestinations(arguments, (_, shape) => Reals.Filled(shape, double.NaN));
}
