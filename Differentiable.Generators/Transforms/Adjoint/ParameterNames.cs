using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Transforms.Adjoint;

/// <summary>
/// What the parameters are called that generated members have besides the function's own, which keep their names: the same in all members, and
/// told apart from those of the function. For <c>F(y, dy)</c> the adjoints are <c>dy2</c> and <c>ddy</c>.
/// </summary>
internal sealed class ParameterNames
{
    private readonly Dictionary<string, string> _adjoints = [];
    private readonly HashSet<string> _taken;

    public ParameterNames(Function function)
    {
        _taken = [.. function.Parameters.Select(parameter => parameter.Name), .. function.Parameters.Select(parameter => parameter.DeclaredName)];
        foreach (Parameter parameter in function.Parameters.Where(parameter => parameter.Type.HoldsReal))
        {
            string name = parameter.DeclaredName;
            if (!_adjoints.ContainsKey(name))
                _adjoints[name] = Take("d" + name);
        }
        Result = Take("dresult");
        ResultComponents = [.. function.Result.IsTuple ? function.Result.Components.Select((_, i) => Take($"dresult{i + 1}")) : [Result]];
        Stack = Take("stack");
        foreach (Parameter leaf in function.Parameters.Where(parameter => parameter.Part is { } part && parameter.Name != part.Whole && parameter.Type.HoldsReal))
            _adjoints[leaf.Name] = Take("d" + leaf.Name);
    }

    /// <summary>The cotangent of the result.</summary>
    public string Result { get; }

    /// <summary>The cotangents of the result's components, one by one.</summary>
    public EquatableArray<string> ResultComponents { get; }

    /// <summary>The value stack of the halves.</summary>
    public string Stack { get; }

    /// <summary>The adjoint of a parameter: where it goes to, or where the cotangent comes from.</summary>
    public string Adjoint(Variable parameter) => _adjoints.TryGetValue(parameter.Name, out string? name) ? name : "d" + parameter.Name;

    /// <summary>The adjoint of a struct.</summary>
    public string Adjoint(Part part) => _adjoints[part.Whole];

    private string Take(string wanted)
    {
        string name = FreeName.Like(wanted, _taken.Contains);
        _taken.Add(name);
        return name;
    }
}
