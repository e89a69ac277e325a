using Differentiable.Generators.Diagnostics;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Arrays;
using Differentiable.Generators.Lowering.Calls;
using Differentiable.Generators.Lowering.OtherCode;
using Differentiable.Generators.Lowering.Places;
using Differentiable.Generators.Lowering.Sequences;
using Differentiable.Generators.Lowering.Signatures;
using Differentiable.Generators.Lowering.Structs;
using Differentiable.Generators.Lowering.Tensors;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Expressions;

/// <summary>Reads of variables, elements, fields and properties.</summary>
internal static class ReadLowering
{
    public static Expr Lower(LoweringContext context, IOperation operation)
    {
        switch (operation)
        {
            case IParameterReferenceOperation parameter when OwnMembers.TryRead(context, parameter) is { } captured:
                return captured;
            case ILocalReferenceOperation or IParameterReferenceOperation when KnownFunctions.TryFind(context, operation) is not null:
                return context.Refuse(Descriptors.Delegate, operation, operation.Syntax.ToString(), DelegateAdvice.For(operation));
            case ILocalReferenceOperation or IParameterReferenceOperation:
                return context.Read(context.LowerPlace(operation));
            case IMemberReferenceOperation member when OwnMembers.TryRead(context, member) is { } own:
                return own;
            case IPropertyReferenceOperation or IImplicitIndexerReferenceOperation when LocalLists.TryLowerPlace(context, operation) is { } ofList:
                return context.Read(ofList);
            case IFieldReferenceOperation field:
                return LowerField(context, field);
            case IPropertyReferenceOperation property when TensorLowering.TryProperty(context, property) is { } ofTensor:
                return ofTensor;
            case IPropertyReferenceOperation { Property.IsIndexer: false } property:
                return LowerProperty(context, property);
            case IPropertyReferenceOperation indexer when TensorLowering.TryIndex(context, indexer) is { } part:
                return part;
        }
        if (ElementLowering.TryLower(context, operation) is { } element)
            return context.Read(element);
        if (ElementLowering.TryRange(operation) is var (storage, range))
            return SliceLowering.LowerRange(context, storage, range);
        return operation switch
        {
            IPropertyReferenceOperation indexer => StructMembers.TryRead(context, indexer) ?? ExternalLowering.LowerIndexer(context, indexer),
            IArrayElementReferenceOperation array => ExternalLowering.LowerArrayElement(context, array),
            IImplicitIndexerReferenceOperation fromEnd => ExternalLowering.LowerImplicitIndexer(context, fromEnd),
            _ => Refusals.Refuse(context, operation),
        };
    }

    private static Expr LowerField(LoweringContext context, IFieldReferenceOperation reference)
    {
        IFieldSymbol field = reference.Field;
        if (reference.Instance is null)
            return LowerStaticField(context, reference);
        OtherObjects.CheckRead(context, reference);
        Expr instance = context.LowerWhole(reference.Instance);
        if (instance is StructValue { Struct.IsInline: true })
            return context.Read(context.LowerPlace(reference));
        if (instance is StructValue whole && StructTypes.IndexOf(whole.Struct, field) is >= 0 and var index)
            return whole.Elements[index];
        HiddenMembers.Check(context, field, reference.Syntax);
        Opaque read = new OpaqueBuilder().Operand(instance).Text("." + Literals.Identifier(field.Name))
            .Build(ExternalLowering.ResultType(field.Type), field.IsReadOnly);
        return ExternalLowering.Split(context, field.Type, read);
    }

    private static Expr LowerStaticField(LoweringContext context, IFieldReferenceOperation reference)
    {
        IFieldSymbol field = Substitution.Of(reference.Field);
        if (HiddenMembers.TryConstant(context, field) is { } constant)
            return constant;
        HiddenMembers.Check(context, field, reference.Syntax);
        string name = $"{TypeLowering.FullName(field.ContainingType)}.{Literals.Identifier(field.Name)}";
        Opaque read = new(ExternalLowering.ResultType(field.Type), [name], [], field.IsReadOnly);
        return field.IsReadOnly && read.Type.IsStorage
            ? context.Share(field, field.Name.ToCamelCase(), () => read)
            : ExternalLowering.Split(context, field.Type, read);
    }

    private static Expr LowerProperty(LoweringContext context, IPropertyReferenceOperation reference)
    {
        string name = reference.Property.Name;
        if (StructMembers.TryRead(context, reference) is { } member)
            return member;
        if (NumberMembers.TryLower(context, reference) is { } number)
            return number;
        if (reference.Instance is null)
            return name == "Empty" && TypeLowering.IsSpan(reference.Property.ContainingType)
                ? StorageLowering.Empty(TypeLowering.Lower(reference.Type))
                : ExternalLowering.LowerProperty(context, reference);
        if (!TypeLowering.Lower(reference.Instance.Type).IsStorage || ExtensionBlocks.IsBlock(reference.Property.ContainingType))
            return ExternalLowering.LowerProperty(context, reference);
        Expr storage = context.LowerStorage(reference.Instance);
        return name switch
        {
            "Length" => new Length(storage),
            "LongLength" => new Ir.Convert(IrType.Int64, new Length(storage)),
            "IsEmpty" => Fold.Compare(Op.Equal, new Length(storage), Constant.Of(0)),
            "Rank" when storage.Type is ArrayType array => Constant.Of(array.Rank),
            _ => context.Refuse(ExternalAdvice.For(reference.Property), reference, name, ""),
        };
    }
}
