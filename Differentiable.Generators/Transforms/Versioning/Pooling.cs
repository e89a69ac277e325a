using Differentiable.Generators.Analysis;
using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Transforms.Versioning;

/// <summary>
/// Retypes local vectors as spans, so that the emitted code can take them from a workspace instead of the heap, read-only ones where nothing
/// is written through them, and spells their initializers out as stores. A vector that leaves the function's own code (as an argument of an
/// inactive call, as a row of a jagged array) stays as it is.
/// </summary>
internal static class Pooling
{
    public static VersionedFunction Run(VersionedFunction function)
    {
        Block body = SpellOutElements(function.Body);
        var classes = new StorageClasses(body);
        HashSet<Variable> escaping = [.. body.DescendantStatements().SelectMany(statement => Escaping(statement, classes))];
        HashSet<Variable> parameters = [.. function.Source.Parameters.Select(parameter => parameter.Variable)];
        HashSet<Variable> written = [.. body.DescendantStatements().SelectMany(Written).Select(classes.Of)];
        Variable RetypeOne(Variable variable) =>
            variable.Type is SpanType or ArrayType { Rank: 1, ElementType.IsStorage: false }
            && !parameters.Contains(variable)
            && !escaping.Contains(classes.Of(variable))
                ? variable with { Type = new SpanType(variable.Type.Element!, IsReadOnly(variable)) }
                : variable;
        bool IsReadOnly(Variable variable) => variable.Type is SpanType { IsReadOnly: true } || !written.Contains(classes.Of(variable));
        return function with
        {
            Body = Retype(body, RetypeOne),
            Results = function.Results.Map(RetypeOne),
            Finals = function.Finals.Map(RetypeOne),
        };
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

    private static IEnumerable<Expr> Written(Statement statement) => statement switch
    {
        Store store => [store.Storage],
        Call call => call.Bindings()
            .Where(pair => pair.Parameter.Type.IsStorage && !pair.Parameter.IsReadOnlyInHalves)
            .Select(pair => pair.Argument!),
        Return result => result.Values.Where(value => value.Type.IsStorage),
        _ => [],
    };

    private static IEnumerable<Variable> Escaping(Statement statement, StorageClasses classes)
    {
        IEnumerable<Expr> opaque = statement.Expressions()
            .SelectMany(expression => expression.DescendantsAndSelf())
            .OfType<Opaque>()
            .SelectMany(part => part.Arguments);
        if (statement is Store { Value.Type.IsStorage: true } row)
            opaque = opaque.Append(row.Value);
        if (statement is Assign { Value: Element { Type.IsStorage: true } alias })
            opaque = opaque.Append(alias);
        return opaque.Where(argument => argument is Use or Element && argument.Type is ArrayType or SpanType { IsReadOnly: false }).Select(classes.Of);
    }

    private static Block SpellOutElements(Block block)
    {
        var code = new List<Statement>();
        foreach (Statement statement in block.Statements)
        {
            if (statement is Assign { Value: NewStorage { Elements.Count: > 0 } made } assign)
                SpellOut(assign, made, code);
            else
                code.Add(statement.MapBlocks(SpellOutElements));
        }
        return new(code);
    }

    private static void SpellOut(Assign assign, NewStorage made, List<Statement> code)
    {
        EquatableArray<Expr> lengths = made.Lengths.Count > 0 ? made.Lengths : [Constant.Of(made.Elements.Count)];
        code.Add(assign with { Value = made with { Lengths = lengths, Elements = [] } });
        int columns = lengths is [_, Constant { Value: int width }] ? width : made.Elements.Count;
        for (int i = 0; i < made.Elements.Count; i++)
        {
            EquatableArray<Expr> indices = lengths.Count == 2 ? [Constant.Of(i / columns), Constant.Of(i % columns)] : [Constant.Of(i)];
            code.Add(new Store(new Use(assign.Target), indices, made.Elements[i]) { Note = assign.Note });
        }
    }
}
