using System.Reflection;
using Differentiable.Layers;
using Differentiable.Optimizers;
using Differentiable.Tensors;

namespace Differentiable.Tests.Tensors;

/// <summary>What is null and must not be is refused by the name of the parameter, in all that users call.</summary>
public class NullArgumentTests
{
    private static readonly Dictionary<string, (MethodBase Method, ParameterInfo Parameter)> s_parameters =
        Methods().SelectMany(method => Required(method).Select(parameter => (method, parameter))).ToDictionary(Name);

    public static TheoryData<string> Parameters => [.. s_parameters.Keys];

    [Theory]
    [MemberData(nameof(Parameters))]
    public void Null_is_refused_by_name(string name)
    {
        (MethodBase method, ParameterInfo parameter) = s_parameters[name];
        Exception?[] thrown = [.. ArgumentValues.Shapes.Select(shape => new NullCall(method, parameter, shape).Exception())];
        Assert.All(thrown, exception => Assert.False(exception is NullReferenceException, exception?.ToString()));
        Assert.True(thrown.Any(exception => exception is ArgumentNullException { ParamName: var refused } && refused == parameter.Name), $"{string.Join("; ", thrown.Select(exception => exception?.Message))}");
    }

    private static IEnumerable<MethodBase> Methods()
    {
        Type[] types =
        [
            typeof(Tensor), typeof(TensorOperators), typeof(Tensor<double>), typeof(Variable<double>), typeof(GradientTape), typeof(ForwardAccumulator), typeof(Gradient), typeof(LearningRate),
            typeof(GradientClipping), typeof(Initializers), typeof(Batches), .. typeof(Module<>).Assembly.GetExportedTypes().Where(IsModuleOrOptimizer).Select(type => type.MakeGenericType(typeof(double))),
        ];
        foreach (Type type in types)
        {
            foreach (MethodInfo method in type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(method => !method.IsAbstract && method.Name != "Equals"))
                yield return ArgumentValues.Closed(method);
            foreach (ConstructorInfo constructor in type.IsAbstract ? [] : type.GetConstructors())
                yield return constructor;
        }
    }

    private static bool IsModuleOrOptimizer(Type type) => type.IsGenericTypeDefinition && (IsOf(type, typeof(Module<>)) || IsOf(type, typeof(Optimizer<>)));

    private static bool IsOf(Type type, Type root) => type.Name == root.Name || (type.BaseType is { } parent && IsOf(parent, root));

    private static string Name((MethodBase Method, ParameterInfo Parameter) pair) => new[] { "Differentiable.Tensors.", "System.Collections.Generic.", "System." }
        .Aggregate($"{pair.Method.DeclaringType!.Name}: {pair.Method}, {pair.Parameter.Name}", (name, space) => name.Replace(space, "", StringComparison.Ordinal));

    /// <summary>References that are neither optional nor annotated.</summary>
    private static IEnumerable<ParameterInfo> Required(MethodBase method)
    {
        NullabilityInfoContext nullability = new();
        return method.GetParameters().Where(parameter =>
            !parameter.ParameterType.IsValueType && !parameter.ParameterType.IsByRef && !parameter.ParameterType.IsPointer && !parameter.IsOptional
            && nullability.Create(parameter).WriteState == NullabilityState.NotNull);
    }
}
