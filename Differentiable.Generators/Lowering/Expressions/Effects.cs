using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Structs;
using Convert = Differentiable.Generators.Ir.Convert;

namespace Differentiable.Generators.Lowering.Expressions;

/// <summary>What a run of statements may change, so that operands that were evaluated before it can be saved first.</summary>
internal sealed class Effects
{
    private readonly HashSet<int> _assigned = [];
    private readonly HashSet<EquatableArray<string>> _stored = [];
    private bool _writesElements;

    public static Effects Of(IEnumerable<Statement> statements)
    {
        Effects effects = new();
        effects.Collect(statements);
        return effects;
    }

    /// <summary>May the value of this expression differ after the statements, or does its own effect belong before them?</summary>
    public bool MayChange(Expr expr) => expr switch
    {
        Constant => false,
        Use use => _assigned.Contains(use.Variable.Id),
        Apply apply => Any(apply.Arguments),
        Convert convert => MayChange(convert.Operand),
        Conditional c => MayChange(c.Condition) || MayChange(c.WhenTrue) || MayChange(c.WhenFalse),
        Element element => Writes(element.Path) || MayChange(element.Storage) || Any(element.Indices),
        Length length => MayChange(length.Storage) || (length.Storage is Element row && Writes(row.Path)),
        StructValue { Struct.IsInline: true, Elements: [var elements] } => _writesElements || _stored.Count > 0 || MayChange(elements),
        StructValue tuple => Any(tuple.Elements),
        Opaque opaque => !opaque.IsPure || Any(opaque.Arguments),
        _ => true,
    };

    /// <summary>Are elements written, or of structs the leaf that the path leads to?</summary>
    private bool Writes(EquatableArray<string> path) => _writesElements || _stored.Contains(path);

    private bool Any(EquatableArray<Expr> expressions)
    {
        foreach (Expr expr in expressions)
        {
            if (MayChange(expr))
                return true;
        }
        return false;
    }

    private void Collect(IEnumerable<Statement> statements)
    {
        foreach (Statement statement in statements)
            Collect(statement);
    }

    private void Collect(Statement statement)
    {
        switch (statement)
        {
            case Assign assign:
                _assigned.Add(assign.Target.Id);
                break;
            case Store store:
                _stored.Add(store.Path);
                break;
            case Call call:
                CollectCall(call);
                break;
            case If branch:
                Collect(branch.Then.Statements);
                Collect(branch.Else.Statements);
                break;
            case Loop loop:
                Collect(loop.Prelude.Statements);
                Collect(loop.Body.Statements);
                Collect(loop.Step.Statements);
                break;
        }
    }

    private void CollectCall(Call call)
    {
        foreach (Variable? result in call.Results)
        {
            if (result is not null)
                _assigned.Add(result.Id);
        }
        foreach (Parameter parameter in call.Callee.Parameters)
            _writesElements |= parameter.IsMutated;
    }
}
