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

    /// <summary>The parameters whose adjoints users get as parts of the result: scalars and inline arrays that come in by value.</summary>
    public static IEnumerable<Parameter> Returned(AdjointContext context) => context.Source.Parameters.Where(parameter =>
        parameter is { IsActive: true, IsInput: true } && !WholeDestinations.Hold(context, parameter)
        && (parameter.Type.IsStorage ? IsReturned(context, parameter) : parameter.Mode != PassingMode.Ref));

    /// <summary>Does the function have a gradient: one real result and no other output among its scalars?</summary>
    public static bool HasGradient(Function function) =>
        function.Result is { IsTuple: false, Components: [{ HasAdjoint: true }] }
        && function.Parameters.All(parameter => parameter.WholeMode is PassingMode.Value or PassingMode.In);

    /// <summary>The function's inputs, as they are.</summary>
    /// <param name="function">The function.</param>
    /// <param name="areLast">Does nothing stand behind them, so that they keep their default values and <c>params</c>?</param>
    public static IEnumerable<MemberParameter> Inputs(Function function, bool areLast = false) => function.Parameters
        .Where(parameter => parameter.IsInput)
        .Select(parameter => new MemberParameter(
            parameter.Variable,
            parameter.WholeMode == PassingMode.In ? "in" : areLast && parameter.IsParams ? "params" : "",
            areLast ? parameter.Default : null,
            $"As in {{F}}.")
        {
            AnnotatedType = parameter.AnnotatedType,
            Source = parameter.Source,
            Part = parameter.Part,
            IsOwn = parameter.InlineMode == PassingMode.Out,
            IsPutBack = parameter.IsPutBack,
        });

    /// <summary>The number of a vector's elements; none where it is null.</summary>
    public static Expr LengthOf(Parameter vector) => LengthOf(vector, new Use(vector.Variable));

    /// <param name="vector">The vector.</param>
    /// <param name="input">Where it is.</param>
    public static Expr LengthOf(Parameter vector, Expr input)
    {
        if (vector.Part?.InlineLength is { } length)
            return Constant.Of(length);
        return vector.MayBeNull ? new Opaque(IrType.Int32, ["", "?.Length ?? 0"], [input], IsPure: true) : new Length(input);
    }

    public static IEnumerable<MemberParameter> Destinations(AdjointContext context, bool overwritten) => ActiveStorage(context.Source)
        .Select(parameter => WholeDestinations.Hold(context, parameter)
            ? WholeDestinations.With(context, parameter, context.ShadowOf(parameter.Variable), overwritten)
            : OfInline(context, parameter, Destination(context, parameter, overwritten)));

    /// <summary>The same for the halves, which take structs leaf by leaf.</summary>
    public static IEnumerable<MemberParameter> DestinationsOfHalves(AdjointContext context) => ActiveStorage(context.Source)
        .Select(parameter => OfInline(context, parameter, Destination(context, parameter, overwritten: false)) with { Part = null, Modifier = "", IsOwn = false });

    /// <summary>What the function's value is called among the components of a result.</summary>
    public static string ValueName(Function function) =>
        FreeName.Like("value", function.Parameters.Select(parameter => parameter.DeclaredName).Contains);

    /// <summary>The derivatives with respect to these parameters, behind the value if there is one; those of a struct's leaves make a struct.</summary>
    public static ReturnShape Gradients(IEnumerable<Parameter> parameters, (IrType Type, string Name)? value = null)
    {
        List<Parameter> all = [.. parameters];
        IEnumerable<(IrType, string)> components = all.Select(parameter => (parameter.Type, parameter.DeclaredName));
        ReturnShape shape = ReturnShape.Of(value is { } first ? components.Prepend(first) : components);
        if (all.All(parameter => parameter.Part is null))
            return shape;
        IEnumerable<Part?> parts = all.Select(parameter => parameter.Part);
        return shape with { Parts = (value is null ? parts : parts.Prepend(null)).ToEquatableArray() };
    }

    private static bool IsReturned(AdjointContext context, Parameter parameter) =>
        parameter.InlineMode is PassingMode.Value or PassingMode.In && !context.IsWithin && !WholeDestinations.Hold(context, parameter);

    private static MemberParameter Destination(AdjointContext context, Parameter parameter, bool overwritten) =>
        new(context.ShadowOf(parameter.Variable), "", null, Describe(parameter, overwritten));

    /// <summary>The destination of an inline array's elements as users know it: a part of the result, or an inline array that is passed like the method's.</summary>
    private static MemberParameter OfInline(AdjointContext context, Parameter parameter, MemberParameter destination) =>
        parameter is not { InlineMode: { } mode, Part: { } part } || context.IsWithin ? destination : destination with
        {
            Part = part with { Whole = context.Names.Adjoint(part) },
            Modifier = mode == PassingMode.Ref ? "ref" : "",
            IsOwn = IsReturned(context, parameter),
            Documentation = mode == PassingMode.Ref
                ? $"In: the cotangent of the final value of {part.Whole}. Out: the adjoint of the initial one."
                : $"The cotangent of the final value of {part.Whole}.",
        };

    private static string Describe(Parameter parameter, bool overwritten)
    {
        if (parameter.IsMutated && !overwritten)
            return $"In: the cotangent of the final elements of {parameter.Name}. Out: the adjoint of the initial ones. Same shape.";
        return overwritten
            ? $"Receives the derivative with respect to {parameter.Name}; of the same shape. What it held is overwritten."
            : $"The adjoint of {parameter.Name} is added to it; of the same shape.";
    }
}
