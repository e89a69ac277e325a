using Differentiable.Generators.Diagnostics;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Structs;
using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering.Nullables;

/// <summary>
/// Elements of storage that are, or have in them, values that may be missing. C# makes such a value whole, so its adjoint has no place beside the one that says whether
/// it is there, and neither can be put back by itself: they are data, which is made once and read.
/// </summary>
internal static class NullableElements
{
    /// <summary>A parameter must not be differentiated.</summary>
    public static void CheckParameter(LoweringContext context, IParameterSymbol parameter, StructType element)
    {
        if (!Attributes.IsNonDifferentiable(parameter))
            Check(context, element, parameter.Locations[0]);
    }

    /// <summary>Nor must an array in one.</summary>
    public static void Check(LoweringContext context, StructType element, Location location)
    {
        if (element.HoldsNullable)
            Report(context, element, location);
    }

    /// <summary>What new storage is made of must carry no derivative.</summary>
    public static void CheckMade(LoweringContext context, IrType storage, IOperation operation, Expr value) => CheckMade(context, storage, operation.Syntax, value);

    /// <summary>The same of what a step of a sequence puts into the array that it makes.</summary>
    public static void CheckMadeByStep(LoweringContext context, IrType storage, SyntaxNode syntax, Expr value)
    {
        if (context.IsOfMirror(syntax.SyntaxTree))
            CheckMade(context, storage, context.Source, value);
    }

    private static void CheckMade(LoweringContext context, IrType storage, SyntaxNode syntax, Expr value)
    {
        if (storage.Leaf is StructType { HoldsNullable: true } element)
            context.Suspects.Add(new([.. StructValues.Leaves(value).Where(leaf => leaf.Type.HoldsReal)], syntax, Descriptors.NullableElements, [StructChecks.Display(element)]));
    }

    /// <summary>Elements must not be written. Arrays that steps of a sequence fill are new, and nothing has read them before; what goes in is looked at one by one.</summary>
    public static void CheckWritten(LoweringContext context)
    {
        foreach (IGrouping<SyntaxNode, Expr> written in context.ElementWrites.Where(write => !context.IsOfMirror(write.Syntax.SyntaxTree)).GroupBy(write => write.Syntax, write => write.Storage))
        {
            if (written.Select(storage => storage.Type.Leaf).OfType<StructType>().FirstOrDefault(element => element.HoldsNullable) is { } element)
                Report(context, element, written.Key.GetLocation());
        }
    }

    private static void Report(LoweringContext context, StructType element, Location location) =>
        context.Report(Descriptors.NullableElements, location, StructChecks.Display(element));
}
