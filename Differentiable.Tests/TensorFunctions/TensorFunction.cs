using System.Numerics.Tensors;
using System.Reflection;
using Differentiable.Runtime;
using Differentiable.Tests.Testing;

namespace Differentiable.Tests.TensorFunctions;

/// <summary>An overload of a function of <see cref="TensorPrimitives"/> for doubles, with its rules.</summary>
internal sealed class TensorFunction(MethodInfo method)
{
    private static readonly Type[] s_one = [typeof(double)];

    /// <summary>The rules by what they are the derivatives of.</summary>
    private static readonly ILookup<(Type, string), MethodInfo> s_rules = typeof(TensorRules)
        .GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
        .Where(rule => rule.GetGenericArguments().Length == 1)
        .Select(rule => rule.MakeGenericMethod(s_one))
        .SelectMany(rule => rule.GetCustomAttributes<DerivativeOfAttribute>().Select(attribute => (rule, attribute)))
        .ToLookup(pair => (pair.attribute.Type, pair.attribute.Method), pair => pair.rule);

    public static IEnumerable<TensorFunction> All { get; } =
    [
        .. typeof(TensorPrimitives).GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(method => method.IsGenericMethodDefinition && method.GetGenericArguments().Length == 1)
            .Select(Close)
            .OfType<MethodInfo>()
            .Select(method => new TensorFunction(method)),
    ];

    public MethodInfo Method { get; } = method;

    public string Name => $"{Method.Name}({string.Join(", ", Parameters.Select(parameter => $"{Kind(parameter.ParameterType)} {parameter.Name}"))})";

    public ParameterInfo[] Parameters { get; } = method.GetParameters();

    public MethodInfo? Pullback => field ??= Rules.Where(rule => !IsTangent(rule)).SingleOrDefault(FitsPullback);

    public MethodInfo? Tangent => field ??= Rules.Where(IsTangent).SingleOrDefault(FitsTangent);

    /// <summary>The pullback of the tangent rule, for second order.</summary>
    public MethodInfo? TangentPullback => field ??= s_rules[(typeof(TensorRules), Tangent!.Name)].SingleOrDefault(FitsTangentPullback);

    public bool HasRealResult => RealTypes.IsReal(Method.ReturnType);

    /// <summary>The inputs that have a derivative.</summary>
    public IEnumerable<ParameterInfo> ActiveInputs => Parameters.Where(parameter => IsReal(parameter) && !IsOutput(parameter) && !IsConstant(parameter.Name!));

    public IEnumerable<ParameterInfo> Outputs => Parameters.Where(parameter => IsReal(parameter) && IsOutput(parameter));

    public static bool IsOutput(ParameterInfo parameter) => RealTypes.IsMutableSpan(parameter.ParameterType);

    public static bool IsReal(ParameterInfo parameter) => RealTypes.Leaf(parameter.ParameterType) == typeof(double);

    public static bool IsSpan(ParameterInfo parameter) => RealTypes.IsSpan(parameter.ParameterType);

    public static TensorFunction Get(string name) => All.Single(function => function.Name == name);

    private IEnumerable<MethodInfo> Rules => s_rules[(typeof(TensorPrimitives), Method.Name)];

    private bool IsConstant(string name) => Tangent is { } tangent
        && tangent.GetParameters().Single(parameter => parameter.Name == name).IsDefined(typeof(NonDifferentiableAttribute));

    private static bool IsTangent(MethodInfo rule) => rule.Name.EndsWith("Tangent", StringComparison.Ordinal);

    private bool FitsTangent(MethodInfo rule) => rule.GetParameters().Where(parameter => !parameter.Name!.EndsWith("Dot", StringComparison.Ordinal))
        .Select(parameter => (parameter.Name, parameter.ParameterType))
        .SequenceEqual(Parameters.Select(parameter => (parameter.Name, parameter.ParameterType)));

    /// <summary>The same destinations, as many scalars returned, and nothing that is not known.</summary>
    private bool FitsPullback(MethodInfo rule)
    {
        HashSet<string> names = [.. rule.GetParameters().Select(parameter => parameter.Name!)];
        string[] constants = [.. rule.GetParameters().Where(parameter => parameter.IsDefined(typeof(NonDifferentiableAttribute))).Select(parameter => parameter.Name!)];
        IEnumerable<ParameterInfo> real = Parameters.Where(parameter => IsReal(parameter) && !constants.Contains(parameter.Name));
        string[] destinations = [.. real.Where(IsSpan).Select(parameter => "d" + parameter.Name)];
        string[] known = [.. Parameters.Select(parameter => parameter.Name!), .. Parameters.Select(parameter => parameter.Name + "Length"), "dresult", "result", .. destinations];
        bool takesSame = rule.GetParameters().All(parameter => Parameters.FirstOrDefault(input => input.Name == parameter.Name) is not { } input
            || IsSpan(input) == RealTypes.IsSpan(parameter.ParameterType));
        int scalars = real.Count(parameter => !IsSpan(parameter));
        int returned = rule.ReturnType == typeof(void) ? 0 : Tuples.IsTuple(rule.ReturnType) ? Tuples.ItemTypes(rule.ReturnType).Count() : 1;
        return destinations.All(names.Contains) && names.All(known.Contains) && takesSame && scalars == returned && names.Contains("dresult") == HasRealResult;
    }

    /// <summary>Destinations for all spans of the tangent rule, as many scalars returned, and nothing that is not known.</summary>
    private bool FitsTangentPullback(MethodInfo rule)
    {
        Dictionary<string, Type> types = rule.GetParameters().ToDictionary(parameter => parameter.Name!, parameter => parameter.ParameterType);
        ParameterInfo[] parameters = Tangent!.GetParameters(), real = [.. parameters.Where(IsReal).Where(parameter => !IsConstant(parameter.Name!))];
        string[] destinations = [.. real.Where(IsSpan).Select(parameter => "d" + parameter.Name)];
        string[] known = [.. parameters.Select(parameter => parameter.Name!), .. parameters.Select(parameter => parameter.Name + "Length"), "dresult", .. destinations];
        bool takesSame = parameters.All(parameter => !types.TryGetValue(parameter.Name!, out Type? type) || IsSpan(parameter) == RealTypes.IsSpan(type));
        int scalars = real.Count(parameter => !IsSpan(parameter)), returned = Tuples.IsTuple(rule.ReturnType) ? Tuples.ItemTypes(rule.ReturnType).Count : 0;
        return destinations.All(types.ContainsKey) && types.Keys.All(known.Contains) && takesSame && scalars == returned && types.ContainsKey("dresult") == HasRealResult;
    }

    private static MethodInfo? Close(MethodInfo method)
    {
        try
        {
            return method.MakeGenericMethod(s_one);
        }
        catch (ArgumentException)
        {
            return null; // for integers only
        }
    }

    private static string Kind(Type type) => RealTypes.IsSpan(type) ? "span" : type.Name;
}
