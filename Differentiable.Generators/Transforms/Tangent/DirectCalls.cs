using Differentiable.Generators.Ir;
using Differentiable.Generators.Transforms.Versioning;

namespace Differentiable.Generators.Transforms.Tangent;

/// <summary>
/// The calls of a tangent that is not reversed: other methods' tangents, and methods themselves where no derivative passes through. A method that
/// takes arrays cannot be given the spans that local vectors are, but its tangent can.
/// </summary>
internal static class DirectCalls
{
    public static VersionedFunction Run(VersionedFunction tangent, VariableSupply supply) => tangent with { Body = Visit(tangent.Body, supply) };

    private static Block Visit(Block block, VariableSupply supply)
    {
        List<Statement> code = [];
        foreach (Statement statement in block.Statements)
        {
            if (statement is Call call)
                code.AddRange(Direct(call, supply));
            else
                code.Add(statement.MapBlocks(inner => Visit(inner, supply)));
        }
        return block.With(code);
    }

    private static IEnumerable<Statement> Direct(Call call, VariableSupply supply)
    {
        List<Statement> statements = TakesArrays(call.Callee) ? TangentCalls.WithoutTangents(call, supply) : [call];
        return statements.Select(statement => statement is Call direct ? direct with { Callee = direct.Callee with { IsCalledAsItIs = true } } : statement);
    }

    private static bool TakesArrays(Callee callee) => !callee.IsTangent && callee.Parameters.Any(parameter => parameter.Type is ArrayType { Rank: 1, ElementType.IsStorage: false });
}
