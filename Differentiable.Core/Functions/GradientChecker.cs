using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Differentiable;

/// <summary>Compares what the members that were generated for a method say, and what differences of it say.</summary>
[RequiresDynamicCode("Calls methods that it finds by their names.")]
[RequiresUnreferencedCode("Calls methods that it finds by their names.")]
internal static class GradientChecker
{
    public static GradientCheck Run(Delegate function, object?[] given)
    {
        MethodInfo method = function.Method;
        IReadOnlyList<CheckedParameter> declared = CheckedParameter.Of(method);
        CheckedMethod.Require(method, declared);
        CheckedObject? target = CheckedObject.Of(function, declared);
        Func<MethodInfo, Func<object?[], object?>> call = target is null ? SpanCalls.Of : target.Function;
        IReadOnlyList<CheckedParameter> parameters = [.. declared, .. target?.Members ?? []];
        object?[] arguments = [.. Converted(method, declared, CheckedMethod.ArgumentsOf(function, given)), .. target?.Values ?? []];
        var inputs = new CheckedInputs(parameters, arguments);
        Func<object?[], object?> primal = call(method);
        double[] gradient = Gradient(method, declared, call, inputs, arguments);
        Func<int, double>? forward = ForwardOf(method, declared, call, inputs, arguments);
        double scale = gradient.Select(Math.Abs).Append(0).Max();
        CheckPrecision precision = CheckPrecision.Of([.. parameters.SelectMany(parameter => parameter.Layout.Leaves), method.ReturnType]);
        return new($"{method.DeclaringType?.Name}.{method.Name}", [.. Enumerable.Range(0, inputs.Count).Select(i =>
        {
            (double difference, double error) = DifferenceSweep.Derivative(
                x => NumberPlace.ToDouble(primal(inputs.With(i, x))!), inputs[i], x => inputs.Nearest(i, x), precision);
            return Entry(inputs.NameOf(i), gradient[i], forward?.Invoke(i), difference, error, scale, precision);
        })]);
    }

    private static GradientCheckEntry Entry(
        string name, double gradient, double? forward, double difference, double error, double scale, CheckPrecision precision)
    {
        // The differences vouch for their own error many times over; both modes must agree to rounding.
        double byDifferences = Math.Max(10 * error, precision.ByDifferences * scale), byRounding = precision.ByRounding * Math.Max(scale, Math.Abs(gradient));
        bool agrees = Math.Abs(gradient - difference) <= byDifferences && (forward is null || Math.Abs(gradient - forward.Value) <= byRounding);
        return new(name, gradient, forward, difference, error, agrees);
    }

    private static object?[] Converted(MethodInfo method, IReadOnlyList<CheckedParameter> parameters, object?[] arguments) => parameters.Count == arguments.Length
        ? [.. arguments.Select((argument, i) => parameters[i].Converted(argument))]
        : throw new ArgumentException($"'{method.Name}' takes {parameters.Count} arguments, but {arguments.Length} are given.", nameof(arguments));

    private static double[] Gradient(
        MethodInfo method, IReadOnlyList<CheckedParameter> declared, Func<MethodInfo, Func<object?[], object?>> call, CheckedInputs inputs, object?[] arguments)
    {
        MethodInfo found = GeneratedMembers.Gradient(method, declared)
            ?? throw new ArgumentException($"'{method.Name}' has no generated gradient: ask for it with [Differentiable(Derivatives.Gradient)].", "function");
        double[] numbers = [.. NumberPlace.NumbersIn(call(found)([.. arguments.Select(NumberPlace.Copy)]))];
        return numbers.Length == inputs.Count ? numbers : throw new InvalidOperationException($"'{found.Name}' gives {numbers.Length} derivatives for {inputs.Count} inputs.");
    }

    /// <summary>The derivative along each input by forward mode; null where the method has none.</summary>
    private static Func<int, double>? ForwardOf(
        MethodInfo method, IReadOnlyList<CheckedParameter> declared, Func<MethodInfo, Func<object?[], object?>> call, CheckedInputs inputs, object?[] arguments)
    {
        if (GeneratedMembers.Forward(method, declared, inputs.Active.Count) is not { } found)
            return null;
        Func<object?[], object?> forward = call(found);
        return index =>
        {
            object? result = forward([.. arguments.Select(NumberPlace.Copy), .. inputs.Active.Select(parameter => inputs.Tangent(parameter, index))]);
            return NumberPlace.ToDouble(((ITuple)result!)[1]!);
        };
    }
}
