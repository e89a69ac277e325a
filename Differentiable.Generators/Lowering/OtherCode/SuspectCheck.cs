using Differentiable.Generators.Ir;
using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering.OtherCode;

/// <summary>Finds the helpers through which derivatives go, and reports other code in which one would be lost.</summary>
internal static class SuspectCheck
{
    public static void Run(LoweringContext context, Lazy<Carriers> carriers)
    {
        if (context.Suspects.Count == 0)
            return;
        // Where a statement was refused, what it would have declared is unknown, and the code of other members that is given it looks wrong.
        bool isUnsure = context.HasFailed;
        foreach (Suspect suspect in context.Suspects.Where(suspect => suspect.Arguments.Any(carriers.Value.Carries)))
        {
            if (context.Helpers.TryFind(context, suspect.Called) || (isUnsure && !context.IsOwn(suspect.Syntax)))
                continue;
            if (CompilerErrors.AreAt(context, suspect.Syntax))
                context.Fail(null);
            else
                context.Report(suspect.Descriptor, suspect.Syntax.GetLocation(), suspect.Messages);
        }
    }

    /// <summary>Is it text or characters? A real value that is written out in it may be read again.</summary>
    public static bool IsText(IrType type) => type.Leaf is OpaqueType { Name: "string" or "char" };
}
