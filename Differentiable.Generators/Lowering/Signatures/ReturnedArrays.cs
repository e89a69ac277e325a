using Differentiable.Generators.Diagnostics;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Arrays;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Differentiable.Generators.Lowering.Signatures;

/// <summary>Two arrays in one result are different ones: callers take them for that, and what they write to the one is not read from the other.</summary>
internal static class ReturnedArrays
{
    public static void Check(LoweringContext context, MethodDeclarationSyntax syntax, Block body)
    {
        if (context.HasFailed || SignatureLowering.LowerResult(context.Method).Components.Count(IsArray) < 2)
            return;
        Dictionary<Variable, HashSet<Variable>> named = Named(body);
        if (body.DescendantStatements().OfType<Return>().Any(result => HoldsOneTwice(result, named)))
        {
            context.Report(
                Descriptors.UnsupportedReturnType, syntax.ReturnType.GetLocation(),
                context.Method.ReturnType.DisplayName(), ", because one array may stand in it twice (put a copy there)");
        }
    }

    private static bool IsArray(IrType type) => type is ArrayType { HoldsReal: true };

    private static bool HoldsOneTwice(Return result, Dictionary<Variable, HashSet<Variable>> named)
    {
        HashSet<Variable> seen = [];
        foreach (Expr array in result.Values.Where(value => IsArray(value.Type)))
        {
            HashSet<Variable> arrays = [.. array.Variables().SelectMany(variable => named.TryGetValue(variable, out HashSet<Variable>? known) ? known : [variable])];
            if (seen.Overlaps(arrays))
                return true;
            seen.UnionWith(arrays);
        }
        return false;
    }

    /// <summary>For each variable, those whose arrays it may stand for or have as rows, itself among them.</summary>
    private static Dictionary<Variable, HashSet<Variable>> Named(Block body)
    {
        Dictionary<Variable, HashSet<Variable>> named = [];
        List<(Variable Target, Expr Value)> aliases = [.. body.DescendantStatements().SelectMany(Aliases)];
        bool changed = true;
        while (changed)
        {
            changed = false;
            foreach ((Variable target, Expr value) in aliases)
            {
                foreach (Variable source in value.Variables().Where(variable => IsArray(variable.Type)))
                {
                    HashSet<Variable> both = [.. Of(target), .. Of(source)];
                    changed |= both.Count > Of(target).Count;
                    named[target] = both;
                }
            }
        }
        return named;

        HashSet<Variable> Of(Variable variable) => named.TryGetValue(variable, out HashSet<Variable>? known) ? known : [variable];
    }

    /// <summary>The variable that the statement gives arrays to, or puts a row into, and what it gives.</summary>
    private static IEnumerable<(Variable Target, Expr Value)> Aliases(Statement statement) => statement switch
    {
        Assign { Value: Use or Element or Conditional } assign when IsArray(assign.Target.Type) => [(assign.Target, assign.Value)],
        Store { Value: (Use or Element or Conditional) and { Type.IsStorage: true } row } store when Origins.RootOf(store.Storage) is { } target => [(target, row)],
        _ => [],
    };
}
