using System.Text;
using Differentiable.Generators.Emit;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering;
using Differentiable.Generators.Lowering.Interception;
using Differentiable.Generators.Transforms;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Differentiable.Generators;

/// <summary>Writes the derivatives of every method that is marked <c>[Differentiable]</c>.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class DifferentiableGenerator : IIncrementalGenerator
{
    /// <summary>The names under which the steps can be tracked.</summary>
    internal static class Steps
    {
        public const string Lower = nameof(Lower);
        public const string Derive = nameof(Derive);
        public const string Intercept = nameof(Intercept);
    }

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<Function> functions = context.SyntaxProvider
            .ForAttributeWithMetadataName(Attributes.Differentiable, (node, _) => node is MethodDeclarationSyntax, Lower)
            .WithTrackingName(Steps.Lower)
            .Where(function => function is not null)
            .Select((function, _) => function!);
        IncrementalValuesProvider<SourceFile> sources = functions
            .Select((function, _) => Derive(function))
            .WithTrackingName(Steps.Derive)
            .Where(source => source is not null)
            .Select((source, _) => source!);
        context.RegisterSourceOutput(sources, (output, source) => output.AddSource(source.Name + ".g.cs", SourceText.From(source.Text, s_utf8)));
        IncrementalValueProvider<InterceptionFile> interceptions = context.CompilationProvider
            .Combine(functions.Where(function => function.Request.Has(DerivativeKinds.TensorOperation)).Select((function, _) => function.Name).Collect())
            .Select((pair, cancellation) => OperationCalls.Find(pair.Left, pair.Right, cancellation))
            .WithTrackingName(Steps.Intercept);
        context.RegisterSourceOutput(interceptions, WriteInterceptors);
    }

    private static void WriteInterceptors(SourceProductionContext output, InterceptionFile file)
    {
        if (file.Names.Count > 0 || file.Interceptors.Count > 0)
            output.AddSource(InterceptionFile.Namespace + ".g.cs", SourceText.From(InterceptorWriter.Write(file), s_utf8));
    }

    private static Function? Lower(GeneratorAttributeSyntaxContext context, CancellationToken cancellation) =>
        LoweringMemory.Lower((IMethodSymbol)context.TargetSymbol, context.TargetNode, context.SemanticModel, cancellation);

    /// <summary>
    /// Differentiates and emits in one step: what is between is large, differs whenever the function does, and need not outlive the step.
    /// </summary>
    private static SourceFile? Derive(Function function)
    {
        MemberFile? file = function.IsRefused ? null : Differentiation.TryDifferentiate(function).File;
        return (file ?? Differentiation.Refuse(function)) is { } members ? new(function.Container.FileName, Emitter.Emit(members)) : null;
    }

    private static readonly Encoding s_utf8 = new UTF8Encoding(false);

    private sealed record SourceFile(string Name, string Text);
}
