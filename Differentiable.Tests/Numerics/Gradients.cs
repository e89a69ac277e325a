using System.Reflection;
using Differentiable.Tests.Testing;
using Differentiable.Tests.Testing.Engines;

namespace Differentiable.Tests.Numerics;

/// <summary>Gradients at given points, for tests that know the answer.</summary>
internal static class Gradients
{
    /// <summary>The gradient of a function of the corpus.</summary>
    public static double[] Of(string function, params object[] arguments) => Of(CorpusIndex.Get(function), arguments);

    public static double[] Of(Type type, string method, params object[] arguments) =>
        Of(new CorpusFunction(type.GetMethod(method, BindingFlags.Public | BindingFlags.Static)!), arguments);

    private static double[] Of(CorpusFunction function, object[] arguments)
    {
        ReverseEngine engine = ReverseEngines.Get("Gradient");
        return engine.Prepare(function.Run(arguments), arguments, []).Run().Adjoints(function);
    }
}
