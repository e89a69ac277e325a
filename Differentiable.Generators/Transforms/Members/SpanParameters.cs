using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Transforms.Members;

/// <summary>
/// The vector parameters of members that generated code calls: spans, whatever they are in the function, so that callers can pass their own
/// pooled storage.
/// </summary>
internal sealed class SpanParameters(Function source, VariableSupply supply)
{
    /// <summary>The guard of the framework. One of the user's by the same name may do more than look.</summary>
    private const string NullGuard = "global::System.ArgumentNullException.ThrowIfNull(";

    private readonly Dictionary<Variable, Variable> _spans = source.Parameters.ToDictionary(parameter => parameter.Variable, AsSpan);

    public MemberParameter Of(MemberParameter parameter) => parameter with
    {
        Variable = Of(parameter.Variable),
        AnnotatedType = IsRetyped(parameter.Variable) ? null : parameter.AnnotatedType,
    };

    /// <summary>The member with spans for arrays, and leaves for structs.</summary>
    public Member InMember(Member member) => member with
    {
        Parameters = member.Parameters.Select(parameter => (_spans.ContainsKey(parameter.Variable) ? Of(parameter) : parameter) with { Part = null, IsOwn = false }).ToEquatableArray(),
        Body = In(member.Body),
    };

    public Variable Of(Variable parameter) => _spans[parameter];

    /// <summary>The parameter as the member takes it.</summary>
    public Parameter Of(Parameter parameter) => parameter.Type.IsVector ? parameter with { Variable = Of(parameter.Variable), MayBeNull = false } : parameter;

    /// <summary>Vectors come in as spans, which are never null: what only looks at the array as an object goes.</summary>
    public Block In(Block block)
    {
        IEnumerable<Statement> kept = block.Statements.Where(statement => statement is not Evaluate { Value: Opaque opaque } || !IsOfUser(opaque) || !LooksAtObject(opaque));
        return new Block(kept.ToList()).MapStatements(statement => statement
            .MapExpressions(expression => expression.Rewrite(RetypedPart))
            .MapBlocks(In));
    }

    /// <summary>A vector is returned as an array: what comes from the workspace goes back to it.</summary>
    public Expr AsReturned(Variable output, List<Statement> code)
    {
        if (output.Type is not SpanType span)
            return new Use(output);
        var type = new ArrayType(span.ElementType, 1);
        Variable array = supply.New(output.Name, type, VariableRole.Helper);
        code.Add(new Assign(array, new CopyOf(type, new Use(output))));
        return new Use(array);
    }

    private Expr RetypedPart(Expr part) => part switch
    {
        Use use when IsRetyped(use.Variable) => new Use(_spans[use.Variable]),
        Opaque opaque when IsOfUser(opaque) && opaque.Arguments.Any(argument => argument is Use { Type: SpanType }) => WithArrays(opaque),
        _ => part,
    };

    /// <summary>Other code that takes an array, and only reads it, is given a copy.</summary>
    private Opaque WithArrays(Opaque opaque)
    {
        List<Expr> arguments = [.. opaque.Arguments];
        for (int i = 0; i < arguments.Count; i++)
        {
            if (IsPassed(opaque, i) && arguments[i] is Use { Variable: var span } use && _spans.Any(pair => pair.Value == span && pair.Key.Type is ArrayType))
                arguments[i] = new Opaque(new ArrayType(span.Type.Element!, 1), ["", ".ToArray()"], [use], IsPure: true);
        }
        return opaque with { Arguments = arguments };
    }

    /// <summary>Does the text ask about the array itself, as guards do, and not hand it on?</summary>
    private bool LooksAtObject(Opaque opaque)
    {
        for (int i = 0; i < opaque.Arguments.Count; i++)
        {
            if (opaque.Arguments[i] is Use use && IsRetyped(use.Variable) && (!IsPassed(opaque, i) || opaque.Text[i] == NullGuard))
                return true;
        }
        return false;
    }

    private static bool IsPassed(Opaque opaque, int argument)
    {
        string before = opaque.Text[argument].TrimEnd(), after = opaque.Text[argument + 1];
        return before.Length > 0 && before[before.Length - 1] is '(' or ',' && after.Length > 0 && after[0] is ')' or ',';
    }

    private static bool IsOfUser(Opaque opaque) => !ThroughNumbers.IsOne(opaque) && !opaque.Variables().Any(variable => variable.Role is VariableRole.Helper or VariableRole.Shadow);

    private bool IsRetyped(Variable variable) => _spans.TryGetValue(variable, out Variable? span) && span != variable;

    private static Variable AsSpan(Parameter parameter) => parameter.Type.IsVector
        ? parameter.Variable with { Type = new SpanType(parameter.Type.Element!, parameter.IsReadOnlyInHalves) }
        : parameter.Variable;
}
