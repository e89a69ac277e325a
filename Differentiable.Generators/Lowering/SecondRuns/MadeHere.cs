using System.Collections.Immutable;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Calls;
using Differentiable.Generators.Lowering.Inlining;
using Differentiable.Generators.Lowering.OtherCode;
using Differentiable.Generators.Lowering.Structs;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.SecondRuns;

/// <summary>
/// What code makes for itself is made again where that runs again: objects, arrays and structs that hold nothing which somebody else holds as well.
/// </summary>
/// <param name="context">The method.</param>
/// <param name="mayDiffer">May a delegate give something else the next time?</param>
internal sealed class MadeHere(LoweringContext context, Func<IOperation, bool> mayDiffer)
{
    private readonly HashSet<ISymbol> _given = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _asked = new(SymbolEqualityComparer.Default);
    private bool _isInside;
    private Self _self;

    /// <summary>What the code that is looked through is called on: an object of others, one that is being made, or one that was made here and holds nothing else.</summary>
    private enum Self
    {
        Other,
        New,
        Own,
    }

    /// <summary>What of that which the code is called on and with is made here: two calls in the same state have the same answers.</summary>
    public string State { get; private set; } = "";

    /// <summary>Asks something of code that is called on this object with these arguments.</summary>
    public bool Ask(InlinedCode code, IOperation? instance, ImmutableArray<IArgumentOperation> arguments, Func<bool> question) =>
        Ask(instance is IInstanceReferenceOperation ? _self : Is(instance) ? Self.Own : IsNew(instance) ? Self.New : Self.Other, code.Method, arguments, question);

    /// <summary>Asks something of the code that makes an object.</summary>
    public bool AskOfNew(IObjectCreationOperation creation, Func<bool> question) => Ask(Is(creation) ? Self.Own : Self.New, creation.Constructor!, creation.Arguments, question);

    private bool Ask(Self self, IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments, Func<bool> question)
    {
        (bool wasInside, Self around, string before) = (_isInside, _self, State);
        ISymbol[] given = [.. arguments.Where(argument => Is(argument.Value)).Select(argument => method.Parameters.ElementAtOrDefault(argument.Parameter!.Ordinal)).OfType<ISymbol>()];
        (_isInside, _self, State) = (true, self, $"{self} {string.Join(" ", given.Select(parameter => parameter.Name))}");
        _given.UnionWith(given);
        bool answer = question();
        _given.ExceptWith(given);
        (_isInside, _self, State) = (wasInside, around, before);
        return answer;
    }

    /// <summary>What a method makes is made again with it, but not with each round of a loop.</summary>
    private bool IsMadeAgain => _isInside || context.RunAgainDepth == 0;

    /// <summary>Is the code that is looked through called on what is made with each run?</summary>
    public bool IsOnNew => _self != Self.Other;

    /// <summary>Is the object itself made with each run, whatever it holds?</summary>
    public bool IsNew(IOperation? instance) => Is(instance) || instance switch
    {
        ILocalReferenceOperation { Local: var local } => IsMadeAgain && LocalObjects.IsMadeHere(local, context.Cancellation),
        IInstanceReferenceOperation => _self == Self.New,
        _ => false,
    };

    /// <summary>Is it made with each run, and does it hold nothing of others?</summary>
    public bool Is(IOperation? value) => value switch
    {
        ILocalReferenceOperation { Local: var local } => IsMadeAgain && IsOwn(local, value),
        IParameterReferenceOperation { Parameter: var parameter } => _given.Contains(parameter) || (_self == Self.Own && IsKept(parameter)),
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver } initialized => IsNewWhereInitialized(initialized),
        IInstanceReferenceOperation => _self == Self.Own,
        IFieldReferenceOperation { Field: { IsStatic: false } field, Instance: { } whole } => Is(whole) && HoldsOwn(field),
        IPropertyReferenceOperation { Property: { IsStatic: false } property, Instance: { } whole } when !CallsOut.IsOfUser(property) => GivesOwn(whole),
        IPropertyReferenceOperation { Property: { IsStatic: false } property, Instance: { } whole } => StoredProperties.FieldOf(property.OriginalDefinition) is { } field && Is(whole) && HoldsOwn(field),
        IArrayElementReferenceOperation { ArrayReference: var whole } => GivesOwn(whole),
        IInvocationOperation { Instance: { } whole, TargetMethod: var method } call => !CallsOut.IsOfUser(method) && GivesOwn(whole) && call.Arguments.All(argument => KeepsNothingElse(method, argument)),
        ISimpleAssignmentOperation { IsRef: false, Value: var assigned } => Is(assigned),
        IDeclarationExpressionOperation { Expression: var declared } => Is(declared),
        IDiscardOperation => true,
        IConversionOperation { OperatorMethod: null, Operand: var operand } => Is(operand),
        IObjectCreationOperation creation => creation.Arguments.All(argument => KeepsNothingElse(creation.Constructor!, argument)) && IsOwn(creation.Initializer),
        IArrayCreationOperation array => array.Initializer?.ElementValues.All(HoldsNothingElse) ?? true,
        ICollectionExpressionOperation collection => collection.Elements.All(HoldsNothingElse),
        _ => false,
    };

    /// <summary>Is it a parameter of a constructor, so that in other code it is what the object keeps of it?</summary>
    public static bool IsKept(IParameterSymbol parameter) => parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor };

    /// <summary>An initializer sets what was just made, unless it sets members of what a member of that is.</summary>
    private static bool IsNewWhereInitialized(IOperation part)
    {
        IOperation? initializer = part;
        while (initializer is not (null or IObjectOrCollectionInitializerOperation or IAnonymousObjectCreationOperation))
            initializer = initializer.Parent;
        return initializer is not { Parent: IMemberInitializerOperation };
    }

    /// <summary>Does nobody else hold what is in the value?</summary>
    private bool HoldsNothingElse(IOperation value) => value.ConstantValue.HasValue || IsPlain(value.Type) || IsText(value) || Is(value) || IsOwnFunction(value);

    /// <summary>Is it what .NET makes text of, of the parts that are written in it?</summary>
    private static bool IsText(IOperation value) => value is IInterpolatedStringHandlerCreationOperation { HandlerCreation.Type: INamedTypeSymbol handler } && !CallsOut.IsOfUser(handler);

    private bool IsOwnFunction(IOperation value) => value.Type?.TypeKind == TypeKind.Delegate && !mayDiffer(value);

    /// <summary>A number, text, a struct of nothing else, or what no object can keep.</summary>
    private static bool IsPlain(ITypeSymbol? type) => type is null or { IsUnmanagedType: true } or { IsRefLikeType: true } or { SpecialType: SpecialType.System_String } || TypeLowering.Lower(type) is ScalarType;

    /// <summary>Does what is called keep nothing of others that it is given? Of arrays of numbers .NET makes copies.</summary>
    private bool KeepsNothingElse(IMethodSymbol method, IArgumentOperation argument) => HoldsNothingElse(argument.Value)
        || (Written(argument.Value).Type is IArrayTypeSymbol { ElementType: var element } && IsPlain(element) && (!CallsOut.IsOfUser(method) || OnlyUsesElements(method, argument.Parameter!)));

    private bool OnlyUsesElements(IMethodSymbol method, IParameterSymbol parameter) => InlinedCode.Of(context, method) is { Block: { } block }
        && block.Descendants().OfType<IParameterReferenceOperation>().Where(use => use.Parameter.Ordinal == parameter.Ordinal && use.Parameter.ContainingSymbol is IMethodSymbol { MethodKind: not (MethodKind.LambdaMethod or MethodKind.LocalFunction) })
            .All(IsUseOfElements);

    private static bool IsUseOfElements(IOperation use) => use.Parent switch
    {
        IArgumentOperation { Parent: IInvocationOperation { TargetMethod: var method } } => !CallsOut.IsOfUser(method),
        IConversionOperation { Type: var type } conversion => type!.IsRefLikeType || IsUseOfElements(conversion),
        IArrayElementReferenceOperation or IPropertyReferenceOperation or IForEachLoopOperation => true,
        _ => false,
    };

    private static IOperation Written(IOperation value) => value is IConversionOperation { OperatorMethod: null, Operand: var operand } ? Written(operand) : value;

    private bool IsOwn(IObjectOrCollectionInitializerOperation? initializer) => initializer is null || initializer.Initializers.All(step => step switch
    {
        ISimpleAssignmentOperation set => HoldsNothingElse(set.Value),
        IInvocationOperation add => add.Arguments.All(argument => HoldsNothingElse(argument.Value)),
        IMemberInitializerOperation { Initializer: var inner } => IsOwn(inner),
        _ => false,
    });

    /// <summary>Is the variable only ever given what nobody else holds, and is nothing of others put into that?</summary>
    private bool IsOwn(ILocalSymbol local, IOperation mention)
    {
        if (!_asked.Add(local))
            return true;
        IOperation[] mentions = [.. MentionsOf(local, mention)];
        bool isOwn = (local.Type.IsReferenceType || LocalObjects.OnlyValueOf(local, context.Cancellation) is not null)
            && mentions.All(IsSetToOwn) && (IsPlain(local.Type) || mentions.All(IsGivenNothingElse));
        _asked.Remove(local);
        return isOwn;
    }

    private static IEnumerable<IOperation> MentionsOf(ILocalSymbol local, IOperation somewhere) => Around(somewhere).Descendants().Where(operation => operation switch
    {
        ILocalReferenceOperation { Local: var mentioned } => SymbolEqualityComparer.Default.Equals(mentioned, local),
        IVariableDeclaratorOperation { Symbol: var declared } => SymbolEqualityComparer.Default.Equals(declared, local),
        _ => false,
    });

    /// <summary>Where the mention of a variable sets it, is that to what nobody else holds?</summary>
    private bool IsSetToOwn(IOperation mention) => (mention, mention.Parent) switch
    {
        (_, IForEachLoopOperation loop) when loop.LoopControlVariable == mention => GivesOwn(loop.Collection),
        (IVariableDeclaratorOperation declaration, _) => declaration.GetVariableInitializer() is not { Value: var value } || Is(value),
        (_, IDeclarationExpressionOperation or ITupleOperation) => mention.Parent is { Parent: not IDeconstructionAssignmentOperation } part && IsSetToOwn(part),
        (_, ISimpleAssignmentOperation set) when set.Target == mention => !set.IsRef && Is(set.Value),
        (_, IDeconstructionAssignmentOperation or IConditionalOperation { IsRef: true }) => false,
        (_, IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out, Parent: var call }) => call is IInvocationOperation { Instance: { } whole, TargetMethod: var method } && !CallsOut.IsOfUser(method) && GivesOwn(whole),
        _ => true,
    };

    /// <summary>Is what comes out of an array, or an object of .NET, nobody else's? Code that is given it may put in what others hold.</summary>
    private bool GivesOwn(IOperation whole) => Is(whole)
        && (HoldsPlain(whole.Type) || (SourceOf(whole) is ILocalReferenceOperation { Local: var local } source && !MentionsOf(local, source).Any(IsGivenAway)));

    private static bool HoldsPlain(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol { ElementType: var element } => IsPlain(element),
        INamedTypeSymbol { TypeArguments: var arguments } => arguments.All(IsPlain),
        _ => false,
    };

    /// <summary>The variable that it comes out of.</summary>
    private static IOperation SourceOf(IOperation part) => part switch
    {
        IPropertyReferenceOperation { Instance: { } whole } => SourceOf(whole),
        IArrayElementReferenceOperation { ArrayReference: var whole } => SourceOf(whole),
        IInvocationOperation { Instance: { } whole } => SourceOf(whole),
        IConversionOperation { Operand: var operand } => SourceOf(operand),
        _ => part,
    };

    private static bool IsGivenAway(IOperation mention) => mention.Parent switch
    {
        IConversionOperation conversion => IsGivenAway(conversion),
        IArgumentOperation { Parent: IInvocationOperation { TargetMethod: var method } } => CallsOut.IsOfUser(method),
        IArgumentOperation => true,
        _ => false,
    };

    private static IOperation Around(IOperation operation) => operation.Parent is { } parent ? Around(parent) : operation;

    /// <summary>Is nothing put into the object, or into what it holds, where it is used, and is it given no other name?</summary>
    private bool IsGivenNothingElse(IOperation use) => use.Parent switch
    {
        IInvocationOperation call when call.Instance == use => call.Arguments.All(argument => KeepsNothingElse(call.TargetMethod, argument)) && IsGivenNothingElse(call),
        IArgumentOperation { Parent: IInvocationOperation call } => call.Arguments.All(argument => argument.Value == use || HoldsNothingElse(argument.Value)) && (call.Instance is not { } other || HoldsNothingElse(other)),
        IPropertyReferenceOperation part when part.Instance == use => part.Arguments.All(argument => HoldsNothingElse(argument.Value)) && IsGivenNothingElse(part),
        IFieldReferenceOperation or IArrayElementReferenceOperation or IConversionOperation => IsGivenNothingElse(use.Parent),
        IAssignmentOperation set when set.Target == use => HoldsNothingElse(set.Value),
        IForEachLoopOperation loop when loop.Collection == use => loop.Locals.All(element => IsPlain(element.Type) || IsOwn(element, use)),
        ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var other } } => IsPlain(use.Type) || IsOwn(other, use),
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var other } } => IsPlain(use.Type) || IsOwn(other, use),
        IAssignmentOperation or IVariableInitializerOperation or ITupleOperation { Parent: not IDeclarationExpressionOperation } => IsPlain(use.Type),
        _ => true,
    };

    /// <summary>Does the type put only what it makes, or is given, into the field? What is given to it is asked where the object is used.</summary>
    private bool HoldsOwn(IFieldSymbol field)
    {
        if (IsPlain(field.Type))
            return true;
        if (field.DeclaringSyntaxReferences.IsEmpty && field.AssociatedSymbol is null && CapturedParameters.NameIn(field.Name) is null)
            return false;
        if (!_asked.Add(field.OriginalDefinition))
            return true;
        bool isOwn = FieldValues.Of(context, field.OriginalDefinition)?.All(value => value is IParameterReferenceOperation || HoldsNothingElse(value)) ?? false;
        _asked.Remove(field.OriginalDefinition);
        return isOwn;
    }
}
