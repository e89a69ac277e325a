using Differentiable.Generators.Ir;
using Microsoft.CodeAnalysis;
using Convert = Differentiable.Generators.Ir.Convert;

namespace Differentiable.Generators.Lowering;

/// <summary>
/// Reports code through which a derivative would be lost. Which variables carry one is found regardless of the order of statements: from
/// the active parameters along assignments, element writes and calls.
/// </summary>
internal sealed class SuspectCheck
{
    private readonly HashSet<int> _carriers = [];
    private bool _grew;

    public static void Run(LoweringContext context, Parameter[] parameters, Block body)
    {
        if (context.Suspects.Count == 0)
            return;
        SuspectCheck check = new();
        foreach (Parameter parameter in parameters)
        {
            if (parameter.IsActive && parameter.IsInput)
                check._carriers.Add(parameter.Variable.Id);
        }
        check.Spread(body);
        // Where a statement was refused, what it would have declared is unknown, and the code of other members that is given it looks wrong.
        bool isUnsure = context.HasFailed;
        foreach (Suspect suspect in context.Suspects.Where(suspect => !isUnsure || context.IsOwn(suspect.Syntax)))
        {
            if (suspect.Arguments.Any(check.Carries))
                context.Report(suspect.Descriptor, suspect.Syntax.GetLocation(), suspect.Messages);
        }
    }

    private void Spread(Block body)
    {
        do
        {
            _grew = false;
            Visit(body);
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
    }

    private void Add(Variable? variable)
    {
        if (variable is not null && (variable.Type.HoldsReal || IsText(variable.Type)))
            _grew |= _carriers.Add(variable.Id);
    }

    /// <summary>Is it text or characters? A real value that is written out in it may be read again.</summary>
    public static bool IsText(IrType type) => type.Leaf is OpaqueType { Name: "string" or "char" };

    private bool Carries(Expr expr) => (expr.Type.HoldsReal || IsText(expr.Type)) && expr switch
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
        Opaque text => IsText(text.Type) ? text.Arguments.Any(Carries) : text.DifferentiableArguments.Any(i => Carries(text.Arguments[i])),
        _ => false,
    };

    private static bool IsPiecewiseConstant(Op op) =>
        op is Op.StopGradient or Op.Floor or Op.Ceiling or Op.Truncate or Op.Round or Op.RoundDigits;
}
