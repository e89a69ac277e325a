using Differentiable.Generators.Diagnostics;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Calls;
using Differentiable.Generators.Lowering.Expressions;
using Differentiable.Generators.Lowering.Places;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.OtherCode;

/// <summary>
/// The <c>out</c> and <c>ref</c> arguments of code that is carried over as text, and the struct that it is asked of where it changes that. An expression cannot assign, so the code becomes a tuple of its value and
/// of what it gives out: <c>0 switch { _ => (int.TryParse(s, out int received), received) }</c>, where the arm is the scope of the names. What is passed by <c>ref</c> is
/// what the switch is over: <c>state switch { var received => (Next(ref received), received) }</c>. Code without a value stands in a lambda (<see cref="VoidCalls"/>).
/// </summary>
internal sealed class ReferenceArguments
{
    private readonly List<(Place Place, ITypeSymbol Type, string Name)> _received = [];
    private readonly List<(Place Place, ITypeSymbol Type, string Name)> _passed = [];
    private readonly List<(Expr Value, ITypeSymbol Type, string Name)> _given = [];

    /// <summary>May its arguments be passed by reference?</summary>
    public bool TakesArguments { get; private init; }

    /// <summary>Has the code no value, so that it stands in a static lambda?</summary>
    public bool StandsInLambda { get; private init; }

    /// <summary>Is nothing passed by reference, and nothing given out?</summary>
    public bool IsEmpty => _received.Count == 0 && _passed.Count == 0;

    /// <summary>The place that a reference refers to, with a variable in the place of <c>_</c>: the code may read what it gave out.</summary>
    public static Place Received(LoweringContext context, IOperation argument, IParameterSymbol parameter) =>
        context.LowerPlace(argument) is var place and not DiscardPlace ? context.Capture(place) : context.Declare(parameter.Name, TypeLowering.Lower(parameter.Type), VariableRole.Temporary);

    /// <summary>Those of a call; null where it passes none and changes no struct.</summary>
    public static ReferenceArguments? Of(IInvocationOperation call, StructChange change)
    {
        bool hasReferences = call.Arguments.Any(argument => argument.Parameter is { RefKind: RefKind.Out } || IsReference(argument));
        bool areKnown = call.Arguments.All(argument => argument.Parameter is not { RefKind: RefKind.Ref } || IsReference(argument));
        bool takesArguments = hasReferences && areKnown && (change != StructChange.None || !call.TargetMethod.ReturnsVoid);
        return change == StructChange.None && !takesArguments ? null : new() { TakesArguments = takesArguments, StandsInLambda = call.TargetMethod.ReturnsVoid };
    }

    /// <summary>Those of a property or an indexer; null where it changes no struct.</summary>
    public static ReferenceArguments? Of(StructChange change) => change == StructChange.None ? null : new();

    /// <summary>Is a variable without real numbers passed by <c>ref</c>: an integer, a struct of integers?</summary>
    private static bool IsReference(IArgumentOperation argument) => argument.Parameter is { RefKind: RefKind.Ref, Type: { IsValueType: true, IsRefLikeType: false } type } && !RealData.IsIn(type)
        && argument.Value is ILocalReferenceOperation or IParameterReferenceOperation or IArrayElementReferenceOperation or IFieldReferenceOperation { Instance: not null };

    public Opaque Lower(LoweringContext context, IParameterSymbol parameter, IOperation argument)
    {
        Place place = context.LowerPlace(argument);
        if (place is DiscardPlace)
            return Text("out _");
        if (parameter.RefKind != RefKind.Out)
            return Text("ref " + PassVariable(context, place, parameter.Type));
        string name = FreeNameFor(context);
        _received.Add((place, parameter.Type, name));
        return Text($"out {TypeLowering.FullName(parameter.Type)} {name}");
    }

    /// <summary>The struct that the code is asked of: the variable, where it changes that, else a value that only the code sees.</summary>
    public Expr LowerReceiver(LoweringContext context, ISymbol member, IOperation instance, StructChange change)
    {
        if (change == StructChange.OfVariable)
        {
            // Through the interface it would be asked of a copy on the heap.
            if (AskedMembers.IsHidden(member, instance.Type!))
                context.Report(Descriptors.UnsupportedConstruct, instance.Syntax.GetLocation(), member.Name, $"a member that changes '{TypeLowering.DisplayName(Substitution.Of(instance.Type!))}', which hides it");
            return Text(PassVariable(context, context.LowerPlace(instance), instance.Type!));
        }
        Expr value = context.LowerForText(instance);
        return value is Opaque && IsCopiedAsWritten(instance) && !StandsInLambda ? value : Text(Pass(context, new ValuePlace(context.Save(value, "copy")), instance.Type!));
    }

    /// <summary>Is the text that it becomes no variable either?</summary>
    private static bool IsCopiedAsWritten(IOperation instance) =>
        instance is IInvocationOperation or IPropertyReferenceOperation or IObjectCreationOperation or IFieldReferenceOperation { Field.IsReadOnly: true };

    /// <summary>An argument of code that stands in a lambda: what is passed by reference has its name there already, and the rest are parameters.</summary>
    public Expr Give(LoweringContext context, Expr value, ITypeSymbol type)
    {
        if (value is Opaque { Arguments.Count: 0 } text && (text.Text[0].StartsWith("ref ", StringComparison.Ordinal) || text.Text[0].StartsWith("out ", StringComparison.Ordinal)))
            return value;
        string name = $"given{_given.Count + 1}";
        _given.Add((value, type, name));
        return Text(name);
    }

    /// <summary>Says of the code what real numbers go into it, though they do not stand in its text.</summary>
    public void Witness(OpaqueBuilder code)
    {
        OpaqueBuilder given = new OpaqueBuilder().Holes(_given.Select(value => value.Value));
        code.RealArguments.AddRange(given.RealArguments);
        code.TextArguments.AddRange(given.TextArguments);
    }

    private string PassVariable(LoweringContext context, Place place, ITypeSymbol type)
    {
        Place captured = context.Capture(place);
        string name = Pass(context, captured, type);
        _received.Add((captured, type, name));
        return name;
    }

    private string Pass(LoweringContext context, Place place, ITypeSymbol type)
    {
        string name = FreeNameFor(context);
        _passed.Add((place, type, name));
        return name;
    }

    private string FreeNameFor(LoweringContext context) =>
        FreeName.Like("received", wanted => IsNamed(context, wanted) || _received.Any(r => r.Name == wanted) || _passed.Any(p => p.Name == wanted));

    /// <summary>A name that nothing has in the code around: parameters, those of functions that are lifted out of it included, keep theirs.</summary>
    public static string FreeNameIn(LoweringContext context) => FreeName.Like("received", wanted => IsNamed(context, wanted));

    private static bool IsNamed(LoweringContext context, string name)
    {
        SyntaxNode around = context.Source.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? context.Declaration;
        return new[] { context.Declaration, around }.Any(code => code.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name));
    }

    /// <summary>Evaluates the code, writes what it gives out, and returns its value.</summary>
    public Expr Receive(LoweringContext context, OpaqueBuilder code, ITypeSymbol type)
    {
        if (type.SpecialType == SpecialType.System_Void)
            return ReceiveNothing(context, code);
        OpaqueBuilder text = Head(context).Hole(code.Build(ExternalLowering.ResultType(type), isPure: false));
        foreach ((_, _, string name) in _received)
            text.Text(", " + name);
        bool isTuple = _received.Count > 0;
        IrType whole = isTuple ? TupleOf(_received.Select(received => received.Type).Prepend(type)) : ExternalLowering.ResultType(type);
        Use outcome = context.Save(text.Text(") }").Build(whole, isPure: false), "outcome");
        if (!isTuple)
            return ExternalLowering.Split(context, type, new OpaqueBuilder().Hole(outcome).Build(outcome.Type, isPure: true));
        WriteAll(context, outcome, first: 2);
        return Item(context, outcome, type, 1);
    }

    /// <summary>The same for code without a value.</summary>
    private Expr ReceiveNothing(LoweringContext context, OpaqueBuilder code)
    {
        string returned = _received.Count == 0 ? "0" : VoidCalls.Tuple(_received.Select(received => received.Name));
        IrType type = _received.Count switch
        {
            0 => IrType.Int32,
            1 => ExternalLowering.ResultType(_received[0].Type),
            _ => TupleOf(_received.Select(received => received.Type)),
        };
        List<(string, ITypeSymbol, Expr)> parameters = [.. _passed.Select(passed => (passed.Name, passed.Type, context.Read(passed.Place))), .. _given.Select(given => (given.Name, given.Type, given.Value))];
        Opaque text = VoidCalls.AsValue(context, code.Build(new OpaqueType("void"), isPure: false), parameters, returned, type);
        if (_received.Count == 0)
            return text;
        Use outcome = context.Save(text, "outcome");
        if (_received.Count == 1)
            context.Write(_received[0].Place, ExternalLowering.Split(context, _received[0].Type, new OpaqueBuilder().Hole(outcome).Build(outcome.Type, isPure: true)));
        else
            WriteAll(context, outcome, first: 1);
        return CallLowering.Nothing;
    }

    private void WriteAll(LoweringContext context, Use tuple, int first)
    {
        for (int i = 0; i < _received.Count; i++)
            context.Write(_received[i].Place, Item(context, tuple, _received[i].Type, i + first));
    }

    private OpaqueBuilder Head(LoweringContext context) => _passed.Count switch
    {
        0 => new OpaqueBuilder().Text("0 switch { _ => ("),
        1 => new OpaqueBuilder().Operand(context.Read(_passed[0].Place)).Text($" switch {{ var {_passed[0].Name} => ("),
        _ => new OpaqueBuilder().Text("(").Holes(_passed.Select(passed => context.Read(passed.Place)))
            .Text($") switch {{ ({string.Join(", ", _passed.Select(passed => $"var {passed.Name}"))}) => ("),
    };

    private static OpaqueType TupleOf(IEnumerable<ITypeSymbol> types) => new($"({string.Join(", ", types.Select(TypeLowering.FullName))})");

    /// <summary>A part of the tuple. It is read once, so that the reverse sweep keeps the number and not the tuple.</summary>
    private static Expr Item(LoweringContext context, Use whole, ITypeSymbol type, int position) => ExternalLowering.Split(
        context, type, new OpaqueBuilder().Operand(whole).Text($".Item{position}").Build(ExternalLowering.ResultType(type), isPure: false));

    private static Opaque Text(string text) => new(new OpaqueType("object"), [text], [], IsPure: true);
}
