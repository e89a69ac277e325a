using Differentiable.Generators.Diagnostics;
using Differentiable.Generators.Lowering.Calls;
using Differentiable.Generators.Lowering.OtherCode;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Statements;

/// <summary>
/// What is run again (the rounds of a marked loop, a marked method) must give the same values again. Refuses code that lowering does not look
/// into and that may not, such as a random number or the time; it looks into helpers.
/// </summary>
internal static class RunAgainCheck
{
    /// <summary>A static method without a result gives no value: a guard, a line in a log. It is called again.</summary>
    public static void Call(LoweringContext context, IInvocationOperation call, bool isPure)
    {
        IMethodSymbol method = call.TargetMethod;
        bool isHarmless = isPure || (method is { ReturnsVoid: true, IsStatic: true }) || method.ReturnType.SpecialType == SpecialType.System_String;
        Require(context, call, isHarmless || IsLookedInto(context, call));
    }

    /// <summary>An exception is only thrown, and a text only shown.</summary>
    public static void Creation(LoweringContext context, IObjectCreationOperation creation) =>
        Require(context, creation, Purity.IsHarmless(creation.Type!));

    /// <summary>An object that a round changes is another one in the next.</summary>
    public static void Write(LoweringContext context, IOperation assignment) => Require(context, assignment, isHarmless: false);

    /// <summary>A property of an object stays while nothing changes the object, which only calls could.</summary>
    public static void Property(LoweringContext context, IOperation reference, IPropertySymbol property) =>
        Require(context, reference, !property.IsStatic || property.ContainingType.Name is not ("DateTime" or "DateTimeOffset" or "Environment"));

    /// <summary>Is it a helper whose code can stand in the place of the call? What is in it shows when the method is lowered again.</summary>
    private static bool IsLookedInto(LoweringContext context, IInvocationOperation call) =>
        context.RunAgainDepth > 0 && context.Helpers.TryFind(context, UnmarkedHelpers.RunBy(call, call.TargetMethod));

    private static void Require(LoweringContext context, IOperation operation, bool isHarmless)
    {
        if (context.RunAgainDepth > 0 && !isHarmless)
            context.Refuse(Descriptors.RunAgain, operation, operation.Syntax.ToString());
    }
}
