using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Transforms.Tangent;

/// <summary>
/// What the tangent of a method takes and gives: what the method does, and behind that the tangents of the active parameters and of the result.
/// <c>double F(double x, int n)</c> has the tangent <c>(double value, double valueDot) FJvp(double x, int n, double xDot)</c>. What the method reads
/// from its object has a tangent that is passed.
/// </summary>
/// <param name="Parameters">The method's parameters, then their tangents.</param>
/// <param name="Tangents">For each parameter of the method its tangent's index among all; null where it has none.</param>
/// <param name="Result">The components of the method's result, then the tangents of those that are real.</param>
internal sealed record TangentSignature(EquatableArray<Parameter> Parameters, IReadOnlyList<int?> Tangents, ReturnShape Result)
{
    /// <summary>The name of the tangent as users call it, which takes structs whole.</summary>
    public const string Suffix = "Jvp";

    /// <summary>The name of the tangent as generated code calls it, where that differs: it takes structs leaf by leaf.</summary>
    public const string FlatSuffix = "Tangent";

    /// <summary>Are there structs, of which a member takes and gives the leaves or the whole?</summary>
    public bool HasStructs => Result.Parts.Count > 0 || Parameters.Any(parameter => parameter.Part is not null);

    /// <param name="parameters">The method's parameters.</param>
    /// <param name="result">What it returns.</param>
    /// <param name="isWide">Is there a tangent for each of several directions?</param>
    /// <param name="newVariable">Makes a variable with a name and a type.</param>
    public static TangentSignature Of(EquatableArray<Parameter> parameters, ReturnShape result, bool isWide, Func<string, IrType, Variable> newVariable)
    {
        // Tangents come behind, so nothing is optional.
        List<Parameter> all = [.. parameters.Select(parameter => parameter with { Default = null, IsParams = false })];
        HashSet<string> taken = [.. all.Select(parameter => parameter.Name), .. all.Select(parameter => parameter.DeclaredName)];
        Dictionary<string, string> wholes = [];
        List<int?> tangents = [];
        foreach (Parameter parameter in all.ToList())
        {
            tangents.Add(parameter.IsActive ? all.Count : null);
            if (!parameter.IsActive)
                continue;
            string name = Take(parameter.Name + "Dot", taken);
            IrType type = isWide ? parameter.Type.WithWidth(true) : parameter.Type;
            all.Add(TangentOf(parameter, newVariable(name, type)) with
            {
                Part = parameter.Part is { } part ? part with { Whole = part.Whole == parameter.Name ? name : WholeOf(part, wholes, taken) } : null,
            });
        }
        return new(all, tangents, ResultOf(result, isWide));
    }

    /// <summary>The tangent of another method, as its caller sees it.</summary>
    /// <param name="callee">The method.</param>
    /// <param name="isWide">Is there a tangent for each of several directions?</param>
    /// <param name="isReversed">Are its halves called?</param>
    public static Callee Of(Callee callee, bool isWide, bool isReversed)
    {
        int next = callee.Parameters.Count;
        TangentSignature signature = Of(callee.Parameters, callee.Result, isWide, (name, type) => new(next++, name, type));
        string suffix = signature.HasStructs && !isReversed ? FlatSuffix : Suffix;
        return callee with { Name = callee.Name + suffix, Parameters = signature.Parameters, Result = signature.Result, IsCalledItself = false };
    }

    private static string Take(string wanted, HashSet<string> taken)
    {
        string name = FreeName.Like(wanted, taken.Contains);
        taken.Add(name);
        return name;
    }

    /// <summary>One name for the tangents of all leaves of a struct.</summary>
    private static string WholeOf(Part part, Dictionary<string, string> wholes, HashSet<string> taken)
    {
        if (!wholes.TryGetValue(part.Whole, out string? name))
            wholes[part.Whole] = name = Take(part.Whole + "Dot", taken);
        return name;
    }

    private static Parameter TangentOf(Parameter parameter, Variable tangent) => parameter with
    {
        Variable = tangent,
        TangentOf = parameter.Variable,
        Origin = ParameterOrigin.Argument,
        Source = null,
        AnnotatedType = tangent.Type.IsWide ? null : parameter.AnnotatedType,
        Mode = parameter.Mode == PassingMode.In ? PassingMode.Value : parameter.Mode,
        InlineMode = parameter.InlineMode == PassingMode.In ? PassingMode.Value : parameter.InlineMode,
    };

    private static ReturnShape ResultOf(ReturnShape result, bool isWide)
    {
        const string Value = "value", Tangent = "valueDot";
        List<int> real = [.. Enumerable.Range(0, result.Components.Count).Where(i => result.Components[i].HoldsReal)];
        HashSet<string> taken = result.IsTuple ? [.. result.Names] : [Value];
        ReturnShape shape = ReturnShape.Of(
        [
            .. result.Components.Select((type, i) => (type, result.IsTuple ? result.Names[i] : Value)),
            .. real.Select(i => (isWide ? result.Components[i].WithWidth(true) : result.Components[i], Take(result.IsTuple ? result.Names[i] + "Dot" : Tangent, taken))),
        ]);
        if (result.Parts.Count == 0)
            return shape;
        // In higher order there are tangents already.
        List<Part> wholes = [.. result.Parts.Select(part => part!.Whole.Length == 0 ? part with { Whole = Value } : part)];
        HashSet<string> used = [.. wholes.Select(part => part.Whole)];
        Dictionary<string, string> tangents = used.ToList().ToDictionary(whole => whole, whole => Take(whole + "Dot", used));
        return shape with { Parts = [.. wholes, .. real.Select(i => wholes[i] with { Whole = tangents[wholes[i].Whole] })] };
    }
}
