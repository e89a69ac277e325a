using System.Reflection;
using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Testing;

/// <summary>Generic types and methods with their type arguments put in, once for each <see cref="TypeArgumentsAttribute"/>.</summary>
internal static class Closings
{
    private const BindingFlags AnyStatic =
        BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>The static differentiable methods of some types; types and methods that are generic need the attribute.</summary>
    public static IEnumerable<MethodInfo> OfDifferentiable(IEnumerable<Type> types) => types
        .Where(type => type.GetMethods(AnyStatic).Any(IsDifferentiable))
        .SelectMany(Of)
        .SelectMany(type => type.GetMethods(AnyStatic))
        .Where(IsDifferentiable)
        .SelectMany(Of);

    private static bool IsDifferentiable(MethodInfo method) => method.IsDefined(typeof(DifferentiableAttribute)) && !method.IsAbstract;

    private static IEnumerable<Type> Of(Type type) =>
        type.IsGenericTypeDefinition ? Arguments(type).Select(arguments => type.MakeGenericType(arguments)) : [type];

    private static IEnumerable<MethodInfo> Of(MethodInfo method) =>
        method.IsGenericMethodDefinition ? Arguments(method).Select(arguments => method.MakeGenericMethod(arguments)) : [method];

    /// <summary>The type arguments, where a function's name alone would not say which ones they are.</summary>
    public static string Suffix(MethodInfo method)
    {
        bool isOneOfSeveral = method.DeclaringType!.GetCustomAttributes<TypeArgumentsAttribute>().Count() > 1;
        Type[] arguments = [.. isOneOfSeveral ? method.DeclaringType!.GetGenericArguments() : [], .. method.GetGenericArguments()];
        return arguments.Length == 0 ? "" : $"<{string.Join(", ", arguments.Select(a => a.Name))}>";
    }

    private static IEnumerable<Type[]> Arguments(MemberInfo member)
    {
        TypeArgumentsAttribute[] attributes = [.. member.GetCustomAttributes<TypeArgumentsAttribute>()];
        return attributes.Length > 0
            ? attributes.Select(attribute => attribute.Types)
            : throw new InvalidOperationException($"{member} is generic and needs [TypeArguments].");
    }
}
