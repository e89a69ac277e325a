using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Emit;

/// <summary>
/// A <c>ref</c> argument must be a variable that holds the initial value and receives the final one: <c>x2 = x; F(ref x2)</c>.
/// </summary>
internal sealed class RefArguments
{
    private int _nextId;

    private RefArguments(int nextId) => _nextId = nextId;

    public static Block Expand(Block body, IEnumerable<Variable> parameters)
    {
        IEnumerable<Variable> defined = body.DescendantStatements().SelectMany(statement => statement.Defines());
        int nextId = parameters.Concat(defined).Select(variable => variable.Id).DefaultIfEmpty().Max() + 1;
        return new RefArguments(nextId).Expand(body);
    }

    private Block Expand(Block block)
    {
        List<Statement> code = new(block.Statements.Count);
        foreach (Statement statement in block.Statements)
        {
            if (statement is Call call)
                code.AddRange(Expand(call));
            else
                code.Add(statement.MapBlocks(Expand));
        }
        return block.With(code);
    }

    private IEnumerable<Statement> Expand(Call call)
    {
        List<Expr?> arguments = [.. call.Arguments];
        List<Variable?> results = [.. call.Results];
        int result = call.Callee.Result.Components.Count;
        for (int i = 0; i < arguments.Count; i++)
        {
            Parameter parameter = call.Callee.Parameters[i];
            if (parameter.Mode is not (PassingMode.Ref or PassingMode.Out))
                continue;
            if (parameter.Mode == PassingMode.Ref)
            {
                Variable variable = results[result] ??= new(_nextId++, parameter.Name, parameter.Type, VariableRole.Helper);
                if (arguments[i] != new Use(variable))
                    yield return new Assign(variable, arguments[i]!);
                arguments[i] = new Use(variable);
            }
            result++;
        }
        yield return call with { Arguments = arguments, Results = results };
    }
}
