using System.Collections.Immutable;
using Differentiable.Generators.Diagnostics;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Calls;
using Differentiable.Generators.Lowering.Expressions;
using Differentiable.Generators.Lowering.Inlining;
using Differentiable.Generators.Lowering.SecondRuns;
using Differentiable.Generators.Lowering.Sequences;
using Differentiable.Generators.Lowering.Signatures;
using Differentiable.Generators.Lowering.Statements;
using Differentiable.Generators.Lowering.Structs;
using Differentiable.Generators.Lowering.Tensors;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.OtherCode;

/// <summary>
/// Code that lowering does not look into: it is carried over as text. Whether a derivative would be lost in it is judged when the
/// whole method is known, see <see cref="SuspectCheck"/>.
/// </summary>
internal static class ExternalLowering
{
    public static Expr Lower(LoweringContext context, IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod;
        HiddenMembers.CheckCall(context, call);
        OwnMembers.CheckHiddenReads(context, call, method, call.Instance, call.Arguments.Select(argument => argument.Value));
        VariableReads.CheckGiven(context, call);
        string name = $".{Literals.Identifier(method.Name)}{TypeArguments(method)}(";
        StructChange change = ChangedStructs.Of(context, call.Instance, method);
        var outs = ReferenceArguments.Of(call, change);
        Receiver receiver = new Receiver(call.Instance, call.ConstrainedToType ?? method.ContainingType).Changed(context, method, change, outs);
        WrittenCopies copies = new(call);
        OpaqueBuilder text = WriteMember(context, method, receiver, name, call.Arguments, out bool isRefused, outs, copies).Text(")");
        outs?.Witness(text);
        if (!isRefused && copies.HoldReals)
            context.Suspect(text, call, UnmarkedHelpers.RunBy(call, method), ExternalAdvice.For(method), ExternalArguments.NameOf(method), "");
        else if (!isRefused)
            AddSuspect(context, text, method, call);
        bool isPure = Purity.IsPure(method);
        RunAgainCheck.Call(context, call, writesArguments: copies.Any);
        Expr outcome = outs is null or { IsEmpty: true } ? Finish(context, text, method.ReturnType, isPure) : outs.Receive(context, text, method.ReturnType);
        return copies.Finish(context, outcome, hasValue: !method.ReturnsVoid);
    }

    /// <summary>A property of what may be null: <c>s?.Length</c>.</summary>
    public static Expr LowerConditionalAccess(LoweringContext context, IConditionalAccessOperation access)
    {
        if (access.WhenNotNull is not IPropertyReferenceOperation { Instance: IConditionalAccessInstanceOperation, Arguments.IsEmpty: true } reference
            || RealData.IsIn(access.Operation.Type!))
            return Refusals.Refuse(context, access);
        OpaqueBuilder text = new OpaqueBuilder()
            .Text("(").Operand(context.LowerForText(access.Operation)).Text($"?.{Literals.Identifier(reference.Property.Name)})");
        RunAgainCheck.Property(context, access, reference.Property);
        return Finish(context, text, access.Type!, isPure: Purity.IsPure(context, reference.Property, access.Operation));
    }

    public static Expr LowerProperty(LoweringContext context, IPropertyReferenceOperation reference)
    {
        IPropertySymbol property = reference.Property;
        OtherObjects.CheckRead(context, reference);
        HiddenMembers.Check(context, property, reference.Syntax);
        if (property.GetMethod is { } getter)
            OwnMembers.CheckHiddenReads(context, reference, getter, reference.Instance, []);
        StructChange change = ChangedStructs.Of(context, reference.Instance, property.GetMethod);
        var outs = ReferenceArguments.Of(change);
        Receiver receiver = Receiver.Of(reference).Changed(context, property, change, outs);
        OpaqueBuilder text = WriteMember(context, property, receiver, "." + Literals.Identifier(property.Name), [], out _);
        if (ExtensionBlocks.IsBlock(property.ContainingType))
            text.Text(")");
        if (!Purity.IsHarmless(property.Type))
            context.Suspect(text, reference, UnmarkedHelpers.RunBy(reference, property.GetMethod), ExternalAdvice.For(property), reference.Syntax.ToString(), UnmarkedHelpers.ReasonAgainst(context, reference, property.GetMethod) + ExternalAdvice.ForExtension(property));
        RunAgainCheck.Property(context, reference, property);
        return outs is null or { IsEmpty: true }
            ? Finish(context, text, property.Type, isPure: Purity.IsPure(context, property, reference.Instance))
            : outs.Receive(context, text, property.Type);
    }

    /// <summary>A field or a property of a value that is known to be there.</summary>
    public static Expr LowerMember(LoweringContext context, IOperation mention, ISymbol member, Expr value)
    {
        // What is an input of the method, or may read one, is no constant.
        bool isOwn = value is Opaque { Text: ["this"] or ["base"] } && MarkedMembers.Of(context.Method.ContainingType).Any();
        bool isChanging = member is IPropertySymbol { GetMethod: { } getter } && ChangedStructs.Changes(context, getter);
        if (isOwn || isChanging || MarkedMembers.IsMarked(member.OriginalDefinition) || member is IPropertySymbol { IsIndexer: true })
            return context.Refuse(Descriptors.UnsupportedPattern, mention, mention.Syntax.ToString());
        if (member is IPropertySymbol property)
            RunAgainCheck.Property(context, mention, property);
        ITypeSymbol type = member is IFieldSymbol field ? field.Type : ((IPropertySymbol)member).Type;
        return Finish(context, new OpaqueBuilder().Operand(value).Text("." + Literals.Identifier(member.Name)), type, isPure: false);
    }

    public static Expr LowerIndexer(LoweringContext context, IPropertyReferenceOperation reference)
    {
        HiddenMembers.Check(context, reference.Property, reference.Syntax);
        StructChange change = ChangedStructs.Of(context, reference.Instance, reference.Property.GetMethod);
        var outs = ReferenceArguments.Of(change);
        Receiver receiver = Receiver.Of(reference).Changed(context, reference.Property, change, outs);
        OpaqueBuilder text = WriteMember(context, reference.Property, receiver, "[", reference.Arguments, out _).Text("]");
        if (reference.Property.GetMethod is { } getter)
            OwnMembers.CheckHiddenReads(context, reference, getter, reference.Instance, []);
        if (!Purity.IsHarmless(reference.Property.Type))
            context.Suspect(text, reference, ExternalAdvice.For(reference.Property), reference.Syntax.ToString(), "");
        RunAgainCheck.Property(context, reference, reference.Property);
        return outs is null or { IsEmpty: true } ? Finish(context, text, reference.Property.Type, isPure: false) : outs.Receive(context, text, reference.Property.Type);
    }

    /// <summary>An element from the end, or a range, of text or a collection: <c>name[^1]</c>.</summary>
    public static Expr LowerImplicitIndexer(LoweringContext context, IImplicitIndexerReferenceOperation element)
    {
        IRangeOperation? range = element.Argument as IRangeOperation;
        IOperation?[] bounds = range is null ? [element.Argument] : [range.LeftOperand, range.RightOperand];
        Queue<Expr> operands = new(context.LowerOperands([element.Instance, .. bounds.OfType<IOperation>().Select(Counted)]));
        OpaqueBuilder text = new OpaqueBuilder().Operand(operands.Dequeue()).Text("[");
        for (int i = 0; i < bounds.Length; i++)
        {
            text.Text(i > 0 ? ".." : "");
            if (bounds[i] is { } bound)
                text.Text(bound is IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } ? "^" : "").Operand(operands.Dequeue());
        }
        RunAgainCheck.Implied(context, element);
        return Finish(context, text.Text("]"), element.Type!, isPure: false);
    }

    /// <summary>The number in an index.</summary>
    private static IOperation Counted(IOperation index) => index switch
    {
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } fromEnd => fromEnd.Operand,
        IConversionOperation { Type.Name: "Index", Operand: var number } => number,
        _ => index,
    };

    /// <summary>An element of an array that is no storage of ours, such as one of rank 3. Its elements carry no derivative.</summary>
    public static Expr LowerArrayElement(LoweringContext context, IArrayElementReferenceOperation element)
    {
        Expr[] operands = context.LowerOperands([element.ArrayReference, .. element.Indices]);
        OpaqueBuilder text = new OpaqueBuilder().Operand(operands[0]).Text("[").Holes(operands.Skip(1)).Text("]");
        return Finish(context, text, element.Type!, isPure: false);
    }

    /// <summary>The type of a piece of text: structs stay whole until <see cref="Split"/>.</summary>
    public static IrType ResultType(ITypeSymbol type) =>
        TypeLowering.Lower(type) is StructType ? new OpaqueType(TypeLowering.FullName(type)) : TypeLowering.Lower(type);

    /// <summary>The value of a piece of text; a struct is evaluated once and then split.</summary>
    public static Expr Split(LoweringContext context, ITypeSymbol type, Opaque value)
    {
        if (TypeLowering.Lower(type) is not StructType split)
            return value;
        StructChecks.RequireOpen(context, split);
        Expr whole = context.Save(value, split.IsTuple ? "tuple" : "value");
        return StructValues.FromLeaves(split, leaf => leaf.IsInline ? context.Save(StructText.ReadInline(whole, leaf), "elements") : StructText.Read(whole, leaf));
    }

    /// <summary>The receiver (an instance, else the type), the member, and its arguments.</summary>
    private static OpaqueBuilder WriteMember(
        LoweringContext context, ISymbol member, Receiver of, string name,
        ImmutableArray<IArgumentOperation> arguments, out bool isRefused, ReferenceArguments? outs = null, WrittenCopies? copies = null)
    {
        Expr[] receiver = of.Instance is null ? [] : [of.Text ?? context.LowerForText(of.Instance)];
        bool mayWrite = ExtensionBlocks.IsBlock(member.ContainingType) && receiver is [{ Type: ArrayType or SpanType { IsReadOnly: false } }];
        if (mayWrite && !context.Helpers.TryFind(context, member))
            context.Refuse(Descriptors.ExternalCall, of.Instance!, member.Name, ", which may write the elements of what it is called on");
        int mark = context.Mark;
        ExternalArguments lowered = ExternalArguments.Lower(context, member, arguments, outs, copies);
        isRefused = lowered.IsRefused || mayWrite;
        context.Protect(receiver, receiver.Length, mark);
        OpaqueBuilder text = new();
        if (ExtensionBlocks.IsBlock(member.ContainingType))
            return lowered.Write(WriteExtension(text, member, receiver, arguments));
        return lowered.Write(receiver.Length > 0
            ? AskedMembers.Receiver(text, member, of.Instance!.Type, receiver[0]).Text(name)
            : text.Text(AskedMembers.Static(context, member, of.Type, name)));
    }

    /// <summary>A member of an extension block by the static method that it is: what it is called on is found by name only where its namespace is open.</summary>
    private static OpaqueBuilder WriteExtension(OpaqueBuilder text, ISymbol member, Expr[] receiver, ImmutableArray<IArgumentOperation> arguments)
    {
        string name = member is IPropertySymbol property ? property.GetMethod!.Name : member.Name;
        text.Text($"{TypeLowering.FullName(member.ContainingType.ContainingType)}.{Literals.Identifier(name)}(");
        if (receiver.Length > 0)
            text.Hole(receiver[0]).Text(arguments.IsEmpty ? "" : ", ");
        return text;
    }

    /// <summary>The text as a value.</summary>
    public static Expr Finish(LoweringContext context, OpaqueBuilder text, ITypeSymbol type, bool isPure)
    {
        Opaque value = text.Build(ResultType(type), isPure);
        TryLowering.CheckStorage(context, value);
        return Split(context, type, value);
    }

    private static void AddSuspect(LoweringContext context, OpaqueBuilder text, IMethodSymbol method, IInvocationOperation call)
    {
        bool isBuiltIn = IntrinsicSymbols.IsHome(method.ContainingType) || NumericConstraints.IsOnNumber(method, call.ConstrainedToType);
        if (isBuiltIn && IntrinsicSymbols.IsPiecewiseConstant(method))
            return;
        bool isDelegate = method.MethodKind == MethodKind.DelegateInvoke;
        bool isOfNumber = TypeLowering.Lower(call.Instance?.Type).IsReal && Purity.IsHarmless(method.ReturnType);
        if (!isDelegate && (isOfNumber || (Purity.LosesNothing(method) && !Remembering.May(context, call))))
            return;
        IOperation? given = method.DeclaringSyntaxReferences.IsEmpty ? null : call.Arguments.FirstOrDefault(TakesReals)?.Value;
        if (isDelegate || given is not null)
            context.Suspect(text, call, Descriptors.Delegate, (given ?? call.Instance ?? call).Syntax.ToString(), DelegateAdvice.For(call));
        else if (MirrorLibrary.IsQuery(method))
            QueryProblem.Suspect(context, text, call);
        else
            SuspectMethod(context, text, method, call);
    }

    private static void SuspectMethod(LoweringContext context, OpaqueBuilder text, IMethodSymbol method, IInvocationOperation call)
    {
        string name = $"{ExtensionBlocks.TypeOf(method).Name}.{method.Name}";
        string reason = ListUses.ReasonAgainst(context, call) + UnmarkedHelpers.ReasonAgainst(context, call, method);
        context.Suspect(text, call, UnmarkedHelpers.RunBy(call, method), ExternalAdvice.For(method), name, reason);
    }

    /// <summary>Is it a function that is called with real numbers?</summary>
    private static bool TakesReals(IArgumentOperation argument) => argument.Parameter is { Type: INamedTypeSymbol { DelegateInvokeMethod: { } function } }
        && function.Parameters.Any(parameter => !Purity.IsHarmless(parameter.Type));

    /// <summary>The type arguments of a method as C# writes them, or nothing.</summary>
    public static string TypeArguments(IMethodSymbol method) =>
        method.IsGenericMethod ? $"<{string.Join(", ", method.TypeArguments.Select(TypeLowering.FullName))}>" : "";

    /// <summary>What a member is asked of: an instance, else a type, which is a type parameter for a static member of its constraints.</summary>
    private readonly record struct Receiver(IOperation? Instance, ITypeSymbol Type)
    {
        /// <summary>What stands for the instance, if it is not the instance itself.</summary>
        public Expr? Text { get; private init; }

        /// <summary>The same, with what stands for a struct that the member changes.</summary>
        public Receiver Changed(LoweringContext context, ISymbol member, StructChange change, ReferenceArguments? outs) =>
            outs is null || change == StructChange.None ? this : this with { Text = outs.LowerReceiver(context, member, Instance!, change) };

        public static Receiver Of(IMemberReferenceOperation reference) => new(reference.Instance, reference.ConstrainedToType ?? reference.Member.ContainingType);
    }
}
