using Differentiable.Generators.Analysis;
using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Transforms.Versioning;

/// <summary>
/// Retypes local vectors as spans, so that the emitted code can take them from a workspace instead of the heap, read-only ones where nothing
/// is written through them. A vector that leaves the function's own code (as an argument of an inactive call, as a row of a jagged array)
/// stays as it is.
/// </summary>
internal static class Pooling
{
    public static VersionedFunction Run(VersionedFunction function)
    {
        Block body = function.Body;
        var classes = new StorageClasses(body);
        HashSet<Variable> parameters = [.. function.Source.Parameters.Select(parameter => parameter.Variable)];
        HashSet<Variable> escaping = [.. body.DescendantStatements().SelectMany(statement => Escaping(statement, parameters, classes)), .. Received(body, classes)];
        RequireOwn(body, classes, escaping, parameters);
        HashSet<Variable> given = [.. parameters.Where(parameter => parameter.Type.IsVector).Select(classes.Of)], written = Written(body);
        HashSet<Variable> writtenClasses = [.. written.Select(classes.Of)];
        HashSet<Variable> readOnly = [.. function.Source.Parameters
            .Where(parameter => parameter is { IsMutated: false, Type.IsStorage: true })
            .Select(parameter => classes.Of(parameter.Variable))];
        bool IsWritten(Variable variable) => readOnly.Contains(classes.Of(variable))
            ? written.Contains(variable)
            : writtenClasses.Contains(classes.Of(variable));
        Variable RetypeOne(Variable variable) =>
            variable.Type.IsVector
            && (IsPooled(variable.Type) || given.Contains(classes.Of(variable)))
            && !parameters.Contains(variable)
            && !escaping.Contains(classes.Of(variable))
                ? variable with { Type = new SpanType(variable.Type.Element!, variable.Type is SpanType { IsReadOnly: true } || !IsWritten(variable)) }
                : variable;
        return function with
        {
            Body = Retype(body, RetypeOne),
            Results = function.Results.Map(RetypeOne),
            Finals = function.Finals.Map(RetypeOne),
        };
    }

    /// <summary>Can a workspace hold the elements? Other vectors are spans where they are names of parameters, which generated callers give as spans.</summary>
    private static bool IsPooled(IrType vector) =>
        vector.Leaf is not (OpaqueType { IsIntegral: false } or TensorType or StructType { IsUnmanaged: false }) || vector is SpanType { ElementType: TensorType };

    /// <summary>
    /// The classes of arrays that calls return or objects give in loops, or that variables stand for in turn: a reference to such an array may
    /// have to be kept, and a span over it cannot be.
    /// </summary>
    private static IEnumerable<Variable> Received(Block body, StorageClasses classes)
    {
        List<Statement> statements = [.. body.DescendantStatements()];
        HashSet<Variable> inTurn = [.. statements.OfType<Assign>()
            .Where(assign => assign.Target.Type.IsStorage)
            .GroupBy(assign => assign.Target)
            .Where(group => group.Count() > 1)
            .Select(group => classes.Of(group.Key))];
        HashSet<Statement> inLoops = new(
            statements.Where(statement => statement is For or While).SelectMany(loop => loop.DescendantsAndSelf()), ReferenceComparer.Instance);
        return statements.SelectMany(statement => ReceivedBy(statement)
            .Where(result => result is { Type.IsStorage: true })
            .Select(result => classes.Of(result!))
            .Where(storage => inLoops.Contains(statement) || inTurn.Contains(storage)));
    }

    private static IEnumerable<Variable?> ReceivedBy(Statement statement) => statement switch
    {
        Call call => call.Results,
        Assign { Value: Opaque { IsPure: false } } assign => [assign.Target],
        _ => [],
    };

    /// <summary>A variable that stays an array cannot stand for a parameter, which is a span to some callers.</summary>
    private static void RequireOwn(Block body, StorageClasses classes, HashSet<Variable> escaping, HashSet<Variable> parameters)
    {
        HashSet<Variable> shared = [.. body.DescendantStatements()
            .SelectMany(statement => statement.Defines())
            .Where(variable => variable.Type is ArrayType)
            .Select(classes.Of)
            .Where(escaping.Contains)];
        List<Variable> foreign = [.. parameters.Where(parameter => parameter.Type.IsVector && shared.Contains(classes.Of(parameter)))];
        if (foreign.Count > 0)
            throw new ParameterStorageException(foreign);
    }

    private static Block Retype(Block block, Func<Variable, Variable> retype) => block.MapStatements(statement => statement
        .MapExpressions(expression => expression.Rewrite(part => part is Use use ? Retyped(use, retype) : part))
        .MapDefinitions(retype)
        .MapBlocks(inner => Retype(inner, retype)))
        .MapStatements(RetypeMade);

    /// <summary>What is made is of the type of the variable that it is made for.</summary>
    private static Statement RetypeMade(Statement statement) => statement is Assign { Target.Type: SpanType type } assign
        ? assign.Value switch
        {
            NewStorage made when made.Type != type => assign with { Value = made with { Type = type } },
            CopyOf copy when copy.Type != type => assign with { Value = copy with { Type = type } },
            Use { Type: ArrayType } array => assign with { Value = new View(type, array) },
            Opaque opaque when opaque.Type != type => assign with { Value = opaque with { Type = type } },
            _ => assign,
        }
        : statement;

    private static Use Retyped(Use use, Func<Variable, Variable> retype)
    {
        Variable variable = retype(use.Variable);
        return variable == use.Variable ? use : new(variable);
    }

    /// <summary>The variables through which elements are written, made or brought back, and those that they got their storage from.</summary>
    private static HashSet<Variable> Written(Block body)
    {
        List<Statement> statements = [.. body.DescendantStatements()];
        List<Assign> assigns = [.. statements.OfType<Assign>().Where(assign => assign.Target.Type.IsStorage)];
        HashSet<Variable> written = [.. statements.SelectMany(Written).Select(StorageClasses.BaseOf)];
        written.UnionWith(assigns.Where(assign => assign.Value is NewStorage or CopyOf).Select(assign => assign.Target));
        for (int before = -1; before != written.Count;)
        {
            before = written.Count;
            written.UnionWith(assigns
                .Where(assign => written.Contains(assign.Target) && assign.Value is not (NewStorage or CopyOf))
                .SelectMany(assign => assign.Value.Variables())
                .Where(variable => variable.Type.IsStorage));
        }
        return written;
    }

    private static IEnumerable<Expr> Written(Statement statement) => statement switch
    {
        Store store => [store.Storage],
        Call call => call.Bindings()
            .Where(pair => pair.Parameter.Type.IsStorage && !pair.Parameter.IsReadOnlyInHalves)
            .Select(pair => pair.Argument!),
        Return result => result.Values.Where(value => value.Type.IsStorage),
        _ => [],
    };

    /// <summary>A parameter is what its caller gives, whatever it is passed on to.</summary>
    private static IEnumerable<Variable> Escaping(Statement statement, HashSet<Variable> parameters, StorageClasses classes)
    {
        IEnumerable<Expr> opaque = statement.Expressions()
            .SelectMany(expression => expression.DescendantsAndSelf())
            .OfType<Opaque>()
            .SelectMany(part => part.Arguments)
            .Where(argument => argument is not Use { Type: ArrayType } use || !parameters.Contains(use.Variable));
        if (statement is Store { Value.Type.IsStorage: true } row)
            opaque = opaque.Append(row.Value);
        if (statement is Call { Callee.Rule: not null } call)
            opaque = opaque.Concat(call.Bindings().Where(pair => pair.Parameter.Type is ArrayType).Select(pair => pair.Argument!));
        if (statement is Assign { Value: Element { Type.IsStorage: true } alias })
            opaque = opaque.Append(alias);
        return opaque.Where(argument => argument is Use or Element && argument.Type.IsWritable).Select(classes.Of);
    }
}
