using System.Linq.Expressions;
using System.Reflection;
using Differentiable.Layers;
using Differentiable.Optimizers;
using Differentiable.Tensors;

namespace Differentiable.Tests.Tensors;

/// <summary>Arguments that could be right, by their types.</summary>
internal static class ArgumentValues
{
    /// <summary>Shapes of tensors, one of which an operation may be expected to take.</summary>
    public static int[][] Shapes { get; } = [[], [2], [2, 2], [1, 3, 2], [1, 3, 3, 2]];

    /// <summary>The method for numbers.</summary>
    public static MethodInfo Closed(MethodInfo method) => method.IsGenericMethodDefinition
        ? method.MakeGenericMethod(Array.ConvertAll(method.GetGenericArguments(), argument => argument.GetGenericParameterConstraints().Any(constraint => constraint.Name == typeof(Module<>).Name) ? typeof(Dense<double>) : typeof(double)))
        : method;

    /// <summary>A value of the type.</summary>
    /// <param name="type">The type.</param>
    /// <param name="shape">The shape of tensors.</param>
    public static object? Of(Type type, int[] shape) => type switch
    {
        _ when type == typeof(Tensor<double>) => Tensor.Ones<double>(shape),
        _ when type == typeof(Variable<double>) => new Variable<double>(Tensor.Ones<double>(shape)),
        _ when type == typeof(Tensor<int>) => Tensor.Zeros<int>(shape),
        _ when type == typeof(Tensor<bool>) => Tensor.Equal(Tensor.Zeros<int>(shape), Tensor.Zeros<int>(shape)),
        _ when type == typeof(Shape) => Tensor.Zeros<int>(shape).Shape,
        _ when type == typeof(string) => "ij->ij",
        _ when type == typeof(double) => 0.5,
        _ when type == typeof(int) || type == typeof(long) => Convert.ChangeType(1, type, null),
        _ when type.IsArray => Array.CreateInstance(type.GetElementType()!, new int[type.GetArrayRank()]),
        _ when type == typeof(LearningRate) => (LearningRate)0.5,
        _ when type == typeof(Optimizer<double>) => new Sgd<double>(0.5),
        _ when type == typeof(Module<double>) || type == typeof(Sequential<double>) => new Sequential<double>(),
        _ when type == typeof(Convolution<double>) => new Conv1D<double>(1, 1),
        _ when typeof(Delegate).IsAssignableFrom(type) => Function(type.GetMethod("Invoke")!, type),
        { IsGenericType: true } when type.IsAssignableFrom(type.GetGenericArguments()[0].MakeArrayType()) => List(type.GetGenericArguments()[0], shape),
        { IsGenericType: true, Name: "IReadOnlyDictionary`2" } => Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(type.GetGenericArguments())),
        { IsValueType: true } => Activator.CreateInstance(type),
        { IsAbstract: true } => null,
        _ => Made(type, shape),
    };

    private static Delegate Function(MethodInfo method, Type type) =>
        Expression.Lambda(type, Expression.Default(method.ReturnType), method.GetParameters().Select(parameter => Expression.Parameter(parameter.ParameterType))).Compile();

    private static Array List(Type element, int[] shape)
    {
        Array list = Array.CreateInstance(element, 1);
        list.SetValue(Of(element, shape), 0);
        return list;
    }

    private static object? Made(Type type, int[] shape) =>
        type.GetConstructors().OrderBy(constructor => constructor.GetParameters().Length).FirstOrDefault() is { } constructor && !constructor.GetParameters().Any(parameter => parameter.ParameterType.IsByRefLike)
            ? constructor.Invoke(Array.ConvertAll(constructor.GetParameters(), parameter => parameter.IsOptional ? Type.Missing : Of(parameter.ParameterType, shape)))
            : null;
}
