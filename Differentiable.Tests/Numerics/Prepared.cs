using Differentiable.Tests.Testing;
using Differentiable.Tests.Testing.Contract;
using Differentiable.Tests.Testing.Engines;

namespace Differentiable.Tests.Numerics;

/// <summary>One sample of a function with everything that a call by an engine needs.</summary>
internal sealed class Prepared
{
    public Prepared(CorpusFunction function, int sample, ReverseEngine engine)
    {
        Arguments = function.Sample(sample);
        Primal = function.Run(Arguments);
        Cotangents = engine.Cotangents(Primal, new Random(sample));
        Call = engine.Prepare(Primal, Arguments, Cotangents);
    }

    public object?[] Arguments { get; }

    public Primal Primal { get; }

    public double[] Cotangents { get; }

    public MemberCall Call { get; }
}
