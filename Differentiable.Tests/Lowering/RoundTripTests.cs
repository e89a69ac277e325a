using System.Reflection;
using Differentiable.Tests.Testing;

namespace Differentiable.Tests.Lowering;

/// <summary>Lowering changes nothing: each corpus function computes the same bits and leaves the same arguments when it is run as lowered.</summary>
public class RoundTripTests
{
    public static TheoryData<string> Functions => [.. RoundTrip.Names];

    [Theory]
    [MemberData(nameof(Functions))]
    public void A_lowered_function_computes_the_same_bits(string name)
    {
        (CorpusFunction source, MethodInfo method) = RoundTrip.Get(name);
        CorpusFunction lowered = new(method);
        for (int sample = 0; sample < source.SampleCount; sample++)
        {
            object?[] arguments = source.Sample(sample);
            if (source.RoundsDifferently)
                Agreement.Close(source.Run(arguments).Outputs, lowered.Run(arguments).Outputs, 1e-5, name);
            else
                Assert.Equal(source.Run(arguments).Bits, lowered.Run(arguments).Bits);
        }
    }
}
