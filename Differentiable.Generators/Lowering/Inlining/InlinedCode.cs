using System.Collections.Immutable;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Calls;
using Differentiable.Generators.Lowering.OtherCode;
using Differentiable.Generators.Lowering.Structs;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Inlining;

/// <summary>The code of a member that is lowered in place of its calls, and what of its surroundings it writes.</summary>
/// <param name="Method">The member.</param>
/// <param name="Declaration">Where it stands.</param>
/// <param name="Body">What it does; null for a constructor that is no more than its parameters.</param>
/// <param name="Types">What its type parameters stand for.</param>
internal sealed record InlinedCode(IMethodSymbol Method, SyntaxNode Declaration, IOperation? Body, Substitution Types)
{
    /// <summary>The parameters of what is called, as the code names them.</summary>
    public ImmutableArray<IParameterSymbol> Parameters { get; init; } = Method.Parameters;

    /// <summary>The functions that it is given.</summary>
    public IReadOnlyList<IMethodSymbol> Functions { get; init; } = [];

    /// <summary>The member's code, or null when there is none in this compilation.</summary>
    public static InlinedCode? Of(LoweringContext context, IMethodSymbol method)
    {
        IMethodSymbol definition = context.Mirrored(method.PartialImplementationPart ?? method).OriginalDefinition;
        if (definition.DeclaringSyntaxReferences.FirstOrDefault() is not { } reference || !context.Knows(reference.SyntaxTree))
            return null;
        SyntaxNode declaration = reference.GetSyntax(context.Cancellation);
        context.MarkRead(declaration.SyntaxTree);
        if (declaration is TypeDeclarationSyntax && method.MethodKind != MethodKind.Constructor)
            return null;
        IOperation? body = declaration is TypeDeclarationSyntax ? null : context.ModelOf(declaration.SyntaxTree).GetOperation(declaration, context.Cancellation);
        bool isCode = declaration is TypeDeclarationSyntax || BlockOf(body) is not null || body is IConstructorBodyOperation;
        if (!isCode)
            return null;
        if (ExtensionBlocks.MemberOf(method, declaration) is not { } member)
            return new(definition, declaration, body, Substitution.For(context.Model.Compilation, method));
        definition = member.OriginalDefinition;
        return new(definition, declaration, body, Substitution.For(context.Model.Compilation, member)) { Parameters = ExtensionBlocks.ParametersOf(context, definition, declaration) };
    }

    /// <summary>What a method does that is written down in this mirror, whose type parameters may have other constraints.</summary>
    public static InlinedCode OfMirror(LoweringContext context, IMethodSymbol method, IMethodSymbol mirror)
    {
        SyntaxNode declaration = mirror.DeclaringSyntaxReferences[0].GetSyntax(context.Cancellation);
        IOperation? body = context.ModelOf(declaration.SyntaxTree).GetOperation(declaration, context.Cancellation);
        return new(mirror, declaration, body, Substitution.For(context.Model.Compilation, method, mirror));
    }

    /// <summary>Is it a static method that is the same whoever calls it: no operator, no accessor, and none that a type of its own stands in for?</summary>
    public static bool IsPlainStatic(IMethodSymbol method) => method is { MethodKind: MethodKind.Ordinary, IsStatic: true, IsAbstract: false, IsVirtual: false };

    /// <summary>What is left when the member is no constructor.</summary>
    public IBlockOperation? Block => BlockOf(Body);

    /// <summary>May it write the struct that it is called on?</summary>
    public bool WritesSelf(LoweringContext context) => Method.MethodKind == MethodKind.Constructor
        || (!Method.IsStatic && !Method.IsReadOnly && Writes(context, IsSelf, []));

    /// <summary>May it write its parameter, or a field of it?</summary>
    public bool Writes(LoweringContext context, IParameterSymbol parameter) => Writes(
        context, root => root is IParameterReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Parameter.OriginalDefinition, parameter.OriginalDefinition), []);

    /// <summary>Is it an expression that reads its parameter, or each field of it, no more than once? Then what it is given can stand in that place.</summary>
    public bool ReadsOnce(IParameterSymbol parameter) => ReadsOnce(
        root => root is IParameterReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Parameter.OriginalDefinition, parameter.OriginalDefinition));

    /// <summary>The same for the struct that it is called on.</summary>
    public bool ReadsSelfOnce() => ReadsOnce(IsSelf);

    /// <summary>What a type that the code mentions is for this call.</summary>
    public IrType TypeOf(ITypeSymbol? type)
    {
        using Substitution.Scope scope = Types.Enter();
        return TypeLowering.Lower(type);
    }

    private bool ReadsOnce(Func<IOperation, bool> isRoot)
    {
        if (Block is not { Operations: [IReturnOperation { ReturnedValue: { } value }] } || Parameters.Any(parameter => TypeOf(parameter.Type).IsStorage))
            return false;
        HashSet<string> read = [];
        foreach (IOperation root in value.DescendantsAndSelf().Where(isRoot))
        {
            string? field = FieldReadOf(root);
            if ((field is null && root.Type is { } type && TypeOf(type) is StructType) || !read.Add(field ?? ""))
                return false;
        }
        return true;
    }

    /// <summary>The field that is read of the root, or that it is; null where it is read whole, or by code.</summary>
    private static string? FieldReadOf(IOperation root) => root switch
    {
        IParameterReferenceOperation { Parameter: var parameter } when CapturedParameters.FieldOf(parameter) is { } captured => captured.Name,
        { Parent: IFieldReferenceOperation { Field: var field } } => field.Name,
        { Parent: IPropertyReferenceOperation { Property: { IsIndexer: false } property } } when StoredProperties.IsStored(property) => property.Name,
        _ => null,
    };

    private bool Writes(LoweringContext context, Func<IOperation, bool> isRoot, HashSet<ISymbol> asked) => Body is not null && Body.DescendantsAndSelf().Any(operation => operation switch
    {
        ISimpleAssignmentOperation assignment => IsIn(assignment.Target, isRoot) || (assignment.IsRef && IsIn(assignment.Value, isRoot)),
        ICompoundAssignmentOperation assignment => IsIn(assignment.Target, isRoot),
        IIncrementOrDecrementOperation increment => IsIn(increment.Target, isRoot),
        IDeconstructionAssignmentOperation deconstruction => deconstruction.Target.DescendantsAndSelf().Any(target => IsIn(target, isRoot)),
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument => IsIn(argument.Value, isRoot),
        IVariableDeclaratorOperation { Symbol.RefKind: RefKind.Ref, Initializer.Value: var referred } => IsIn(referred, isRoot),
        IConversionOperation { Type: var span } conversion when TypeOf(span) is SpanType { IsReadOnly: false } => IsIn(conversion.Operand, isRoot),
        IInlineArrayAccessOperation { Type: var span } slice when TypeOf(span) is SpanType { IsReadOnly: false } => IsIn(slice.Instance, isRoot),
        IReturnOperation { ReturnedValue: { } referred } result => IsIn(referred, isRoot) && HandsOut(result),
        IForEachLoopOperation { LoopControlVariable: IVariableDeclaratorOperation { Symbol.RefKind: RefKind.Ref } } loop => IsIn(loop.Collection, isRoot),
        IInvocationOperation { Instance: { Type.IsReferenceType: false } instance } call => IsIn(instance, isRoot) && MayWriteSelf(context, call.TargetMethod, asked),
        IPropertyReferenceOperation { Instance: { Type.IsReferenceType: false } instance, Property.GetMethod: { } getter } => IsIn(instance, isRoot) && MayWriteSelf(context, getter, asked),
        _ => false,
    });

    /// <summary>In doubt it may, which only costs a copy.</summary>
    private static bool MayWriteSelf(LoweringContext context, IMethodSymbol method, HashSet<ISymbol> asked)
    {
        if (method.IsReadOnly || method.IsStatic || method.IsImplicitlyDeclared || !asked.Add(method.OriginalDefinition))
            return false;
        if (Of(context, method) is { } code)
            return code.Writes(context, IsSelf, asked);
        return context.Rules.Find(method) is { Count: > 0 } rules ? rules.Any(rule => rule.ChangesSelf) : ChangedStructs.MayBeChangedBy(method);
    }

    /// <summary>Is it the struct, or a parameter of its primary constructor that it keeps?</summary>
    private static bool IsSelf(IOperation root) => root is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }
        || root is IParameterReferenceOperation { Parameter: var parameter } && CapturedParameters.FieldOf(parameter) is not null;

    /// <summary>Does the member, or a local function in it, return a reference through which all can be written that it refers to?</summary>
    private bool HandsOut(IReturnOperation result)
    {
        IOperation? around = result.Parent;
        while (around is not (null or ILocalFunctionOperation or IAnonymousFunctionOperation))
            around = around.Parent;
        return around switch
        {
            ILocalFunctionOperation local => local.Symbol.ReturnsByRef,
            IAnonymousFunctionOperation lambda => lambda.Symbol.ReturnsByRef,
            _ => Method.ReturnsByRef,
        };
    }

    private static bool IsIn(IOperation target, Func<IOperation, bool> isRoot) => isRoot(target) || target switch
    {
        IFieldReferenceOperation { Instance: { } instance } => IsIn(instance, isRoot),
        IPropertyReferenceOperation { Instance: { } instance } => IsIn(instance, isRoot),
        IInlineArrayAccessOperation element => IsIn(element.Instance, isRoot),
        IConditionalOperation { IsRef: true } choice => IsIn(choice.WhenTrue, isRoot) || IsIn(choice.WhenFalse!, isRoot),
        _ => false,
    };

    private static IBlockOperation? BlockOf(IOperation? body) => body switch
    {
        IMethodBodyOperation method => method.BlockBody ?? method.ExpressionBody,
        IConstructorBodyOperation constructor => constructor.BlockBody ?? constructor.ExpressionBody,
        IBlockOperation block => block,
        _ => null,
    };
}
