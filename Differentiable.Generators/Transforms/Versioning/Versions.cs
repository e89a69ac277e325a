using Differentiable.Generators.Ir;
using Differentiable.Generators.Transforms.Normalize;

namespace Differentiable.Generators.Transforms.Versioning;

/// <summary>
/// Renames variables so that each has one assignment: structured single assignment, with copies where control flow joins (Brandis and
/// Mössenböck, "Single-pass generation of static single-assignment form for structured languages", 1994). A value that the reverse
/// sweep needs is then simply a variable that still holds.
/// </summary>
internal sealed class Versions
{
    private readonly VariableSupply _supply;
    private Dictionary<Variable, Variable> _current = [];

    private Versions(VariableSupply supply) => _supply = supply;

    public static VersionedFunction Run(NormalizedFunction function, VariableSupply supply)
    {
        var pass = new Versions(supply);
        foreach (Parameter parameter in function.Source.Parameters)
        {
            if (parameter.IsInput)
                pass._current[parameter.Variable] = parameter.Variable;
        }
        List<Statement> body = pass.Rename(function.Body);
        EquatableArray<Variable> results = function.Results.Select(result => pass.Final(result, body)).ToEquatableArray();
        EquatableArray<Variable> finals = function.Source.Parameters.Select(parameter => pass.Final(parameter.Variable, body)).ToEquatableArray();
        return new(function.Source, new(body), results, finals);
    }

    /// <summary>The version that holds at the end; a method that always throws never assigns it.</summary>
    private Variable Final(Variable variable, List<Statement> body)
    {
        if (_current.TryGetValue(variable, out Variable? version))
            return version;
        version = _supply.Another(variable);
        body.Add(new Assign(version, Undefined(variable.Type)));
        return version;
    }

    private List<Statement> Rename(Block block)
    {
        var code = new List<Statement>();
        var declared = new List<Variable>();
        foreach (Statement statement in block.Statements)
            Rename(statement, code, declared);
        foreach (Variable variable in declared)
            _current.Remove(variable);
        return code;
    }

    private void Rename(Statement statement, List<Statement> code, List<Variable> declared)
    {
        switch (statement)
        {
            case Declare declare:
                declared.Add(declare.Variable);
                _current.Remove(declare.Variable);
                break;
            case If branch:
                Rename(branch, code);
                break;
            case For loop:
                Rename(loop, code);
                break;
            case While loop:
                Rename(loop, code);
                break;
            default:
                Statement renamed = statement.MapExpressions(Rename);
                code.Add(renamed.MapDefinitions(Define));
                break;
        }
    }

    private Variable Define(Variable variable) => _current[variable] = _supply.Another(variable);

    private Expr Rename(Expr expression) => expression.Rewrite(part =>
        part is Use use ? _current.TryGetValue(use.Variable, out Variable? version) ? new Use(version) : Undefined(part.Type) : part);

    /// <summary>What stands for a value that no path that reads it can see unassigned.</summary>
    private static Expr Undefined(IrType type) => type switch
    {
        ScalarType { Kind: ScalarKind.Boolean } => Constant.Of(false),
        ScalarType { Kind: ScalarKind.Int32 } => Constant.Of(0),
        { IsReal: true } => Constant.Real(type, 0),
        _ => Opaque.DefaultLiteral(type),
    };

    private void Rename(If branch, List<Statement> code)
    {
        Expr condition = Rename(branch.Condition);
        Dictionary<Variable, Variable> before = new(_current);
        List<Statement> then = Rename(branch.Then);
        Dictionary<Variable, Variable> afterThen = _current;
        _current = new(before);
        List<Statement> otherwise = Rename(branch.Else);
        Dictionary<Variable, Variable> afterElse = _current;
        if (Leaves(then))
            Guard(branch with { Condition = condition, Then = new(then), Else = Block.Empty }, otherwise, afterElse, code);
        else if (Leaves(otherwise))
            Guard(branch with { Condition = new Apply(Op.Not, IrType.Boolean, [condition]), Then = new(otherwise), Else = Block.Empty }, then, afterThen, code);
        else
        {
            Merge(afterThen, then, afterElse, otherwise);
            code.Add(branch with { Condition = condition, Then = new(then), Else = new(otherwise) });
        }
    }

    /// <summary>Where one branch throws, the other is simply what comes next: its values hold behind it.</summary>
    private void Guard(If guard, List<Statement> next, Dictionary<Variable, Variable> afterNext, List<Statement> code)
    {
        code.Add(guard);
        code.AddRange(next);
        _current = afterNext;
    }

    private static bool Leaves(List<Statement> branch) => branch.Count > 0 && branch[branch.Count - 1] is Throw;

    private void Merge(
        Dictionary<Variable, Variable> afterThen, List<Statement> then, Dictionary<Variable, Variable> afterElse, List<Statement> otherwise)
    {
        _current = [];
        foreach (Variable variable in afterThen.Keys.Union(afterElse.Keys).OrderBy(variable => variable.Id))
        {
            afterThen.TryGetValue(variable, out Variable? thenVersion);
            afterElse.TryGetValue(variable, out Variable? elseVersion);
            if (thenVersion == elseVersion)
            {
                _current[variable] = thenVersion!;
                continue;
            }
            Variable merged = Define(variable);
            then.Add(new Assign(merged, Value(thenVersion, variable)));
            otherwise.Add(new Assign(merged, Value(elseVersion, variable)));
        }
    }

    private static Expr Value(Variable? version, Variable variable) =>
        version is null ? Undefined(variable.Type) : new Use(version);

    private void Rename(For loop, List<Statement> code)
    {
        Statement header = loop.MapExpressions(Rename);
        List<(Variable Original, Variable Carried)> carried = Carry(loop.Body, code);
        Variable counter = Define(loop.Counter);
        List<Statement> body = Rename(loop.Body);
        _current.Remove(loop.Counter);
        Close(carried, body);
        code.Add(((For)header) with { Counter = counter, Body = new(body) });
        Leave(carried, code);
    }

    private void Rename(While loop, List<Statement> code)
    {
        Checkpointing? checkpointing = loop.Checkpointing is { Argument: { } argument } counted
            ? counted with { Argument = Rename(argument) }
            : loop.Checkpointing;
        List<(Variable Original, Variable Carried)> carried = Carry(loop.Body, code);
        Expr condition = loop.TestsAtEnd ? loop.Condition : Rename(loop.Condition);
        List<Statement> body = Rename(loop.Body);
        Close(carried, body);
        if (loop.TestsAtEnd)
            condition = Rename(loop.Condition);
        code.Add(loop with { Condition = condition, Body = new(body), Checkpointing = checkpointing });
        Leave(carried, code);
    }

    /// <summary>Makes a loop variable for each variable that the body assigns and that lives outside it.</summary>
    private List<(Variable Original, Variable Carried)> Carry(Block body, List<Statement> code)
    {
        var carried = new List<(Variable, Variable)>();
        foreach (Variable variable in AssignedOutside(body))
        {
            _current.TryGetValue(variable, out Variable? before);
            Variable loopVariable = _supply.Another(variable);
            code.Add(new Assign(loopVariable, Value(before, variable)));
            _current[variable] = loopVariable;
            carried.Add((variable, loopVariable));
        }
        return carried;
    }

    private static IEnumerable<Variable> AssignedOutside(Block body)
    {
        var declared = new HashSet<Variable>(body.DescendantStatements().OfType<Declare>().Select(declare => declare.Variable));
        return body.DescendantStatements()
            .Where(statement => statement is not For)
            .SelectMany(statement => statement.Defines())
            .Where(variable => !declared.Contains(variable))
            .Distinct()
            .OrderBy(variable => variable.Id);
    }

    /// <summary>Copies what the body leaves into the loop variables: all at once, so a copy never reads one that was already overwritten.</summary>
    private void Close(List<(Variable Original, Variable Carried)> carried, List<Statement> body)
    {
        HashSet<Variable> loopVariables = [.. carried.Select(pair => pair.Carried)];
        var copies = new List<Statement>();
        foreach ((Variable original, Variable loopVariable) in carried)
        {
            if (!_current.TryGetValue(original, out Variable? last) || last == loopVariable)
                continue;
            if (loopVariables.Contains(last))
            {
                Variable saved = _supply.Another(last);
                body.Add(new Assign(saved, new Use(last)));
                last = saved;
            }
            copies.Add(new Assign(loopVariable, new Use(last)));
        }
        body.AddRange(copies);
        foreach ((Variable original, Variable loopVariable) in carried)
            _current[original] = loopVariable;
    }

    /// <summary>Names the values behind the loop apart from those inside it.</summary>
    private void Leave(List<(Variable Original, Variable Carried)> carried, List<Statement> code)
    {
        foreach ((Variable original, Variable loopVariable) in carried)
        {
            Variable final = _supply.Another(original);
            code.Add(new Assign(final, new Use(loopVariable)));
            _current[original] = final;
        }
    }
}
