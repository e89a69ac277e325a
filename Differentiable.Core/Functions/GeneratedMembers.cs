using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Differentiable.Runtime;

namespace Differentiable;

/// <summary>The members that were generated for a method beside it.</summary>
[RequiresDynamicCode("Calls methods that it finds by their names.")]
[RequiresUnreferencedCode("Calls methods that it finds by their names.")]
internal static class GeneratedMembers
{
    private const BindingFlags Beside = BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>The gradient that allocates what it returns; null if there is none.</summary>
    public static MethodInfo? Gradient(MethodInfo method, IReadOnlyList<CheckedParameter> declared) => Named(method, "Gradient")
        .FirstOrDefault(candidate => candidate.GetParameters().Select(parameter => parameter.ParameterType).SequenceEqual(declared.Select(parameter => parameter.Type)));

    /// <summary>Forward mode along one direction; null if there is none.</summary>
    /// <param name="method">The method.</param>
    /// <param name="declared">Its parameters.</param>
    /// <param name="tangents">How many of them, and of the members of its object, are inputs.</param>
    public static MethodInfo? Forward(MethodInfo method, IReadOnlyList<CheckedParameter> declared, int tangents) => Named(method, "Jvp").FirstOrDefault(candidate =>
        candidate.GetParameters().Length == declared.Count + tangents && BeginsWith(candidate, declared)
        && candidate.GetParameters().All(parameter => !parameter.ParameterType.ToString().Contains("System.Runtime.Intrinsics.Vector", StringComparison.Ordinal)));

    /// <summary>The marked fields and properties of its object that the method reads.</summary>
    public static string[] MembersReadBy(MethodInfo method, IReadOnlyList<CheckedParameter> declared) =>
        Named(method, "Forward").FirstOrDefault(half => IsHalfOf(half, declared))?.GetCustomAttribute<GeneratedDerivativeAttribute>()?.Members ?? [];

    /// <summary>Does the forward half take these parameters, structs part by part, and then a stack?</summary>
    private static bool IsHalfOf(MethodInfo half, IReadOnlyList<CheckedParameter> declared)
    {
        Queue<ParameterInfo> rest = new(half.GetParameters()[..^1]);
        foreach (CheckedParameter parameter in declared)
        {
            int before = rest.Count;
            while (rest.TryPeek(out ParameterInfo? next) && IsPartOf(parameter, next))
                rest.Dequeue();
            if (rest.Count == before)
                return false;
        }
        return rest.Count == 0;
    }

    private static bool IsPartOf(CheckedParameter parameter, ParameterInfo part)
    {
        Type type = parameter.Type.IsByRef ? parameter.Type.GetElementType()! : parameter.Type;
        return part.Name == parameter.Name ? AsRead(part.ParameterType) == AsRead(type) : parameter.Layout.Fields.Count > 0 && part.Name!.StartsWith(parameter.Name, StringComparison.Ordinal);
    }

    private static bool BeginsWith(MethodInfo candidate, IReadOnlyList<CheckedParameter> declared) =>
        candidate.GetParameters().Take(declared.Count).Select(parameter => (parameter.Name, AsRead(parameter.ParameterType)))
            .SequenceEqual(declared.Select(parameter => ((string?)parameter.Name, AsRead(parameter.Type))));

    /// <summary>Forward mode takes arrays as spans.</summary>
    private static Type AsRead(Type type)
    {
        Type? element = type.IsSZArray ? type.GetElementType() : NumberLayout.IsSpan(type) ? type.GetGenericArguments()[0] : null;
        return element is null ? type : typeof(ReadOnlySpan<>).MakeGenericType(element);
    }

    private static IEnumerable<MethodInfo> Named(MethodInfo method, string suffix) => method.DeclaringType!.GetMethods(Beside)
        .Where(candidate => candidate.Name == method.Name + suffix && candidate.GetGenericArguments().Length == method.GetGenericArguments().Length)
        .Select(candidate => method.IsGenericMethod ? candidate.MakeGenericMethod(method.GetGenericArguments()) : candidate);
}
