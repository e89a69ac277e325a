using Differentiable.Generators.Diagnostics;
using Differentiable.Generators.Lowering.OtherCode;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Statements;

/// <summary>
/// What is run again (the rounds of a marked loop, a marked method, a method whose matrices of derivatives take several sweeps) must give the same values again. Refuses code that lowering does not look
/// into and that may not, such as a random number or the time.
/// </summary>
internal static class RunAgainCheck
{
    /// <summary>A static method without a result gives no value, unless it writes what it is given: a guard, a line in a log. It is called again.</summary>
    public static void Call(LoweringContext context, IInvocationOperation call, bool writesArguments)
    {
        IMethodSymbol method = call.TargetMethod;
        bool isHarmless = (method is { ReturnsVoid: true, IsStatic: true } && !writesArguments) || method.ReturnType.SpecialType == SpecialType.System_String;
        Require(context, call, () => isHarmless || !Repeatability.MayDiffer(context, call));
    }

    /// <summary>Another differentiable method runs again with the one that calls it.</summary>
    public static void Differentiable(LoweringContext context, IInvocationOperation call) => Require(context, call, () => !Repeatability.MayDiffer(context, call));

    /// <summary>An exception is only thrown, and a text only shown; what a method makes from the same is the same. What rounds do to it adds up.</summary>
    public static void Creation(LoweringContext context, IObjectCreationOperation creation) =>
        Require(context, creation, () => Purity.IsHarmless(creation.Type!) || (context.RunAgainDepth == 0 && !Repeatability.MayDiffer(creation)));

    /// <summary>An object that a round changes is another one in the next; with the method, it is made again.</summary>
    public static void Write(LoweringContext context, IOperation assignment) => Require(context, assignment, () => context.RunAgainDepth == 0);

    /// <summary>A property of an object stays while nothing changes the object, which only calls could.</summary>
    public static void Property(LoweringContext context, IOperation reference, IPropertySymbol property) =>
        Require(context, reference, () => !Repeatability.MayDiffer(context, reference, property));

    private static void Require(LoweringContext context, IOperation operation, Func<bool> isHarmless)
    {
        if (context.RunAgainDepth > 0 || context.HasMatrices)
            Refuse(context, operation, isHarmless);
        else if (context.NotForSecondRun is null && (context.HasMarkers || Repeatability.IsKnownToChange(operation)) && !isHarmless())
            context.NotForSecondRun = operation.Syntax.ToString();
    }

    private static void Refuse(LoweringContext context, IOperation operation, Func<bool> isHarmless)
    {
        if (isHarmless())
            return;
        string text = operation.Syntax.ToString();
        context.NotForSecondRun ??= text;
        if (context.RunAgainDepth > 0)
            context.Refuse(Descriptors.RunAgain, operation, text);
        else
            context.NotTheSameAgain.Add(() => context.Report(Descriptors.RunInEachSweep, operation.Syntax.GetLocation(), text));
    }
}
