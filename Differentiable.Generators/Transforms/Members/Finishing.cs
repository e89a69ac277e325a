using Differentiable.Generators.Ir;
using Differentiable.Generators.Ir.Verification;
using Differentiable.Generators.Transforms.Adjoint;
using Differentiable.Generators.Transforms.Simplify;
using Differentiable.Generators.Transforms.Tuning;
using Differentiable.Generators.Transforms.Wholes;

namespace Differentiable.Generators.Transforms.Members;

/// <summary>Simplifies a member's body and rents what it turns out to use.</summary>
internal static class Finishing
{
    public static Member Run(Member member, AdjointContext context)
    {
        member = Gathering.Run(member, context.Supply);
        List<Variable> parameters = [.. member.Parameters.Select(parameter => parameter.Variable)];
        List<Variable> outputs = [.. member.Parameters.Where(parameter => parameter.Modifier is "ref" or "out").Select(parameter => parameter.Variable)];
        Block body = WholeArguments.Make(ArrayArguments.Make(WithoutWishes(member.Body), context.Supply), parameters, context.Supply);
        body = TensorZeros.Run(body, parameters.Where(parameter => parameter.Role != VariableRole.Shadow || !member.IsHidden));
        body = Tuner.Run(Simplifier.Run(body, parameters, outputs), parameters, context);
        HashSet<Variable> used = [.. body.DescendantStatements().SelectMany(statement => statement.Expressions()).SelectMany(expression => expression.Variables())];
        var rented = new List<Using>();
        if (used.Contains(context.Stack) && !parameters.Contains(context.Stack))
            rented.Add(context.Runtime.RentStack());
        if (used.Contains(context.Workspace))
            rented.Add(context.Runtime.RentWorkspace());
        member = member with { Body = Outlining.Run(member with { Body = body }, rented, context) };
        Verifier.Check(member.Body, parameters, Stage.Members);
        return member;
    }

    /// <summary>What the user wished for loops is done by now, or has no meaning here.</summary>
    private static Block WithoutWishes(Block block) => block.MapStatements(statement => statement switch
    {
        For { Checkpointing: not null } loop => loop with { Checkpointing = null },
        While { Checkpointing: not null } loop => loop with { Checkpointing = null },
        _ => statement,
    }).MapStatements(statement => statement.MapBlocks(WithoutWishes));
}
