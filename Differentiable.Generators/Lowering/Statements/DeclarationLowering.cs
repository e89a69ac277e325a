using Differentiable.Generators.Diagnostics;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Calls;
using Differentiable.Generators.Lowering.Expressions;
using Differentiable.Generators.Lowering.Places;
using Differentiable.Generators.Lowering.Sequences;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Statements;

/// <summary>Declarations of locals.</summary>
internal static class DeclarationLowering
{
    public static void Lower(LoweringContext context, IVariableDeclarationGroupOperation group)
    {
        foreach (IVariableDeclarationOperation declaration in group.Declarations)
        {
            foreach (IVariableDeclaratorOperation declarator in declaration.Declarators)
                Lower(context, declarator, declarator.GetVariableInitializer()?.Value);
        }
    }

    public static void Lower(LoweringContext context, IVariableDeclaratorOperation declarator, IOperation? value)
    {
        ILocalSymbol local = declarator.Symbol;
        if (local.Type.TypeKind is TypeKind.Pointer or TypeKind.FunctionPointer)
            context.Refuse(Descriptors.Unsafe, declarator, declarator.Syntax.ToString());
        else if (local.Type.TypeKind == TypeKind.Dynamic)
            context.Refuse(Descriptors.Dynamic, declarator, local.Name);
        else if (local.RefKind != RefKind.None && value is not null)
            ReferenceLocals.Declare(context, local, value);
        else if (!local.IsConst && !KnownFunctions.TryDeclare(context, local, value) && !LocalLists.TryDeclare(context, local, value))
            LowerValue(context, local, value);
    }

    private static void LowerValue(LoweringContext context, ILocalSymbol local, IOperation? value)
    {
        Expr? initial = value is null ? null : context.LowerWhole(value);
        Place place = context.Predeclared.Contains(local) ? context.Places[local] : context.DeclareLocal(local);
        if (initial is not null)
            context.Initialize(place, initial);
        else if (place is VariablePlace { Variable.Type: OpaqueType type } && PartPlaces.IsSetInParts(local.Type))
            context.Initialize(place, Opaque.DefaultWithType(type));
    }
}
