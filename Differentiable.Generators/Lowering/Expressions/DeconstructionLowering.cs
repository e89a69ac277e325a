using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Places;
using Differentiable.Generators.Lowering.Structs;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Expressions;

/// <summary>
/// <c>(a[i], a[j]) = (a[j], a[i])</c>: all places and all values are evaluated before the first write. Only values that an earlier write
/// changes are saved.
/// </summary>
internal static class DeconstructionLowering
{
    public static Expr Lower(LoweringContext context, IDeconstructionAssignmentOperation deconstruction)
    {
        Place place = context.LowerPlace(deconstruction.Target);
        int mark = context.Mark;
        Expr value = StructMembers.Deconstruct(context, deconstruction, context.Lower(deconstruction.Value));
        context.Protect(place, mark);
        if (place is not StructPlace tuple || value is not StructValue values)
            return context.HasFailed ? value : Refusals.Refuse(context, deconstruction);
        Expr[] elements = [.. values.Elements];
        if (deconstruction.Target is IDeclarationExpressionOperation)
            context.Initialize(place, value);
        else
            WriteAll(context, tuple.Elements, elements);
        return StructValues.Value(elements);
    }

    /// <summary>Writes the elements of a tuple; what an earlier write would change is saved before it.</summary>
    public static void WriteAll(LoweringContext context, Place[] places, Expr[] values)
    {
        for (int i = 0; i < places.Length; i++)
        {
            Expr[] pending = [.. values.Skip(i + 1)];
            int mark = context.Mark;
            context.Write(places[i], values[i]);
            context.Protect(pending, pending.Length, mark);
            pending.CopyTo(values, i + 1);
            foreach (Place later in places.Skip(i + 1))
                context.Protect(later, mark);
        }
    }
}
