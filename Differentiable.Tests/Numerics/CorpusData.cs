using Differentiable.Tests.Testing;
using Differentiable.Tests.Testing.Engines;

namespace Differentiable.Tests.Numerics;

/// <summary>The corpus as theory data: names and numbers, so that one case can be picked by its display name.</summary>
internal static class CorpusData
{
    public static TheoryData<string, int, string> Runs(Func<ReverseEngine, bool> engines) =>
        Runs(function => ReverseEngines.For(function).Where(engines).Select(engine => engine.Name));

    public static TheoryData<string, int, string> Runs(Func<CorpusFunction, IEnumerable<string>> engines)
    {
        TheoryData<string, int, string> data = [];
        foreach (CorpusFunction function in CorpusIndex.Functions)
        {
            foreach (string engine in engines(function))
            {
                for (int sample = 0; sample < function.SampleCount; sample++)
                    data.Add(function.Name, sample, engine);
            }
        }
        return data;
    }

    public static TheoryData<string, int> Samples(Func<CorpusFunction, bool>? functions = null)
    {
        TheoryData<string, int> data = [];
        foreach (CorpusFunction function in CorpusIndex.Functions.Where(functions ?? (_ => true)))
        {
            for (int sample = 0; sample < function.SampleCount; sample++)
                data.Add(function.Name, sample);
        }
        return data;
    }

    public static TheoryData<string, string> Engines(Func<ReverseEngine, bool> engines, Func<CorpusFunction, bool>? functions = null)
    {
        TheoryData<string, string> data = [];
        foreach (CorpusFunction function in CorpusIndex.Functions.Where(functions ?? (_ => true)))
        {
            foreach (ReverseEngine engine in ReverseEngines.For(function).Where(engines))
                data.Add(function.Name, engine.Name);
        }
        return data;
    }
}
