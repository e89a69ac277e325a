using Differentiable.Generators.Ir;
using Differentiable.Generators.Transforms.Adjoint;

namespace Differentiable.Generators.Transforms.Members;

/// <summary>The parts that the signatures of the members of one function are put together from.</summary>
internal static class Signature
{
    public static IEnumerable<Parameter> ActiveScalars(Function function) =>
        function.Parameters.Where(parameter => parameter is { IsActive: true, IsInput: true, Type.IsStorage: false });

    public static IEnumerable<Parameter> ActiveStorage(Function function) =>
        function.Parameters.Where(parameter => parameter is { IsActive: true, Type.IsStorage: true });

    /// <summary>Does the function have a gradient: one real result and no other output among its scalars?</summary>
    public static bool HasGradient(Function function) =>
        function.Result is { IsTuple: false, Components: [{ IsReal: true }] }
        && function.Parameters.All(parameter => parameter.Mode is PassingMode.Value or PassingMode.In);

    /// <summary>The function's inputs, as they are.</summary>
    /// <param name="function">The function.</param>
    /// <param name="areLast">Does nothing stand behind them, so that they keep their default values and <c>params</c>?</param>
    public static IEnumerable<MemberParameter> Inputs(Function function, bool areLast = false) => function.Parameters
        .Where(parameter => parameter.IsInput)
        .Select(parameter => new MemberParameter(
            parameter.Variable,
            parameter.Mode == PassingMode.In ? "in" : areLast && parameter.IsParams ? "params" : "",
            areLast ? parameter.Default : null,
            $"As in {{F}}.")
        {
            AnnotatedType = parameter.AnnotatedType,
            Source = parameter.Source,
        });

    /// <summary>The number of a vector's elements; none where it is null.</summary>
    public static Expr LengthOf(Parameter vector)
    {
        var input = new Use(vector.Variable);
        return vector.MayBeNull ? new Opaque(IrType.Int32, ["", "?.Length ?? 0"], [input], IsPure: true) : new Length(input);
    }

    public static IEnumerable<MemberParameter> Destinations(AdjointContext context, bool overwritten) => ActiveStorage(context.Source)
        .Select(parameter => new MemberParameter(context.ShadowOf(parameter.Variable), "", null, Describe(parameter, overwritten)));

    /// <summary>What the function's value is called among the components of a result.</summary>
    public static string ValueName(Function function) =>
        FreeName.Like("value", function.Parameters.Select(parameter => parameter.Name).Contains);

    /// <summary>A type that holds several components: none, the one itself, or a tuple.</summary>
    public static ReturnShape Shape(IEnumerable<(IrType Type, string Name)> components)
    {
        List<(IrType Type, string Name)> list = [.. components];
        return new(
            list.Select(item => item.Type).ToEquatableArray(),
            list.Select((item, i) => FreeName.Like(item.Name, name => IsReserved(name, i))).ToEquatableArray(),
            list.Count > 1);
    }

    /// <summary>Names that C# does not let the element of a tuple have, <c>Item3</c> other than for the third among them.</summary>
    private static bool IsReserved(string name, int position) =>
        name is "Rest" or "ToString" or "Equals" or "GetHashCode" or "CompareTo" or "Deconstruct"
        || (name.StartsWith("Item", StringComparison.Ordinal) && name.Skip(4).All(char.IsDigit) && name.Length > 4 && name != $"Item{position + 1}");

    private static string Describe(Parameter parameter, bool overwritten)
    {
        if (parameter.IsMutated && !overwritten)
            return $"In: the cotangent of the final elements of {parameter.Name}. Out: the adjoint of the initial ones. Same shape.";
        return overwritten
            ? $"Receives the derivative with respect to {parameter.Name}; of the same shape. What it held is overwritten."
            : $"The adjoint of {parameter.Name} is added to it; of the same shape.";
    }
}
