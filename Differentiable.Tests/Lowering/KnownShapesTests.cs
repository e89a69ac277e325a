using System.Reflection;
using Differentiable.Generators.Lowering.Tensors;
using Differentiable.Tensors;

namespace Differentiable.Tests.Lowering;

/// <summary>What the generator takes the shapes of results for is what they are.</summary>
public class KnownShapesTests
{
    private static readonly Tensor<double> s_x = [[0.5, 0.25, 2], [1, 0.75, 3]];

    public static TheoryData<string> Kept => [.. KnownShapes.Kept];

    public static TheoryData<string> OfAll => [.. KnownShapes.OfAll];

    [Theory]
    [MemberData(nameof(Kept))]
    public void The_result_has_the_shape_of_the_operand(string name) => Assert.Equal(s_x.Shape, ShapeOf(name));

    [Theory]
    [MemberData(nameof(OfAll))]
    public void The_result_has_no_axes_where_nothing_else_is_given(string name) => Assert.Equal(Shape.Scalar, ShapeOf(name));

    /// <summary>The shape that the operation gives for one tensor.</summary>
    private static Shape ShapeOf(string name)
    {
        MethodInfo operation = typeof(Tensor).GetMethods().Single(method => method.Name == name && IsOfOneTensor(method.GetParameters())).MakeGenericMethod(typeof(double));
        object?[] arguments = [s_x, .. operation.GetParameters()[1..].Select(parameter => parameter.DefaultValue)];
        return ((TensorBase)operation.Invoke(null, arguments)!).Shape;
    }

    private static bool IsOfOneTensor(ParameterInfo[] parameters) =>
        parameters[0].ParameterType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(Tensor<>) && parameters[1..].All(parameter => parameter.HasDefaultValue);
}
