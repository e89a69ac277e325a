using Differentiable.Generators.Diagnostics;
using Differentiable.Generators.Lowering.OtherCode;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.SecondRuns;

/// <summary>
/// What is run again (the rounds of a marked loop, a marked method, a method whose matrices of derivatives take several sweeps) must give the same values again. Refuses code that lowering does not look
/// into and that may not, such as a random number or the time. Of any other method it is remembered: halves that run it twice show later.
/// </summary>
internal static class RunAgainCheck
{
    /// <summary>A static method without a result gives no value, unless it writes what it is given, or leaves what is read later: a guard, a line in a log. It is called again.</summary>
    public static void Call(LoweringContext context, IInvocationOperation call, bool writesArguments)
    {
        bool givesNothing = call.TargetMethod is { ReturnsVoid: true, IsStatic: true } && !writesArguments;
        Require(context, call, code => code.MayDiffer(call) && !(givesNothing && !LeftBehind.IsRead(context, call)));
    }

    /// <summary>Another differentiable method runs again with the one that calls it.</summary>
    public static void Differentiable(LoweringContext context, IInvocationOperation call) => Require(context, call, code => code.MayDiffer(call));

    /// <summary>So do operators, and whatever else runs code without a call that shows.</summary>
    public static void Implied(LoweringContext context, IOperation operation) =>
        Require(context, operation, code => ImpliedCalls.In(context, operation).Any(code.MayDiffer));

    /// <summary>An exception is only thrown; what a method makes from the same is the same. What rounds do to it adds up.</summary>
    public static void Creation(LoweringContext context, IObjectCreationOperation creation) =>
        Require(context, creation, code => !Purity.IsHarmless(creation.Type!) && (context.RunAgainDepth > 0 || code.MayDiffer(creation)));

    /// <summary>An object that a round changes is another one in the next; with the method, it is made again.</summary>
    public static void Write(LoweringContext context, IOperation assignment) => Require(context, assignment, _ => context.RunAgainDepth > 0);

    /// <summary>A property of an object stays while nothing changes the object, which only calls could.</summary>
    public static void Property(LoweringContext context, IOperation reference, IPropertySymbol property) =>
        Require(context, reference, code => code.MayDiffer(reference, property));

    private static void Require(LoweringContext context, IOperation operation, Func<Repeatability, bool> mayDiffer)
    {
        bool isRefused = context.RunAgainDepth > 0 || context.HasMatrices;
        Repeatability code = new(context);
        if ((!isRefused && context.NotForSecondRun is not null) || !mayDiffer(code))
            return;
        context.NotForSecondRun ??= NoteWriter.WriteExpression(operation.Syntax);
        if (context.RunAgainDepth > 0)
            context.Refuse(Descriptors.RunAgain, operation, operation.Syntax.ToString(), ReasonOf(code));
        else if (isRefused)
            context.NotTheSameAgain.Add(() => context.Report(Descriptors.RunInEachSweep, operation.Syntax.GetLocation(), operation.Syntax.ToString(), ReasonOf(code)));
    }

    /// <summary>What it is in code that was looked into.</summary>
    private static string ReasonOf(Repeatability code)
    {
        if (code.Cause is not var (operation, around))
            return "";
        string text = operation.Syntax is StatementSyntax statement ? NoteWriter.Write(statement) : NoteWriter.WriteExpression(operation.Syntax);
        return $" because of '{text}'" + (NameOf(around) is { } name ? $" in '{name}'" : "");
    }

    /// <summary>The name of code as its author knows it; null for a lambda or an operator.</summary>
    private static string? NameOf(ISymbol? code) => code switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor } => code.ContainingType.Name,
        IMethodSymbol { MethodKind: MethodKind.Ordinary } => code.Name,
        IMethodSymbol { AssociatedSymbol: { } property } => property.Name,
        _ => null,
    };
}
