using System.Collections.Immutable;
using Differentiable.Generators.Lowering.Arrays;
using Differentiable.Generators.Lowering.Calls;
using Differentiable.Generators.Lowering.Places;
using Differentiable.Generators.Lowering.Structs;
using Differentiable.Generators.Lowering.Tensors;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.OtherCode;

/// <summary>
/// Does code that lowering does not look into give the same however often it runs, and leave nothing behind that later code would find changed? The user's own code is read; what has no source here is known by what it
/// is called on and by its name, and else taken to remember something. <c>[Pure]</c> says that it does not.
/// </summary>
internal sealed class Repeatability
{
    private static readonly HashSet<string> s_changing = ["Random", "RandomNumberGenerator", "Guid", "DateTime", "DateTimeOffset", "TimeProvider", "Stopwatch", "Environment", "Console", "Interlocked", "File"];

    /// <summary>How methods of objects of .NET begin that only look something up.</summary>
    private static readonly string[] s_reading =
        ["Contains", "IndexOf", "LastIndexOf", "TryGetValue", "Get", "Find", "Exists", "TrueForAll", "BinarySearch", "To", "Equals", "Compare", "Peek", "Is", "Overlaps", "SetEquals", "AsSpan", "Slice", "Clone", "CopyTo"];

    private readonly LoweringContext _context;
    private readonly HashSet<ISymbol> _open = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _givenWhatIsMadeHere = new(SymbolEqualityComparer.Default);

    /// <summary>Is the struct that the call is made on, with its arrays, made by the method, and so made again where that runs again?</summary>
    private readonly bool _isOnStructMadeHere;

    private Repeatability(LoweringContext context, IOperation? instance = null)
    {
        _context = context;
        _isOnStructMadeHere = context.RunAgainDepth == 0 && instance is ILocalReferenceOperation { Local: var local } && LocalObjects.IsMadeHere(local, context.Cancellation);
    }

    /// <summary>May a call with the same arguments give something else the next time?</summary>
    public static bool MayDiffer(LoweringContext context, IInvocationOperation call) => new Repeatability(context, call.Instance).MayDiffer(call);

    /// <summary>May a property that is read again give something else?</summary>
    public static bool MayDiffer(LoweringContext context, IOperation operation, IPropertySymbol property) =>
        operation is IPropertyReferenceOperation reference ? new Repeatability(context).MayDiffer(reference) : new Repeatability(context).MayDifferWhenRead(property);

    /// <summary>May a method that is not called where it shows, as those of an enumerator, give something else the next time?</summary>
    public static bool MayDiffer(LoweringContext context, IMethodSymbol method) => InlinedCode.Of(context, method) is { Block: { } block } code && new Repeatability(context).MayDiffer(code, block, []);

    /// <summary>May an object that is made again from the same be another one: a generator that takes its seed from the time?</summary>
    public static bool MayDiffer(IObjectCreationOperation creation) => creation.Type!.Name is "Random" or "Stopwatch" && creation.Arguments.IsEmpty;

    /// <summary>Does what is called, or what it is called with, say so by its name? Then nothing need be read to know that it is worth reading.</summary>
    public static bool IsKnownToChange(IOperation operation) => operation switch
    {
        IInvocationOperation call => IsChanging(call.TargetMethod.ContainingType) || call.Arguments.Any(argument => IsChanging(argument.Value.Type)),
        IPropertyReferenceOperation { Property: var property } => IsChanging(property.ContainingType),
        IObjectCreationOperation creation => IsChanging(creation.Type),
        _ => false,
    };

    private static bool IsChanging(ITypeSymbol? type) => type is not null && s_changing.Contains(type.Name);

    private bool MayDiffer(IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod;
        if (method.MethodKind == MethodKind.DelegateInvoke)
            return MayDifferWhenCalled(call.Instance);
        if (call.Arguments.Any(argument => argument.Descendants().OfType<IAnonymousFunctionOperation>().Any(lambda => MayDiffer(lambda.Body)) || argument.Value is IDelegateCreationOperation { Target: IMethodReferenceOperation given } && MayDifferWhenCalled(given)))
            return true;
        if (IsChangedStruct(call, method) && !(_open.Count == 0 && ChangedStructs.AreWrittenBack(_context, call)))
            return true;
        if (IsMadeHere(call.Instance) || method.MethodKind == MethodKind.LocalFunction || Purity.IsPure(method) || IsMarkedPure(method) || LentArrays.IsOfPool(method) || TensorTypes.IsOfLibrary(method.ContainingType))
            return false;
        if (!Dispatch.MayBeAnother(method) && InlinedCode.Of(_context, method) is { Block: { } block } code)
            return MayDiffer(code, block, call.Arguments);
        if (IsFunction(method))
            return false;
        if (!CallsOut.IsOfUser(method))
            return method.IsStatic ? s_changing.Contains(method.ContainingType.Name) && !method.ReturnsVoid : MayDifferOnObject(method);
        // Which code it is shows at run time alone. In whole sweeps it is taken to be a function, as that of curves and models is; in rounds of a loop, that has to be said.
        if (!method.DeclaringSyntaxReferences.IsEmpty && _context.RunAgainDepth == 0)
            return false;
        return method.IsStatic ? call.Arguments.Any(argument => IsObject(argument.Value.Type) && !IsMadeHere(argument.Value)) : IsObject(method.ContainingType);
    }

    private bool MayDiffer(IPropertyReferenceOperation reference) =>
        (reference.Property.GetMethod is { } getter && IsChangedStruct(reference, getter)) || MayDifferWhenRead(reference.Property);

    /// <summary>The same of what a delegate stands for. Whoever gives one to a method that is looked into is asked there; the code of local functions is part of what is looked into.</summary>
    private bool MayDifferWhenCalled(IOperation? function) => function switch
    {
        IDelegateCreationOperation creation => MayDifferWhenCalled(creation.Target),
        IConversionOperation { OperatorMethod: null } conversion => MayDifferWhenCalled(conversion.Operand),
        IAnonymousFunctionOperation lambda => _open.Add(lambda.Symbol) && MayDiffer(lambda.Body),
        IMethodReferenceOperation { Instance.Type.IsValueType: true, Method: var changing } when InlinedCode.Of(_context, changing)?.WritesSelf(_context) ?? true => true,
        IMethodReferenceOperation { Method: var method } => method.MethodKind != MethodKind.LocalFunction && !Purity.IsPure(method) && !IsMarkedPure(method)
            && (InlinedCode.Of(_context, method) is { Block: { } block } code ? MayDiffer(code, block, []) : !IsFunction(method)),
        ILocalReferenceOperation { Local: var local } => MayDifferWhenCalled(OperationOf(LocalObjects.OnlyValueOf(local, _context.Cancellation))),
        IFieldReferenceOperation { Field: { IsStatic: true, IsReadOnly: true } field } => MayDifferWhenCalled(OperationOf(DelegateFields.OnlyValueOf(_context, field))),
        IParameterReferenceOperation { Parameter.ContainingSymbol: var owner } => !_open.Contains(owner.OriginalDefinition),
        _ => true,
    };

    private IOperation? OperationOf(ExpressionSyntax? value) => value is null ? null : _context.ModelOf(value.SyntaxTree).GetOperation(value, _context.Cancellation);

    private bool MayDiffer(InlinedCode code, IBlockOperation block, ImmutableArray<IArgumentOperation> arguments)
    {
        if (!_open.Add(code.Method))
            return false;
        ISymbol[] madeHere = [.. arguments.Where(argument => IsMadeHere(argument.Value)).Select(argument => code.Method.Parameters.ElementAtOrDefault(argument.Parameter!.Ordinal)).OfType<ISymbol>()];
        _givenWhatIsMadeHere.UnionWith(madeHere);
        bool mayDiffer = MayDiffer(block);
        _givenWhatIsMadeHere.ExceptWith(madeHere);
        _open.Remove(code.Method);
        return mayDiffer;
    }

    /// <summary>Is it differentiated, so that it is a function of what it is given?</summary>
    private bool IsFunction(IMethodSymbol method) => Attributes.IsDifferentiable(method) || _context.Rules.Find(method).Count > 0;

    private static bool MayDifferOnObject(IMethodSymbol method) => IsObject(method.ContainingType)
        && (s_changing.Contains(method.ContainingType.Name) || !s_reading.Any(name => method.Name.StartsWith(name, StringComparison.Ordinal)));

    private bool MayDiffer(IBlockOperation body) => body.Descendants().Any(operation => operation switch
    {
        IInvocationOperation call => MayDiffer(call),
        IObjectCreationOperation creation => MayDiffer(creation),
        IPropertyReferenceOperation reference => MayDiffer(reference),
        _ => Targets.SetBy(operation) is { } target && LivesOn(target),
    });

    /// <summary>
    /// Does the member change a struct that other runs find changed: one that lives on, or, in rounds that run again, any that is there before the round? Structs of the code that is looked through are its own, or
    /// given to it by its caller.
    /// </summary>
    private bool IsChangedStruct(IOperation asked, IMethodSymbol member)
    {
        IOperation? instance = asked is IInvocationOperation call ? call.Instance : ((IPropertyReferenceOperation)asked).Instance;
        return ChangedStructs.Has(_context, instance, member) && ((_open.Count == 0 && (_context.RunAgainDepth > 0 || IsOfCaller(instance))) || LivesOn(instance!));
    }

    /// <summary>Is it what the method takes by reference, or an element of what it takes, so that its caller sees the change?</summary>
    private bool IsOfCaller(IOperation? instance) => instance switch
    {
        IParameterReferenceOperation { Parameter: { RefKind: RefKind.Ref } parameter } => IsOfMethod(parameter),
        IArrayElementReferenceOperation { ArrayReference: IParameterReferenceOperation { Parameter: var array } } => IsOfMethod(array),
        IPropertyReferenceOperation { Instance: IParameterReferenceOperation { Parameter: var span } } when TypeLowering.IsSpan(span.Type) => IsOfMethod(span),
        ILocalReferenceOperation { Local.RefKind: not RefKind.None } => true,
        IFieldReferenceOperation { Instance: { Type.IsValueType: true } whole } => IsOfCaller(whole),
        _ => false,
    };

    private bool IsOfMethod(IParameterSymbol parameter) => SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, _context.Method);

    private bool MayDifferWhenRead(IPropertySymbol property)
    {
        if (!CallsOut.IsOfUser(property))
            return property.ContainingType.Name == "Stopwatch" || (property.IsStatic && property.ContainingType.Name is ("DateTime" or "DateTimeOffset" or "Environment"));
        if (property.GetMethod is not { } getter || StoredProperties.IsStored(property.OriginalDefinition)
            || InlinedCode.Of(_context, getter) is not { Block: { } block } || !_open.Add(getter.OriginalDefinition))
            return false;
        bool mayDiffer = MayDiffer(block);
        _open.Remove(getter.OriginalDefinition);
        return mayDiffer;
    }

    /// <summary>Is it, or is it part of, what is there when the method has returned? Elements of arrays that it is given are seen to where it is called.</summary>
    private bool LivesOn(IOperation target) => target switch
    {
        IFieldReferenceOperation { Field: var field, Instance: var whole } => field.IsStatic || LivesOnIn(whole),
        IPropertyReferenceOperation { Property: var property, Instance: var whole } => property.IsStatic || LivesOnIn(whole),
        IArrayElementReferenceOperation { ArrayReference: var array } => array is ILocalReferenceOperation { Local: var local } ? IsNameOfField(local) : array is not IParameterReferenceOperation && (LivesOn(array) || IsInStruct(array)),
        ILocalReferenceOperation { Local: { RefKind: not RefKind.None } local } => IsNameOfField(local),
        _ => false,
    };

    /// <summary>Is it an array of the struct that a member is called on? Copies of the struct share it; arrays of real numbers are inputs, which each run finds as they were.</summary>
    private bool IsInStruct(IOperation array) =>
        array is IFieldReferenceOperation { Instance: IInstanceReferenceOperation { Type.IsValueType: true } } && !RealData.IsIn(array.Type!) && !_isOnStructMadeHere;

    private bool LivesOnIn(IOperation? whole) => whole switch
    {
        null => false,
        ILocalReferenceOperation { Local: var local } when TypeLowering.IsSpan(local.Type) => IsNameOfField(local),
        { Type.IsReferenceType: true } => !IsMadeHere(whole),
        _ => LivesOn(whole),
    };

    /// <summary>Is the variable another name of what is in a field, or of an element of it?</summary>
    private bool IsNameOfField(ILocalSymbol local)
    {
        if (local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(_context.Cancellation) is not VariableDeclaratorSyntax { Initializer.Value: var named })
            return false;
        while (named is RefExpressionSyntax or ElementAccessExpressionSyntax)
            named = named is RefExpressionSyntax reference ? reference.Expression : ((ElementAccessExpressionSyntax)named).Expression;
        return _context.ModelOf(named.SyntaxTree).GetSymbolInfo(named).Symbol is IFieldSymbol;
    }

    /// <summary>Is nothing that could change put into it when it is made?</summary>
    private bool IsMadeOfConstants(ILocalSymbol local) => local.DeclaringSyntaxReferences[0].GetSyntax(_context.Cancellation) is not VariableDeclaratorSyntax { Initializer.Value: BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: var given } creation }
        || !given.Any(argument => IsObject(_context.ModelOf(creation.SyntaxTree).GetTypeInfo(argument.Expression).Type));

    /// <summary>An object that the method makes is made again with it, but not with each round of a loop.</summary>
    private bool IsMadeHere(IOperation? value) => value switch
    {
        ILocalReferenceOperation { Local: var local } => (_open.Count > 0 || _context.RunAgainDepth == 0) && LocalObjects.IsMadeHere(local, _context.Cancellation) && IsMadeOfConstants(local),
        IParameterReferenceOperation { Parameter: var parameter } => _givenWhatIsMadeHere.Contains(parameter),
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver } initialized => IsNewWhereInitialized(initialized),
        _ => false,
    };

    /// <summary>An initializer sets what was just made, unless it sets members of what a member of that is.</summary>
    private static bool IsNewWhereInitialized(IOperation part)
    {
        IOperation? initializer = part;
        while (initializer is not (null or IObjectOrCollectionInitializerOperation or IAnonymousObjectCreationOperation))
            initializer = initializer.Parent;
        return initializer is not { Parent: IMemberInitializerOperation };
    }

    private static bool IsObject(ITypeSymbol? type) => type is { IsReferenceType: true, SpecialType: not SpecialType.System_String, TypeKind: not (TypeKind.Array or TypeKind.Delegate) };

    private static bool IsMarkedPure(IMethodSymbol method) => method.GetAttributes().Any(attribute => attribute.AttributeClass?.ToDisplayString() == "System.Diagnostics.Contracts.PureAttribute");
}
