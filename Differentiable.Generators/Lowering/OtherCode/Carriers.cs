using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Arrays;
using Differentiable.Generators.Lowering.Lifting;
using Convert = Differentiable.Generators.Ir.Convert;

namespace Differentiable.Generators.Lowering.OtherCode;

/// <summary>
/// The variables that carry a derivative, found regardless of the order of statements: from the active parameters along assignments, element writes and calls.
/// </summary>
internal sealed class Carriers
{
    private readonly HashSet<int> _carriers = [];
    private readonly List<LiftedFunction> _lifted;
    private bool _grew;

    private Carriers(List<LiftedFunction> lifted) => _lifted = lifted;

    /// <summary>Those of a method, and of what was lifted out of it.</summary>
    public static Carriers Of(LoweringContext context, Parameter[] parameters, Block body)
    {
        Carriers carriers = new(context.Lifted);
        foreach (Parameter parameter in parameters)
        {
            if (parameter.IsActive && parameter.IsInput)
                carriers._carriers.Add(parameter.Variable.Id);
        }
        carriers.Spread(body);
        return carriers;
    }

    public bool Contains(Variable variable) => _carriers.Contains(variable.Id);

    private void Spread(Block body)
    {
        do
        {
            _grew = false;
            Visit(body);
            foreach (LiftedFunction lifted in _lifted)
                Visit(lifted.Code);
        }
        while (_grew);
    }

    private void Visit(Block block)
    {
        foreach (Statement statement in block.Statements)
            Visit(statement);
    }

    private void Visit(Statement statement)
    {
        switch (statement)
        {
            case Assign assign:
                VisitAssign(assign);
                break;
            case Store store when Carries(store.Value):
                Add(Origins.RootOf(store.Storage));
                break;
            case Call call:
                VisitCall(call);
                break;
            case If branch:
                Visit(branch.Then);
                Visit(branch.Else);
                break;
            case Loop loop:
                Visit(loop.Prelude);
                Visit(loop.Body);
                Visit(loop.Step);
                break;
        }
    }

    private void VisitAssign(Assign assign)
    {
        if (Carries(assign.Value))
            Add(assign.Target);
        // An alias is written for its source, too.
        if (assign.Target.Type.IsStorage && _carriers.Contains(assign.Target.Id))
            Add(Origins.RootOf(assign.Value));
    }

    private void VisitCall(Call call)
    {
        if (!call.Arguments.Any(a => a is not null && Carries(a)))
            return;
        foreach (Variable? result in call.Results)
            Add(result);
        for (int i = 0; i < call.Arguments.Count; i++)
        {
            if (call.Callee.Parameters[i].IsMutated && call.Arguments[i] is { } storage)
                Add(Origins.RootOf(storage));
        }
        if (_lifted.Find(lifted => lifted.IsCalledBy(call)) is { } callee)
            VisitParameters(callee, call);
    }

    private void VisitParameters(LiftedFunction callee, Call call)
    {
        for (int i = 0; i < call.Arguments.Count; i++)
        {
            if (callee.Parameters[i].IsActive && call.Arguments[i] is { } argument && Carries(argument))
                Add(callee.Parameters[i].Variable);
        }
    }

    private void Add(Variable? variable)
    {
        if (variable is not null && (variable.Type.HoldsReal || SuspectCheck.IsText(variable.Type)))
            _grew |= _carriers.Add(variable.Id);
    }

    public bool Carries(Expr expr) => (expr.Type.HoldsReal || SuspectCheck.IsText(expr.Type)) && expr switch
    {
        Use use => _carriers.Contains(use.Variable.Id),
        Apply apply => !IsPiecewiseConstant(apply.Op) && apply.Arguments.Any(Carries),
        Convert convert => Carries(convert.Operand),
        Conditional conditional => Carries(conditional.WhenTrue) || Carries(conditional.WhenFalse),
        Element element => Carries(element.Storage),
        Slice slice => Carries(slice.Storage),
        View view => Carries(view.Storage),
        CopyOf copy => Carries(copy.Storage),
        NewStorage fresh => fresh.Elements.Any(Carries),
        Opaque text => SuspectCheck.IsText(text.Type) ? text.Arguments.Any(Carries) : text.DifferentiableArguments.Any(i => Carries(text.Arguments[i])),
        _ => false,
    };

    private static bool IsPiecewiseConstant(Op op) =>
        op is Op.StopGradient or Op.Floor or Op.Ceiling or Op.Truncate or Op.Round or Op.RoundDigits;
}
