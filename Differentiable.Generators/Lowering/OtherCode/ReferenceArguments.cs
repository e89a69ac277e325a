using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Places;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.OtherCode;

/// <summary>
/// The <c>out</c> and <c>ref</c> arguments of code that is carried over as text, and the struct that it is called on where it changes that. An expression cannot assign, so the call becomes a tuple of its value and
/// of what it gives out: <c>0 switch { _ => (int.TryParse(s, out int received), received) }</c>, where the arm is the scope of the names. What is passed by <c>ref</c> is
/// what the switch is over: <c>state switch { var received => (Next(ref received), received) }</c>.
/// </summary>
internal sealed class ReferenceArguments
{
    private readonly List<(Place Place, ITypeSymbol Type, string Name)> _received = [];
    private readonly List<(Place Place, string Name)> _passed = [];

    /// <summary>The place that a reference refers to, with a variable in the place of <c>_</c>: the code may read what it gave out.</summary>
    public static Place Received(LoweringContext context, IOperation argument, IParameterSymbol parameter) =>
        context.LowerPlace(argument) is var place and not DiscardPlace ? context.Capture(place) : context.Declare(parameter.Name, TypeLowering.Lower(parameter.Type), VariableRole.Temporary);

    /// <summary>May the call be written so?</summary>
    public static bool Has(LoweringContext context, IInvocationOperation call) => ChangedStructs.AreWrittenBack(context, call) || HasReferences(call);

    private static bool HasReferences(IInvocationOperation call) => !call.TargetMethod.ReturnsVoid
        && call.Arguments.Any(argument => argument.Parameter is { RefKind: RefKind.Out } || IsReference(argument))
        && call.Arguments.All(argument => argument.Parameter is not { RefKind: RefKind.Ref } || IsReference(argument));

    /// <summary>Is a variable without real numbers passed by <c>ref</c>: an integer, a struct of integers?</summary>
    private static bool IsReference(IArgumentOperation argument) => argument.Parameter is { RefKind: RefKind.Ref, Type: { IsValueType: true, IsRefLikeType: false } type } && !RealData.IsIn(type)
        && argument.Value is ILocalReferenceOperation or IParameterReferenceOperation or IArrayElementReferenceOperation or IFieldReferenceOperation { Instance: not null };

    public Opaque Lower(LoweringContext context, IParameterSymbol parameter, IOperation argument)
    {
        Place place = context.LowerPlace(argument);
        if (place is DiscardPlace)
            return Text("out _");
        if (parameter.RefKind != RefKind.Out)
            return Text("ref " + Pass(context, place, parameter.Type));
        string name = FreeNameFor(context);
        _received.Add((place, parameter.Type, name));
        return Text($"out {TypeLowering.FullName(parameter.Type)} {name}");
    }

    /// <summary>The struct that the call is made on, which it changes.</summary>
    public Opaque LowerReceiver(LoweringContext context, IOperation instance) => Text(Pass(context, context.LowerPlace(instance), instance.Type!));

    private string Pass(LoweringContext context, Place place, ITypeSymbol type)
    {
        Place captured = context.Capture(place);
        string name = FreeNameFor(context);
        _passed.Add((captured, name));
        _received.Add((captured, type, name));
        return name;
    }

    private string FreeNameFor(LoweringContext context) =>
        FreeName.Like("received", wanted => context.Method.Parameters.Any(p => p.Name == wanted) || _received.Any(r => r.Name == wanted));

    /// <summary>Evaluates the call, writes what it gives out, and returns its value.</summary>
    public Expr Receive(LoweringContext context, OpaqueBuilder call, ITypeSymbol type)
    {
        OpaqueBuilder text = Head(context).Hole(call.Build(ExternalLowering.ResultType(type), isPure: false));
        foreach ((_, _, string name) in _received)
            text.Text(", " + name);
        string tuple = string.Join(", ", _received.Select(r => r.Type).Prepend(type).Select(TypeLowering.FullName));
        bool isTuple = _received.Count > 0;
        Use whole = context.Save(text.Text(") }").Build(isTuple ? new OpaqueType($"({tuple})") : ExternalLowering.ResultType(type), isPure: false), "outcome");
        if (!isTuple)
            return whole;
        for (int i = 0; i < _received.Count; i++)
            context.Write(_received[i].Place, Item(context, whole, _received[i].Type, i + 2));
        return Item(context, whole, type, 1);
    }

    private OpaqueBuilder Head(LoweringContext context) => _passed.Count switch
    {
        0 => new OpaqueBuilder().Text("0 switch { _ => ("),
        1 => new OpaqueBuilder().Operand(context.Read(_passed[0].Place)).Text($" switch {{ var {_passed[0].Name} => ("),
        _ => new OpaqueBuilder().Text("(").Holes(_passed.Select(passed => context.Read(passed.Place)))
            .Text($") switch {{ ({string.Join(", ", _passed.Select(passed => $"var {passed.Name}"))}) => ("),
    };

    /// <summary>A part of the tuple. It is read once, so that the reverse sweep keeps the number and not the tuple.</summary>
    private static Expr Item(LoweringContext context, Use whole, ITypeSymbol type, int position) => ExternalLowering.Split(
        context, type, new OpaqueBuilder().Operand(whole).Text($".Item{position}").Build(ExternalLowering.ResultType(type), isPure: false));

    private static Opaque Text(string text) => new(new OpaqueType("object"), [text], [], IsPure: true);
}
