using System.Collections.Immutable;
using Differentiable.Generators.Diagnostics;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering;
using Differentiable.Generators.Lowering.Calls;
using Differentiable.Generators.Lowering.CustomRules;
using Differentiable.Generators.Lowering.Interception;
using Differentiable.Generators.Lowering.Signatures;
using Differentiable.Generators.Transforms;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Differentiable.Generators;

/// <summary>Says why a method that is marked <c>[Differentiable]</c> cannot be differentiated, at the exact expression.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DifferentiableAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = Descriptors.All;

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        SyntaxKind[] code =
        [
            SyntaxKind.MethodDeclaration,
            SyntaxKind.LocalFunctionStatement,
            SyntaxKind.OperatorDeclaration,
            SyntaxKind.ConversionOperatorDeclaration,
            SyntaxKind.GetAccessorDeclaration,
            SyntaxKind.SetAccessorDeclaration,
            SyntaxKind.InitAccessorDeclaration,
        ];
        context.RegisterSyntaxNodeAction(Analyze, code);
        context.RegisterSyntaxNodeAction(AnalyzeRule, code);
        context.RegisterSyntaxNodeAction(AnalyzeRule, SyntaxKind.PropertyDeclaration, SyntaxKind.IndexerDeclaration);
        context.RegisterOperationAction(TapeChecks.Analyze, OperationKind.Invocation);
        context.RegisterOperationAction(TensorChecks.AnalyzeComparison, OperationKind.Binary);
        context.RegisterSymbolAction(AnalyzeMember, SymbolKind.Field, SymbolKind.Property);
    }

    /// <summary>A marked field or property that no method can take as an input.</summary>
    private static void AnalyzeMember(SymbolAnalysisContext context)
    {
        ISymbol member = context.Symbol;
        if (Attributes.IsMarked(member) && !MarkedMembers.IsSupported(member))
            context.ReportDiagnostic(Diagnostic.Create(ExtensionBlocks.IsBlock(member.ContainingType) ? Descriptors.NeedlessOnExtension : Descriptors.UnsupportedMember, Attributes.LocationOf(member), member.Name));
    }

    private static void Analyze(SyntaxNodeAnalysisContext context)
    {
        if (!HasAttributes(context.Node)
            || context.SemanticModel.GetDeclaredSymbol(context.Node, context.CancellationToken) is not IMethodSymbol method)
            return;
        if (!Attributes.IsDifferentiable(method))
        {
            if (Attributes.IsCheckpoint(method))
                context.ReportDiagnostic(Diagnostic.Create(Descriptors.CheckpointWithoutDerivative, method.Locations[0], method.Name));
            return;
        }
        LoweringResult result = MethodLowering.Lower(method, context.Node, context.SemanticModel, context.CancellationToken);
        foreach (Diagnostic diagnostic in result.Diagnostics)
            context.ReportDiagnostic(diagnostic);
        CheckCalls(context, method, result.Function);
        if (result.Function is { } function && KnownProblems.Of(function) is { } problem && !(problem.IsDefect && CompilerErrors.AreAt(context.SemanticModel, context.Node, context.CancellationToken)))
        {
            DiagnosticDescriptor descriptor = problem.IsDefect ? Descriptors.GeneratorDefect : Descriptors.CannotBeKept;
            Location location = problem.Position is { } position
                ? Location.Create(context.Node.SyntaxTree, new TextSpan(position.Start, position.Length))
                : method.Locations[0];
            context.ReportDiagnostic(Diagnostic.Create(descriptor, location, method.Name, problem.IsDefect ? DefectText.Of(problem.Message) : problem.Message, problem.Advice));
        }
    }

    /// <summary>Do calls of a method over tensors become calls of the operation that it is?</summary>
    private static void CheckCalls(SyntaxNodeAnalysisContext context, IMethodSymbol method, Function? function)
    {
        if (function?.Request.Has(DerivativeKinds.TensorOperation) == true
            && InterceptionProblems.Of(method, context.Compilation, context.Node.SyntaxTree.Options) is { } problem)
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.CallsStayAsTheyAre, method.Locations[0], method.Name, problem));
    }

    private static void AnalyzeRule(SyntaxNodeAnalysisContext context)
    {
        if (!HasAttributes(context.Node) || context.SemanticModel.GetDeclaredSymbol(context.Node, context.CancellationToken) is not { } member)
            return;
        foreach (Diagnostic diagnostic in RuleChecks.Check(member, context.Compilation))
            context.ReportDiagnostic(diagnostic);
    }

    private static bool HasAttributes(SyntaxNode node) => node switch
    {
        MemberDeclarationSyntax member => member.AttributeLists.Count > 0,
        LocalFunctionStatementSyntax function => function.AttributeLists.Count > 0,
        AccessorDeclarationSyntax accessor => accessor.AttributeLists.Count > 0,
        _ => false,
    };
}
