using Differentiable.Generators.Diagnostics;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Expressions;
using Differentiable.Generators.Lowering.Nullables;
using Differentiable.Generators.Lowering.OtherCode;
using Differentiable.Generators.Lowering.Structs;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Tensors;

/// <summary>The arguments of a method of <c>Tensor</c>, in the order of its parameters; of a list of tensors each element is one.</summary>
internal sealed class TensorArguments
{
    private static readonly OpaqueType s_indices = new("global::Differentiable.Tensors.TensorIndex[]");

    private readonly List<(IParameterSymbol Parameter, List<Expr> Values, bool IsList)> _arguments = [];

    public static TensorArguments Lower(LoweringContext context, IInvocationOperation call)
    {
        TensorArguments all = new();
        List<Expr> values = [];
        foreach (IArgumentOperation argument in call.Arguments)
        {
            int mark = context.Mark, before = values.Count;
            ICollectionExpressionOperation? list = ListIn(argument);
            bool isList = list is not null && TensorTypes.HoldsTensors(argument.Parameter!.Type);
            if (isList)
                values.AddRange(context.LowerOperands([.. list!.Elements]));
            else
                values.Add(Value(context, argument, list));
            Expr[] lowered = [.. values];
            context.Protect(lowered, before, mark);
            values = [.. lowered];
            all._arguments.Add((argument.Parameter!, [.. values.Skip(before)], isList));
        }
        return all;
    }

    /// <summary>Is it an operation on tensors that are written down one by one? Each then is an argument of its own. One that gives several tensors has a rule, which takes them as a list.</summary>
    public static bool AreListed(IInvocationOperation call) => TensorTypes.IsOperations(call.TargetMethod.ContainingType) && TensorTypes.IsTensor(call.TargetMethod.ReturnType)
        && call.Arguments.Any(argument => TensorTypes.HoldsTensors(argument.Parameter!.Type) && ListIn(argument) is not null);

    /// <summary>Indices and ranges as they stand in brackets.</summary>
    public static Opaque Indices(LoweringContext context, ICollectionExpressionOperation indices)
    {
        OpaqueBuilder text = new OpaqueBuilder().Text("[");
        for (int i = 0; i < indices.Elements.Length; i++)
            Index(context, text.Text(i == 0 ? "" : ", "), Plain(indices.Elements[i]));
        return text.Text("]").Build(s_indices, isPure: true);
    }

    /// <summary>A number as the only index.</summary>
    public static Opaque Indices(Expr number) => new OpaqueBuilder().Text("[").Hole(number).Text("]").Build(s_indices, isPure: true);

    public TensorOperation Write(TensorOperation operation)
    {
        string separator = "";
        foreach ((IParameterSymbol parameter, List<Expr> values, bool isList) in _arguments.OrderBy(argument => argument.Parameter.Ordinal))
        {
            operation.Text(separator + (isList ? "[" : ""));
            for (int i = 0; i < values.Count; i++)
                operation.Text(i == 0 ? "" : ", ").Argument(isList ? $"{parameter.Name}[{i}]" : parameter.Name, values[i]);
            operation.Text(isList ? "]" : "");
            separator = ", ";
        }
        return operation;
    }

    /// <summary>The elements that are written down where the parameter is a span.</summary>
    private static ICollectionExpressionOperation? ListIn(IArgumentOperation argument)
    {
        IOperation value = argument.Value is IConversionOperation { IsImplicit: true } conversion ? conversion.Operand : argument.Value;
        return TypeLowering.IsSpan(argument.Parameter!.Type) && value is ICollectionExpressionOperation list && !list.Elements.Any(element => element is ISpreadOperation) ? list : null;
    }

    private static Expr Value(LoweringContext context, IArgumentOperation argument, ICollectionExpressionOperation? list) => argument.Value switch
    {
        _ when list is not null =>
            new OpaqueBuilder().Text("[").Holes(context.LowerOperands([.. list.Elements])).Text("]").Build(new OpaqueType(TypeLowering.FullName(argument.Parameter!.Type)), isPure: true),
        IDefaultValueOperation or { ConstantValue: { HasValue: true, Value: null } } when !argument.Parameter!.Type.IsValueType || NullableValues.IsNullable(argument.Parameter.Type) =>
            new Opaque(new OpaqueType(TypeLowering.FullName(argument.Parameter.Type)), ["null"], [], IsPure: true),
        IConversionOperation { IsImplicit: true, Operand: var present } conversion when NullableValues.IsNullable(conversion.Type) && !NullableValues.IsNullable(present.Type) =>
            context.Lower(present),
        _ => Whole(context, argument),
    };

    /// <summary>A value of a struct goes in as it is made; no derivative passes through it.</summary>
    private static Expr Whole(LoweringContext context, IArgumentOperation argument)
    {
        Expr value = context.Lower(argument.Value);
        if (value is not StructValue)
            return value;
        OpaqueBuilder text = new OpaqueBuilder().Hole(value);
        context.Suspect(text, argument.Value, Descriptors.RealDataInObject, argument.Value.Type!.DisplayName());
        return text.Build(new OpaqueType(TypeLowering.FullName(argument.Value.Type!)), isPure: true);
    }

    private static void Index(LoweringContext context, OpaqueBuilder text, IOperation index)
    {
        switch (index)
        {
            // In a list, two dots in front would spread what follows.
            case IRangeOperation range:
                Bound(context, text.Text(range.LeftOperand is null ? "0" : ""), range.LeftOperand);
                Bound(context, text.Text(".."), range.RightOperand);
                break;
            default:
                Bound(context, text, index);
                break;
        }
    }

    private static void Bound(LoweringContext context, OpaqueBuilder text, IOperation? bound)
    {
        bound = bound is null ? null : Plain(bound);
        if (bound is IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } fromEnd)
            text.Text("^").Operand(context.Lower(Plain(fromEnd.Operand)));
        else if (bound is not null)
            text.Operand(context.Lower(bound));
    }

    /// <summary>Without the conversions that C# makes again where the text is compiled.</summary>
    private static IOperation Plain(IOperation operation)
    {
        while (operation is IConversionOperation { IsImplicit: true, ConstantValue.HasValue: false } conversion && TypeLowering.Lower(conversion.Type) is not ScalarType)
            operation = conversion.Operand;
        return operation;
    }
}
