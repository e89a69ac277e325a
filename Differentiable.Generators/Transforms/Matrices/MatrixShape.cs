using Differentiable.Generators.Analysis;
using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Transforms.Matrices;

/// <summary>
/// Which outputs of a function the rows of its Jacobian belong to, and which inputs the columns. Storage that the function only writes is no
/// input.
/// </summary>
internal sealed class MatrixShape
{
    public MatrixShape(Function function)
    {
        HashSet<Variable> read = ReadBy(function);
        Inputs = [.. function.Parameters.Where(parameter => parameter is { IsActive: true, IsInput: true, InlineMode: not PassingMode.Out } && (!parameter.IsMutated || read.Contains(parameter.Variable)))];
        Outputs = [.. function.Parameters.Where(parameter => parameter.IsActive && (parameter.IsMutated || parameter.Mode is PassingMode.Ref or PassingMode.Out))];
    }

    /// <summary>The parameters that the columns belong to.</summary>
    public IReadOnlyList<Parameter> Inputs { get; }

    /// <summary>The parameters that rows belong to, behind those of the result.</summary>
    public IReadOnlyList<Parameter> Outputs { get; }

    /// <summary>The type of a matrix of these derivatives.</summary>
    public static ArrayType TypeOf(Function function)
    {
        List<IrType> types = [.. function.Parameters.Where(parameter => parameter.IsActive).Select(parameter => parameter.Type)
            .Concat(function.Result.Components)
            .SelectMany(EachNumber.LeavesOf)
            .Select(leaf => leaf.Type)
            .Distinct()];
        return new(types is [ScalarType { Kind: ScalarKind.Single } or TypeParameter] ? types[0] : IrType.Double, 2);
    }

    /// <summary>The storage parameters from which elements are read, or given to other code or to the caller.</summary>
    private static HashSet<Variable> ReadBy(Function function)
    {
        var classes = new StorageClasses(function.Body);
        HashSet<Variable> read = [];
        foreach (Statement statement in function.Body.DescendantStatements())
        {
            IEnumerable<Variable> given = statement is Call or Return ? statement.Expressions().Where(argument => argument.Type.IsStorage).Select(StorageClasses.BaseOf) : [];
            read.UnionWith(statement.Expressions().SelectMany(StorageClasses.VariablesReadBy).Concat(given).Select(classes.Of));
        }
        return [.. function.Parameters.Select(parameter => parameter.Variable).Where(variable => variable.Type.IsStorage && read.Contains(classes.Of(variable)))];
    }
}
