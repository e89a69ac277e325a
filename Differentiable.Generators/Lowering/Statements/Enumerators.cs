using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Callees;
using Differentiable.Generators.Lowering.Expressions;
using Differentiable.Generators.Lowering.Inlining;
using Differentiable.Generators.Lowering.Places;
using Differentiable.Generators.Lowering.Structs;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Statements;

/// <summary>
/// <c>foreach</c> over a struct whose enumerator is a struct: <c>while (enumerator.MoveNext())</c>, with the members in the place of the calls that the compiler makes. Those that write arrays, or
/// what is gone through, are left out, since the text of the loop does not show it.
/// </summary>
internal static class Enumerators
{
    /// <summary>Lowers the loop; false when it goes over something else.</summary>
    public static bool TryLower(LoweringContext context, IForEachLoopOperation loop, IOperation collection)
    {
        if (loop.Syntax is not CommonForEachStatementSyntax syntax)
            return false;
        ForEachStatementInfo info = context.ModelOf(syntax.SyntaxTree).GetForEachStatementInfo(syntax);
        if (info is not { GetEnumeratorMethod: { } start, MoveNextMethod: { } next, CurrentProperty: { ReturnsByRef: false, ReturnsByRefReadonly: false, GetMethod: { } getter } current, DisposeMethod: null, ElementConversion.IsIdentity: true }
            || !OnlyReads(context, start) || !IsOfStruct(context, next) || !OnlyReads(context, getter))
            return ConstantEnumerators.TryLower(context, loop, collection, info);
        Place? enumerator = Start(context, collection, start);
        if (enumerator is not null)
            CheckpointLowering.LowerLoop(context, loop.Body, () => Round(context, loop, collection, enumerator, next, current));
        return true;
    }

    private static bool OnlyReads(LoweringContext context, IMethodSymbol member) => IsOfStruct(context, member) && InlinedCode.Of(context, member)?.WritesSelf(context) != true;

    private static bool IsOfStruct(LoweringContext context, IMethodSymbol member) => member is { IsStatic: false, IsExtensionMethod: false, ContainingType.IsRefLikeType: false }
        && TypeLowering.Lower(member.ContainingType) is StructType && (IsStored(member) || !CalleeWrites.MayWriteSelf(context, member));

    private static bool IsStored(IMethodSymbol member) => member.MethodKind == MethodKind.PropertyGet && !StoredProperties.HasCode(member);

    /// <summary>The enumerator; null where its code cannot be seen.</summary>
    private static Place? Start(LoweringContext context, IOperation collection, IMethodSymbol start)
    {
        if (InlineLowering.Begin(context, collection, start) is not { } code)
            return null;
        Place sequence = InlineLowering.AsPlace(context, context.LowerWhole(collection), "sequence"), enumerator = context.Declare("enumerator", TypeLowering.Lower(start.ReturnType));
        context.Initialize(enumerator, InlineLowering.Run(context, code, sequence, Array.Empty<Place>()));
        return enumerator;
    }

    private static Loop Round(LoweringContext context, IForEachLoopOperation loop, IOperation collection, Place enumerator, IMethodSymbol next, IPropertySymbol current)
    {
        context.BeginBlock();
        Expr goesOn = InlineLowering.Begin(context, collection, next) is { } code ? InlineLowering.Run(context, code, enumerator, Array.Empty<Place>()) : Constant.Of(false);
        Block test = context.EndBlock();
        context.BeginBlock();
        if (context.Read(enumerator) is StructValue whole && StructMembers.TryReadOf(context, whole, current, collection) is { } value)
            ForEachLowering.Bind(context, loop, value);
        else
            context.Fail(current.Type);
        ForEachLowering.LowerBody(context, loop);
        return new(test, goesOn, context.EndBlock(), Block.Empty, TestsAtEnd: false);
    }
}
