using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Calls;
using Differentiable.Generators.Lowering.Inlining;
using Differentiable.Generators.Lowering.Places;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Sequences;

/// <summary>What is known of the steps of a sequence: whether there is anything to differentiate in it, and what stands in the way.</summary>
internal sealed class QueryCheck
{
    private readonly LoweringContext _context;
    private bool _hasReals;

    private QueryCheck(LoweringContext context) => _context = context;

    /// <summary>Is a step given code of the user's, which other code could not be given as text?</summary>
    public bool HasFunctions { get; private set; }

    /// <summary>Do real numbers come in or out, or is there code of the user's? Others may stay text.</summary>
    public bool IsOfInterest => _hasReals || HasFunctions;

    /// <summary>The first of what is not known; null where all is.</summary>
    public QueryProblem? Problem { get; private set; }

    /// <summary>Looks at a step and at those that it takes its elements from.</summary>
    public static QueryCheck Of(LoweringContext context, IInvocationOperation call)
    {
        QueryCheck check = new(context);
        check.Look(call);
        return check;
    }

    private void Look(IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod;
        _hasReals |= method.TypeArguments.Append(method.ReturnType).Any(type => RealData.IsIn(Substitution.Of(type)));
        if (_context.QueryOf(method) is null)
            Problem ??= MirrorLibrary.IsQuery(method) ? QueryProblem.Unknown(call) : QueryProblem.NoArray(call, call);
        foreach (IArgumentOperation argument in call.Arguments)
            Look(call, argument);
    }

    private void Look(IInvocationOperation call, IArgumentOperation argument)
    {
        if (argument.Value.Type?.TypeKind == TypeKind.Delegate)
            LookAtFunction(call, argument);
        else if (Queries.IsSource(argument) && Queries.StepOf(argument.Value) is { } inner)
            Look(inner);
        else if (Queries.IsSource(argument) && !IsArray(argument.Value))
            Problem ??= QueryProblem.NoArray(call, Queries.Stripped(argument.Value));
    }

    private bool IsArray(IOperation source) => Queries.GivenArray(_context, source) is not null || Queries.ListedIn(source) is not null || LocalLists.IsOne(_context, source)
        || TypeLowering.Lower(Queries.Stripped(source).Type) is ArrayType { Rank: 1, Element: ScalarType or TensorType or StructType or ArrayType };

    private void LookAtFunction(IInvocationOperation call, IArgumentOperation argument)
    {
        HasFunctions = true;
        if (KnownFunctions.TryFind(_context, argument.Value) is not { } function)
            Problem ??= QueryProblem.UnknownFunction(argument);
        else if (!MirrorLibrary.IsOfArrays(call.TargetMethod) && SetBy(function) is { } target)
            Problem ??= QueryProblem.Sets(call, argument, target);
        else if (Queries.IsSequence(function.Symbol.ReturnType))
            LookAtResult(call, argument, function);
    }

    /// <summary>What the function sets that is declared outside of it: LINQ runs it element by element, here it is run for all of them at once.</summary>
    private IOperation? SetBy(FunctionPlace function) =>
        function.Body.Descendants().Select(part => Targets.SetBy(part) ?? ListChangedBy(part)).FirstOrDefault(target => target is not null && IsOutside(target, function.Body));

    private IOperation? ListChangedBy(IOperation part) => LocalLists.IsChangedBy(_context, part) ? part : null;

    private static bool IsOutside(IOperation target, IOperation body) => target switch
    {
        // What makes an object sets what is in it.
        IMemberReferenceOperation { Instance: IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver } } => false,
        IFieldReferenceOperation { Instance: { Type.IsValueType: true } whole } => IsOutside(whole, body),
        ILocalReferenceOperation local => local.Local.DeclaringSyntaxReferences.All(reference => !body.Syntax.Span.Contains(reference.Span)),
        IDeclarationExpressionOperation or IDiscardOperation => false,
        _ => true,
    };

    /// <summary>A sequence that a function makes of an element is run at once as well.</summary>
    private void LookAtResult(IInvocationOperation call, IArgumentOperation argument, FunctionPlace function)
    {
        bool isRead = argument.Parameter!.OriginalDefinition.Type is INamedTypeSymbol { DelegateInvokeMethod.ReturnType: var expected } && Queries.IsSequence(expected);
        if (!isRead)
            Problem ??= QueryProblem.Kept(call, argument);
        else if (function.Body.Operations is not [IReturnOperation { ReturnedValue: { } made }])
            Problem ??= QueryProblem.Statements(call, argument);
        else if (Queries.StepOf(made) is { } inner)
            Look(inner);
        else if (!IsArray(made))
            Problem ??= QueryProblem.NoArray(call, Queries.Stripped(made));
    }
}
