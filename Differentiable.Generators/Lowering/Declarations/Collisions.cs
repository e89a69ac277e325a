using Differentiable.Generators.Diagnostics;
using Differentiable.Generators.Lowering.Signatures;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Differentiable.Generators.Lowering.Declarations;

/// <summary>Members that would be generated twice, or that the user has written already.</summary>
internal static class Collisions
{
    public static void Check(LoweringContext context, MethodDeclarationSyntax syntax)
    {
        IMethodSymbol method = context.Method.PartialDefinitionPart ?? context.Method;
        foreach (string suffix in GeneratedSignatures.Suffixes(Requests.Of(method)))
            CheckMember(context, syntax, method.Name + suffix, suffix);
        foreach (ISymbol other in method.ContainingType.GetMembers(method.Name))
        {
            if (other is IMethodSymbol overload && !SymbolEqualityComparer.Default.Equals(overload, method)
                && Attributes.IsDifferentiable(overload))
                CheckOverload(context, syntax, overload);
        }
    }

    private static void CheckMember(LoweringContext context, MethodDeclarationSyntax syntax, string name, string suffix)
    {
        foreach (ISymbol member in context.Method.ContainingType.GetMembers(name))
        {
            if (GeneratedMembers.Contain(member, context.Method.ContainingAssembly) || (member is IMethodSymbol namesake && !Generates(context, suffix, GeneratedSignatures.Key(namesake))))
                continue;
            string type = context.Method.ContainingType.Name;
            context.Report(Descriptors.NameCollision, syntax.Identifier.GetLocation(), type, name, context.Method.Name);
            return;
        }
    }

    private static void CheckOverload(LoweringContext context, MethodDeclarationSyntax syntax, IMethodSymbol overload)
    {
        foreach (string suffix in GeneratedSignatures.Suffixes(Requests.Of(overload)).Intersect(GeneratedSignatures.Suffixes(Requests.Of(context.Method))))
        {
            if (!GeneratedSignatures.Of(context, overload, suffix).Any(key => Generates(context, suffix, key)))
                continue;
            string name = context.Method.Name;
            context.Report(Descriptors.OverloadCollision, syntax.Identifier.GetLocation(), name, name + suffix);
            return;
        }
    }

    private static bool Generates(LoweringContext context, string suffix, string key) =>
        GeneratedSignatures.Of(context, context.Method, suffix).Contains(key);
}
