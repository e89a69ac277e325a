using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Transforms.Members;

/// <summary>What callers in other assemblies must know of a method, as an attribute on its forward half.</summary>
internal static class Facts
{
    private const string Attribute = "global::Differentiable.Runtime.GeneratedDerivative";

    public static string? Of(Function function)
    {
        List<string> facts =
        [
            .. Names("Members", function.Parameters.Select(parameter => parameter.Source).OfType<string>().Select(source => source.Substring("this.".Length).TrimStart('@'))),
            .. Names("Returned", function.Returned.Parameters),
        ];
        if (function.Returned.Always)
            facts.Add("ReturnsAlways = true");
        if (function is { IsOnStruct: true, Parameters: [{ Part.Type.HoldsArrays: true, WholeMode: PassingMode.Ref }, ..] })
            facts.Add("ChangesStruct = true");
        if (function.NotForSecondRun is not null)
            facts.Add("MayDiffer = true");
        return facts.Count == 0 ? null : $"{Attribute}({string.Join(", ", facts)})";
    }

    private static IEnumerable<string> Names(string property, IEnumerable<string> names)
    {
        string list = string.Join(", ", names.Select(name => $"\"{name}\""));
        return list.Length == 0 ? [] : [$"{property} = new[] {{ {list} }}"];
    }
}
