using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace Differentiable;

/// <summary>The members that were generated for a method beside it.</summary>
[RequiresDynamicCode("Calls methods that it finds by their names.")]
[RequiresUnreferencedCode("Calls methods that it finds by their names.")]
internal static class GeneratedMembers
{
    private const BindingFlags Beside = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>The gradient that allocates what it returns; null if there is none.</summary>
    public static MethodInfo? Gradient(MethodInfo method, IReadOnlyList<CheckedParameter> parameters) =>
        Find(method, "Gradient", actual => actual.Select(parameter => parameter.ParameterType).SequenceEqual(parameters.Select(parameter => parameter.Type)));

    /// <summary>Forward mode along one direction; null if there is none.</summary>
    public static MethodInfo? Forward(MethodInfo method, IReadOnlyList<CheckedParameter> parameters) => Find(method, "Jvp", actual =>
        actual.Length == parameters.Count + parameters.Count(parameter => parameter.IsActive)
        && actual.Take(parameters.Count).Select(parameter => (parameter.Name, AsRead(parameter.ParameterType)))
            .SequenceEqual(parameters.Select(parameter => ((string?)parameter.Name, AsRead(parameter.Type))))
        && actual.All(parameter => !parameter.ParameterType.ToString().Contains("System.Runtime.Intrinsics.Vector", StringComparison.Ordinal)));

    /// <summary>Forward mode takes arrays as spans.</summary>
    private static Type AsRead(Type type)
    {
        Type? element = type.IsSZArray ? type.GetElementType() : NumberLayout.IsSpan(type) ? type.GetGenericArguments()[0] : null;
        return element is null ? type : typeof(ReadOnlySpan<>).MakeGenericType(element);
    }

    private static MethodInfo? Find(MethodInfo method, string suffix, Func<ParameterInfo[], bool> fits) => method.DeclaringType!.GetMethods(Beside)
        .Where(candidate => candidate.Name == method.Name + suffix && candidate.GetGenericArguments().Length == method.GetGenericArguments().Length)
        .Select(candidate => method.IsGenericMethod ? candidate.MakeGenericMethod(method.GetGenericArguments()) : candidate)
        .FirstOrDefault(candidate => fits(candidate.GetParameters()));
}
