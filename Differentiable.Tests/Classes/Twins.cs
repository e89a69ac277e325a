using System.Reflection;
using Differentiable.Runtime;
using Differentiable.Tests.Testing;

namespace Differentiable.Tests.Classes;

/// <summary>
/// Runs all that is generated for an instance method, and the same of a static method whose last parameters are the members that the former
/// reads: they must agree but for rounding, which may differ where constants are folded.
/// </summary>
internal sealed class Twins(object target, Type twin, string method, params object?[] arguments)
{
    private const BindingFlags Any = BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly string[] s_suffixes =
    [
        "", "Gradient", "ValueAndGradient", "Vjp", "Forward", "Reverse", "Jvp", "Jacobian", "Hvp", "Hessian", "JvpForward", "JvpReverse",
    ];

    /// <summary>The names of the members that agreed.</summary>
    public IReadOnlyList<string> Check()
    {
        List<string> agreed = [];
        using ValueStack own = ValueStack.Rent(), others = ValueStack.Rent();
        foreach (MethodInfo member in s_suffixes.SelectMany(suffix => Named(target.GetType(), method + suffix)).Where(IsRun))
        {
            MethodInfo same = Named(twin, member.Name).Single(candidate => IsTwin(member, candidate));
            (object? Returned, object?[] Arguments) actual = Run(target, member, own), expected = Run(null, same, others);
            AssertClose([.. Reals.Of(expected.Returned)], [.. Reals.Of(actual.Returned)]);
            AssertClose(Visible(same, expected.Arguments), Visible(member, actual.Arguments));
            agreed.Add(member.Name);
        }
        return agreed;
    }

    private static void AssertClose(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-14 * Math.Max(1, Math.Abs(pair.First))));
    }

    private static IEnumerable<MethodInfo> Named(Type type, string name) => type.GetMethods(Any).Where(m => m.Name == name).OrderBy(m => m.ToString());

    /// <summary>What takes several directions at once, and what is given a matrix, is run by the overload that makes the matrix.</summary>
    private static bool IsRun(MethodInfo member) => member.GetParameters().All(p =>
        p.Name is not ("jacobian" or "hessian") && !p.ParameterType.ToString().Contains("Vector256", StringComparison.Ordinal));

    /// <summary>Does the twin take the same, and besides what the members hold?</summary>
    private bool IsTwin(MethodInfo member, MethodInfo candidate)
    {
        var passed = member.GetParameters().Select(p => (p.Name, p.ParameterType)).ToArray();
        var given = candidate.GetParameters().Select(p => (p.Name, p.ParameterType)).ToArray();
        return given.Where(passed.Contains).SequenceEqual(passed) && given.Except(passed).All(parameter => IsMember(parameter.Name!));
    }

    private bool IsMember(string name) => Member(name) is not null;

    private (object?, object?[]) Run(object? instance, MethodInfo member, ValueStack stack)
    {
        object?[] given = [.. member.GetParameters().Select(p => Reals.Copy(Argument(p, stack)))];
        object? returned = Invoker.InvokeOn(instance, member, given);
        return (returned, given);
    }

    private double[] Visible(MethodInfo member, object?[] values) =>
        [.. member.GetParameters().Where(p => !IsMember(p.Name!)).SelectMany(p => Reals.Of(values[p.Position] is ValueStack or Spring ? null : values[p.Position]))];

    private object? Argument(ParameterInfo parameter, ValueStack stack)
    {
        string name = parameter.Name!;
        if (parameter.ParameterType == typeof(ValueStack))
            return stack;
        if (Declared().FirstOrDefault(p => p.Name == name) is { } declared)
            return arguments[declared.Position];
        if (Member(name) is { } member)
            return member;
        string source = name.EndsWith("Dot", StringComparison.Ordinal) ? name[..^3] : name;
        source = Declared().Any(p => p.Name == source) || IsMember(source) ? source : source[1..];
        return name == "dresult" ? Seed(Named(target.GetType(), method).Single().ReturnType)
            : Declared().FirstOrDefault(p => p.Name == source) is { } input ? Seeded(arguments[input.Position])
            : name.StartsWith("dresult", StringComparison.Ordinal) ? 0.75
            : Seeded(Member(source));
    }

    private ParameterInfo[] Declared() => Named(target.GetType(), method).Single().GetParameters();

    private static object? Seed(Type type) => type == typeof(void) ? null
        : type == typeof(double) ? 1.25
        : Activator.CreateInstance(type, [.. type.GetGenericArguments().Select(_ => (object)0.75)]);

    private static object? Seeded(object? like) => like is null ? null : Reals.Filled(like, 0.5);

    private object? Member(string name)
    {
        for (Type? type = target.GetType(); type is not null; type = type.BaseType)
        {
            foreach (MemberInfo member in type.GetMembers(Any | BindingFlags.DeclaredOnly).Where(m => m.IsDefined(typeof(DifferentiableAttribute))))
            {
                string plain = member.Name.TrimStart('_');
                plain = char.ToLowerInvariant(plain[0]) + plain[1..];
                if (plain == name || plain + "2" == name)
                    return member is FieldInfo field ? field.GetValue(target) : (member as PropertyInfo)?.GetValue(target);
            }
        }
        return null;
    }
}
