using Differentiable.Generators.Diagnostics;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.OtherCode;
using Differentiable.Generators.Rules;
using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering.Types;

/// <summary>
/// Operations on type parameters whose derivatives are made of functions that the constraints do not give: <c>T.Asin</c> needs a square root.
/// An error where a derivative goes through the operand, which shows only when the whole method is known.
/// </summary>
internal static class MissingInterfaces
{
    public static Apply Check(LoweringContext context, Apply apply, SyntaxNode syntax)
    {
        if (apply.Type is not TypeParameter type)
            return apply;
        for (int i = 0; i < apply.Arguments.Count; i++)
        {
            NumericInterfaces missing = Requirements.Missing(apply, i);
            if (missing != NumericInterfaces.None)
                context.Suspects.Add(new Suspect([apply.Arguments[i]], syntax, Descriptors.MissingInterface, [syntax.ToString(), Names(missing, type), type.Name]));
        }
        return apply;
    }

    private static string Names(NumericInterfaces missing, TypeParameter type) => string.Join(" and ", Enum.GetValues(typeof(NumericInterfaces))
        .Cast<NumericInterfaces>()
        .Where(one => one != NumericInterfaces.None && (missing & one) != 0)
        .Select(one => $"'I{one}<{type.Name}>'"));
}
