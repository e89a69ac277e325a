using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace Differentiable;

/// <summary>What can be checked, and why other methods cannot.</summary>
[RequiresUnreferencedCode("Looks into the fields of structs.")]
internal static class CheckedMethod
{
    /// <summary>Is it an instance method of a class?</summary>
    public static bool IsOfObject(MethodInfo method) => !method.IsStatic && !method.DeclaringType!.IsValueType;

    /// <summary>The arguments as the method takes them: behind the struct, or what else the delegate is bound to; not behind an object, of which <see cref="CheckedObject"/> takes care.</summary>
    public static object?[] ArgumentsOf(Delegate function, object?[] arguments)
    {
        // An array of arrays is taken for the list of the arguments.
        object?[] given = arguments.GetType() == typeof(object[]) ? arguments : [arguments];
        bool isBound = function.Target is not null && !IsOfObject(function.Method) && (!function.Method.IsStatic || function.Method.GetParameters().Length > function.GetType().GetMethod("Invoke")!.GetParameters().Length);
        return isBound ? [function.Target, .. given] : given;
    }

    public static void Require(MethodInfo method, IReadOnlyList<CheckedParameter> parameters)
    {
        if (ReasonAgainst(method, parameters) is { } reason)
            throw new ArgumentException($"'{method.Name}' {reason}.", "function");
    }

    private static string? ReasonAgainst(MethodInfo method, IReadOnlyList<CheckedParameter> parameters)
    {
        if (!method.IsDefined(typeof(DifferentiableAttribute)))
            return "is not marked with [Differentiable]: give the method itself, not a lambda that calls it";
        if (ClosedOverOther(method) is { } other)
            return $"is closed over {other}: close it over double, float or Half";
        if (parameters.FirstOrDefault(parameter => parameter.Type.IsByRefLike && !NumberLayout.IsSpan(parameter.Type)) is { } refStruct)
            return $"takes the ref struct '{refStruct.Name}', which cannot be given here: check a [Differentiable] method that makes it of arrays and numbers";
        if (parameters.FirstOrDefault(parameter => parameter is { IsActive: true, Layout.HoldsInlineArray: true }) is { } inline)
            return $"takes the inline array '{inline.Name}' or one in it, whose elements cannot be told apart here: check a [Differentiable] method that makes it of an array";
        return !NumberLayout.IsReal(method.ReturnType) || method.GetParameters().Any(parameter => parameter.ParameterType.IsByRef && !parameter.IsIn)
            ? "has several outputs: check a method that makes one number of them"
            : null;
    }

    /// <summary>A type that stands for a number, but is none that differences are taken of.</summary>
    private static Type? ClosedOverOther(MethodInfo method) => method.GetGenericArguments().Concat(method.DeclaringType!.GetGenericArguments())
        .FirstOrDefault(type => !NumberLayout.IsReal(type) && Is(type, "INumberBase`1") && !Is(type, "IBinaryInteger`1"));

    private static bool Is(Type type, string contract) => type.GetInterfaces().Any(one => one.Namespace == "System.Numerics" && one.Name == contract);
}
