using System.Reflection;

namespace Differentiable.Tests.Testing.Contract;

/// <summary>A generated member that was found beside its function.</summary>
internal sealed record GeneratedMember(MemberShape Shape, MethodInfo Method)
{
    private const BindingFlags AnyStatic =
        BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    public static GeneratedMember Find(CorpusFunction function, MemberShape shape)
    {
        Type owner = function.Method.DeclaringType!;
        return new(shape, Exact(owner, shape) ?? throw Missing(owner, shape));
    }

    /// <summary>
    /// For the halves, which only generated code calls: they are found by their parameters' names, since they may take spans for arrays
    /// and values for references.
    /// </summary>
    public static GeneratedMember FindByNames(CorpusFunction function, MemberShape shape)
    {
        Type owner = function.Method.DeclaringType!;
        return new(shape, Exact(owner, shape) ?? ByNames(owner, shape) ?? throw Missing(owner, shape));
    }

    /// <summary>Is there a member of that name? Over arrays of structs there is no matrix.</summary>
    public static bool Exists(CorpusFunction function, MemberShape shape) =>
        function.Method.DeclaringType!.GetMethods(AnyStatic).Any(m => m.Name == shape.Name);

    private static MethodInfo? Exact(Type owner, MemberShape shape) =>
        owner.GetMethod(shape.Name, AnyStatic, [.. shape.Parameters.Select(p => p.Type)]);

    private static MethodInfo? ByNames(Type owner, MemberShape shape) => owner.GetMethods(AnyStatic).SingleOrDefault(
        m => m.Name == shape.Name && m.GetParameters().Select(p => p.Name).SequenceEqual(shape.Parameters.Select(p => p.Name)) && !TakesSeveral(m));

    /// <summary>Is it an overload for several directions at once?</summary>
    private static bool TakesSeveral(MethodInfo method) =>
        method.GetParameters().Any(p => p.ParameterType.ToString().Contains("System.Runtime.Intrinsics.Vector", StringComparison.Ordinal));

    private static MissingMethodException Missing(Type owner, MemberShape shape)
    {
        IEnumerable<string> present = owner.GetMethods(AnyStatic).Where(m => m.Name == shape.Name).Select(m => $"\n  {m}");
        return new($"{owner.Name} has no {shape}; under that name it has:{string.Concat(present)}");
    }
}
