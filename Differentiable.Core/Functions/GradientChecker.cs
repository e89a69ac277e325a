using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Differentiable;

/// <summary>Finds the members that were generated for a method beside it, and compares what they say.</summary>
[RequiresDynamicCode("Calls methods that it finds by their names.")]
[RequiresUnreferencedCode("Calls methods that it finds by their names.")]
internal static class GradientChecker
{
    private const BindingFlags Beside = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    public static GradientCheck Run(MethodInfo method, object?[] arguments)
    {
        ParameterInfo[] parameters = method.GetParameters();
        object?[] converted = Converted(method, parameters, arguments);
        var inputs = new CheckedInputs(parameters, converted);
        Func<object?[], object?> primal = SpanCalls.Of(method);
        double[] gradient = GradientOf(method, parameters, inputs)(converted);
        Func<int, double>? forward = ForwardOf(method, parameters, inputs, converted);
        double scale = gradient.Select(Math.Abs).Append(0).Max();
        bool isSingle = parameters.Any(parameter => CheckedInputs.Leaf(parameter.ParameterType) == typeof(float));
        return new($"{method.DeclaringType?.Name}.{method.Name}", [.. Enumerable.Range(0, inputs.Count).Select(i =>
        {
            (double difference, double error) = DifferenceSweep.Derivative(x => Convert.ToDouble(primal(inputs.With(i, x)), null), inputs[i], isSingle);
            return Entry(inputs.NameOf(i), gradient[i], forward?.Invoke(i), difference, error, scale, isSingle);
        })]);
    }

    private static GradientCheckEntry Entry(string name, double gradient, double? forward, double difference, double error, double scale, bool isSingle)
    {
        // The differences vouch for their own error many times over; both modes must agree to rounding.
        double byDifferences = Math.Max(10 * error, (isSingle ? 1e-4 : 1e-9) * scale), byRounding = (isSingle ? 1e-5 : 1e-12) * Math.Max(scale, Math.Abs(gradient));
        bool agrees = Math.Abs(gradient - difference) <= byDifferences && (forward is null || Math.Abs(gradient - forward.Value) <= byRounding);
        return new(name, gradient, forward, difference, error, agrees);
    }

    private static object?[] Converted(MethodInfo method, ParameterInfo[] parameters, object?[] arguments)
    {
        if (!method.IsDefined(typeof(DifferentiableAttribute)))
            throw new ArgumentException($"'{method.Name}' is not marked with [Differentiable]: give the method itself, not a lambda that calls it.", "function");
        if (!CheckedInputs.IsReal(method.ReturnType) || parameters.Any(parameter => parameter.ParameterType.IsByRef && !parameter.IsIn))
            throw new ArgumentException($"'{method.Name}' has several outputs: check a method that makes one number of them.", "function");
        if (parameters.Length != arguments.Length)
            throw new ArgumentException($"'{method.Name}' takes {parameters.Length} arguments, but {arguments.Length} are given.", nameof(arguments));
        return [.. arguments.Select((argument, i) => Converted(parameters[i], argument))];
    }

    /// <summary>Copied, and numbers as the parameter wants them.</summary>
    private static object? Converted(ParameterInfo parameter, object? argument)
    {
        Type type = parameter.ParameterType.IsByRef ? parameter.ParameterType.GetElementType()! : parameter.ParameterType;
        if (type.IsPrimitive && argument is IConvertible number)
            return Convert.ChangeType(number, type, null);
        bool fits = argument is null || (CheckedInputs.IsSpan(type)
            ? argument is Array { Rank: 1 } && argument.GetType().GetElementType() == type.GetGenericArguments()[0]
            : type.IsInstanceOfType(argument));
        return fits
            ? CheckedInputs.Copy(argument)
            : throw new ArgumentException($"The argument for '{parameter.Name}' must be of type {type}, an array where that is a span, but is of type {argument!.GetType()}.", "arguments");
    }

    private static Func<object?[], double[]> GradientOf(MethodInfo method, ParameterInfo[] parameters, CheckedInputs inputs)
    {
        MethodInfo found = method.DeclaringType!.GetMethod(method.Name + "Gradient", Beside, [.. parameters.Select(parameter => parameter.ParameterType)])
            ?? throw new ArgumentException($"'{method.Name}' has no generated gradient: ask for it with [Differentiable(Derivatives.Gradient)].", "function");
        Func<object?[], object?> call = SpanCalls.Of(found);
        return arguments =>
        {
            object? result = call([.. arguments.Select(CheckedInputs.Copy)]);
            double[] numbers = [.. result is ITuple tuple ? Enumerable.Range(0, tuple.Length).SelectMany(i => CheckedInputs.NumbersIn(tuple[i])) : CheckedInputs.NumbersIn(result)];
            return numbers.Length == inputs.Count ? numbers : throw new InvalidOperationException($"'{found.Name}' gives {numbers.Length} derivatives for {inputs.Count} inputs.");
        };
    }

    /// <summary>The derivative along each input by forward mode; null where the method has none.</summary>
    private static Func<int, double>? ForwardOf(MethodInfo method, ParameterInfo[] parameters, CheckedInputs inputs, object?[] arguments)
    {
        int[] active = [.. Enumerable.Range(0, parameters.Length)
            .Where(i => CheckedInputs.IsReal(CheckedInputs.Leaf(parameters[i].ParameterType)) && !parameters[i].IsDefined(typeof(NonDifferentiableAttribute)))];
        MethodInfo? found = method.DeclaringType!.GetMethods(Beside).FirstOrDefault(candidate => IsForward(candidate, method, parameters, active));
        if (found is null)
            return null;
        Func<object?[], object?> call = SpanCalls.Of(found);
        return index =>
        {
            object? result = call([.. arguments.Select(CheckedInputs.Copy), .. active.Select(parameter => inputs.Tangent(parameter, index))]);
            return Convert.ToDouble(((ITuple)result!)[1], null);
        };
    }

    private static bool IsForward(MethodInfo candidate, MethodInfo method, ParameterInfo[] parameters, int[] active)
    {
        if (candidate.Name != method.Name + "Jvp")
            return false;
        IEnumerable<string> expected = [.. parameters.Select(parameter => parameter.Name!), .. active.Select(i => parameters[i].Name + "Dot")];
        ParameterInfo[] actual = candidate.GetParameters();
        return actual.Select(parameter => parameter.Name).SequenceEqual(expected)
            && actual.All(parameter => !parameter.ParameterType.ToString().Contains("System.Runtime.Intrinsics.Vector", StringComparison.Ordinal));
    }
}
