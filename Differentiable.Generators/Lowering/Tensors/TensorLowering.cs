using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Expressions;
using Differentiable.Generators.Lowering.OtherCode;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Tensors;

/// <summary>Operations on tensors: methods of <c>Tensor</c>, operators, conversions and indexers.</summary>
internal static class TensorLowering
{
    private const string Operations = "global::Differentiable.Tensors.Tensor.";

    private static readonly Dictionary<BinaryOperatorKind, (string Name, string Symbol)> s_binary = new()
    {
        [BinaryOperatorKind.Add] = ("Add", " + "),
        [BinaryOperatorKind.Subtract] = ("Subtract", " - "),
        [BinaryOperatorKind.Multiply] = ("Multiply", " * "),
        [BinaryOperatorKind.Divide] = ("Divide", " / "),
        [BinaryOperatorKind.Remainder] = ("Remainder", " % "),
        [BinaryOperatorKind.LessThan] = ("LessThan", " < "),
        [BinaryOperatorKind.LessThanOrEqual] = ("LessThanOrEqual", " <= "),
        [BinaryOperatorKind.GreaterThan] = ("GreaterThan", " > "),
        [BinaryOperatorKind.GreaterThanOrEqual] = ("GreaterThanOrEqual", " >= "),
        [BinaryOperatorKind.And] = ("And", " & "),
        [BinaryOperatorKind.Or] = ("Or", " | "),
        [BinaryOperatorKind.ExclusiveOr] = ("Xor", " ^ "),
    };

    /// <summary>A method that gives a tensor or, of one that it is called on, the only element; null for another call.</summary>
    public static Expr? TryCall(LoweringContext context, IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod;
        if (VariableReads.IsAssignment(method))
            return VariableReads.RefuseAssignment(context, call);
        if (TensorTypes.IsTensor(method.ContainingType) && method.Name == "ToScalar" && TensorTypes.TryLower(call.Instance!.Type!) is { Number: var number })
            return ToScalar(context.LowerTensor(call.Instance), number);
        if (TensorTypes.IsTensor(method.ContainingType) && method is { Name: "Read", Parameters.IsEmpty: true })
            return context.LowerTensor(call.Instance!);
        if (TensorCreation.TryCall(context, call) is { } created)
            return created;
        bool isOperation = TensorTypes.IsOperations(method.ContainingType) && TensorTypes.IsTensor(method.ReturnType) && IsPure(method);
        return isOperation ? Call(context, call, method) : null;
    }

    /// <summary>Does it give the same whenever it is asked: does it neither draw random numbers nor share elements that may be overwritten?</summary>
    private static bool IsPure(IMethodSymbol method) => !method.Parameters.Any(parameter => parameter.Type.Name == "Random")
        && (method.Parameters.Any(parameter => TensorTypes.HoldsTensors(parameter.Type))
            || !method.Parameters.Any(parameter => TypeLowering.Lower(parameter.Type) is { IsStorage: true, HoldsReal: true }));

    /// <summary>Is there something else than literals in the list, and no spread?</summary>
    public static bool IsComputed(ICollectionExpressionOperation collection) => collection.Elements.All(element => element is not ISpreadOperation)
        && !collection.Descendants().All(part => part is ICollectionExpressionOperation or IConversionOperation or IUnaryOperation { ConstantValue.HasValue: true } || part.ConstantValue.HasValue);

    /// <summary>Numbers, or tensors of one shape, one behind the other along a new axis: <c>[x, 2 * x]</c>.</summary>
    public static Expr Collection(LoweringContext context, ICollectionExpressionOperation collection)
    {
        TensorOperation operation = new TensorOperation(context, collection, "Stack").Text($"{Operations}Stack<{TypeLowering.FullName(((INamedTypeSymbol)collection.Type!).TypeArguments[0])}>([");
        Expr[] elements = context.LowerOperands([.. collection.Elements]);
        for (int i = 0; i < elements.Length; i++)
            operation.Text(i == 0 ? "" : ", ").Argument($"parts[{i}]", elements[i]);
        return operation.Text("], ").Argument("axis", Constant.Of(0)).Text(")").Build(TypeLowering.Lower(collection.Type));
    }

    /// <summary>An operator of which one operand is a tensor; null for another one.</summary>
    public static Expr? TryOperator(LoweringContext context, IOperation source, BinaryOperatorKind kind, Expr left, Expr right, ITypeSymbol? result)
    {
        if (!TensorTypes.IsTensor(result) || !s_binary.TryGetValue(kind, out (string Name, string Symbol) known))
            return null;
        return new TensorOperation(context, source, known.Name)
            .Argument("left", left).Text(known.Symbol).Argument("right", right)
            .Build(TypeLowering.Lower(result));
    }

    /// <inheritdoc cref="TryOperator(LoweringContext, IOperation, BinaryOperatorKind, Expr, Expr, ITypeSymbol?)"/>
    public static Expr? TryOperator(LoweringContext context, IUnaryOperation unary)
    {
        if (!TensorTypes.IsTensor(unary.Operand.Type))
            return null;
        Expr operand = context.Lower(unary.Operand);
        return unary.OperatorKind switch
        {
            UnaryOperatorKind.Plus => operand,
            UnaryOperatorKind.Minus => new TensorOperation(context, unary, "Negate").Text("-").Argument("x", operand).Build(operand.Type),
            UnaryOperatorKind.Not => new OpaqueBuilder().Text("!").Operand(operand).Build(operand.Type, isPure: true),
            UnaryOperatorKind.True => IsTrue(operand, unary.Operand.Type!),
            UnaryOperatorKind.False => Fold.Not(IsTrue(operand, unary.Operand.Type!)),
            _ => null,
        };
    }

    /// <summary>A number as a tensor, a variable as the tensor that it holds, or the only element of a tensor; null for another conversion.</summary>
    public static Expr? TryConvert(LoweringContext context, IConversionOperation conversion)
    {
        ITypeSymbol? from = conversion.Operand.Type, to = conversion.Type;
        if (from is null || conversion.ConstantValue.HasValue)
            return null;
        if (TensorTypes.IsTensor(from) && TensorTypes.IsTensor(to))
            return context.LowerTensor(conversion.Operand);
        if (TensorTypes.TryLower(from) is { Number: var number } && TypeLowering.Lower(to) == number)
            return ToScalar(context.LowerTensor(conversion.Operand), number);
        if (TensorCreation.TryConvert(context, conversion) is { } created)
            return created;
        if (TensorTypes.TryLower(to!) is { } tensor && TypeLowering.Lower(from) == tensor.Number)
            return FromScalar(context.Lower(conversion.Operand), tensor);
        return null;
    }

    /// <summary>The elements that indices and ranges, or tensors of them, select; null where it is no tensor that is indexed.</summary>
    public static Expr? TryIndex(LoweringContext context, IPropertyReferenceOperation indexer)
    {
        if (!TensorTypes.IsTensor(indexer.Instance?.Type) || indexer is not { Property.IsIndexer: true, Arguments: [{ Value: var index }] })
            return null;
        IrType type = TypeLowering.Lower(indexer.Type);
        if (index is ICollectionExpressionOperation indices)
        {
            Expr tensor = context.LowerTensor(indexer.Instance!);
            return new TensorOperation(context, indexer, "Slice").Argument("x", tensor).Argument("indices", TensorArguments.Indices(context, indices)).Build(type);
        }
        if (!TensorTypes.IsTensor(index.Type))
            return null;
        Expr[] operands = context.LowerOperands(indexer.Instance!, index);
        (string name, string parameter) = ((INamedTypeSymbol)index.Type!).TypeArguments[0].SpecialType == SpecialType.System_Boolean ? ("BooleanMask", "mask") : ("Gather", "indices");
        return new TensorOperation(context, indexer, name)
            .Text($"{Operations}{name}(").Argument("x", operands[0]).Text(", ").Argument(parameter, operands[1]).Text(", ").Argument("axis", Constant.Of(0)).Text(")")
            .Build(type);
    }

    /// <summary>The shape of a tensor or a number of it, which do not change; null for another property.</summary>
    public static Expr? TryProperty(LoweringContext context, IPropertyReferenceOperation property)
    {
        if (TensorTypes.IsTensor(property.Instance?.Type) && property.Property.Name is "Shape" or "Rank" or "FlattenedLength")
            return new OpaqueBuilder().Operand(context.Lower(property.Instance!)).Text("." + property.Property.Name).Build(TypeLowering.Lower(property.Type), isPure: true);
        if (!TensorTypes.IsShape(property.Instance?.Type) || property.Arguments is not [{ Value: var axis }] || TypeLowering.Lower(axis.Type) != IrType.Int32)
            return null;
        Expr[] operands = context.LowerOperands(property.Instance!, axis);
        return new OpaqueBuilder().Operand(operands[0]).Text("[").Hole(operands[1]).Text("]").Build(IrType.Int32, isPure: true);
    }

    private static Expr Call(LoweringContext context, IInvocationOperation call, IMethodSymbol method)
    {
        TensorArguments arguments = TensorArguments.Lower(context, call);
        bool isSpelledOut = call.Syntax is InvocationExpressionSyntax { Expression: var called } && called.DescendantNodesAndSelf().OfType<GenericNameSyntax>().Any();
        TensorOperation operation = new TensorOperation(context, call, method.Name)
        {
            TypeArguments = method.TypeArguments.Length > 1 ? ExternalLowering.TypeArguments(method) : "",
            IsConstant = method.OriginalDefinition.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "ZeroDerivativeAttribute"),
        }.Text($"{Operations}{method.Name}{(isSpelledOut ? ExternalLowering.TypeArguments(method) : "")}(");
        return arguments.Write(operation).Text(")").Build(TypeLowering.Lower(method.ReturnType));
    }

    /// <summary>Is the only element not zero?</summary>
    private static Expr IsTrue(Expr tensor, ITypeSymbol type) => ((INamedTypeSymbol)type).TypeArguments[0].SpecialType == SpecialType.System_Boolean
        ? new OpaqueBuilder().Operand(tensor).Text(".ToScalar()").Build(IrType.Boolean, isPure: true)
        : new OpaqueBuilder().Operand(tensor).Text(" ? true : false").Build(IrType.Boolean, isPure: true);

    private static Opaque ToScalar(Expr tensor, ScalarType number) => new(number, ["", ".ToScalar()"], [tensor], IsPure: true)
    {
        Pullbacks = [new(["TensorPullbacks.ToScalar(", ", ", ")"], [new PullbackOperand(PullbackOperandKind.Cotangent), new PullbackOperand(PullbackOperandKind.Shape, 0)])],
    };

    /// <summary>A literal stands as it is, for what it is an operand of converts it.</summary>
    private static Opaque FromScalar(Expr number, TensorType tensor) => number is Constant
        ? new Opaque(tensor, ["", ""], [number], IsPure: true) { HasNoAxes = true }
        : new Opaque(tensor, [$"({tensor.Name})", ""], [number], IsPure: true) { HasNoAxes = true, Pullbacks = [new(["", ".ToScalar()"], [new PullbackOperand(PullbackOperandKind.Cotangent)])] };
}
