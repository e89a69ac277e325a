using Differentiable.Generators.Ir;
using Differentiable.Generators.Transforms.Members;

namespace Differentiable.Generators.Transforms.Tangent;

/// <summary>
/// What the tangent of a method takes and gives: what the method does, and behind that the tangents of the active parameters and of the real
/// components of the result. <c>double F(double x, int n)</c> has the tangent
/// <c>(double value, double valueDot) FJvp(double x, int n, double xDot)</c>.
/// </summary>
/// <param name="Parameters">The method's parameters, then their tangents.</param>
/// <param name="Tangents">For each parameter of the method its tangent's index among all; null where it has none.</param>
/// <param name="Result">The method's result, then its tangent.</param>
internal sealed record TangentSignature(EquatableArray<Parameter> Parameters, IReadOnlyList<int?> Tangents, ReturnShape Result)
{
    public const string Suffix = "Jvp";

    /// <param name="parameters">The method's parameters.</param>
    /// <param name="result">What it returns.</param>
    /// <param name="isWide">Is there a tangent for each of several directions?</param>
    /// <param name="newVariable">Makes a variable with a name and a type.</param>
    public static TangentSignature Of(EquatableArray<Parameter> parameters, ReturnShape result, bool isWide, Func<string, IrType, Variable> newVariable)
    {
        // Tangents come behind, so nothing is optional.
        List<Parameter> all = [.. parameters.Select(parameter => parameter with { Default = null, IsParams = false })];
        List<int?> tangents = [];
        foreach (Parameter parameter in parameters)
        {
            tangents.Add(parameter.IsActive ? all.Count : null);
            if (parameter.IsActive)
                all.Add(TangentOf(all[tangents.Count - 1], newVariable(NameFor(parameter, all), isWide ? parameter.Type.WithWidth(true) : parameter.Type)));
        }
        return new(all, tangents, ResultOf(result, isWide));
    }

    /// <summary>The tangent of another method, as its caller sees it.</summary>
    public static Callee Of(Callee callee, bool isWide)
    {
        int next = callee.Parameters.Count;
        TangentSignature signature = Of(callee.Parameters, callee.Result, isWide, (name, type) => new(next++, name, type));
        return callee with { Name = callee.Name + Suffix, Parameters = signature.Parameters, Result = signature.Result };
    }

    private static string NameFor(Parameter parameter, List<Parameter> all) =>
        FreeName.Like(parameter.Name + "Dot", name => all.Any(other => other.Name == name));

    private static Parameter TangentOf(Parameter parameter, Variable tangent) => parameter with
    {
        Variable = tangent,
        AnnotatedType = tangent.Type.IsWide ? null : parameter.AnnotatedType,
        Mode = parameter.Mode == PassingMode.In ? PassingMode.Value : parameter.Mode,
    };

    private static ReturnShape ResultOf(ReturnShape result, bool isWide)
    {
        List<(IrType Type, string Name)> values = [.. result.Components.Select((type, i) => (type, result.IsTuple ? result.Names[i] : "value"))];
        return Signature.Shape([.. values, .. values.Where(value => value.Type.HoldsReal).Select(value => (isWide ? value.Type.WithWidth(true) : value.Type, value.Name + "Dot"))]);
    }
}
