using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Expressions;
using Differentiable.Generators.Lowering.OtherCode;
using Differentiable.Generators.Lowering.SecondRuns;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Statements;

/// <summary>
/// <c>foreach</c> over a struct without real numbers: <c>while (enumerator.MoveNext())</c>, with the calls that the compiler makes as text, which runs in the forward sweep alone. So where a loop's rounds run
/// again, and the enumerator would have gone on, there is none.
/// </summary>
internal static class ConstantEnumerators
{
    /// <summary>Lowers the loop; false when it goes over something else.</summary>
    public static bool TryLower(LoweringContext context, IForEachLoopOperation loop, IOperation collection, ForEachStatementInfo info)
    {
        if (info is not { GetEnumeratorMethod: { } start, MoveNextMethod: { } next, CurrentProperty: { GetMethod: { } getter } current, DisposeMethod: null, ElementConversion.IsIdentity: true }
            || !IsOfStruct(start) || !IsOfStruct(next) || !IsOfStruct(getter) || ChangedStructs.Has(context, collection, start)
            || RealData.IsIn(current.Type) || loop.LoopControlVariable is not IVariableDeclaratorOperation { Symbol.RefKind: RefKind.None }
            || context.RunAgainDepth > 0 || CheckpointLowering.IsMarked(loop.Body))
            return false;
        RunAgainCheck.Implied(context, loop);
        foreach (ISymbol member in new ISymbol[] { start, next, current })
            HiddenMembers.Check(context, member, collection.Syntax);
        Expr made = new OpaqueBuilder().Operand(context.LowerForText(collection)).Text(".GetEnumerator()").Build(new OpaqueType(TypeLowering.FullName(start.ReturnType)), isPure: false);
        context.Add(Rounds(context, loop, context.Save(made, "enumerator"), current));
        return true;
    }

    private static bool IsOfStruct(IMethodSymbol member) => member is { IsStatic: false, IsExtensionMethod: false, ContainingType: { IsRefLikeType: false, TypeKind: TypeKind.Struct } type }
        && TypeLowering.Lower(type) is OpaqueType && !RealData.IsIn(type);

    private static Loop Rounds(LoweringContext context, IForEachLoopOperation loop, Use enumerator, IPropertySymbol current)
    {
        Expr goesOn = new OpaqueBuilder().Operand(enumerator).Text(".MoveNext()").Build(IrType.Boolean, isPure: false);
        context.BeginBlock();
        Opaque value = new OpaqueBuilder().Operand(enumerator).Text(".Current").Build(ExternalLowering.ResultType(current.Type), isPure: false);
        ForEachLowering.Bind(context, loop, ExternalLowering.Split(context, current.Type, value));
        ForEachLowering.LowerBody(context, loop);
        return new(Block.Empty, goesOn, context.EndBlock(), Block.Empty, TestsAtEnd: false);
    }
}
