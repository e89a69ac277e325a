using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using Differentiable.Tests.Testing;
using Differentiable.Tests.Testing.Generation;

namespace Differentiable.Tests.TensorFunctions;

/// <summary>For each function of TensorPrimitives a differentiable method of second order that calls it and weighs what it gives, compiled in memory.</summary>
internal static class HigherOrderMethods
{
    private static readonly Lazy<Dictionary<string, MethodInfo>> s_tangents = new(Compile);

    /// <summary>The weight of what stands at a place among all that the function gives.</summary>
    public static double Weight(int place) => 1.5 - 0.25 * place;

    /// <summary>The value, its tangents along two directions, and the second derivative along both.</summary>
    public static MethodInfo TangentOfTangent(TensorFunction function) => s_tangents.Value[function.Name];

    private static Dictionary<string, MethodInfo> Compile()
    {
        TensorFunction[] functions = [.. TensorRuleTests.WithRules];
        StringBuilder source = new("using System; using System.Numerics.Tensors; using Differentiable;\npublic static partial class HigherOrder\n{\n");
        for (int i = 0; i < functions.Length; i++)
            source.Append(Declare(functions[i], i));
        GeneratorRun run = GeneratorRun.Of(source.Append("}\n").ToString());
        Assert.Empty(run.Problems);
        using MemoryStream image = run.Emit();
        Type type = new AssemblyLoadContext(nameof(HigherOrderMethods)).LoadFromStream(image).GetType("HigherOrder")!;
        return functions.Select((function, i) => (function.Name, Tangent: type.GetMethod($"F{i}JvpJvp")!)).ToDictionary(pair => pair.Name, pair => pair.Tangent);
    }

    private static string Declare(TensorFunction function, int number)
    {
        string parameters = string.Join(", ", function.Parameters.Where(parameter => TensorFunction.IsReal(parameter) && !TensorFunction.IsOutput(parameter))
            .Select(input => $"{(function.ActiveInputs.Contains(input) ? "" : "[NonDifferentiable] ")}{(TensorFunction.IsSpan(input) ? "ReadOnlySpan<double>" : "double")} {input.Name}"));
        string call = $"TensorPrimitives.{function.Method.Name}<double>({string.Join(", ", function.Parameters.Select(Argument))})";
        string head = $"    [Differentiable(Derivatives.Jvp, Order = 2)] public static double F{number}({parameters})";
        if (function.HasRealResult)
            return $"{head} => {Weight(0)} * {call};\n";
        string length = function.ActiveInputs.First(TensorFunction.IsSpan).Name + ".Length";
        string[] outputs = [.. function.Outputs.Select(output => output.Name!)];
        string buffers = string.Concat(outputs.Select(output => $"Span<double> {output} = new double[{length} + 1]; "));
        string sum = string.Join(" + ", outputs.Select((output, i) => $"({Weight(0)} - 0.25 * ({i} * {length} + i)) * {output}[i]"));
        return $"{head} {{ {buffers}{call}; double sum = 0; for (int i = 0; i < {length}; i++) sum += {sum}; return sum; }}\n";
    }

    private static string Argument(ParameterInfo parameter) => parameter.ParameterType == typeof(int) ? parameter.Name == "n" ? "3" : "1"
        : parameter.ParameterType == typeof(MidpointRounding) ? "MidpointRounding.ToEven"
        : parameter.Name!;
}
