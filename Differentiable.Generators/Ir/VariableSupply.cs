namespace Differentiable.Generators.Ir;

/// <summary>Makes variables with identities that nothing else in the function has.</summary>
internal sealed class VariableSupply(int next)
{
    private int _next = next;

    public static VariableSupply For(Function function)
    {
        int last = function.Parameters.Select(parameter => parameter.Variable.Id).DefaultIfEmpty(0).Max();
        foreach (Statement statement in function.Body.DescendantStatements())
        {
            foreach (Variable variable in statement.Defines())
                last = Math.Max(last, variable.Id);
            if (statement is Declare declare)
                last = Math.Max(last, declare.Variable.Id);
        }
        return new(last + 1);
    }

    public Variable New(string name, IrType type, VariableRole role = VariableRole.Primal) => new(_next++, name, type, role);

    /// <summary>Another variable of the same name, type and role.</summary>
    public Variable Another(Variable variable) => variable with { Id = _next++ };
}
