using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using System.Reflection;

namespace Differentiable;

/// <summary>Calls of methods that take spans, which reflection cannot pass: arrays stand for them.</summary>
[RequiresDynamicCode("Compiles a call.")]
[RequiresUnreferencedCode("Compiles a call.")]
internal static class SpanCalls
{
    private static readonly MethodInfo s_asSpan = typeof(SpanCalls).GetMethod(nameof(AsSpan), BindingFlags.NonPublic | BindingFlags.Static)!;
    private static readonly MethodInfo s_asReadOnlySpan = typeof(SpanCalls).GetMethod(nameof(AsReadOnlySpan), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>The method as a function of its boxed arguments, what it is called on in front.</summary>
    public static Func<object?[], object?> Of(MethodInfo method)
    {
        ParameterExpression arguments = Expression.Parameter(typeof(object[]));
        int own = method.IsStatic ? 0 : 1;
        Expression? self = method.IsStatic ? null : Self(Expression.ArrayIndex(arguments, Expression.Constant(0)), method.DeclaringType!);
        Expression call = Expression.Call(self, method, method.GetParameters().Select(parameter =>
            Argument(parameter.ParameterType, Expression.ArrayIndex(arguments, Expression.Constant(own + parameter.Position)))));
        return Expression.Lambda<Func<object?[], object?>>(Expression.Convert(call, typeof(object)), arguments).Compile();
    }

    private static Expression Self(Expression boxed, Type type) => type.IsValueType ? Expression.Unbox(boxed, type) : Expression.Convert(boxed, type);

    private static Expression Argument(Type type, Expression boxed)
    {
        if (!NumberLayout.IsSpan(type))
            return Expression.Convert(boxed, type.IsByRef ? type.GetElementType()! : type);
        MethodInfo conversion = type.GetGenericTypeDefinition() == typeof(Span<>) ? s_asSpan : s_asReadOnlySpan;
        return Expression.Call(conversion.MakeGenericMethod(type.GetGenericArguments()), boxed);
    }

    private static Span<T> AsSpan<T>(object? array) => (T[]?)array;

    private static ReadOnlySpan<T> AsReadOnlySpan<T>(object? array) => (T[]?)array;
}
