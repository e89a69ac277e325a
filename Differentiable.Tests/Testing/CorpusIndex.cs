using System.Reflection;
using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Testing;

/// <summary>All functions of the corpus, found by their attribute.</summary>
internal static class CorpusIndex
{
    private const string Namespace = "Differentiable.Tests.Corpus";

    private static readonly Dictionary<string, CorpusFunction> s_functions = Find();

    public static IEnumerable<CorpusFunction> Functions => s_functions.Values;

    public static CorpusFunction Get(string name) => s_functions[name];

    private static Dictionary<string, CorpusFunction> Find()
    {
        Dictionary<string, CorpusFunction> functions = [];
        IEnumerable<Type> types = typeof(CorpusIndex).Assembly.GetTypes()
            .Where(t => t.Namespace == Namespace || t.Namespace?.StartsWith(Namespace + ".", StringComparison.Ordinal) == true);
        foreach (MethodInfo method in Closings.OfDifferentiable(types))
        {
            string name = Unique(functions, method);
            functions.Add(name, new(method) { Name = name });
        }
        return functions;
    }

    private static string Unique(Dictionary<string, CorpusFunction> taken, MethodInfo method)
    {
        string name = new CorpusFunction(method).Name + Closings.Suffix(method);
        return taken.ContainsKey(name) ? $"{name}({string.Join(", ", method.GetParameters().Select(p => p.ParameterType.Name))})" : name;
    }
}
