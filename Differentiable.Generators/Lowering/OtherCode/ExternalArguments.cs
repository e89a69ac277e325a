using System.Collections.Immutable;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Arrays;
using Differentiable.Generators.Lowering.Expressions;
using Differentiable.Generators.Lowering.Inlining;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.OtherCode;

/// <summary>The arguments of code that is carried over as text, in C#'s order of evaluation.</summary>
internal sealed class ExternalArguments
{
    private readonly ImmutableArray<IArgumentOperation> _all;
    private readonly IArgumentOperation[] _written;
    private readonly Expr[] _values;

    private ExternalArguments(ImmutableArray<IArgumentOperation> all, IArgumentOperation[] written, Expr[] values)
    {
        _all = all;
        _written = written;
        _values = values;
    }

    /// <param name="context">The method.</param>
    /// <param name="target">What is called.</param>
    /// <param name="arguments">The arguments.</param>
    /// <param name="outs">Where <c>out</c> and <c>ref</c> arguments are noted; null refuses them.</param>
    /// <param name="copies">Where storage that may be written is noted; null refuses it.</param>
    public static ExternalArguments Lower(
        LoweringContext context, ISymbol target, ImmutableArray<IArgumentOperation> arguments, ReferenceArguments? outs = null, WrittenCopies? copies = null)
    {
        (IArgumentOperation Argument, IOperation Value)[] written = [.. arguments.SelectMany(Expand)];
        Expr[] values = new Expr[written.Length];
        bool refused = false;
        for (int i = 0; i < values.Length; i++)
        {
            int mark = context.Mark;
            if (outs is { TakesArguments: true } && written[i].Argument.Parameter is { RefKind: RefKind.Out or RefKind.Ref } received)
            {
                values[i] = outs.Lower(context, received, written[i].Value);
                continue;
            }
            if (copies is not null && MayWrite(target, written[i].Argument) && copies.TryTake(context, Unwrap(written[i].Value), MayWriteElementsOf(written[i].Argument.Parameter!)) is { } copy)
            {
                context.Protect(values, i, mark);
                values[i] = copy;
                continue;
            }
            refused |= !Check(context, target, written[i].Argument);
            values[i] = context.LowerForText(Unwrap(written[i].Value));
            // Who gets a writable span could write through it, and its array would have to stay one.
            if (values[i] is Use { Type.IsVector: true } vector && target.ContainingType.Name == "MemoryExtensions" && PlatformCode.OnlyReadsArguments(target))
                values[i] = StorageLowering.ReadOnlyView(context, vector);
            context.Protect(values, i, mark);
        }
        if (outs is { StandsInLambda: true })
            values = [.. values.Select((value, i) => outs.Give(context, value, TypeOf(written[i].Argument)))];
        return new ExternalArguments(arguments, [.. written.Select(w => w.Argument)], values) { IsRefused = refused };
    }

    /// <summary>Was an argument refused, so that the call needs no diagnostic of its own?</summary>
    public bool IsRefused { get; private init; }

    /// <summary>Keeps the arguments the same across the statements since <paramref name="mark"/>.</summary>
    public void Protect(LoweringContext context, int mark) => context.Protect(_values, _values.Length, mark);

    public OpaqueBuilder Write(OpaqueBuilder text)
    {
        WriteText(text, _values, _written);
        WriteCallerExpressions(text, _all, _values.Length > 0 ? _values[0] : null);
        return text;
    }

    private static void WriteText(OpaqueBuilder text, Expr[] values, IArgumentOperation[] arguments)
    {
        bool isNamed = false;
        for (int i = 0; i < values.Length; i++)
        {
            IParameterSymbol? parameter = arguments[i].Parameter;
            isNamed |= parameter is { IsParams: false } && parameter.Ordinal != i;
            text.Text(i > 0 ? ", " : "");
            if (isNamed && parameter is not null)
                text.Text($"{Literals.Identifier(parameter.Name)}: ");
            text.Hole(values[i]);
        }
    }

    /// <summary>
    /// Text that the compiler takes from the caller's source, such as the name in <c>ThrowIfNull(x)</c>. Written out where the emitted
    /// argument may read differently.
    /// </summary>
    private static void WriteCallerExpressions(OpaqueBuilder text, ImmutableArray<IArgumentOperation> arguments, Expr? first)
    {
        foreach (IArgumentOperation argument in arguments)
        {
            if (argument is not { ArgumentKind: ArgumentKind.DefaultValue, Value.ConstantValue: { HasValue: true, Value: string name } }
                || first is Use { Variable: { Role: VariableRole.Primal } variable } && variable.Name == name)
                continue;
            text.Text($", {Literals.Identifier(argument.Parameter!.Name)}: {Literals.Text(argument.Value.Type, name)}");
        }
    }

    /// <summary>The arguments as the user wrote them: defaults left out, <c>params</c> one by one.</summary>
    private static IEnumerable<(IArgumentOperation, IOperation)> Expand(IArgumentOperation argument)
    {
        IEnumerable<IOperation> values = (argument.ArgumentKind, argument.Value) switch
        {
            (ArgumentKind.DefaultValue, _) => [],
            (ArgumentKind.ParamArray, IArrayCreationOperation array) => array.Initializer?.ElementValues ?? [],
            (ArgumentKind.ParamCollection, ICollectionExpressionOperation collection) => collection.Elements,
            _ => [argument.Value],
        };
        return values.Select(value => (argument, value));
    }

    /// <summary>What one of the values that are written for it is given as.</summary>
    private static ITypeSymbol TypeOf(IArgumentOperation argument) => (argument.ArgumentKind, argument.Parameter!.Type) switch
    {
        (ArgumentKind.ParamArray, IArrayTypeSymbol array) => array.ElementType,
        (ArgumentKind.ParamCollection, INamedTypeSymbol { TypeArguments: [var element] }) => element,
        (_, var type) => type,
    };

    /// <summary>A silent conversion to a base type, an interface or a span happens again where the text is compiled.</summary>
    private static IOperation Unwrap(IOperation value)
    {
        while (value is IConversionOperation { IsImplicit: true, ConstantValue.HasValue: false } conversion
            && TypeLowering.Lower(conversion.Type) is OpaqueType or SpanType && conversion.Operand.Type is not null
            && conversion.Operand is not (ICollectionExpressionOperation or IDelegateCreationOperation))
            value = conversion.Operand;
        return value;
    }

    private static bool MayWrite(ISymbol target, IArgumentOperation argument) =>
        argument.Parameter is { RefKind: RefKind.None } parameter && !PlatformCode.OnlyReadsArguments(target) && MayWriteElements(parameter);

    private static bool Check(LoweringContext context, ISymbol target, IArgumentOperation argument)
    {
        if (argument.Parameter is not { } parameter)
            return true;
        string? reason = PlatformCode.OnlyReadsArguments(target) ? null : ReasonAgainst(parameter, argument.Value);
        if (reason is not null && !context.Helpers.TryFind(context, UnmarkedHelpers.RunBy(argument.Parent!, target as IMethodSymbol)))
            context.Refuse(ExternalAdvice.For(target), argument, NameOf(target), reason);
        return reason is null;
    }

    private static string? ReasonAgainst(IParameterSymbol parameter, IOperation value)
    {
        if (parameter.RefKind is RefKind.Ref or RefKind.Out)
            return value is IInterpolatedStringHandlerCreationOperation ? null : $", which takes a reference as '{parameter.Name}'";
        bool mayWrite = TypeLowering.Lower(Unwrap(value).Type) switch
        {
            { IsStorage: true, Leaf: ScalarType or TensorType or StructType } => MayWriteElements(parameter),
            StructType { HoldsInline: false } whole => whole.Leaves().Any(leaf => leaf.Type is { IsWritable: true, HoldsReal: true }),
            _ => false,
        };
        return mayWrite ? MayWriteElementsOf(parameter) : null;
    }

    /// <summary>What is called, in messages.</summary>
    public static string NameOf(ISymbol target) => $"{target.ContainingType.Name}.{target.Name}";

    /// <summary>Why it matters what is done with an argument, in messages.</summary>
    private static string MayWriteElementsOf(IParameterSymbol parameter) => $", which may write the elements of '{parameter.Name}'";

    /// <summary>An array goes in as itself, or as a base type or an interface through which its elements can be set as well.</summary>
    private static bool MayWriteElements(IParameterSymbol parameter) =>
        TypeLowering.Lower(parameter.Type).IsWritable
        || parameter.Type.SpecialType is SpecialType.System_Array
        || parameter.Type.OriginalDefinition.SpecialType is SpecialType.System_Collections_Generic_IList_T
        || parameter.Type is { Name: "IList", ContainingNamespace: { Name: "Collections", ContainingNamespace: { Name: "System" } } };
}
