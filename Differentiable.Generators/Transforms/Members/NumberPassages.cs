using Differentiable.Generators.Analysis;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Transforms.Adjoint;
using Differentiable.Generators.Transforms.Runtime;

namespace Differentiable.Generators.Transforms.Members;

/// <summary>
/// What of generated code depends on its tensors through a number: a tape that records the code follows tensors, and loses the rest. Each variable knows on which ways the tensors that come in
/// reach it, whatever the order of the statements is; that a number decides which way the code takes is no dependence.
/// </summary>
internal sealed class NumberPassages
{
    private readonly AdjointContext _context;
    private readonly HashSet<Variable> _primal, _onlyRead;
    private readonly Dictionary<Variable, Ways> _ways = [];
    private bool _changed;

    /// <param name="context">The function.</param>
    /// <param name="code">The code.</param>
    /// <param name="tensors">The tensors that come in, or storage of such.</param>
    public NumberPassages(AdjointContext context, Block code, IEnumerable<Variable> tensors)
    {
        _context = context;
        _primal = [.. context.Source.Parameters.Select(parameter => parameter.Variable), .. context.Body.DescendantStatements().SelectMany(statement => statement.Defines())];
        _onlyRead = [.. context.Source.Parameters.Where(parameter => parameter is { Type.IsStorage: true, IsMutated: false }).Select(parameter => parameter.Variable)];
        foreach (Variable tensor in tensors)
            Mark(tensor, Ways.Tensors);
        IReadOnlyList<Statement> statements = code.DescendantStatements();
        do
        {
            _changed = false;
            foreach (Statement statement in statements)
                Follow(statement);
        }
        while (_changed);
    }

    /// <summary>On which ways what comes in reaches something.</summary>
    [Flags]
    private enum Ways
    {
        None = 0,

        /// <summary>By operations on tensors, which tapes follow.</summary>
        Tensors = 1,

        /// <summary>To a number.</summary>
        Numbers = 2,

        /// <summary>Through a number to a tensor.</summary>
        ThroughNumbers = 4,
    }

    /// <summary>Does a tensor, or one in the storage, depend on those that come in through a number?</summary>
    public bool Pass(Expr tensors) => Of(tensors).HasFlag(Ways.ThroughNumbers);

    private Ways Of(Expr expression) => expression switch
    {
        Use use => _ways.TryGetValue(use.Variable, out Ways known) ? known : Ways.None,
        Element { Type.IsStorage: false } element => Of(element.Storage) & Kept(element.Type),
        Opaque operation => Into(operation.Type, TensorAdjoints.ComputedFrom(operation)),
        _ => Into(expression.Type, expression.Children()),
    };

    /// <summary>What is kept of the ways to storage in one of its elements.</summary>
    private static Ways Kept(IrType type) => type switch
    {
        TensorType => Ways.Tensors | Ways.ThroughNumbers,
        { IsReal: true } => Ways.Numbers,
        StructType whole => whole.Leaves().Aggregate(Ways.None, (kept, leaf) => kept | Kept(leaf.Type.Leaf)),
        _ => Ways.None,
    };

    /// <summary>The ways to what is computed from operands. What the runtime keeps things in makes nothing of another kind of them.</summary>
    private Ways Into(IrType type, EquatableArray<Expr> operands)
    {
        Ways all = Ways.None, computed = Ways.None;
        foreach (Expr operand in operands)
        {
            Ways ways = Of(operand);
            all |= ways;
            if (operand.Type is not OpaqueType)
                computed |= Converted(ways);
        }
        return type.Leaf is OpaqueType { IsObject: false } ? all : (all | computed) & Kept(type.Leaf);
    }

    /// <summary>What is a number becomes a tensor, and the other way round.</summary>
    private static Ways Converted(Ways ways) =>
        (ways.HasFlag(Ways.Numbers) ? Ways.ThroughNumbers : Ways.None) | ((ways & (Ways.Tensors | Ways.ThroughNumbers)) != Ways.None ? Ways.Numbers : Ways.None);

    private void Follow(Statement statement)
    {
        switch (statement)
        {
            case Assign assign:
                Mark(assign.Target, Of(assign.Value));
                if (assign.Target.Type.IsStorage)
                    MarkStorage(assign.Value, Of(new Use(assign.Target)));
                break;
            case AssignTuple assign:
                foreach (Variable target in assign.Defines())
                    Mark(target, Into(target.Type, assign.Value.Children()));
                break;
            case Store store:
                MarkStorage(store.Storage, Of(store.Value));
                if (store.Value.Type.IsStorage)
                    MarkStorage(store.Value, Of(store.Storage));
                break;
            case Call call:
                foreach (Variable result in call.Defines())
                    Mark(result, Into(result.Type, call.Expressions()));
                foreach (Expr written in call.Mutated())
                    MarkStorage(written, Into(written.Type, call.Expressions()));
                break;
        }
        foreach (Expr expression in statement.Expressions())
            FollowEffects(expression);
    }

    /// <summary>A call with effects may put anything into what it is given to write into, unless it only checks that.</summary>
    private void FollowEffects(Expr expression)
    {
        if (expression is Opaque { IsPure: false, IsCheck: false } call)
        {
            foreach (Expr argument in call.Arguments.Where(argument => argument.Type is OpaqueType || argument.Type.IsWritable))
                MarkStorage(argument, Into(argument.Type, call.Arguments.Where(other => other != argument).ToEquatableArray()));
        }
        foreach (Expr child in expression.Children())
            FollowEffects(child);
    }

    private void MarkStorage(Expr storage, Ways ways)
    {
        if (storage is Use or Element or Slice or View && StorageClasses.BaseOf(storage) is { } variable && !_onlyRead.Contains(variable))
            Mark(variable, ways);
    }

    /// <summary>To what of the method's own has no derivative, there is no way.</summary>
    private void Mark(Variable variable, Ways ways)
    {
        if (_primal.Contains(variable) && !_context.Activity.IsActive(variable))
            return;
        Ways known = Of(new Use(variable));
        if ((known | ways) == known)
            return;
        _ways[variable] = known | ways;
        _changed = true;
    }
}
