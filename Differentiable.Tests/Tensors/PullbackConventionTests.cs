using System.Reflection;
using Differentiable.Runtime;
using Differentiable.Tensors;

namespace Differentiable.Tests.Tensors;

/// <summary>Generated code finds pullbacks by their attributes, and binds their parameters by name.</summary>
public class PullbackConventionTests
{
    private static readonly MethodInfo[] s_operations = typeof(Tensor).GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic);

    private static readonly (MethodInfo Method, PullbackOfAttribute Of)[] s_pullbacks =
        [.. typeof(TensorPullbacks).GetMethods().SelectMany(method => method.GetCustomAttributes<PullbackOfAttribute>(), (method, of) => (method, of))];

    public static TheoryData<string> Pullbacks => [.. s_pullbacks.Select(Name)];

    public static TheoryData<string> Operations => [.. OfReals.Select(method => method.ToString()!)];

    private static IEnumerable<MethodInfo> OfReals => s_operations.Where(method =>
        (method.IsPublic || method.Name == nameof(Tensor.Slice)) && Inputs(method).Any() && IsReal(method.ReturnType));

    [Theory]
    [MemberData(nameof(Pullbacks))]
    public void It_takes_what_some_overload_of_the_operation_has(string name)
    {
        (MethodInfo method, PullbackOfAttribute of) = s_pullbacks.Single(pullback => Name(pullback) == name);
        Assert.Contains(s_operations, operation => operation.Name == of.Operation && Binds(method, of, operation));
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public void An_operation_has_one_pullback_for_each_input_unless_its_derivative_is_zero(string name)
    {
        MethodInfo operation = OfReals.Single(method => method.ToString() == name);
        foreach (ParameterInfo input in Inputs(operation))
        {
            int[] counts = [.. s_pullbacks.Where(pullback => pullback.Of.Operation == operation.Name && pullback.Of.Input == input.Name && Binds(pullback.Method, pullback.Of, operation))
                .Select(pullback => pullback.Method.GetParameters().Length)];
            Assert.Equal(operation.IsDefined(typeof(ZeroDerivativeAttribute)) ? 0 : 1, counts.Count(count => count == counts.Max()));
        }
    }

    [Fact]
    public void Each_pullback_is_called_by_a_row()
    {
        string[] called = [.. PullbackCases.All.Values.Concat(PullbackCases.Numbers).SelectMany(row => row.Methods)];
        foreach (IGrouping<string, MethodInfo> overloads in s_pullbacks.Select(pullback => pullback.Method).Distinct().GroupBy(method => method.Name))
            Assert.True(called.Count(name => name == overloads.Key) >= overloads.Count(), overloads.Key);
    }

    private static bool Binds(MethodInfo pullback, PullbackOfAttribute of, MethodInfo operation)
    {
        if (!HasLessDemandingTypes(pullback, operation))
            return false;
        (pullback, operation) = (Closed(pullback), Closed(operation));
        return pullback.ReturnType == (TypeOf(of.Input, operation) is { } type && IsList(type) ? type.GetGenericArguments()[0] : OfPresent(TypeOf(of.Input, operation)))
            && pullback.GetParameters() is [{ Name: "dy" }, ..] parameters
            && parameters.All(parameter => parameter.ParameterType == (TypeOf(parameter.Name!, operation) ?? (parameter.Name == "part" && IsList(TypeOf(of.Input, operation)!) ? typeof(int) : null)));
    }

    /// <summary>The type of what a parameter's name stands for; null where it stands for nothing.</summary>
    private static Type? TypeOf(string name, MethodInfo operation) =>
        operation.GetParameters().SingleOrDefault(parameter => parameter.Name == name) is { } argument ? argument.ParameterType
            : name is "dy" or "y" ? operation.ReturnType
            : name.EndsWith("Shapes", StringComparison.Ordinal) && TypeOf(name[..^"Shapes".Length], operation) is { } list && IsList(list) ? typeof(ReadOnlySpan<Shape>)
            : name.EndsWith("Shape", StringComparison.Ordinal) && TypeOf(name[..^"Shape".Length], operation) is { } type && type.IsSubclassOf(typeof(TensorBase)) ? typeof(Shape)
            : null;

    /// <summary>Where a number may be missing, a pullback is for one that is there.</summary>
    private static Type? OfPresent(Type? type) => type is null ? null : Nullable.GetUnderlyingType(type) ?? type;

    /// <summary>Has it type parameters of the same names, and can it be called wherever the operation can?</summary>
    private static bool HasLessDemandingTypes(MethodInfo pullback, MethodInfo operation) =>
        pullback.GetGenericArguments().Select(argument => argument.Name).SequenceEqual(operation.GetGenericArguments().Select(argument => argument.Name))
        && pullback.GetGenericArguments().Zip(operation.GetGenericArguments()).All(pair => Constraints(pair.First).All(Constraints(pair.Second).Contains));

    /// <summary>The interfaces that a type argument has to have, by name: the types of each are those of its own method.</summary>
    private static IEnumerable<string> Constraints(Type argument) => argument.GetInterfaces().Select(constraint => constraint.Name);

    private static MethodInfo Closed(MethodInfo method) =>
        method.IsGenericMethodDefinition ? method.MakeGenericMethod([.. method.GetGenericArguments().Select(_ => typeof(double))]) : method;

    private static IEnumerable<ParameterInfo> Inputs(MethodInfo method) => method.GetParameters()
        .Where(parameter => IsReal(parameter.ParameterType) || (IsList(parameter.ParameterType) && IsReal(parameter.ParameterType.GetGenericArguments()[0])));

    /// <summary>Is it a list of which a pullback is for one element?</summary>
    private static bool IsList(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ReadOnlySpan<>) && type.GetGenericArguments()[0] is { IsGenericType: true } element && element.GetGenericTypeDefinition() == typeof(Tensor<>);

    private static bool IsReal(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Tensor<>) && type.GetGenericArguments()[0].IsGenericMethodParameter;

    private static string Name((MethodInfo Method, PullbackOfAttribute Of) pullback) => $"{pullback.Of.Operation}, {pullback.Of.Input}: {pullback.Method}";
}
