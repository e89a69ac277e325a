using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Transforms.Operations;

/// <summary>The parameters of the overload over tensors of a method of numbers and arrays.</summary>
internal static class OverloadParameters
{
    /// <summary>Tensors where the method has what has a derivative, and else what it has.</summary>
    public static EquatableArray<MemberParameter> Of(Function function, Func<Parameter, string> documentation)
    {
        List<MemberParameter> parameters = [];
        bool areOptional = true;
        foreach (Parameter parameter in function.Parameters.Reverse())
        {
            // Behind what is optional, everything has to be.
            areOptional &= !parameter.IsActive && parameter.Default is not null;
            parameters.Insert(0, parameter.IsActive
                ? new(parameter.Variable with { Type = new TensorType((ScalarType)parameter.Type.Leaf) }, "", null, documentation(parameter))
                : new(parameter.Variable, "", areOptional ? parameter.Default : null, "As in {F}.") { AnnotatedType = parameter.AnnotatedType });
        }
        return parameters.ToEquatableArray();
    }
}
