using Differentiable.Generators.Ir;
using Differentiable.Generators.Rules;
using Differentiable.Generators.Transforms.Runtime;

namespace Differentiable.Generators.Transforms.Adjoint.Reversal;

/// <summary>
/// Carries a cotangent through an expression to the variables and elements in it: the reverse of one assignment (Griewank and Walther
/// 2008, section 3.2). What several operands share gets a name.
/// </summary>
internal sealed class Propagation
{
    private readonly AdjointContext _context;
    private readonly string? _note;
    private readonly List<Statement> _code = [];
    private readonly List<(Expr Leaf, Expr Contribution)> _contributions = [];

    private Propagation(AdjointContext context, string? note)
    {
        _context = context;
        _note = note;
    }

    /// <summary>The statements that add to the adjoints of what <paramref name="expression"/> reads.</summary>
    /// <param name="context">The function.</param>
    /// <param name="expression">The value of the assignment.</param>
    /// <param name="cotangent">The adjoint of that value.</param>
    /// <param name="result">What holds the value, where something does.</param>
    /// <param name="note">The source statement.</param>
    public static List<Statement> Through(AdjointContext context, Expr expression, Expr cotangent, Expr? result, string? note)
    {
        var propagation = new Propagation(context, note);
        propagation.Visit(expression, cotangent, result);
        foreach ((Expr leaf, Expr contribution) in propagation._contributions)
            propagation.Accumulate(leaf, contribution);
        return cotangent.Type is TensorType ? [.. TensorAdjoints.IfThere(cotangent, propagation._code)] : propagation._code;
    }

    private void Visit(Expr expression, Expr cotangent, Expr? result)
    {
        if (!_context.Activity.IsActive(expression))
            return;
        switch (expression)
        {
            case Use or Element:
                Contribute(expression, cotangent);
                break;
            case Ir.Convert convert:
                Visit(convert.Operand, Algebra.Convert(convert.Operand.Type, cotangent), null);
                break;
            case Conditional choice:
                Visit(choice, cotangent);
                break;
            case Apply apply:
                Visit(apply, cotangent, result ?? expression);
                break;
            case Opaque operation:
                Visit(operation, cotangent, result ?? expression);
                break;
            default:
                throw new InvalidOperationException($"No cotangent passes through {expression.GetType().Name}.");
        }
    }

    /// <summary>Several contributions to one variable or element add up before they are written.</summary>
    private void Contribute(Expr leaf, Expr contribution)
    {
        int before = _contributions.FindIndex(other => other.Leaf == leaf);
        if (before < 0)
            _contributions.Add((leaf, contribution));
        else
            _contributions[before] = (leaf, Algebra.Add(_contributions[before].Contribution, contribution));
    }

    private void Accumulate(Expr leaf, Expr contribution)
    {
        if (leaf is Element element)
        {
            AddToElement(element, contribution);
            return;
        }
        Variable shadow = _context.ShadowOf(((Use)leaf).Variable);
        Add(new Assign(shadow, Algebra.Add(new Use(shadow), contribution)));
    }

    private void AddToElement(Element element, Expr cotangent)
    {
        Expr storage = _context.ShadowOf(element.Storage);
        var place = new Element(storage, element.Indices, element.Path);
        Expr sum = cotangent is Apply { Op: Op.Negate } negated ? Raw(Op.Subtract, place, negated.Arguments[0]) : Raw(Op.Add, place, cotangent);
        Add(new Store(storage, element.Indices, sum, element.Path));
    }

    private static Apply Raw(Op op, Expr left, Expr right) => new(op, left.Type, [left, right]);

    private void Visit(Conditional choice, Expr cotangent)
    {
        Expr shared = Shared(cotangent);
        List<Statement> then = Through(_context, choice.WhenTrue, shared, null, _note);
        List<Statement> otherwise = Through(_context, choice.WhenFalse, shared, null, _note);
        Add(new If(choice.Condition, new(then), new(otherwise)));
    }

    private void Visit(Apply apply, Expr cotangent, Expr result)
    {
        List<int> active = [.. _context.Activity.ActiveOperands(apply)];
        Rule rule = Rule.For(apply);
        if (active.Count > 1 || apply.Op is not (Op.Add or Op.Subtract or Op.Negate or Op.Multiply or Op.Divide))
            cotangent = Shared(cotangent);
        Expr[] contributions = [.. active.Select(operand => rule.Contribution(operand, apply.Type, apply.Arguments, result, cotangent)!)];
        List<Expr> shared = CommonParts.Name(contributions, [.. apply.Arguments, result, cotangent], Shared);
        for (int i = 0; i < active.Count; i++)
            Visit(apply.Arguments[active[i]], shared[i], null);
    }

    /// <summary>Through an operation on tensors, by its pullbacks.</summary>
    private void Visit(Opaque operation, Expr cotangent, Expr value)
    {
        List<int> active = [.. _context.Activity.ActiveArguments(operation)];
        if (active.Count > 1)
            cotangent = Shared(cotangent);
        foreach (int argument in active)
            Visit(operation.Arguments[argument], operation.Pullbacks[argument]!.Of(operation, argument, cotangent, value), null);
    }

    /// <summary>A name for an expression that will be used more than once; simple ones need none.</summary>
    private Expr Shared(Expr expression)
    {
        switch (expression)
        {
            case Use or Constant or Apply { Op: Op.Negate, Arguments: [Use] }:
                return expression;
            case Apply { Op: Op.Negate } negated:
                return Algebra.Negate(Shared(negated.Arguments[0]));
        }
        Variable variable = _context.Supply.New("t", expression.Type, VariableRole.Helper);
        Add(new Assign(variable, expression));
        return new Use(variable);
    }

    private void Add(Statement statement) => _code.Add(statement with { Note = _note });
}
