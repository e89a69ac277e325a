using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Transforms.Versioning;

/// <summary>Puts constants in the place of the variables that hold nothing else.</summary>
internal static class ConstantPropagation
{
    public static VersionedFunction Run(VersionedFunction function)
    {
        var constants = new Dictionary<Variable, Constant>();
        var assigned = new HashSet<Variable>();
        foreach (Statement statement in function.Body.DescendantStatements())
        {
            foreach (Variable variable in statement.Defines())
            {
                if (!assigned.Add(variable))
                    constants.Remove(variable);
                else if (statement is Assign { Value: Constant constant } && constant.Type == variable.Type)
                    constants[variable] = constant;
            }
        }
        return constants.Count == 0
            ? function
            : function with { Body = function.Body.RewriteExpressions(part => part is Use use && constants.TryGetValue(use.Variable, out Constant? value) ? value : part) };
    }
}
