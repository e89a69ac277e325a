using System.Reflection;

namespace Differentiable.Tests.Testing.Contract;

/// <summary>A generated member that was found beside its function.</summary>
internal sealed record GeneratedMember(MemberShape Shape, MethodInfo Method)
{
    private const BindingFlags AnyStatic =
        BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    public static GeneratedMember Find(CorpusFunction function, MemberShape shape)
    {
        return new(shape, Exact(function, shape) ?? throw Missing(function, shape));
    }

    /// <summary>
    /// For the halves, which only generated code calls: they are found by their parameters' names, since they may take spans for arrays
    /// and values for references.
    /// </summary>
    public static GeneratedMember FindByNames(CorpusFunction function, MemberShape shape)
    {
        return new(shape, Exact(function, shape) ?? ByNames(function, shape) ?? throw Missing(function, shape));
    }

    /// <summary>Is there a member of that name? Over arrays of structs there is no matrix.</summary>
    public static bool Exists(CorpusFunction function, MemberShape shape) => Named(function, shape.Name).Any();

    private static MethodInfo? Exact(CorpusFunction function, MemberShape shape) => Named(function, shape.Name).SingleOrDefault(
        m => m.GetParameters().Select(p => p.ParameterType).SequenceEqual(shape.Parameters.Select(p => p.Type)));

    private static MethodInfo? ByNames(CorpusFunction function, MemberShape shape) => Named(function, shape.Name).SingleOrDefault(
        m => m.GetParameters().Select(p => p.Name).SequenceEqual(shape.Parameters.Select(p => p.Name)) && !TakesSeveral(m));

    /// <summary>Is it an overload for several directions at once?</summary>
    private static bool TakesSeveral(MethodInfo method) =>
        method.GetParameters().Any(p => p.ParameterType.ToString().Contains("System.Runtime.Intrinsics.Vector", StringComparison.Ordinal));

    private static MissingMethodException Missing(CorpusFunction function, MemberShape shape)
    {
        IEnumerable<string> present = Named(function, shape.Name).Select(m => $"\n  {m}");
        return new($"{function.Method.DeclaringType!.Name} has no {shape}; under that name it has:{string.Concat(present)}");
    }

    /// <summary>The methods of that name beside the function, with its type arguments.</summary>
    private static IEnumerable<MethodInfo> Named(CorpusFunction function, string name)
    {
        Type[] arguments = function.Method.GetGenericArguments();
        return function.Method.DeclaringType!.GetMethods(AnyStatic)
            .Where(m => m.Name == name && m.GetGenericArguments().Length == arguments.Length)
            .Select(m => arguments.Length == 0 ? m : m.MakeGenericMethod(arguments));
    }
}
