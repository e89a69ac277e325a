using Differentiable.Generators.Diagnostics;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Arrays;
using Differentiable.Generators.Lowering.ArraysOfStructs;
using Differentiable.Generators.Lowering.Callees;
using Differentiable.Generators.Lowering.Calls;
using Differentiable.Generators.Lowering.CustomRules;
using Differentiable.Generators.Lowering.Declarations;
using Differentiable.Generators.Lowering.Inlining;
using Differentiable.Generators.Lowering.Lifting;
using Differentiable.Generators.Lowering.OtherCode;
using Differentiable.Generators.Lowering.SecondRuns;
using Differentiable.Generators.Lowering.Signatures;
using Differentiable.Generators.Lowering.Statements;
using Differentiable.Generators.Lowering.Structs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering;

/// <summary>
/// From a method as Roslyn sees it to a <see cref="Function"/>. The generator keeps the function, the analyzer the diagnostics; nothing
/// else leaves this floor.
/// </summary>
internal static class MethodLowering
{
    /// <summary>Lowers a method that is marked differentiable.</summary>
    /// <param name="method">The method.</param>
    /// <param name="declaration">Its declaration.</param>
    /// <param name="model">The semantic model of the declaration's file.</param>
    /// <param name="cancellation">Stops the work when the user types on.</param>
    public static LoweringResult Lower(IMethodSymbol method, SyntaxNode declaration, SemanticModel model, CancellationToken cancellation) =>
        StructTypes.Inside(method.ContainingType, () => LowerInside(method, declaration, model, cancellation));

    private static LoweringResult LowerInside(IMethodSymbol method, SyntaxNode declaration, SemanticModel model, CancellationToken cancellation)
    {
        OpenedHelpers helpers = new();
        LoweringContext context;
        Function? function;
        do
        {
            helpers.Open();
            context = new(ExtensionBlocks.StaticForm(method) ?? method, declaration, model, cancellation) { Helpers = helpers };
            function = MethodChecks.CheckKind(context, declaration) ? TryLower(context, (MethodDeclarationSyntax)declaration, (inside, syntax) => LowerMethod(inside, method, syntax)) : null;
        }
        while (helpers.HasFound);
        if (context.HasFailed && !context.IsExplained && !CompilerErrors.AreIn(context, declaration))
            context.Report(Descriptors.GeneratorDefect, method.Locations[0], method.Name, "nothing says why");
        return new LoweringResult(context.HasFailed ? null : function, context.Diagnostics, context.BodiesRead)
        {
            Signature = context.HasFailed && declaration is MethodDeclarationSyntax syntax ? TryLower(new(context.Method, declaration, model, cancellation), syntax, LowerSignature) : null,
        };
    }

    /// <summary>
    /// Has another differentiable method members that can be called, whatever is wrong with its body? Where it has none, the error there has said why. What is abstract or from
    /// another assembly has those that are declared.
    /// </summary>
    public static bool HasMembers(LoweringContext caller, IMethodSymbol method) => method.IsAbstract
        || caller.TextOf(method) is not MethodDeclarationSyntax syntax
        || StructTypes.Inside(method.ContainingType, () => TryLower(new(method.OriginalDefinition, syntax, caller.ModelOf(syntax.SyntaxTree), caller.Cancellation), syntax, LowerSignature)) is not null;

    /// <summary>The method without its body, if nothing else is wrong with it.</summary>
    private static Function? LowerSignature(LoweringContext context, MethodDeclarationSyntax syntax)
    {
        bool isExplicit = MethodChecks.IsExplicit(context.Method);
        if (context.Method.IsAbstract || (!isExplicit && !MethodChecks.CheckKind(context, syntax)))
            return null;
        MethodChecks.CheckResult(context, syntax);
        Parameter[] parameters = SignatureLowering.LowerParameters(context);
        Collisions.Check(context, syntax);
        MethodChecks.CheckSignature(context, syntax, parameters);
        if (context.HasFailed)
            return null;
        Function function = WithRequest(context, ArraysByLeaf.Run(context, Of(context, syntax, parameters, Block.Empty))) with { IsRefused = true };

        // The interface asks for the generated members, and without them the compiler would say that, and not why.
        return isExplicit ? function with { Name = syntax.Identifier.Text, Accessibility = "public" } : function;
    }

    /// <summary>One method that lowering gets wrong must not cost the others their derivatives.</summary>
    private static Function? TryLower(LoweringContext context, MethodDeclarationSyntax syntax, Func<LoweringContext, MethodDeclarationSyntax, Function?> lower)
    {
        try
        {
            return lower(context, syntax);
        }
        catch (Exception defect) when (defect is not OperationCanceledException)
        {
            if (!CompilerErrors.AreIn(context, syntax))
                context.Report(Descriptors.GeneratorDefect, syntax.Identifier.GetLocation(), context.Method.Name, DefectText.Of(defect.Message));
            context.Fail(null);
            return null;
        }
    }

    private static Function? LowerMethod(LoweringContext context, IMethodSymbol member, MethodDeclarationSyntax syntax)
    {
        bool isCheckpointed = Attributes.IsCheckpoint(context.Method);
        Request request = Requests.Of(context.Method);
        context.RunAgainDepth = isCheckpointed || request.IsOperation ? 1 : 0;
        context.HasMatrices = request.HasMatrices;
        MethodChecks.CheckResult(context, syntax);
        Parameter[] parameters = SignatureLowering.LowerParameters(context);
        foreach ((ISymbol inBody, IParameterSymbol parameter) in ExtensionBlocks.ParametersInBody(context, member, syntax))
            context.Places[inBody] = context.Places[parameter];
        Collisions.Check(context, syntax);
        if (InterfaceMethods.IsAbstract(context.Method))
            InterfaceMethods.LowerAbstract(context);
        else if (context.Model.GetOperation(syntax, context.Cancellation) is IMethodBodyOperation operation
            && (operation.BlockBody ?? operation.ExpressionBody) is { } body)
            LowerBody(context, parameters, body);
        else
            return null;
        Block block = ReferencedArrays.Settle(context, parameters, context.Finish());
        context.MarkStructs();
        Lazy<Carriers> carriers = new(() => Carriers.Of(context, parameters, block));
        SuspectCheck.Run(context, carriers);
        if (context.Helpers.HasFound)
            return null;
        Parameter[] marked = ElementWrites.Apply(context, parameters);
        CalleeLowering.CheckSeen(context, marked);
        CalleeReturns.CheckSeen(context, marked, block);
        MethodChecks.CheckSignature(context, syntax, marked);
        ReturnedArrays.Check(context, syntax, block);
        if (context.HasFailed)
            return null;
        Function function = ArraysByLeaf.Run(context, LiftedResults.Complete(context, Of(context, syntax, marked, block) with { IsCheckpointed = isCheckpointed }, carriers));
        return context.HasFailed ? null : WithRequest(context, function);
    }

    private static Function Of(LoweringContext context, MethodDeclarationSyntax syntax, Parameter[] parameters, Block body) => new(
        context.Method.Name,
        ContainerLowering.Lower(context),
        ContainerLowering.Accessibility(context.Method),
        Documentation.Summary(syntax),
        parameters,
        SignatureLowering.LowerResult(context.Method),
        body)
    {
        IsInstance = context.Method is { IsStatic: false, ContainingType.IsReferenceType: true },
        IsOnStruct = StructParameters.IsOnStruct(context.Method),
        Returned = ReturnedBy(context),
        TypeParameters = TypeParameterLowering.Lower(context.Method),
        IsAbstract = context.Method.IsAbstract,
        NotForSecondRun = context.NotForSecondRun,
    };

    private static (EquatableArray<string>, bool) ReturnedBy(LoweringContext context)
    {
        (IReadOnlyList<GivenArrays> given, bool always) = CalleeReturns.Find(context, context.Method);
        return (given.Select(one => one.Name).ToEquatableArray(), always);
    }

    private static void LowerBody(LoweringContext context, Parameter[] parameters, IOperation body)
    {
        if (!RuleCalls.TryLowerBody(context, parameters))
            context.LowerStatement(body);
    }

    /// <summary>What is asked for, and how many directions at a time it is made of.</summary>
    private static Function WithRequest(LoweringContext context, Function function)
    {
        Request request = Requests.Of(context.Method);
        if (request.IsOperation && OperationProblems.Of(context.Method, function, request) is { } problem)
        {
            context.Report(Descriptors.NotOneOperation, context.Method.Locations[0], function.Name, problem);
            request = request with { Kinds = request.WithoutOperation };
        }
        if (request.IsOfTangents && function.HasTensors)
        {
            context.Report(Descriptors.TensorsHaveGradients, context.Method.Locations[0], function.Name);
            request = Request.Default;
        }
        bool carriesSeveral = !request.HasMatrices || (Several.CanBeCarriedBy(function) && CalleeDirections.MayBeSeveral(context, context.Method));
        if (!carriesSeveral)
            context.LackingForOneDirection.ForEach(report => report());
        Function requested = function with { Request = request, CarriesSeveral = carriesSeveral };
        if (MatrixRuns.AreSeveral(requested))
            context.NotTheSameAgain.ForEach(report => report());
        return LiftedResults.WithRequest(requested);
    }
}
