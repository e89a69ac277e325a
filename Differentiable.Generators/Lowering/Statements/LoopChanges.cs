using Differentiable.Generators.Lowering.Calls;
using Differentiable.Generators.Lowering.Inlining;
using Differentiable.Generators.Lowering.Sequences;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Statements;

/// <summary>
/// What changes a collection in a loop over it: there, or in code that is called there. The next round of such a loop throws, but generated code, which goes over elements by their index or over a copy, would
/// go on. A change behind which the loop is left is none.
/// </summary>
internal sealed class LoopChanges
{
    /// <summary>How the names of methods begin that change the collection which they are called on.</summary>
    private static readonly string[] s_changing =
        ["Add", "Insert", "Remove", "Clear", "Sort", "Reverse", "Push", "Pop", "Enqueue", "Dequeue", "Set", "TryAdd", "TryPop", "TryDequeue", "UnionWith", "ExceptWith", "IntersectWith", "SymmetricExceptWith"];

    private readonly LoweringContext _context;
    private readonly IForEachLoopOperation _loop;
    private readonly HashSet<(ISymbol Code, ISymbol Collection)> _open = [];

    private LoopChanges(LoweringContext context, IForEachLoopOperation loop)
    {
        _context = context;
        _loop = loop;
    }

    /// <summary>The first such change; null where there is none.</summary>
    public static IOperation? Find(LoweringContext context, IForEachLoopOperation loop, IOperation collection) =>
        SymbolOf(collection) is { } symbol && collection.Type is { TypeKind: TypeKind.Class or TypeKind.Interface } ? new LoopChanges(context, loop).In(loop.Body, symbol) : null;

    private static ISymbol? SymbolOf(IOperation? collection) => collection switch
    {
        ILocalReferenceOperation { IsDeclaration: false } local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter.OriginalDefinition,
        IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } field => field.Field.OriginalDefinition,
        IConversionOperation { OperatorMethod: null } conversion => SymbolOf(conversion.Operand),
        _ => null,
    };

    private static bool Is(IOperation? operation, ISymbol collection) => operation is not null && SymbolEqualityComparer.Default.Equals(SymbolOf(operation), collection);

    private IOperation? In(IOperation code, ISymbol collection) =>
        code.Descendants().FirstOrDefault(operation => (Changes(operation, collection) || Runs(operation, collection)) && !IsLeftBehind(operation));

    private static bool Changes(IOperation operation, ISymbol collection) => operation switch
    {
        IInvocationOperation call => Is(call.Instance, collection) && s_changing.Any(name => call.TargetMethod.Name.StartsWith(name, StringComparison.Ordinal)),
        IPropertyReferenceOperation element => Is(element.Instance, collection) && ListUses.IsSet(element),
        IImplicitIndexerReferenceOperation element => Is(element.Instance, collection) && ListUses.IsSet(element),
        _ => false,
    };

    /// <summary>Does it run code that changes the collection, or a parameter that the collection is given for?</summary>
    private bool Runs(IOperation operation, ISymbol collection)
    {
        if (operation is not IInvocationOperation call || CodeOf(call) is not var (method, code))
            return false;
        IEnumerable<ISymbol> given = call.Arguments.Where(argument => Is(argument.Value, collection)).Select(argument => method.Parameters.ElementAtOrDefault(argument.Parameter!.Ordinal)).OfType<ISymbol>();
        return given.Prepend(collection).Any(name => RunsIn(method, code, name));
    }

    private bool RunsIn(IMethodSymbol method, IBlockOperation code, ISymbol collection)
    {
        if (!_open.Add((method, collection)))
            return false;
        return In(code, collection) is not null;
    }

    private (IMethodSymbol Method, IBlockOperation Code)? CodeOf(IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod.OriginalDefinition;
        if (method.MethodKind == MethodKind.DelegateInvoke)
            return call.Instance is { } target && KnownFunctions.TryFind(_context, target) is { } known ? (known.Symbol, known.Body) : null;
        if (method.MethodKind == MethodKind.LocalFunction)
            return _context.LocalFunctions.TryGetValue(method, out ILocalFunctionOperation? function) && function.Body is { } body ? (method, body) : null;
        return InlinedCode.Of(_context, method) is { Block: { } block } code && _context.IsOfUser(code.Declaration.SyntaxTree) ? (code.Method, block) : null;
    }

    /// <summary>Does the code behind it, in a block around it, leave the loop? In code that is called there, it does not.</summary>
    private bool IsLeftBehind(IOperation change)
    {
        bool isLeft = false;
        for (IOperation? inside = change; inside?.Parent is { } around; inside = around)
        {
            if (inside == _loop.Body)
                return isLeft;
            isLeft |= around is IBlockOperation block && Leaves([.. block.Operations.SkipWhile(statement => statement != inside)]);
        }
        return false;
    }

    private bool Leaves(IReadOnlyList<IOperation> statements)
    {
        bool mayGoOn = statements.SelectMany(statement => statement.DescendantsAndSelf()).Any(part => part is IBranchOperation jump && !IsExit(jump));
        return !mayGoOn && statements[statements.Count - 1] is IReturnOperation or IThrowOperation or IBranchOperation;
    }

    private bool IsExit(IBranchOperation jump) => SymbolEqualityComparer.Default.Equals(jump.Target, _loop.ExitLabel);
}
