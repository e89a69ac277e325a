using System.Collections.Concurrent;
using System.Reflection;

namespace Differentiable.Tests.Rules;

/// <summary>Finds and calls the functions that spellings name.</summary>
internal static class Intrinsics
{
    private static readonly Type[] Homes = [typeof(Math), typeof(MathF), typeof(double), typeof(float), typeof(int), typeof(long)];

    private static readonly ConcurrentDictionary<string, MethodInfo> Known = [];

    /// <summary>The function with exactly these parameter types; null when .NET has none.</summary>
    public static MethodInfo? Find(string text, params Type[] parameters)
    {
        string[] parts = text.Split('.');
        Type home = Homes.Single(type => NameOf(type) == parts[0]);
        return Find(home, parts[1], parameters);
    }

    /// <inheritdoc cref="Find(string, Type[])"/>
    public static MethodInfo? Find(Type home, string name, params Type[] parameters) =>
        home.GetMethods(BindingFlags.Public | BindingFlags.Static)
            .SingleOrDefault(method => method.Name == name && !method.IsGenericMethod && ParametersOf(method).SequenceEqual(parameters));

    public static object Call(string text, object[] arguments)
    {
        Type[] types = [.. arguments.Select(argument => argument.GetType())];
        string signature = $"{text}({string.Join(", ", types.Select(NameOf))})";
        MethodInfo method = Known.GetOrAdd(signature, _ => Find(text, types) ?? throw new MissingMethodException(signature));
        return method.Invoke(null, arguments)!;
    }

    /// <summary>The type as C# writes it.</summary>
    public static string NameOf(Type type) =>
        type == typeof(double) ? "double"
        : type == typeof(float) ? "float"
        : type == typeof(int) ? "int"
        : type == typeof(long) ? "long"
        : type.Name;

    private static IEnumerable<Type> ParametersOf(MethodInfo method) => method.GetParameters().Select(parameter => parameter.ParameterType);
}
