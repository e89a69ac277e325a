using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;

namespace Differentiable.Tests.Testing;

/// <summary>
/// Calls methods with spans in their signature, which reflection cannot. Arrays and array segments stand for spans; what a
/// <c>ref</c> or <c>out</c> parameter ends with is written back to its place in the argument list; a returned span comes as an array.
/// </summary>
internal static class Invoker
{
    private static readonly ConcurrentDictionary<MethodInfo, Func<object?, object?[], object?>> s_compiled = new();

    public static object? Invoke(MethodInfo method, params object?[] arguments) => InvokeOn(null, method, arguments);

    /// <summary>The same on an object, if it is a method of one.</summary>
    public static object? InvokeOn(object? instance, MethodInfo method, object?[] arguments) =>
        s_compiled.GetOrAdd(method, Compile)(instance, arguments);

    /// <summary>A call with fixed arguments that allocates nothing by itself.</summary>
    public static Action Bind(MethodInfo method, object?[] arguments)
    {
        CallBuilder builder = new(method, i => Expression.Constant(arguments[i], typeof(object)));
        return Expression.Lambda<Action>(Expression.Block(typeof(void), builder.Locals, [.. builder.Before, builder.Call])).Compile();
    }

    private static Func<object?, object?[], object?> Compile(MethodInfo method)
    {
        ParameterExpression instance = Expression.Parameter(typeof(object));
        ParameterExpression arguments = Expression.Parameter(typeof(object[]));
        ParameterExpression result = Expression.Variable(typeof(object));
        CallBuilder builder = new(
            method,
            i => Expression.ArrayAccess(arguments, Expression.Constant(i)),
            method.IsStatic ? null : Expression.Convert(instance, method.DeclaringType!));
        Expression call = builder.Call.Type == typeof(void)
            ? Expression.Block(builder.Call, Expression.Assign(result, Expression.Constant(null)))
            : Expression.Assign(result, Boxed(builder.Call));
        BlockExpression body = Expression.Block([.. builder.Locals, result], [.. builder.Before, call, .. builder.After, result]);
        return Expression.Lambda<Func<object?, object?[], object?>>(body, instance, arguments).Compile();
    }

    private static UnaryExpression Boxed(Expression value) => RealTypes.IsSpan(value.Type)
        ? Expression.Convert(Expression.Call(value, value.Type.GetMethod("ToArray")!), typeof(object))
        : Expression.Convert(value, typeof(object));
}
