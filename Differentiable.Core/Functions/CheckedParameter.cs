using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace Differentiable;

/// <summary>A parameter of a method whose gradient is checked; the struct that the method is called on is the first.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type, a reference where it is passed by one.</param>
/// <param name="Layout">Where the numbers in it are.</param>
/// <param name="IsActive">Does the gradient have derivatives with respect to it?</param>
[RequiresUnreferencedCode("Looks into the fields of structs.")]
internal sealed record CheckedParameter(string Name, Type Type, NumberLayout Layout, bool IsActive)
{
    public static IReadOnlyList<CheckedParameter> Of(MethodInfo method)
    {
        IEnumerable<CheckedParameter> own = method.GetParameters().Select(Of);
        return [.. method.IsStatic || CheckedMethod.IsOfObject(method) ? own : own.Prepend(new("self", method.DeclaringType!, NumberLayout.Of(method.DeclaringType!), IsActive: true))];
    }

    /// <summary>A copy of the argument, a number as the parameter wants it.</summary>
    public object? Converted(object? argument)
    {
        Type type = Type.IsByRef ? Type.GetElementType()! : Type;
        if (NumberLayout.IsReal(type) && argument is Half or IConvertible and not string)
            return NumberPlace.ToReal(NumberPlace.ToDouble(argument), type);
        if (type.IsPrimitive && argument is IConvertible number)
            return Convert.ChangeType(number, type, null);
        bool fits = argument is null || (NumberLayout.IsSpan(type)
            ? argument is Array { Rank: 1 } && argument.GetType().GetElementType() == type.GetGenericArguments()[0]
            : type.IsInstanceOfType(argument));
        return fits
            ? NumberPlace.Copy(argument)
            : throw new ArgumentException($"The argument for '{Name}' must be of type {type}, an array where that is a span, but is of type {argument!.GetType()}.", "arguments");
    }

    private static CheckedParameter Of(ParameterInfo parameter)
    {
        NumberLayout layout = NumberLayout.Of(parameter);
        return new(parameter.Name!, parameter.ParameterType, layout, layout.HoldsReal && !parameter.IsDefined(typeof(NonDifferentiableAttribute)));
    }
}
