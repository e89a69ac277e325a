using System.Collections.Immutable;
using Differentiable.Generators.Diagnostics;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Arrays;
using Differentiable.Generators.Lowering.Expressions;
using Differentiable.Generators.Lowering.Inlining;
using Differentiable.Generators.Lowering.Nullables;
using Differentiable.Generators.Lowering.Places;
using Differentiable.Generators.Lowering.Statements;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Structs;

/// <summary>Structs that are made: constructors, object initializers, <c>with</c>.</summary>
internal static class StructCreation
{
    /// <summary>The struct, or null when what is made is something else.</summary>
    public static Expr? TryLower(LoweringContext context, IObjectCreationOperation creation)
    {
        if (TypeLowering.Lower(creation.Type) is not StructType type || creation.Constructor is null)
            return null;
        if (creation.Arguments.Any(argument => argument.Parameter is null))
            return context.Fail(creation.Type);
        Expr made = creation.Type!.IsTupleType ? StructValues.Value(context.LowerOperands([.. creation.Arguments.Select(argument => argument.Value)])) : Construct(context, creation, type);
        return creation.Initializer is { } initializer ? Initialize(context, made, initializer) : made;
    }

    public static Expr Lower(LoweringContext context, IWithOperation copy) => PartPlaces.TryCopy(context, copy) ?? Initialize(context, WithoutReplaced(context.LowerWhole(copy.Operand), copy.Initializer), copy.Initializer);

    /// <summary>A struct without the arrays in whose places others are put: a copy has nothing in common with those.</summary>
    private static Expr WithoutReplaced(Expr value, IObjectOrCollectionInitializerOperation initializer)
    {
        if (value is not StructValue { Struct.HoldsArrays: true } whole)
            return value;
        HashSet<int> replaced = [.. initializer.Initializers.OfType<ISimpleAssignmentOperation>().Select(set => set.Target).OfType<IMemberReferenceOperation>().Select(set => StructTypes.IndexOf(whole.Struct, set.Member))];
        return whole with { Elements = whole.Elements.Select((element, i) => element.Type.IsStorage && replaced.Contains(i) ? StorageLowering.Zero(element.Type) : element).ToEquatableArray() };
    }

    private static Expr Construct(LoweringContext context, IObjectCreationOperation creation, StructType type)
    {
        IMethodSymbol constructor = context.Mirrored(creation.Constructor!);
        if (constructor.IsImplicitlyDeclared && constructor.Parameters.IsEmpty)
            return StorageLowering.Zero(type);
        Expr[] values = Arguments(context, creation.Arguments);
        if (type.IsNullable)
            return NullableValues.Join(type, Constant.Of(true), values[0]);
        IReadOnlyList<string> keys = StructConstructors.FieldsSetBy(constructor);
        if (keys.Count > 0 && !type.IsInline && !HasOwnCode(constructor))
            return new StructValue(type, type.Fields.Select(field => Argument(field, keys, values)).ToEquatableArray());
        Place self = context.Declare(creation.Type!.Name.ToCamelCase(), type, VariableRole.Temporary);
        context.Initialize(self, StorageLowering.Zero(type));
        Run(context, creation, constructor, self, values);
        return context.Read(self);
    }

    /// <summary>A parameter that is set by name; what a field is initialized with is converted to its type.</summary>
    private static Expr Argument(Field field, IReadOnlyList<string> keys, Expr[] values)
    {
        for (int i = 0; i < keys.Count; i++)
        {
            if (keys[i] == field.Key)
                return ConversionLowering.Adapt(values[i], field.Type);
        }
        return StorageLowering.Zero(field.Type);
    }

    /// <summary>Does a setter or an initializer of the user's stand between a parameter and its field?</summary>
    private static bool HasOwnCode(IMethodSymbol constructor) => StructConstructors.FieldsSetBy(constructor)
        .Any(key => constructor.ContainingType.GetMembers(key).OfType<IPropertySymbol>().Any(property => !StoredProperties.IsStored(property)));

    private static Expr[] Arguments(LoweringContext context, ImmutableArray<IArgumentOperation> arguments)
    {
        Expr[] values = context.LowerOperands([.. arguments.Select(argument => argument.Value)]);
        Expr[] ordered = new Expr[values.Length];
        for (int i = 0; i < values.Length; i++)
            ordered[arguments[i].Parameter!.Ordinal] = values[i];
        return ordered;
    }

    /// <summary>Runs a constructor's code on a struct of zeros.</summary>
    private static void Run(LoweringContext context, IOperation creation, IMethodSymbol constructor, Place self, Expr[] arguments)
    {
        if (constructor.IsImplicitlyDeclared)
            return;
        if (InlineLowering.Begin(context, creation, constructor) is not { } code)
            return;
        using Substitution.Scope scope = code.Types.Enter();
        context.Reassignments.Include(code.Declaration);
        context.Selves.Push(self);
        for (int i = 0; i < arguments.Length; i++)
        {
            IParameterSymbol parameter = code.Method.Parameters[i];
            Expr argument = ConversionLowering.Adapt(arguments[i], TypeLowering.Lower(parameter.Type));
            if (StructMembers.CapturedPlace(context, parameter) is { } field)
                context.Write(field, argument);
            else
                Bind(context, parameter, argument);
        }
        if (code.Body is IConstructorBodyOperation { Initializer: { } chained } && Chained(chained) is { } other)
            Run(context, other, other.TargetMethod, self, Arguments(context, other.Arguments));
        else
            InitializeFields(context, code, self);
        if (code.Block is { } block)
            LocalFunctionLowering.LowerBody(context, code.Method, block, []);
        context.Selves.Pop();
    }

    private static void Bind(LoweringContext context, IParameterSymbol parameter, Expr argument)
    {
        Place place = context.Declare(parameter.Name, argument.Type);
        context.Initialize(place, argument);
        context.Places[parameter] = place;
    }

    private static IInvocationOperation? Chained(IOperation initializer) => initializer switch
    {
        IInvocationOperation call => call,
        IExpressionStatementOperation { Operation: IInvocationOperation call } => call,
        _ => null,
    };

    /// <summary>What fields are initialized with, and the properties of a record.</summary>
    private static void InitializeFields(LoweringContext context, InlinedCode code, Place self)
    {
        INamedTypeSymbol symbol = code.Method.ContainingType;
        var type = (StructType)TypeLowering.Lower(symbol);
        // The constructor is open in them as in its own code: one that makes such a struct again would make structs without end.
        context.Inlined.Push(new(code.Method, null, Label: 0));
        foreach (ISymbol member in symbol.GetMembers())
        {
            if (member.IsStatic || StructTypes.IndexOfStorage(type, member) is not (>= 0 and var index) || member is IFieldSymbol { IsImplicitlyDeclared: true })
                continue;
            if (Initial(context, code, member) is not { } value)
                continue;
            context.Write(StructValues.FieldOf(self, type, index), ConversionLowering.Adapt(value, type.Fields[index].Type));
        }
        context.Inlined.Pop();
    }

    private static Expr? Initial(LoweringContext context, InlinedCode code, ISymbol member)
    {
        if (StructConstructors.InitializerOf(member) is { Parent: { } clause })
        {
            return context.ModelOf(clause.SyntaxTree).GetOperation(clause, context.Cancellation) is ISymbolInitializerOperation initializer
                ? context.LowerWhole(initializer.Value)
                : null;
        }
        bool isPositional = member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is ParameterSyntax;
        return isPositional && code.Method.Parameters.FirstOrDefault(parameter => parameter.Name == member.Name) is { } parameter
            ? context.Read(context.Places[parameter])
            : null;
    }

    /// <summary>The struct with some of its fields set, one after the other.</summary>
    private static Expr Initialize(LoweringContext context, Expr value, IObjectOrCollectionInitializerOperation initializer)
    {
        if (value is not StructValue)
            return context.Refuse(Descriptors.UnsupportedConstruct, initializer, initializer.Syntax.ToString(), "an initializer of something other than a struct");
        Place place = context.Declare("value", value.Type, VariableRole.Temporary);
        context.Initialize(place, value);
        Run(context, place, initializer);
        return context.Read(place);
    }

    private static void Run(LoweringContext context, Place place, IObjectOrCollectionInitializerOperation initializer)
    {
        context.Receivers.Push(place);
        foreach (IOperation step in initializer.Initializers)
        {
            if (step is IMemberInitializerOperation nested)
                Run(context, context.LowerPlace(nested.InitializedMember), nested.Initializer);
            else
                context.LowerEffect(step);
        }
        context.Receivers.Pop();
    }
}
