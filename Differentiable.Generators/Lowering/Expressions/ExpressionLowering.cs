using Differentiable.Generators.Diagnostics;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Arrays;
using Differentiable.Generators.Lowering.Calls;
using Differentiable.Generators.Lowering.Nullables;
using Differentiable.Generators.Lowering.OtherCode;
using Differentiable.Generators.Lowering.Patterns;
using Differentiable.Generators.Lowering.Places;
using Differentiable.Generators.Lowering.Statements;
using Differentiable.Generators.Lowering.Structs;
using Differentiable.Generators.Lowering.Tensors;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Expressions;

/// <summary>
/// Expressions. What an expression changes becomes statements in front of the one that it stands in, and the expression that is left
/// has no side effects.
/// </summary>
internal static class ExpressionLowering
{
    /// <summary>An expression that can stand as an operand.</summary>
    public static Expr Lower(this LoweringContext context, IOperation operation) => context.Hoist(context.LowerWhole(operation));

    /// <summary>The value as an operand: what can only stand as a whole value gets a name.</summary>
    public static Expr Hoist(this LoweringContext context, Expr value) =>
        value is StructValue ? value.MapLeaves(leaf => leaf is NewStorage ? context.Save(leaf) : leaf) : IsOnlyWhole(value) ? context.Save(value) : value;

    /// <summary>An expression as the whole value of an assignment, where fresh storage, slices and other code may stand too.</summary>
    public static Expr LowerWhole(this LoweringContext context, IOperation operation)
    {
        if (operation.ConstantValue is { HasValue: true, Value: var value })
            return Literals.Lower(operation.Type, value);
        return operation switch
        {
            ILocalReferenceOperation or IParameterReferenceOperation or IArrayElementReferenceOperation
                or IImplicitIndexerReferenceOperation or IInlineArrayAccessOperation or IFieldReferenceOperation or IPropertyReferenceOperation
                => ReadLowering.Lower(context, operation),
            IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance, Type.IsReferenceType: true } instance
                => This(TypeLowering.Lower(instance.Type), instance.Syntax is BaseExpressionSyntax),
            IUnaryOperation unary => OperatorLowering.Lower(context, unary),
            IBinaryOperation binary => OperatorLowering.Lower(context, binary),
            IConversionOperation conversion => ConversionLowering.Lower(context, conversion),
            IConditionalOperation conditional => ConditionalLowering.Lower(context, conditional),
            ICoalesceOperation coalesce => ConditionalLowering.Lower(context, coalesce),
            ISwitchExpressionOperation choice => SwitchLowering.Lower(context, choice),
            IIsPatternOperation test => PatternLowering.Lower(context, test),
            IInvocationOperation call => CallLowering.Lower(context, call),
            IAssignmentOperation assignment => AssignmentLowering.Lower(context, assignment, wantsValue: true),
            IIncrementOrDecrementOperation increment => AssignmentLowering.Lower(context, increment, wantsValue: true),
            IRangeOperation range => SliceLowering.LowerKept(context, range),
            ITupleOperation tuple => context.LowerTuple(tuple),
            IAnonymousObjectCreationOperation creation => AnonymousTypes.Create(context, creation),
            ITranslatedQueryOperation query => context.LowerWhole(query.Operation),
            IThrowOperation thrown => context.LowerThrow(thrown),
            IArrayCreationOperation array => StorageLowering.Lower(context, array),
            ICollectionExpressionOperation collection => LowerCollection(context, collection),
            IConditionalAccessOperation access => NullableMembers.TryAccess(context, access) ?? MissingArrays.TryLength(context, access) ?? MissingArrays.TryElement(context, access) ?? ExternalLowering.LowerConditionalAccess(context, access),
            IObjectCreationOperation creation => LowerCreation(context, creation),
            IWithOperation { Type.IsValueType: true } copy => StructCreation.Lower(context, copy),
            IInstanceReferenceOperation instance => context.Read(context.Self(instance)),
            IConditionalAccessInstanceOperation instance => NullableMembers.Accessed(context, instance),
            IIsTypeOperation test => NullablePatterns.TryLower(context, test) ?? TextLowering.Lower(context, test),
            ITupleBinaryOperation comparison => StructEquality.Lower(context, comparison),
            IDefaultValueOperation missing => StorageLowering.LowerDefault(context, missing),
            IDeclarationExpressionOperation or IDiscardOperation => context.Read(context.LowerPlace(operation)),
            IInterpolatedStringOperation or IInterpolatedStringHandlerCreationOperation or ITypeOfOperation or ISizeOfOperation => TextLowering.Lower(context, operation),
            _ when operation.Syntax is StackAllocArrayCreationExpressionSyntax or ImplicitStackAllocArrayCreationExpressionSyntax
                => StorageLowering.LowerStackAlloc(context, operation),
            _ => Refusals.Refuse(context, operation),
        };
    }

    private static Expr LowerCollection(LoweringContext context, ICollectionExpressionOperation collection) => collection switch
    {
        { Type: var type } when TensorTypes.TryLower(type!) is not null && TensorLowering.IsComputed(collection) => TensorLowering.Collection(context, collection),
        _ when IsObject(collection) => ObjectLowering.Lower(context, collection),
        _ => StorageLowering.Lower(context, collection),
    };

    private static Expr LowerCreation(LoweringContext context, IObjectCreationOperation creation) => TypeLowering.Lower(creation.Type) is SpanType span
        ? StorageLowering.LowerSpanCreation(context, creation, span)
        : StructCreation.TryLower(context, creation) ?? ObjectLowering.Lower(context, creation);

    /// <summary>Is it a list, or another collection that is no storage, of elements that are written down?</summary>
    private static bool IsObject(ICollectionExpressionOperation collection) =>
        TypeLowering.Lower(collection.Type) is OpaqueType or TensorType && !collection.Elements.Any(element => element is ISpreadOperation);

    /// <summary>An expression for a hole in text, where another piece of text may stand as it is.</summary>
    public static Expr LowerForText(this LoweringContext context, IOperation operation)
    {
        Expr value = context.LowerWhole(operation);
        return value is Opaque ? value : context.Hoist(value);
    }

    /// <summary>Operands from left to right; one that a later one changes is saved first.</summary>
    public static Expr[] LowerOperands(this LoweringContext context, params IOperation[] operations)
    {
        Expr[] operands = new Expr[operations.Length];
        for (int i = 0; i < operands.Length; i++)
        {
            int mark = context.Mark;
            operands[i] = context.Lower(operations[i]);
            context.Protect(operands, i, mark);
        }
        return operands;
    }

    /// <summary>Storage to read or write: a variable, or a row of a jagged array.</summary>
    public static Expr LowerStorage(this LoweringContext context, IOperation operation)
    {
        Expr value = context.Lower(operation);
        if (value is StructValue { Struct.IsInline: true, Elements: [var elements] })
            value = elements;
        return value is Use or Element ? value : context.Save(value, "storage");
    }

    /// <summary>The object that the method belongs to.</summary>
    public static Opaque This(IrType type, bool isBase = false) => new(type, [isBase ? "base" : "this"], [], IsPure: true);

    private static StructValue LowerTuple(this LoweringContext context, ITupleOperation tuple)
    {
        Expr[] elements = context.LowerOperands([.. tuple.Elements]);
        return StructValues.Value(elements);
    }

    private static Expr LowerThrow(this LoweringContext context, IThrowOperation thrown)
    {
        if (thrown.Exception is null)
            return context.Refuse(Descriptors.TryCatch, thrown);
        Expr exception = context.LowerWhole(thrown.Exception);
        if (context.Cleanups.Count > 0)
        {
            exception = context.Save(exception, "exception");
            TryLowering.RunAll(context);
        }
        context.Add(new Throw(exception));
        return Opaque.DefaultLiteral(TypeLowering.Lower(thrown.Type));
    }

    private static bool IsOnlyWhole(Expr value) => value switch
    {
        Slice or View or NewStorage or CopyOf => true,
        Opaque opaque => !opaque.IsPure || opaque.Type.IsStorage,
        _ => false,
    };
}
