using Differentiable.Generators.Diagnostics;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Calls;
using Differentiable.Generators.Lowering.CustomRules;
using Differentiable.Generators.Lowering.Expressions;
using Differentiable.Generators.Lowering.Inlining;
using Differentiable.Generators.Lowering.Nullables;
using Differentiable.Generators.Lowering.OtherCode;
using Differentiable.Generators.Lowering.Patterns;
using Differentiable.Generators.Lowering.Places;
using Differentiable.Generators.Lowering.Signatures;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Structs;

/// <summary>Fields and properties of structs, read and written; and structs taken apart.</summary>
internal static class StructMembers
{
    /// <summary>What <c>this</c>, or the left side of an initializer, is.</summary>
    public static Place Self(this LoweringContext context, IInstanceReferenceOperation instance)
    {
        Stack<Place> places = instance.ReferenceKind == InstanceReferenceKind.ImplicitReceiver ? context.Receivers : context.Selves;
        if (places.Count > 0)
            return places.Peek();
        Refusals.Refuse(context, instance);
        return DiscardPlace.Instance;
    }

    /// <summary>The field of <c>this</c> that holds a parameter of the primary constructor; null for any other parameter, and in a struct that is not followed.</summary>
    public static Place? CapturedPlace(LoweringContext context, IParameterSymbol parameter) =>
        CapturedParameters.FieldOf(parameter) is { } field && context.Selves.Count > 0 && TypeLowering.Lower(parameter.ContainingType) is StructType type
            ? StructValues.FieldOf(context.Selves.Peek(), type, StructTypes.IndexOfStorage(type, field))
            : null;

    /// <summary>The place of a field or a property of a struct, or null for anything else.</summary>
    public static Place? TryLowerPlace(LoweringContext context, IOperation operation)
    {
        if (operation is not IMemberReferenceOperation { Instance: { } instance } member || TypeLowering.Lower(instance.Type) is not StructType type)
            return null;
        if (type.IsInline && member.Member is IFieldSymbol)
            return new ElementPlace([context.LowerStorage(instance), Constant.Of(0)], operation.Syntax);
        if (StructTypes.IndexOf(type, member.Member) is >= 0 and var index)
            return StructValues.FieldOf(context.LowerPlace(instance), type, index);
        if (member is not IPropertyReferenceOperation property)
            return null;
        Place whole = context.LowerPlace(instance);
        return new PropertyPlace(property.Property, whole, ByParameter(property, context), operation);
    }

    /// <summary>The value of a property or an indexer of a struct, or null for anything else.</summary>
    public static Expr? TryRead(LoweringContext context, IPropertyReferenceOperation reference)
    {
        if (NullableMembers.TryRead(context, reference) is { } ofNullable)
            return ofNullable;
        if (AnonymousTypes.TryRead(context, reference) is { } ofAnonymous)
            return ofAnonymous;
        IPropertySymbol property = Substitution.Implementation(reference.Property, reference.ConstrainedToType ?? reference.Instance?.Type);
        if (RuleCalls.TryLowerExtension(context, reference) is { } extended)
            return extended;
        if (property.GetMethod is { } ofBlock && ExtensionBlocks.IsBlock(property.ContainingType) && InlineLowering.Applies(ofBlock))
            return InlineLowering.GetAsMethod(context, reference);
        if (UnmarkedHelpers.IsOpened(context, reference, property.GetMethod))
            return HelperCalls.Get(context, reference);
        bool isAsked = property.GetMethod is { } asked && InlineLowering.IsAsked(reference.Property, reference.ConstrainedToType, asked) && InlinedCode.Of(context, asked) is not null;
        if (isAsked)
            return InlineLowering.Get(context, new PropertyPlace(property, DiscardPlace.Instance, [], reference));
        if (TypeLowering.Lower(property.ContainingType) is not StructType type || property.ContainingType.IsTupleType)
            return null;
        if (reference.Instance is null)
            return property.GetMethod is { } getter && InlinedCode.Of(context, getter) is not null ? InlineLowering.Get(context, new PropertyPlace(property, DiscardPlace.Instance, [], reference)) : null;
        if (StructTypes.IndexOf(type, property) is >= 0 and var index)
            return context.LowerWhole(reference.Instance) is StructValue whole ? whole.Elements[index] : context.Fail(reference.Type);
        if (!property.IsIndexer && InlineLowering.IsQuestion(context, property.GetMethod))
            return null;
        bool writes = property.GetMethod is { } read && InlinedCode.Of(context, read)?.WritesSelf(context) == true;
        if (writes)
            RefuseWrite(context, reference.Instance);
        Place instance = IsVariable(context, reference.Instance) ? context.LowerPlace(reference.Instance)
            : writes ? CopyOf(context, reference.Instance)
            : InlineLowering.AsPlace(context, context.LowerWhole(reference.Instance), "self");
        int mark = context.Mark;
        Expr[] arguments = ByParameter(reference, context);
        context.Protect(instance, mark);
        return InlineLowering.Get(context, new PropertyPlace(property, instance, arguments, reference));
    }

    /// <summary>A copy of a struct that lies where it must not be written, for a member that writes it.</summary>
    public static Place CopyOf(LoweringContext context, IOperation instance)
    {
        Expr value = context.LowerWhole(instance);
        Place copy = context.Declare("self", value.Type, VariableRole.Temporary);
        context.Initialize(copy, value);
        return copy;
    }

    /// <summary>Can the struct be written where it lies, so that its members change it and no copy of it?</summary>
    public static bool IsVariable(LoweringContext context, IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local.RefKind != RefKind.RefReadOnly,
        IParameterReferenceOperation { Parameter: var parameter } when CapturedParameters.FieldOf(parameter) is not null => !IsInReadOnlyMember(operation),
        IParameterReferenceOperation { Parameter: var parameter } => parameter.RefKind is not (RefKind.In or RefKind.RefReadOnlyParameter),
        IInstanceReferenceOperation => context.Selves.Count > 0 && !IsInReadOnlyMember(operation),
        IFieldReferenceOperation { Instance: { Type.IsValueType: true } instance } field => !field.Field.IsReadOnly && !IsReadOnlyLocal(instance) && IsVariable(context, instance),
        IArrayElementReferenceOperation => true,
        IInlineArrayAccessOperation element => IsVariable(context, element.Instance),
        IConditionalOperation { IsRef: true } choice => IsVariable(context, choice.WhenTrue) && IsVariable(context, choice.WhenFalse!),
        IPropertyReferenceOperation { Property.ReturnsByRef: true, Instance: { } instance } => TypeLowering.Lower(instance.Type) is SpanType or StructType,
        IInvocationOperation { TargetMethod.ReturnsByRef: true } => true,
        IImplicitIndexerReferenceOperation element => TypeLowering.Lower(element.Instance.Type).IsWritable,
        _ => false,
    };

    /// <summary>Does it lie somewhere, be it where it must not be written? What is passed by <c>in</c> is then a reference to that.</summary>
    public static bool HasPlace(LoweringContext context, IOperation operation) => IsVariable(context, operation) || ReturnedReferences.Is(operation) || operation switch
    {
        ILocalReferenceOperation => true,
        IParameterReferenceOperation { Parameter: var parameter } => context.Places.ContainsKey(parameter) || CapturedParameters.FieldOf(parameter) is not null,
        IInstanceReferenceOperation => context.Selves.Count > 0,
        IFieldReferenceOperation { Instance: { Type.IsValueType: true } instance } => HasPlace(context, instance),
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } span } => TypeLowering.IsSpan(span.Type),
        IImplicitIndexerReferenceOperation element => TypeLowering.IsSpan(element.Instance.Type),
        IInlineArrayAccessOperation element => HasPlace(context, element.Instance),
        IConditionalOperation { IsRef: true } choice => HasPlace(context, choice.WhenTrue) && HasPlace(context, choice.WhenFalse!),
        _ => false,
    };

    /// <summary>Members that are read only change nothing of the struct that they are called on, but a copy.</summary>
    public static bool IsInReadOnlyMember(IOperation operation) => operation.SemanticModel?.GetEnclosingSymbol(operation.Syntax.SpanStart) is IMethodSymbol { IsReadOnly: true };

    /// <summary>Members change the variable of a <c>foreach</c> or a <c>using</c> itself, but a copy of what lies in it.</summary>
    public static bool IsReadOnlyLocal(IOperation operation) =>
        operation is ILocalReferenceOperation { Local: { RefKind: RefKind.None } local } && (local.IsForEach || local.IsUsing);

    /// <summary>Reports that a member of a struct changes it where it lies in an object, or in a static field: no copy of it may take its place.</summary>
    public static void RefuseWrite(LoweringContext context, IOperation instance)
    {
        if (LiesInObject(instance))
            context.Refuse(Descriptors.WritesField, instance, instance.Syntax.ToString());
    }

    private static bool LiesInObject(IOperation instance) => instance is IFieldReferenceOperation { Field.IsReadOnly: false } field
        && (field.Instance is not { Type.IsValueType: true } outer || LiesInObject(outer));

    /// <summary>A struct on the right of a deconstruction as the tuple that its <c>Deconstruct</c> makes of it.</summary>
    public static Expr Deconstruct(LoweringContext context, IOperation deconstruction, Expr value)
    {
        if (MethodFor(context, deconstruction.Syntax) is not { } method)
            return value;
        if (value is Opaque or Use or Element && IsOfRecord(method) && !method.Parameters.SelectMany(parameter => method.ContainingType.GetMembers(parameter.Name)).Any(MarkedMembers.IsMarked))
            return PropertiesOf(context, context.SaveUnlessSimple(value), method);
        return value is StructValue { Struct.IsTuple: false } whole ? Deconstruct(context, deconstruction, method, whole) : value;
    }

    /// <summary>The tuple that a <c>Deconstruct</c> makes of a struct.</summary>
    public static Expr Deconstruct(LoweringContext context, IOperation operation, IMethodSymbol method, StructValue whole)
    {
        if (InlinedCode.Of(context, method) is null or { Block: null })
            return StructValues.Value(method.Parameters.Select(parameter => Positional(context, operation, method, parameter, whole)));
        if (InlineLowering.Begin(context, operation, method) is not { } code)
            return whole;
        Place[] parts = [.. method.Parameters.Where(parameter => parameter.RefKind == RefKind.Out)
            .Select(parameter => context.Declare(parameter.Name, TypeLowering.Lower(parameter.Type), VariableRole.Temporary))];
        Place self = InlineLowering.AsPlace(context, whole, "self");
        if (method.IsStatic)
            InlineLowering.Run(context, code, null, [self, .. parts]);
        else
            InlineLowering.Run(context, code, self, parts);
        return StructValues.Value(parts.Select(context.Read));
    }

    /// <summary>A call of the <c>Deconstruct</c> that a record has without anyone having written it; false for any other.</summary>
    public static bool TryCallDeconstruct(LoweringContext context, IInvocationOperation call)
    {
        if (call.TargetMethod is not { Name: "Deconstruct", IsImplicitlyDeclared: true, ContainingType.IsRecord: true } method || call.Instance is not { } instance
            || context.SaveUnlessSimple(context.LowerWhole(instance), mayChange: true) is not StructValue whole)
            return false;
        Place[] places = [.. call.Arguments.Select(argument => context.LowerPlace(argument.Value))];
        DeconstructionLowering.WriteAll(context, places, [.. call.Arguments.Select(argument => Positional(context, call, method, method.Parameters[argument.Parameter!.Ordinal], whole))]);
        return true;
    }

    /// <summary>Does <c>foreach</c> take its elements apart as a record does that nobody told how?</summary>
    public static bool IsOfRecord(LoweringContext context, IForEachLoopOperation loop) => MethodFor(context, loop.Syntax) is { } method && IsOfRecord(method);

    private static bool IsOfRecord(IMethodSymbol method) => method is { IsImplicitlyDeclared: true, ContainingType: { IsRecord: true, IsReferenceType: true } };

    /// <summary>What a record that is an object holds is constant.</summary>
    private static StructValue PropertiesOf(LoweringContext context, Expr record, IMethodSymbol method) => StructValues.Value(method.Parameters.Select(parameter =>
        ExternalLowering.Finish(context, new OpaqueBuilder().Operand(record).Text("." + Literals.Identifier(parameter.Name)), parameter.Type, isPure: false)));

    /// <summary>What a record takes out of itself for a parameter of its own: the property of that name, be it a stored one or one with code.</summary>
    private static Expr Positional(LoweringContext context, IOperation operation, IMethodSymbol method, IParameterSymbol parameter, StructValue whole) =>
        method.ContainingType.GetMembers(parameter.Name).FirstOrDefault() is { } member && TryReadOf(context, whole, member, operation) is { } value ? value : context.Fail(parameter.Type);

    /// <summary>A field or a property of a struct whose fields are known, or null for one without source.</summary>
    public static Expr? TryReadOf(LoweringContext context, StructValue whole, ISymbol member, IOperation operation)
    {
        if (StructTypes.IndexOf(whole.Struct, member) is >= 0 and var index)
            return whole.Elements[index];
        return member is IPropertySymbol { IsIndexer: false, GetMethod: { IsStatic: false } getter } property && InlinedCode.Of(context, getter) is not null
            ? InlineLowering.Get(context, new PropertyPlace(property, InlineLowering.AsPlace(context, whole, "self"), [], operation))
            : null;
    }

    private static IMethodSymbol? MethodFor(LoweringContext context, SyntaxNode syntax)
    {
        SemanticModel model = context.ModelOf(syntax.SyntaxTree);
        return syntax switch
        {
            AssignmentExpressionSyntax assignment => model.GetDeconstructionInfo(assignment).Method,
            ForEachVariableStatementSyntax loop => model.GetDeconstructionInfo(loop).Method,
            _ => null,
        };
    }

    /// <summary>The indices of an indexer in the order of its parameters.</summary>
    private static Expr[] ByParameter(IPropertyReferenceOperation reference, LoweringContext context)
    {
        Expr[] values = context.LowerOperands([.. reference.Arguments.Select(argument => argument.Value)]);
        Expr[] ordered = new Expr[values.Length];
        for (int i = 0; i < values.Length; i++)
            ordered[reference.Arguments[i].Parameter!.Ordinal] = values[i];
        return ordered;
    }
}
