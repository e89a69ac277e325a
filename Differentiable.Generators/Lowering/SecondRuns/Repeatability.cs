using System.Collections.Immutable;
using Differentiable.Generators.Lowering.Arrays;
using Differentiable.Generators.Lowering.Calls;
using Differentiable.Generators.Lowering.Inlining;
using Differentiable.Generators.Lowering.OtherCode;
using Differentiable.Generators.Lowering.Places;
using Differentiable.Generators.Lowering.Signatures;
using Differentiable.Generators.Lowering.Structs;
using Differentiable.Generators.Lowering.Tensors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.SecondRuns;

/// <summary>
/// Does code that lowering does not look into give the same however often it runs, and leave nothing behind that later code would find changed? The user's own code is read; what has no source here is known by what it
/// is called on and by its name (<see cref="PlatformCode"/>), and else taken to remember something. <c>[Pure]</c> says that it does not.
/// </summary>
internal sealed class Repeatability
{
    private readonly LoweringContext _context;

    /// <summary>The code that is being looked through, with how deep it lies.</summary>
    private readonly Dictionary<ISymbol, int> _open = new(SymbolEqualityComparer.Default);

    /// <summary>The least deep code that was met again, of which nothing is known before it is looked through.</summary>
    private int _leastOpen = int.MaxValue;
    private readonly MadeHere _made;
    private readonly LastingState _lasting;

    public Repeatability(LoweringContext context)
    {
        _context = context;
        _made = new(context, MayDifferWhenCalled);
        _lasting = new(context, _made);
    }

    /// <summary>What of the code that was looked through may give something else, and in which code that is; null where it shows in what was asked about.</summary>
    public (IOperation Operation, ISymbol? Code)? Cause { get; private set; }

    /// <summary>May a property, or an indexer, that is read again give something else?</summary>
    public bool MayDiffer(IOperation operation, IPropertySymbol property) => operation is IPropertyReferenceOperation reference ? MayDiffer(reference) : MayDifferWhenRead(property, null, []);

    /// <summary>May a method that is not called where it shows, as an operator or those of an enumerator, give something else the next time?</summary>
    public bool MayDiffer(IMethodSymbol method) => MayDiffer(method, null, []) ?? false;

    /// <summary>May a call with the same arguments give something else the next time?</summary>
    public bool MayDiffer(IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod;
        if (method.MethodKind == MethodKind.DelegateInvoke)
            return MayDifferWhenCalled(call.Instance);
        if (call.Arguments.Any(argument => argument.Descendants().OfType<IAnonymousFunctionOperation>().Any(lambda => MayDiffer(lambda.Body)) || argument.Value is IDelegateCreationOperation { Target: IMethodReferenceOperation given } && MayDifferWhenCalled(given)))
            return true;
        if (IsChangedStruct(call.Instance, method))
            return true;
        if (method.MethodKind is MethodKind.LocalFunction || IsKnown(method) || LentArrays.IsOfPool(method) || TensorTypes.IsOfLibrary(method.ContainingType))
            return false;
        if (MayDiffer(method, call.Instance, call.Arguments) is { } differs && (differs || !Dispatch.MayBeAnother(method)))
            return differs;
        return SaysSo(method) || (!_made.Is(call.Instance) && !IsFunction(method) && MayDifferUnseen(call, method));
    }

    /// <summary>The same of a call whose code does not show.</summary>
    private bool MayDifferUnseen(IInvocationOperation call, IMethodSymbol method)
    {
        if (method.MethodKind == MethodKind.Constructor)
            return PlatformCode.MayDifferWhenMade(method.ContainingType) && call.Arguments.IsEmpty;
        if (!CallsOut.IsOfUser(method))
            return PlatformCode.MayDiffer(method);
        // Which code it is shows at run time alone. Where none in the project does otherwise, in whole sweeps it is taken to be a function, as that of curves and models is; in rounds of a loop, that has to be said,
        // unless there is no other.
        if (!method.DeclaringSyntaxReferences.IsEmpty && (_context.RunAgainDepth == 0 || Implementations.AllOf(_context, method) is not null))
            return false;
        return method.IsStatic ? call.Arguments.Any(argument => PlatformCode.IsObject(argument.Value.Type) && !_made.Is(argument.Value)) : PlatformCode.IsObject(method.ContainingType);
    }

    /// <summary>The same of what a method is known to do by its code, or by that of those which may run in its place; null where there is none to read.</summary>
    private bool? MayDiffer(IMethodSymbol method, IOperation? instance, ImmutableArray<IArgumentOperation> arguments) =>
        Implementations.Of(_context, method).Any(other => MayDifferByCode(other, instance, arguments) == true) ? true : MayDifferByCode(method, instance, arguments);

    private bool? MayDifferByCode(IMethodSymbol method, IOperation? instance, ImmutableArray<IArgumentOperation> arguments)
    {
        if (InlinedCode.Of(_context, method) is not { Block: { } block } code)
            return null;
        return _made.Ask(code, instance, arguments, () => MayDiffer(code.Method, () => MayDiffer(block)));
    }

    /// <summary>The same of code, which is looked through once for each state that it is called in. Where it calls itself, that says nothing new.</summary>
    private bool MayDiffer(ISymbol code, Func<bool> search)
    {
        (ISymbol, string, bool) asked = (code, _made.State, _context.RunAgainDepth > 0);
        if (_context.Repeatable.Contains(asked))
            return false;
        if (_open.TryGetValue(code, out int depth))
        {
            _leastOpen = Math.Min(_leastOpen, depth);
            return false;
        }
        (int around, int own) = (_leastOpen, _open.Count);
        _leastOpen = int.MaxValue;
        _open.Add(code, own);
        bool mayDiffer = search();
        _open.Remove(code);
        if (mayDiffer && Cause is { Code: null } cause)
            Cause = (cause.Operation, code);
        bool isKnown = _leastOpen >= own;
        if (isKnown && !mayDiffer)
            _context.Repeatable.Add(asked);
        _leastOpen = isKnown ? around : Math.Min(around, _leastOpen);
        return mayDiffer;
    }

    private bool MayDiffer(IPropertyReferenceOperation reference) =>
        (reference.Property.GetMethod is { } getter && IsChangedStruct(reference.Instance, getter)) || MayDifferWhenRead(reference.Property, reference.Instance, reference.Arguments);

    private bool MayDifferWhenRead(IPropertySymbol property, IOperation? instance, ImmutableArray<IArgumentOperation> arguments) => CallsOut.IsOfUser(property)
        ? property.GetMethod is { } getter && !IsKnown(getter) && !StoredProperties.IsStored(property.OriginalDefinition) && MayDiffer(getter, instance, arguments) == true
        : PlatformCode.MayDiffer(property);

    /// <summary>May an object that is made again from the same be another one: a generator that takes its seed from the time?</summary>
    public bool MayDiffer(IObjectCreationOperation creation)
    {
        if (PlatformCode.MayDifferWhenMade(creation.Type!) && creation.Arguments.IsEmpty)
            return true;
        if (creation.Constructor is not { DeclaringSyntaxReferences: var declared } constructor || (declared.IsEmpty && !constructor.IsImplicitlyDeclared))
            return false;
        return Construction.MayBeOfBase(constructor)
            || _made.AskOfNew(creation, () => MayDiffer(constructor.OriginalDefinition, () => Construction.Of(_context, constructor).Any(MayDiffer)));
    }

    /// <summary>The same of what a delegate stands for. Whoever gives one to a method that is looked into is asked there; the code of local functions is part of what is looked into.</summary>
    private bool MayDifferWhenCalled(IOperation? function) => function switch
    {
        IDelegateCreationOperation creation => MayDifferWhenCalled(creation.Target),
        IConversionOperation { OperatorMethod: null } conversion => MayDifferWhenCalled(conversion.Operand),
        IAnonymousFunctionOperation lambda => MayDiffer(lambda.Symbol, () => MayDiffer(lambda.Body)),
        IMethodReferenceOperation { Instance.Type.IsValueType: true, Method: var changing } when InlinedCode.Of(_context, changing)?.WritesSelf(_context) ?? true => true,
        IMethodReferenceOperation { Method: var method, Instance: var instance } => method.MethodKind != MethodKind.LocalFunction && !IsKnown(method) && (MayDiffer(method, instance, []) ?? !IsFunction(method)),
        ILocalReferenceOperation { Local: var local } => MayDifferWhenCalled(OperationOf(LocalObjects.OnlyValueOf(local, _context.Cancellation))),
        IFieldReferenceOperation { Field: { IsStatic: true, IsReadOnly: true } field } => MayDifferWhenCalled(OperationOf(DelegateFields.OnlyValueOf(_context, field))),
        IParameterReferenceOperation { Parameter.ContainingSymbol: var owner } => !_open.ContainsKey(owner.OriginalDefinition) && !_made.Is(function),
        _ => !_made.Is(function),
    };

    private IOperation? OperationOf(ExpressionSyntax? value) => value is null ? null : _context.ModelOf(value.SyntaxTree).GetOperation(value, _context.Cancellation);

    /// <summary>Is it told, or known of .NET, that it is a function of what it is given?</summary>
    private static bool IsKnown(IMethodSymbol method) =>
        Purity.IsPure(method) || method.GetAttributes().Any(attribute => attribute.AttributeClass?.ToDisplayString() == "System.Diagnostics.Contracts.PureAttribute");

    /// <summary>Is it differentiated, so that it is a function of what it is given?</summary>
    private bool IsFunction(IMethodSymbol method) => Attributes.IsDifferentiable(method) || _context.Rules.Find(method).Count > 0;

    /// <summary>Is it a differentiable method of another assembly, where its code was read?</summary>
    private static bool SaysSo(IMethodSymbol method) => Attributes.IsDifferentiable(method) && GeneratedAttribute.SaysItMayDiffer(method.OriginalDefinition);

    private bool MayDiffer(IOperation code) => code.DescendantsAndSelf().Any(operation =>
    {
        Cause = null;
        bool mayDiffer = MayDifferAlone(operation);
        if (mayDiffer)
            Cause ??= (operation, null);
        return mayDiffer;
    });

    /// <summary>The same of an operation, without those that it consists of.</summary>
    private bool MayDifferAlone(IOperation operation) => operation switch
    {
        IInvocationOperation call => MayDiffer(call),
        IObjectCreationOperation creation => MayDiffer(creation),
        IPropertyReferenceOperation reference => MayDiffer(reference),
        _ => (Targets.SetBy(operation) is { } target && _lasting.Has(target)) || ImpliedCalls.In(_context, operation).Any(method => !IsKnown(method) && MayDiffer(method)),
    };

    /// <summary>
    /// Does the member change a struct that other runs find changed: one that lives on, or, in rounds that run again, any that is there before the round? Structs of the code that is looked through are its own, or
    /// given to it by its caller.
    /// </summary>
    private bool IsChangedStruct(IOperation? instance, IMethodSymbol member)
    {
        bool isAssigned = _open.Count == 0 && ChangedStructs.Of(_context, instance, member) == StructChange.OfVariable;
        return !isAssigned && ChangedStructs.Has(_context, instance, member) && ((_open.Count == 0 && _lasting.HasBefore(instance)) || _lasting.Has(instance!));
    }
}
