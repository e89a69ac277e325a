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
            Part = parameter.Part,
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
        FreeName.Like("value", function.Parameters.Select(parameter => parameter.Part?.Whole ?? parameter.Name).Contains);

    /// <summary>The derivatives with respect to these parameters, behind the value if there is one; those of a struct's leaves make a struct.</summary>
    public static ReturnShape Gradients(IEnumerable<Parameter> parameters, (IrType Type, string Name)? value = null)
    {
        List<Parameter> all = [.. parameters];
        IEnumerable<(IrType, string)> components = all.Select(parameter => (parameter.Type, parameter.Part?.Whole ?? parameter.Name));
        ReturnShape shape = ReturnShape.Of(value is { } first ? components.Prepend(first) : components);
        if (all.All(parameter => parameter.Part is null))
            return shape;
        IEnumerable<Part?> parts = all.Select(parameter => parameter.Part);
        return shape with { Parts = (value is null ? parts : parts.Prepend(null)).ToEquatableArray() };
    }

    private static string Describe(Parameter parameter, bool overwritten)
    {
        if (parameter.IsMutated && !overwritten)
            return $"In: the cotangent of the final elements of {parameter.Name}. Out: the adjoint of the initial ones. Same shape.";
        return overwritten
            ? $"Receives the derivative with respect to {parameter.Name}; of the same shape. What it held is overwritten."
            : $"The adjoint of {parameter.Name} is added to it; of the same shape.";
    }
}
