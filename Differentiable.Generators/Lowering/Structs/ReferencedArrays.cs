using Differentiable.Generators.Diagnostics;
using Differentiable.Generators.Ir;
using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering.Structs;

/// <summary>
/// The arrays of structs that a method takes by reference stay the ones that they are: there is no way to say what the derivatives of others are. A struct that is assigned as a whole may
/// be given its own ones again.
/// </summary>
internal static class ReferencedArrays
{
    /// <summary>The body in which nothing is assigned to them; what would be another array is reported.</summary>
    public static Block Settle(LoweringContext context, Parameter[] parameters, Block body)
    {
        ILookup<Variable, Expr?> values = body.DescendantStatements().SelectMany(ValuesOf).ToLookup(pair => pair.Target, pair => pair.Value);
        foreach (Parameter array in parameters.Where(parameter => parameter.ArrayMode is not null && values.Contains(parameter.Variable)))
        {
            HashSet<Variable> names = NamesOf(array.Variable, parameters, values);
            if (values[array.Variable].All(value => IsOneOf(names, value)))
                body = Without(body, array.Variable);
            else
                Report(context, array.Part!);
        }
        return body;
    }

    /// <summary>What is put into variables, null where that is not known.</summary>
    private static IEnumerable<(Variable Target, Expr? Value)> ValuesOf(Statement statement) => statement switch
    {
        Assign assign => [(assign.Target, assign.Value)],
        Call call => call.Results.OfType<Variable>().Select(result => (result, (Expr?)null)),
        _ => [],
    };

    /// <summary>The variables that never stand for anything but the array. A parameter stands for something before anything is assigned to it.</summary>
    private static HashSet<Variable> NamesOf(Variable array, Parameter[] parameters, ILookup<Variable, Expr?> values)
    {
        HashSet<Variable> names = [array];
        int before;
        do
        {
            before = names.Count;
            names.UnionWith(values.Where(given => parameters.All(parameter => parameter.Variable != given.Key) && given.All(value => IsOneOf(names, value))).Select(given => given.Key).ToList());
        }
        while (names.Count > before);
        return names;
    }

    private static bool IsOneOf(HashSet<Variable> names, Expr? value) => value switch
    {
        Use use => names.Contains(use.Variable),
        Conditional choice => IsOneOf(names, choice.WhenTrue) && IsOneOf(names, choice.WhenFalse),
        _ => false,
    };

    private static Block Without(Block body, Variable target) => body.With(
        [.. body.Statements.Where(statement => statement is not Assign assign || assign.Target != target).Select(statement => statement.MapBlocks(block => Without(block, target)))]);

    private static void Report(LoweringContext context, Part part)
    {
        Location? parameter = context.Method.Parameters.FirstOrDefault(parameter => parameter.Name == part.Whole)?.Locations[0];
        context.Report(
            Descriptors.StorageInStruct, parameter ?? context.Method.Locations[0], part.Whole, part.Display.Substring(part.Whole.Length + 1),
            "where the method puts another one there: write its elements, or return the struct");
    }
}
