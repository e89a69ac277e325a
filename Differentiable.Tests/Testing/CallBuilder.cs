using System.Linq.Expressions;
using System.Reflection;

namespace Differentiable.Tests.Testing;

/// <summary>The expression of a call whose boxed arguments come from <paramref name="slot"/>.</summary>
internal sealed class CallBuilder
{
    public CallBuilder(MethodInfo method, Func<int, Expression> slot, Expression? instance = null)
    {
        ParameterInfo[] parameters = method.GetParameters();
        Call = Expression.Call(instance, method, [.. parameters.Select(p => Argument(p, slot(p.Position)))]);
    }

    public MethodCallExpression Call { get; }

    /// <summary>Hold what is passed by reference.</summary>
    public List<ParameterExpression> Locals { get; } = [];

    public List<Expression> Before { get; } = [];

    public List<Expression> After { get; } = [];

    private Expression Argument(ParameterInfo parameter, Expression slot)
    {
        Type type = parameter.ParameterType;
        if (type.IsByRef)
            return ByReference(parameter, slot);
        if (RealTypes.IsSpan(type))
            return Expression.Call(ToSpan(type), slot);
        return Expression.Convert(slot, type);
    }

    private ParameterExpression ByReference(ParameterInfo parameter, Expression slot)
    {
        ParameterExpression local = Expression.Variable(parameter.ParameterType.GetElementType()!);
        Locals.Add(local);
        if (!parameter.IsOut)
            Before.Add(Expression.Assign(local, Expression.Convert(slot, local.Type)));
        if (!parameter.IsIn && slot is IndexExpression)
            After.Add(Expression.Assign(slot, Expression.Convert(local, typeof(object))));
        return local;
    }

    private static MethodInfo ToSpan(Type type) => typeof(CallBuilder)
        .GetMethod(RealTypes.IsMutableSpan(type) ? nameof(AsSpan) : nameof(AsReadOnlySpan), BindingFlags.NonPublic | BindingFlags.Static)!
        .MakeGenericMethod(RealTypes.Element(type));

    private static Span<T> AsSpan<T>(object? storage) => storage is ArraySegment<T> segment ? segment.AsSpan() : (T[]?)storage;

    private static ReadOnlySpan<T> AsReadOnlySpan<T>(object? storage) => AsSpan<T>(storage);
}
