using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Structs;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering.CustomRules;

/// <summary>A rule that fits a method.</summary>
/// <param name="Rule">The rule, with its type arguments.</param>
/// <param name="IsPullback">Is it a pullback, or a tangent rule?</param>
/// <param name="Operands">What each of its parameters is given, but for what the method is called on.</param>
/// <param name="Constants">The parameters of the method that the rule has no derivative for.</param>
/// <param name="AllowsEmptyDestinations">May a destination be empty?</param>
/// <param name="ChangesSelf">Is it a rule for a method that changes the struct that it is called on?</param>
internal sealed record RuleMatch(
    IMethodSymbol Rule, bool IsPullback, EquatableArray<RuleOperand> Operands, EquatableArray<string> Constants, bool AllowsEmptyDestinations, bool ChangesSelf)
{
    /// <summary>The rule as one for the method, or null where it does not fit.</summary>
    /// <param name="rule">The rule, as it is declared.</param>
    /// <param name="method">The method, without open type parameters.</param>
    /// <param name="allowsEmptyDestinations">May a destination be empty?</param>
    public static RuleMatch? Of(IMethodSymbol rule, IMethodSymbol method, bool allowsEmptyDestinations)
    {
        if (!rule.IsStatic)
            return null;
        bool isPullback = !IsTangent(rule, method);
        RuleShape shape = ShapeOf(rule, method, isPullback);
        if (Closed(rule, method, shape) is not { } closed)
            return null;
        List<IParameterSymbol> parameters = [.. closed.Parameters];
        if (shape.Receiver is { } receiver)
        {
            if (parameters.Count == 0 || TypeLowering.Lower(parameters[0].Type) != receiver)
                return null;
            parameters.RemoveAt(0);
        }
        RuleSlot?[] slots = [.. parameters.Select(parameter => shape.Slots.FirstOrDefault(slot => Fits(parameter, slot)))];
        bool isComplete = !slots.Contains(null) && shape.Slots.All(slot => slot.IsOptional || slots.Contains(slot));
        if (!isComplete || ResultOf(closed) != shape.Result || shape.IsMisnamed(closed.ReturnType) || parameters.Where((parameter, i) => TupleNames.Contradict(parameter.Type, TypeOf(slots[i]!.Operand, method))).Any())
            return null;
        return new(closed, isPullback, slots.Select(slot => slot!.Operand).ToEquatableArray(), ConstantsOf(rule).ToEquatableArray(), allowsEmptyDestinations, ChangesSelfOf(rule, method));
    }

    /// <summary>The shape that a rule for the method has.</summary>
    public static RuleShape ShapeOf(IMethodSymbol rule, IMethodSymbol method, bool isPullback)
    {
        HashSet<string> constants = [.. ConstantsOf(rule)];
        bool changesSelf = ChangesSelfOf(rule, method);
        return isPullback ? RuleShapes.Pullback(method, constants.Contains, changesSelf) : RuleShapes.Tangent(method, constants.Contains, changesSelf);
    }

    /// <summary>Is the struct that the method is called on like a <c>ref</c> parameter? So says the rule, and a method that could give nothing otherwise.</summary>
    private static bool ChangesSelfOf(IMethodSymbol rule, IMethodSymbol method)
    {
        if (method.MethodKind != MethodKind.Ordinary || !StructParameters.IsOnStruct(method))
            return false;
        string self = StructParameters.NameOfSelf(method);
        bool givesNothing = method.ReturnsVoid && !RuleInput.Of(method, _ => false).Any(input => input.RefKind is RefKind.Ref or RefKind.Out || input.IsWritable);
        return givesNothing || rule.Parameters.Any(parameter => parameter.RefKind == RefKind.Ref && (parameter.Name == self || parameter.Name == "d" + self));
    }

    /// <summary>A rule that takes the tangent of an input is a tangent rule.</summary>
    private static bool IsTangent(IMethodSymbol rule, IMethodSymbol method) => RuleShapes.Tangent(method, _ => false, changesSelf: false).Slots
        .Any(slot => slot.Operand.Kind == RuleOperandKind.Tangent && rule.Parameters.Any(parameter => parameter.Name == slot.Name));

    private static IEnumerable<string> ConstantsOf(IMethodSymbol rule) =>
        rule.Parameters.Where(Attributes.IsNonDifferentiable).Select(parameter => parameter.Name);

    private static bool Fits(IParameterSymbol parameter, RuleSlot slot)
    {
        bool isPassedAlike = parameter.RefKind == slot.RefKind || slot.RefKind == RefKind.None && parameter.RefKind is not (RefKind.Ref or RefKind.Out);
        return parameter.Name == slot.Name && isPassedAlike && slot.Types.Contains(TypeLowering.Lower(parameter.Type));
    }

    private static IrType? ResultOf(IMethodSymbol rule) => rule.ReturnsVoid ? null : TypeLowering.Lower(rule.ReturnType);

    /// <summary>The rule with the type arguments that follow from the method's parameters.</summary>
    private static IMethodSymbol? Closed(IMethodSymbol rule, IMethodSymbol method, RuleShape shape)
    {
        if (rule.Arity == 0)
            return rule;
        var arguments = new ITypeSymbol?[rule.Arity];
        foreach (IParameterSymbol parameter in rule.Parameters)
        {
            RuleSlot? slot = shape.Slots.FirstOrDefault(slot => slot.Name == parameter.Name && slot.Operand.Kind != RuleOperandKind.Length);
            if (slot is not null)
                Infer(parameter.Type, TypeOf(slot.Operand, method), arguments);
        }
        ITypeSymbol[] found = [.. arguments.OfType<ITypeSymbol>()];
        return found.Length == rule.Arity && found.Zip(rule.TypeParameters, IsAllowed).All(isAllowed => isAllowed) ? rule.Construct(found) : null;
    }

    /// <summary>A type parameter is unmanaged only where it says so; whatever else a rule asks for, the method that it is for asks for as well.</summary>
    private static bool IsAllowed(ITypeSymbol argument, ITypeParameterSymbol parameter) =>
        !parameter.HasUnmanagedTypeConstraint || argument is not ITypeParameterSymbol || Substitution.Of(argument) is not ITypeParameterSymbol { HasUnmanagedTypeConstraint: false };

    /// <summary>The type of what the operand stands for, or is the cotangent or the tangent of.</summary>
    public static ITypeSymbol TypeOf(RuleOperand operand, IMethodSymbol method) => operand.Parameter switch
    {
        RuleOperand.OfResult => method.ReturnType,
        RuleInput.Self => method.ContainingType,
        _ => method.Parameters[operand.Parameter].Type,
    };

    /// <summary>Spans and arrays of the same elements count as the same here.</summary>
    private static void Infer(ITypeSymbol pattern, ITypeSymbol type, ITypeSymbol?[] arguments)
    {
        if (pattern is ITypeParameterSymbol { TypeParameterKind: TypeParameterKind.Method } open)
            arguments[open.Ordinal] ??= type;
        foreach ((ITypeSymbol inner, ITypeSymbol given) in TypeParts.Of(pattern).Zip(TypeParts.Of(type), (inner, given) => (inner, given)))
            Infer(inner, given, arguments);
    }
}
