using Differentiable.Generators.Ir;
using Differentiable.Generators.Rules;
using Differentiable.Generators.Transforms.Adjoint;
using Differentiable.Generators.Transforms.Members;
using Differentiable.Generators.Transforms.Tangent;

namespace Differentiable.Generators.Transforms.Matrices;

/// <summary>
/// The members that carry several directions at once, of a function whose own code cannot: each runs those that carry one, <see cref="LaneByLane"/>.
/// To callers, Jacobians and Hessians they are like any others.
/// </summary>
/// <param name="function">The function. Its forward half leaves nothing but the elements that it overwrites.</param>
internal sealed class LaneMembers(Function function)
{
    /// <param name="context">The function's signature, with several cotangents.</param>
    /// <param name="wide">The vector-Jacobian product as it is called.</param>
    /// <param name="forward">The forward half for one direction.</param>
    /// <param name="reverse">The reverse half for one direction.</param>
    public Member Product(AdjointContext context, Member wide, Member forward, Member reverse)
    {
        var lanes = new LaneByLane(wide, context);
        RunForward(lanes, wide, forward);
        lanes.Run(reverse, _ => null, wantsResults: true);
        return lanes.Build();
    }

    /// <summary>The reverse half: the storage that the function writes is put back as it was first, since the function runs again for each lane.</summary>
    public Member Reverse(AdjointContext context, Member wide, Member forward, Member reverse)
    {
        var lanes = new LaneByLane(wide, context);
        lanes.First(Written(wide).Reverse().Select(storage => context.Runtime.PopElements(new Use(storage))));
        foreach (Variable storage in Written(wide))
            lanes.StartAnew(storage);
        lanes.Run(forward, _ => null, wantsResults: false);
        lanes.Run(reverse, _ => null, wantsResults: true);
        return lanes.Build();
    }

    /// <summary>Forward mode, and the forward half of forward mode.</summary>
    public Member Forward(AdjointContext context, Member wide, Member narrow)
    {
        var lanes = new LaneByLane(wide, context);
        foreach (Variable storage in Written(wide))
            lanes.StartAnew(storage);
        lanes.Run(narrow, _ => null, wantsResults: true);
        return lanes.Build();
    }

    /// <summary>
    /// The reverse half of forward mode, which takes off what the forward half has left for each lane. The adjoints of tangents are the same for all lanes.
    /// </summary>
    public Member ReverseOfTangent(AdjointContext context, Member wide, Member narrow)
    {
        var lanes = new LaneByLane(wide, context);
        IEnumerable<Variable> shared = wide.Parameters.Select(parameter => parameter.Variable)
            .Where(variable => variable is { Role: VariableRole.Shadow, Type: { IsStorage: true, IsWide: false } and not SpanType { IsReadOnly: true } });
        foreach (Variable storage in Written(wide).Concat(shared))
            lanes.StartAnew(storage);
        lanes.Run(narrow, _ => null, wantsResults: true);
        return lanes.Build(descending: true);
    }

    /// <summary>The Hessian-vector product: the gradient of the tangent of the result.</summary>
    public Member SecondOrder(AdjointContext context, Member wide, Member forward, Member reverse, Function tangent)
    {
        var lanes = new LaneByLane(wide, context);
        lanes.First(wide.Parameters.Select(parameter => parameter.Variable).Where(variable => variable is { Role: VariableRole.Shadow, Type.IsStorage: true }).Select(RuntimeCalls.Clear));
        RunForward(lanes, wide, forward);
        Variable ofTangent = reverse.Parameters.Select(parameter => parameter.Variable).Last(variable => variable is { Role: VariableRole.Shadow, Type.IsStorage: false });
        lanes.Run(reverse, parameter => Given(context, lanes, parameter.Variable, ofTangent, tangent), wantsResults: true);
        return lanes.Build();
    }

    /// <summary>The cotangents are one for the tangent and zero for the value; no one asks for adjoints of tangents.</summary>
    private static Expr Given(AdjointContext context, LaneByLane lanes, Variable parameter, Variable ofTangent, Function tangent)
    {
        if (!parameter.Type.IsStorage)
            return parameter == ofTangent ? Algebra.One(parameter.Type) : Algebra.Zero(parameter.Type);
        var names = new ParameterNames(tangent);
        Parameter like = tangent.Parameters.First(candidate => names.Adjoint(candidate.Variable) == parameter.Name);
        Variable primal = tangent.Parameters.First(candidate => candidate.Variable == like.TangentOf).Variable;
        Variable unasked = context.Supply.New(parameter.Name, parameter.Type, VariableRole.Helper);
        lanes.First([new Assign(unasked, context.Runtime.ZeroedLike(parameter.Type, new Use(lanes.Input(primal.Name))))]);
        return new Use(unasked);
    }

    /// <summary>Each lane runs the function, whose last run is what the caller sees.</summary>
    private void RunForward(LaneByLane lanes, Member wide, Member forward)
    {
        foreach (Variable storage in Written(wide))
            lanes.StartAnew(storage);
        lanes.Run(forward, _ => null, wantsResults: false);
        foreach (Variable storage in Written(wide))
            lanes.Keep(storage);
    }

    /// <summary>The storage that the function itself writes.</summary>
    private IEnumerable<Variable> Written(Member wide) => function.Parameters
        .Where(parameter => parameter is { IsMutated: true, Type.IsStorage: true })
        .Select(parameter => wide.Parameters.First(candidate => candidate.Variable.Name == parameter.Name).Variable);
}
