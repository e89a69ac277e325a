using Differentiable.Generators.Diagnostics;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Calls;
using Differentiable.Generators.Lowering.Signatures;
using Differentiable.Generators.Lowering.Structs;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Differentiable.Generators.Lowering.Declarations;

/// <summary>What a method must be before its body matters.</summary>
internal static class MethodChecks
{
    /// <summary>Does it implement a member of an interface for those alone who ask the interface?</summary>
    public static bool IsExplicit(IMethodSymbol method) => method is { MethodKind: MethodKind.ExplicitInterfaceImplementation, IsStatic: true };

    /// <summary>Can the method be lowered at all? What is wrong with it is reported.</summary>
    public static bool CheckKind(LoweringContext context, SyntaxNode declaration)
    {
        IMethodSymbol method = context.Method;
        if (method.MethodKind is MethodKind.LocalFunction or MethodKind.ExplicitInterfaceImplementation || declaration is not MethodDeclarationSyntax syntax)
        {
            string way = IsExplicit(method) ? "implement the method publicly, as a member of that name alone" : "move its body into a static method and mark that one [Differentiable]";
            context.Report(Descriptors.NotAnOrdinaryMethod, Attributes.LocationOf(method), method.Name, way);
            return false;
        }
        CheckContainingTypes(context, syntax);
        if (method.IsAsync)
            context.Report(Descriptors.AsyncMethod, ModifierOf(syntax, SyntaxKind.AsyncKeyword).GetLocation());
        if (!method.IsStatic && !CanBeCalledOn(method.ContainingType))
            return Refuse(context, Descriptors.InstanceMethod, syntax.Identifier);
        if (InterfaceMethods.IsAbstract(method))
            return !method.IsAsync;
        // The derivatives would be those of this one all the same.
        if (Dispatch.MayBeAnother(method))
            return RefuseDispatched(context, syntax.Identifier);
        if (syntax.Body is null && syntax.ExpressionBody is null)
            return Refuse(context, Descriptors.NoBody, syntax.Identifier);
        return !method.IsAsync;
    }

    private static bool RefuseDispatched(LoweringContext context, SyntaxToken at)
    {
        string way = context.Method.IsStatic
            ? "make it 'static abstract', and mark each implementation [Differentiable]"
            : "make it non-virtual or sealed, or move its body into a method that is";
        context.Report(Descriptors.VirtualMethod, at.GetLocation(), context.Method.Name, way);
        return false;
    }

    /// <summary>May instance methods of the type be differentiable? Those of a struct take its numbers, those of a class read its members.</summary>
    public static bool CanBeCalledOn(INamedTypeSymbol type) => type.TypeKind == TypeKind.Class || TypeLowering.Lower(type) is StructType;

    /// <summary>Is there something to differentiate, and something to differentiate with respect to?</summary>
    public static void CheckSignature(LoweringContext context, MethodDeclarationSyntax syntax, Parameter[] parameters)
    {
        if (context.HasFailed)
            return;
        if (!parameters.Any(p => p.IsInput && p.IsActive))
            context.Report(Descriptors.NoActiveParameter, syntax.Identifier.GetLocation(), context.Method.Name);
        else if (!SignatureLowering.LowerResult(context.Method).Components.Any(c => c.HoldsReal) && !parameters.Any(MayCarryOut))
            context.Report(Descriptors.NoDifferentiableOutput, syntax.Identifier.GetLocation(), context.Method.Name);
    }

    private static bool MayCarryOut(Parameter parameter) => parameter.Type.HoldsReal
        && (parameter.Mode is PassingMode.Ref or PassingMode.Out || parameter.Type.IsWritable);

    public static void CheckResult(LoweringContext context, MethodDeclarationSyntax syntax)
    {
        IMethodSymbol method = context.Method;
        ReturnShape result = SignatureLowering.LowerResult(method);
        bool isOpaqueReal = !method.ReturnsVoid && result.Components.Any(c => c is OpaqueType) && RealData.IsIn(method.ReturnType)
            && !result.Components.Any(c => c.HoldsReal);
        if (TypeLowering.Lower(method.ReturnType) is StructType whole)
            StructChecks.RequireMade(context, whole, syntax.ReturnType.GetLocation());
        foreach (IrType storage in result.Components.Where(component => component is { IsStorage: true, Leaf: StructType }))
            StructChecks.RequireElements(context, storage, syntax.ReturnType.GetLocation());
        bool isReference = method.ReturnsByRef || method.ReturnsByRefReadonly;
        bool isRefStruct = method.ReturnType.IsRefLikeType && result.Components.Any(c => c.HoldsReal);
        bool isUnsupported = result.Components
            .Where((_, i) => result.Parts.Count == 0 || result.Parts[i]?.InlineLength is null)
            .Any(c => !SignatureLowering.IsSupportedResult(c)) || result.Parts.Any(MayHaveNoArray);
        if (isReference || isOpaqueReal || isRefStruct || isUnsupported || StructChecks.HoldsUnfollowed(method.ReturnType))
        {
            context.Report(
                Descriptors.UnsupportedReturnType, syntax.ReturnType.GetLocation(),
                (isReference ? "ref " : "") + method.ReturnType.DisplayName(), isReference ? ", because it is a reference" : "");
        }
    }

    /// <summary>Is it an array in a struct that may be missing, so that its cotangent may have no place?</summary>
    private static bool MayHaveNoArray(Part? part) => part is { InlineLength: null } && part.Path.Contains(StructType.ValueIfAny)
        && StructType.At(part.Type, part.Path) is { IsStorage: true, HoldsReal: true };

    private static void CheckContainingTypes(LoweringContext context, MethodDeclarationSyntax syntax)
    {
        foreach (TypeDeclarationSyntax type in syntax.Ancestors().OfType<TypeDeclarationSyntax>().Where(type => !ExtensionBlocks.IsBlock(type)))
        {
            if (type.Modifiers.Any(SyntaxKind.FileKeyword))
                context.Report(Descriptors.FileLocalType, ModifierOf(type, SyntaxKind.FileKeyword).GetLocation(), type.Identifier.Text, "derivatives cannot be added to it");
            else if (!type.Modifiers.Any(SyntaxKind.PartialKeyword))
                context.Report(
                    Descriptors.ContainingTypeNotPartial, type.Identifier.GetLocation(), type.Identifier.Text, context.Method.Name);
        }
    }

    private static SyntaxToken ModifierOf(MemberDeclarationSyntax member, SyntaxKind kind)
    {
        foreach (SyntaxToken modifier in member.Modifiers)
        {
            if (modifier.IsKind(kind))
                return modifier;
        }
        return member.GetFirstToken();
    }

    private static bool Refuse(LoweringContext context, DiagnosticDescriptor descriptor, SyntaxToken at)
    {
        context.Report(descriptor, at.GetLocation(), context.Method.Name);
        return false;
    }
}
