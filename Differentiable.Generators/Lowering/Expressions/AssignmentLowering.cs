using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Calls;
using Differentiable.Generators.Lowering.Inlining;
using Differentiable.Generators.Lowering.Nullables;
using Differentiable.Generators.Lowering.OtherCode;
using Differentiable.Generators.Lowering.Patterns;
using Differentiable.Generators.Lowering.Places;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Expressions;

/// <summary>Assignments in C#'s order: the place's parts, then the value, then the write.</summary>
internal static class AssignmentLowering
{
    /// <summary>Any assignment. Its value is asked for only where it stands inside a larger expression.</summary>
    public static Expr Lower(LoweringContext context, IAssignmentOperation assignment, bool wantsValue) => assignment switch
    {
        _ when !wantsValue && ObjectLowering.TrySet(context, assignment) => CallLowering.Nothing,
        ISimpleAssignmentOperation { IsRef: true } reference => ReferenceLocals.Set(context, reference),
        ISimpleAssignmentOperation simple => LowerSimple(context, simple, wantsValue),
        ICompoundAssignmentOperation compound => LowerCompound(context, compound, wantsValue),
        ICoalesceAssignmentOperation missing => LowerMissing(context, missing),
        IDeconstructionAssignmentOperation deconstruction => DeconstructionLowering.Lower(context, deconstruction),
        _ => Refusals.Refuse(context, assignment),
    };

    /// <summary><c>x++</c> and its kin. Behind a postfix one stands the old value.</summary>
    public static Expr Lower(LoweringContext context, IIncrementOrDecrementOperation increment, bool wantsValue)
    {
        if (!wantsValue && ObjectLowering.TrySet(context, increment))
            return CallLowering.Nothing;
        Place place = context.LowerPlace(increment.Target);
        IMethodSymbol? method = UserOperators.Find(context, increment.OperatorMethod, increment.ConstrainedToType);
        if (method is { IsStatic: false })
            return ChangeInPlace(context, increment, method, place, [], wantsValue);
        Expr old = context.Read(place);
        bool wantsOld = wantsValue && increment.IsPostfix;
        Expr kept = wantsOld ? context.SaveWhole(old) : old;
        Expr result = Set(context, place, Increment(context, increment, method, wantsOld ? kept : old), wantsValue && !wantsOld);
        return wantsOld ? kept : result;
    }

    private static Expr LowerSimple(LoweringContext context, ISimpleAssignmentOperation assignment, bool wantsValue)
    {
        Place place = context.LowerPlace(assignment.Target);
        int mark = context.Mark;
        Expr value = context.LowerWhole(assignment.Value);
        context.Protect(place, mark);
        if (wantsValue && place is not VariablePlace)
            value = context.Stabilize(value);
        if (place is not VariablePlace variable || !context.TryRetarget(value, variable.Variable))
            context.Write(place, value);
        return !wantsValue ? CallLowering.Nothing : place is VariablePlace ? context.Read(place) : value;
    }

    /// <summary><c>w ??= value</c>, whose value is asked for only where there is none.</summary>
    private static Expr LowerMissing(LoweringContext context, ICoalesceAssignmentOperation assignment)
    {
        Place place = context.LowerPlace(assignment.Target);
        if (NullableValues.IsFollowed(assignment.Target.Type))
            return NullableConversions.Lower(context, assignment, place);
        Expr isNull = PatternLowering.IsEqualText(context.Read(place), Literals.Lower(assignment.Target.Type, null));
        context.BeginBlock();
        Expr value = context.LowerWhole(assignment.Value);
        bool isWrapped = context.Read(place).Type is OpaqueType type && value.Type != type;
        context.Write(place, isWrapped
            ? new OpaqueBuilder().Text($"({TypeLowering.FullName(assignment.Target.Type!)})").Operand(value).Build(context.Read(place).Type, isPure: true)
            : value);
        context.Add(new If(isNull, context.EndBranch(), Block.Empty));
        return ConditionalLowering.Unwrapped(context.Read(place), assignment.Target.Type, assignment.Type);
    }

    private static Expr LowerCompound(LoweringContext context, ICompoundAssignmentOperation assignment, bool wantsValue)
    {
        Place place = context.LowerPlace(assignment.Target);
        Expr[] operands = [context.Read(place), Constant.Of(0)];
        int mark = context.Mark;
        operands[1] = context.Lower(assignment.Value);
        context.Protect(place, mark);
        if (place is DiscardPlace)
            return context.Fail(assignment.Type);
        IMethodSymbol? method = UserOperators.Find(context, assignment.OperatorMethod, assignment.ConstrainedToType);
        if (method is { IsStatic: false })
            return ChangeInPlace(context, assignment, method, place, [operands[1]], wantsValue);
        context.Protect(operands, 1, mark);
        return Set(context, place, Combine(context, assignment, method, operands[0], operands[1]), wantsValue);
    }

    /// <summary>Writes the new value, which is the value of the assignment: what is written may be part of what says where, as in <c>k[k[0]] += 1</c>.</summary>
    private static Expr Set(LoweringContext context, Place place, Expr value, bool wantsValue)
    {
        if (wantsValue && place is not VariablePlace)
            value = context.Stabilize(value);
        context.Write(place, value);
        return !wantsValue ? CallLowering.Nothing : place is VariablePlace ? context.Read(place) : value;
    }

    /// <summary>An operator such as <c>void operator +=(double x)</c>, which changes the struct where it lies.</summary>
    private static Expr ChangeInPlace(LoweringContext context, IOperation assignment, IMethodSymbol method, Place place, Expr[] operands, bool wantsValue)
    {
        if (InlineLowering.Begin(context, assignment, method) is not { } code)
            return context.Fail(assignment.Type);
        Place changed = wantsValue ? context.Capture(place) : place;
        InlineLowering.Change(context, code, changed, operands);
        return wantsValue ? context.SaveWhole(context.Read(changed)) : CallLowering.Nothing;
    }

    /// <summary>The new value, computed in the type that C# computes it in, and converted back.</summary>
    private static Expr Combine(LoweringContext context, ICompoundAssignmentOperation assignment, IMethodSymbol? method, Expr left, Expr right)
    {
        if (assignment.IsLifted && NullableValues.IsFollowed(assignment.Target.Type))
            return NullableOperators.Combine(context, assignment, method, left, right);
        if (method is not null)
            return UserOperators.Lower(context, assignment, method, [left, right]);
        bool isShift = assignment.OperatorKind
            is BinaryOperatorKind.LeftShift or BinaryOperatorKind.RightShift or BinaryOperatorKind.UnsignedRightShift;
        IrType type = isShift ? Promoted(left.Type) : left.Type is OpaqueType ? left.Type : right.Type;
        Expr result = OperatorLowering.Apply(
            context, assignment, assignment.OperatorKind, type, ConversionLowering.Adapt(left, type), right, assignment.IsChecked);
        return ConversionLowering.Adapt(result, left.Type);
    }

    private static Expr Increment(LoweringContext context, IIncrementOrDecrementOperation increment, IMethodSymbol? method, Expr old)
    {
        if (increment.IsLifted && NullableValues.IsFollowed(increment.Target.Type))
        {
            (Expr hasValue, Expr value) = NullableValues.SplitForUse(context, old, increment.Target.Type);
            return NullableOperators.Present(context, increment.Target.Type!, hasValue, () => Stepped(context, increment, method, value));
        }
        return Stepped(context, increment, method, old);
    }

    private static Expr Stepped(LoweringContext context, IIncrementOrDecrementOperation increment, IMethodSymbol? method, Expr old)
    {
        if (method is not null)
            return UserOperators.Lower(context, increment, method, [old]);
        bool isIncrement = increment.Kind == OperationKind.Increment;
        if (old.Type is OpaqueType declaring && increment.OperatorMethod is not null)
            return StepByOperator(context, increment, declaring, old);
        if (old.Type is OpaqueType opaque)
        {
            string step = isIncrement ? " + 1)" : " - 1)";
            return new OpaqueBuilder().Text($"({opaque.Name})(").Operand(old).Text(step).Build(opaque, isPure: true);
        }
        IrType type = Promoted(old.Type);
        Expr one = type.IsReal ? Constant.Real(type, 1) : Constant.Integer((ScalarType)type, 1);
        Expr operand = ConversionLowering.Adapt(old, type);
        Expr result = increment.IsChecked != context.IsCheckedByDefault && type.IsInteger
            ? OperatorLowering.Checked(increment.IsChecked, type, b => b.Operand(operand).Text(isIncrement ? " + " : " - ").Hole(one))
            : new Apply(isIncrement ? Op.Add : Op.Subtract, type, [operand, one]);
        return ConversionLowering.Adapt(result, old.Type);
    }

    /// <summary>The operator of a type that is not looked into, which C# applies to variables alone.</summary>
    private static Opaque StepByOperator(LoweringContext context, IIncrementOrDecrementOperation increment, OpaqueType type, Expr old)
    {
        string name = ReferenceArguments.FreeNameIn(context);
        string step = (increment.Kind == OperationKind.Increment ? "++" : "--") + name;
        return new OpaqueBuilder().Operand(old).Text($" switch {{ var {name} => {(increment.IsChecked ? $"checked({step})" : step)} }}").Build(type, isPure: false);
    }

    /// <summary>Arithmetic on the small integers is done in <c>int</c>.</summary>
    private static IrType Promoted(IrType type) =>
        type is ScalarType { Kind: ScalarKind.SByte or ScalarKind.Byte or ScalarKind.Int16 or ScalarKind.UInt16 } ? IrType.Int32 : type;
}
