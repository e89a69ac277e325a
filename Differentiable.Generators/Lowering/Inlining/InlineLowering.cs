using System.Collections.Immutable;
using Differentiable.Generators.Diagnostics;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Arrays;
using Differentiable.Generators.Lowering.Calls;
using Differentiable.Generators.Lowering.CustomRules;
using Differentiable.Generators.Lowering.Expressions;
using Differentiable.Generators.Lowering.OtherCode;
using Differentiable.Generators.Lowering.Places;
using Differentiable.Generators.Lowering.Structs;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Inlining;

/// <summary>
/// The members of structs that are followed field by field, and extensions of them: each call becomes the member's code, with <c>this</c> and the
/// parameters bound to what it is called with, as for local functions.
/// </summary>
internal static class InlineLowering
{
    /// <summary>Is it such a member?</summary>
    public static bool Applies(IMethodSymbol method) => !Attributes.IsDifferentiable(method)
        && (IsFollowed(method.ContainingType) || (method.IsExtensionMethod && IsFollowed(method.Parameters[0].Type)) || ExtensionBlocks.TypesOf(method).Any(IsFollowed) || IsOperatorOnStorage(method) || IsOfConstants(method));

    /// <summary>Is it an operator of an extension block that takes or makes arrays or spans of real numbers?</summary>
    private static bool IsOperatorOnStorage(IMethodSymbol method) => method.MethodKind == MethodKind.UserDefinedOperator
        && ExtensionBlocks.TypesOf(method).Any(type => TypeLowering.Lower(type) is { IsStorage: true, HoldsReal: true });

    /// <summary>Is it a method of a struct without real numbers, which says what is done with those that it is given, or makes storage for some? A number that comes of integers alone is a constant.</summary>
    private static bool IsOfConstants(IMethodSymbol method) => method is { IsStatic: false, MethodKind: MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation, DeclaringSyntaxReferences.IsEmpty: false }
        && method.ContainingType is { TypeKind: TypeKind.Struct, IsRefLikeType: false } type && TypeLowering.Lower(type) is OpaqueType && !RealData.IsIn(type)
        && (TypeLowering.Lower(method.ReturnType).IsStorage || method.Parameters.Any(parameter => RealData.IsIn(parameter.Type)));

    /// <summary>The member that runs where the code mentions this one; null where it is none of those.</summary>
    /// <param name="mentioned">The method that the code mentions.</param>
    /// <param name="self">The type that it is asked of.</param>
    public static IMethodSymbol? Applicable(IMethodSymbol? mentioned, ITypeSymbol? self) =>
        mentioned is not null && Substitution.Implementation(mentioned, self) is var method && (Applies(method) || IsAsked(mentioned, self, method)) ? method : null;

    /// <summary>Is it the code of a static member of an interface, in the type that stands for a type parameter or in the interface itself?</summary>
    public static bool IsAsked(ISymbol mentioned, ITypeSymbol? self, IMethodSymbol method) => mentioned.IsStatic && self is not null && Substitution.OwnMember(mentioned, self) is not null
        && method is { IsAbstract: false, IsExtern: false, DeclaringSyntaxReferences.IsEmpty: false } && !Attributes.IsDifferentiable(method)
        && (method.MethodKind != MethodKind.PropertyGet || StoredProperties.HasCode(method));

    /// <summary>Is it a member of a struct, without source, that answers a question and leaves the struct as it is? No derivative is lost in it.</summary>
    public static bool IsQuestion(LoweringContext context, IMethodSymbol? member) => member is not null && InlinedCode.Of(context, member) is null && !RuleCalls.HasRule(context, member)
        && Purity.LosesNothing(member) && !ChangedStructs.MayBeChangedBy(member);

    public static Expr Call(LoweringContext context, IInvocationOperation call, IMethodSymbol member) =>
        Call(context, call, member, call.Instance, call.Arguments, LowerBody) ?? context.Fail(call.Type);

    /// <summary>The place that a call or a property returns a reference to.</summary>
    public static Place Refer(LoweringContext context, IOperation call, IMethodSymbol member, IOperation? instance, ImmutableArray<IArgumentOperation> arguments) =>
        Call(context, call, member, instance, arguments, (context, code) => ReturnedReferences.PlaceOf(context, call, new(code.Method, null, context.NewLabel()), code.Block!)) ?? DiscardPlace.Instance;

    /// <summary>What comes of the member's body where its parameters stand for what it is called with.</summary>
    private static T? Call<T>(
        LoweringContext context, IOperation call, IMethodSymbol member, IOperation? instance, ImmutableArray<IArgumentOperation> arguments, Func<LoweringContext, InlinedCode, T> lowerBody)
        where T : class
    {
        if (Begin(context, call, member, KnownFunctions.GivenTo(context, arguments)) is not { } code)
            return null;
        int mark = context.Mark;
        (ISymbol Receiver, Place Place)? extended = instance is null ? null : Extended(context, code, instance);
        Place? self = instance is null || extended is not null ? null : Self(context, instance, code);
        Place[] places = BindArguments(context, code, ref self, mark, arguments);
        return WithExtended(context, extended, () => Within(context, code, self, places, lowerBody));
    }

    /// <summary>A property of an extension block, or one of an object that is asked for on that object itself.</summary>
    public static Expr GetAsMethod(LoweringContext context, IPropertyReferenceOperation reference)
    {
        if (Begin(context, reference, reference.Property.GetMethod!) is not { } code)
            return context.Fail(reference.Type);
        (ISymbol, Place)? extended = reference.Instance is { } instance ? Extended(context, code, instance) : null;
        return WithExtended(context, extended, () => Run(context, code, null, Array.Empty<Place>()));
    }

    /// <summary>Runs an operator that changes the struct, or what a block extends, where it lies.</summary>
    public static void Change(LoweringContext context, InlinedCode code, Place changed, Expr[] operands)
    {
        if (ExtensionBlocks.ReceiverOf(context, code.Declaration) is { } receiver)
            WithExtended(context, (receiver, changed), () => Run(context, code, null, operands));
        else
            Run(context, code, changed, operands);
    }

    /// <summary>What a block extends: its value, or the variable where it is taken by reference; null for a member of anything else.</summary>
    private static (ISymbol Receiver, Place Place)? Extended(LoweringContext context, InlinedCode code, IOperation extended)
    {
        if (ExtensionBlocks.ReceiverOf(context, code.Declaration) is not { } receiver)
            return null;
        Place place = receiver.RefKind == RefKind.Ref
            ? context.Capture(context.LowerPlace(extended))
            : Bind(context, code, receiver, context.SaveWhole(context.LowerWhole(extended), receiver.Name), writes: false);
        return (receiver, place);
    }

    /// <summary>All members of a block have one name for what it extends. One that calls another, or whose argument does, goes on with its own.</summary>
    private static T WithExtended<T>(LoweringContext context, (ISymbol Receiver, Place Place)? extended, Func<T> lower)
    {
        if (extended is not var (receiver, place))
            return lower();
        bool isOpen = context.Places.TryGetValue(receiver, out Place? around);
        context.Places[receiver] = place;
        T result = lower();
        if (isOpen)
            context.Places[receiver] = around!;
        return result;
    }

    /// <summary>An operator or a conversion.</summary>
    public static Expr Operator(LoweringContext context, IOperation operation, IMethodSymbol method, Expr[] operands)
    {
        if (StructEquality.TryLower(method, operands) is { } equality)
            return equality;
        return Begin(context, operation, method) is { } code ? Run(context, code, null, operands) : context.Fail(operation.Type);
    }

    /// <summary>The value of a property or an indexer.</summary>
    public static Expr Get(LoweringContext context, PropertyPlace place)
    {
        if (Storage(place, place.Property.GetMethod) is { } storage)
            return context.Read(storage);
        if (place.Property.GetMethod is not { } getter)
            return context.Fail(place.Property.Type);
        if (RuleCalls.HasRule(context, getter) && RuleCalls.TryLower(context, place.Syntax, getter, [context.Read(place.Instance), .. place.Arguments]) is { } ruled)
            return ruled;
        if (Begin(context, place.Syntax, getter) is not { } code)
            return context.Fail(place.Property.Type);
        Place? self = getter.IsStatic ? null : code.WritesSelf(context) ? place.Instance : AsPlace(context, context.Read(place.Instance), "self", code.ReadsSelfOnce());
        return Run(context, code, self, place.Arguments);
    }

    /// <summary>Sets a property or an element of an indexer.</summary>
    public static void Set(LoweringContext context, PropertyPlace place, Expr value)
    {
        if (Storage(place, place.Property.SetMethod) is { } storage)
            context.Write(storage, ConversionLowering.Adapt(value, TypeLowering.Lower(place.Property.Type)));
        else if (place.Property.SetMethod is { } setter && Begin(context, place.Syntax, setter) is { } code)
            Run(context, code, place.Instance, [.. place.Arguments, value]);
        else
            context.Fail(null);
    }

    /// <summary>The field behind a property, for an accessor without code beside one that has some.</summary>
    private static Place? Storage(PropertyPlace place, IMethodSymbol? accessor) => accessor is { IsStatic: false } && !StoredProperties.HasCode(accessor)
        && TypeLowering.Lower(place.Property.ContainingType) is StructType type && StructTypes.IndexOfStorage(type, place.Property) is >= 0 and var index
            ? StructValues.FieldOf(place.Instance, type, index)
            : null;

    /// <summary>Runs a member on a struct with values for its parameters.</summary>
    public static Expr Run(LoweringContext context, InlinedCode code, Place? self, Expr[] arguments)
    {
        bool writes = code.WritesSelf(context) || code.Parameters.Any(parameter => parameter.RefKind is RefKind.Ref or RefKind.Out);
        Place[] places = [.. arguments.Select((argument, i) => Bind(context, code, code.Parameters[i], argument, writes))];
        return Run(context, code, self, places);
    }

    /// <summary>Runs a member whose parameters stand for these places.</summary>
    public static Expr Run(LoweringContext context, InlinedCode code, Place? self, Place[] arguments) => Within(context, code, self, arguments, LowerBody);

    private static Expr LowerBody(LoweringContext context, InlinedCode code) => LocalFunctionLowering.LowerBody(context, code.Method, code.Block!, code.Functions);

    private static T Within<T>(LoweringContext context, InlinedCode code, Place? self, Place[] arguments, Func<LoweringContext, InlinedCode, T> lowerBody)
    {
        context.Reassignments.Include(code.Declaration);
        return OpenCode.WithOwnVariables(context, code.Method, () => WithArguments(context, code, self, arguments, lowerBody));
    }

    private static T WithArguments<T>(LoweringContext context, InlinedCode code, Place? self, Place[] arguments, Func<LoweringContext, InlinedCode, T> lowerBody)
    {
        for (int i = 0; i < arguments.Length; i++)
            context.Places[code.Parameters[i]] = arguments[i];
        if (self is not null)
            context.Selves.Push(self);
        using Substitution.Scope scope = code.Types.Enter();
        T result = lowerBody(context, code);
        if (self is not null)
            context.Selves.Pop();
        return result;
    }

    /// <summary>Finds the code; what cannot be lowered in place of a call is refused.</summary>
    public static InlinedCode? Begin(LoweringContext context, IOperation call, IMethodSymbol method, params IMethodSymbol[] functions)
    {
        InlinedCode? code = InlinedCode.Of(context, method) is { } found ? found with { Functions = functions } : null;
        string name = $"{ExtensionBlocks.TypeOf(method).Name}.{Describe(method)}";
        if (code is null)
            context.Refuse(Descriptors.StructWithoutSource, call, name, ExternalAdvice.ForStruct(method));
        else if (OpenCode.HasRecursion(context, code))
            context.Refuse(Descriptors.RecursiveStructMember, call, name);
        else
            return code;
        return null;
    }

    /// <summary>A value as a place that is only read.</summary>
    /// <param name="context">Where.</param>
    /// <param name="value">The value.</param>
    /// <param name="name">What a variable for it is called.</param>
    /// <param name="isReadOnce">Is it read no more than once, so that it needs no variable?</param>
    public static Place AsPlace(LoweringContext context, Expr value, string name, bool isReadOnce = false) => value switch
    {
        StructValue { Struct.IsInline: true } inline => InlineArrays.AsPlace(context, inline, name),
        StructValue whole => new StructPlace([.. whole.Elements.Select((element, i) => AsPlace(context, element, StructValues.NameOf(name, whole.Struct, i), isReadOnce))], whole.Struct),
        Use use => new VariablePlace(use.Variable),
        Constant => new ValuePlace(value),
        Apply or Element or Ir.Convert when isReadOnce && !value.Has(part => part is Opaque) => new ValuePlace(value),
        _ => new VariablePlace(context.Save(value, name).Variable),
    };

    private static bool IsFollowed(ITypeSymbol type) => type is { IsTupleType: false } && TypeLowering.Lower(type) is StructType;

    private static string Describe(IMethodSymbol method) => method.MethodKind switch
    {
        MethodKind.Constructor => method.ContainingType.Name,
        MethodKind.PropertyGet or MethodKind.PropertySet => method.AssociatedSymbol!.Name,
        _ => method.Name,
    };

    /// <summary>What <c>this</c> is: the variable itself where the member may write it, else its value.</summary>
    private static Place Self(LoweringContext context, IOperation instance, InlinedCode code)
    {
        bool writes = code.WritesSelf(context), refers = ReturnedReferences.Is(code.Method);
        if (!writes && !refers)
            return AsPlace(context, context.LowerWhole(instance), "self", code.ReadsSelfOnce());
        bool isReadOnly = !writes && code.Method.IsReadOnly && instance is ILocalReferenceOperation or IParameterReferenceOperation;
        if (isReadOnly || StructMembers.IsVariable(context, instance))
            return context.Capture(context.LowerPlace(instance));
        if (writes)
            StructMembers.RefuseWrite(context, instance);
        return StructMembers.CopyOf(context, instance);
    }

    private static Place[] BindArguments(LoweringContext context, InlinedCode code, ref Place? self, int mark, ImmutableArray<IArgumentOperation> arguments)
    {
        bool writes = code.WritesSelf(context) || code.Parameters.Any(parameter => parameter.RefKind is RefKind.Ref or RefKind.Out || code.TypeOf(parameter.Type).IsWritable);
        bool sees = writes || ReturnedReferences.Is(code.Method);
        Expr[] values = new Expr[arguments.Length];
        Place?[] references = new Place?[arguments.Length];
        for (int i = 0; i < arguments.Length; i++)
        {
            IArgumentOperation argument = arguments[i];
            RefKind kind = argument.Parameter!.RefKind;
            mark = context.Mark;
            values[i] = CallLowering.Nothing;
            if (KnownFunctions.TryFind(context, argument.Value) is { } function)
                references[i] = function;
            else if (kind is RefKind.Out)
                references[i] = ReferenceArguments.Received(context, argument.Value, argument.Parameter);
            else if (kind is RefKind.Ref || (kind is RefKind.In or RefKind.RefReadOnlyParameter && sees && !Attributes.IsNonDifferentiable(argument.Parameter) && StructMembers.HasPlace(context, argument.Value)))
                references[i] = context.Capture(context.LowerPlace(argument.Value));
            else
                values[i] = context.LowerWhole(argument.Value);
            context.Protect(values, i, mark);
            if (self is not null && !code.WritesSelf(context) && !ReturnedReferences.Is(code.Method))
                self = Kept(context, self, mark, code.ReadsSelfOnce());
        }
        Place[] places = new Place[code.Parameters.Length];
        for (int i = 0; i < arguments.Length; i++)
        {
            int ordinal = arguments[i].Parameter!.Ordinal;
            places[ordinal] = references[i] ?? Bind(context, code, code.Parameters[ordinal], values[i], writes);
        }
        return places;
    }

    /// <summary>What <c>this</c> was before the arguments, where one of them changes the variable that it came from.</summary>
    private static Place Kept(LoweringContext context, Place self, int mark, bool isReadOnce)
    {
        Expr[] value = [context.Read(self)];
        context.Protect(value, 1, mark);
        return AsPlace(context, value[0], "self", isReadOnce);
    }

    /// <summary>A parameter that is only read, in code that writes nothing of its caller's, stands for the argument itself.</summary>
    private static Place Bind(LoweringContext context, InlinedCode code, IParameterSymbol parameter, Expr argument, bool writes)
    {
        IrType type = code.TypeOf(parameter.Type);
        Expr value = ConstantParameters.Bind(context, parameter, ConversionLowering.Adapt(argument, type));
        if (!writes && !code.Writes(context, parameter) && value.Type == type)
            return AsPlace(context, value, parameter.Name, code.ReadsOnce(parameter));
        Place place = context.Declare(parameter.Name, type);
        context.Initialize(place, value);
        return place;
    }
}
