using Differentiable.Generators.Analysis;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Transforms.Adjoint;
using Differentiable.Generators.Transforms.Members;
using Differentiable.Generators.Transforms.Normalize;
using Differentiable.Generators.Transforms.Simplify;
using Differentiable.Generators.Transforms.Versioning;

namespace Differentiable.Generators.Transforms;

/// <summary>From a lowered function to the members that are emitted for it.</summary>
internal static class Differentiation
{
    /// <summary>The members, or why there are none: what of the function cannot be kept for the reverse sweep.</summary>
    public static (MemberFile? File, Problem? Problem) TryDifferentiate(Function function)
    {
        try
        {
            return (Differentiate(function, []), null);
        }
        catch (UnsupportedStorageException problem)
        {
            return (null, new(problem.Message, IsDefect: false, problem.Position));
        }
        catch (Exception defect) when (defect is not OperationCanceledException)
        {
            // One method that the generator gets wrong must not cost the others their derivatives.
            return (null, new(defect.Message.Split('\n')[0], IsDefect: true, null));
        }
    }

    /// <param name="function">The function.</param>
    /// <param name="copied">The vector parameters of which it works on copies.</param>
    private static MemberFile Differentiate(Function function, IReadOnlyCollection<Variable> copied)
    {
        try
        {
            return Members(function, Prepare(function, copied));
        }
        catch (ParameterStorageException needed) when (needed.Parameters.Except(copied).Any())
        {
            return Differentiate(function, [.. copied, .. needed.Parameters]);
        }
    }

    private static MemberFile Members(Function function, AdjointContext context)
    {
        SharedRows.Refuse(context);
        (ReverseBlock tree, SavedElements saved) = ReverseBuilder.Build(context);
        var joined = new JoinedMembers(context, tree, saved);
        var allocating = new AllocatingMembers(context);
        bool allocates = Signature.ActiveStorage(function).Any();
        var members = new List<Member>();
        if (Signature.HasGradient(function))
        {
            Member gradient = joined.Gradient(), valueAndGradient = joined.ValueAndGradient();
            members.Add(gradient);
            if (allocates)
                members.Add(allocating.Of(gradient, withValue: false));
            members.Add(valueAndGradient);
            if (allocates)
                members.Add(allocating.Of(valueAndGradient, withValue: true));
        }
        members.Add(joined.VectorJacobianProduct());
        members.AddRange(new HalfMembers(context, tree, saved).Build());
        return new(function, members);
    }

    /// <summary>From the lowered body to the one that is differentiated; the verifier looks at it after every pass in debug builds.</summary>
    private static AdjointContext Prepare(Function function, IReadOnlyCollection<Variable> copied)
    {
        VariableSupply supply = VariableSupply.For(function);
        List<Variable> parameters = [.. function.Parameters.Select(parameter => parameter.Variable)];
        List<Variable> inputs = [.. function.Parameters.Where(parameter => parameter.IsInput).Select(parameter => parameter.Variable)];
        Verifier.Check(function.Body, inputs, Stage.Lowered);
        NormalizedFunction normalized = ExitElimination.Run(function, supply);
        Verifier.Check(normalized.Body, inputs, Stage.Normalized);
        normalized = SpanCursors.Run(normalized, supply);
        Verifier.Check(normalized.Body, inputs, Stage.Normalized);
        VersionedFunction versioned = Versions.Run(normalized, supply);
        Verifier.Check(versioned.Body, inputs, Stage.Versions);
        versioned = Initializers.Run(ConstantPropagation.Run(versioned), supply);
        versioned = Pooling.Run(ParameterCopies.Run(versioned, copied, supply));
        Verifier.Check(versioned.Body, inputs, Stage.Versions);
        List<Variable> outputs = [.. versioned.Outputs];
        Block body = DeadCode.Remove(versioned.Body, parameters, outputs);
        Verifier.Check(body, inputs, Stage.Versions);
        body = Intermediates.Name(body, ActivityOf(function, body, outputs), supply);
        Verifier.Check(body, inputs, Stage.Versions);
        return new(function, body, versioned.Results, versioned.Finals, ActivityOf(function, body, outputs), supply);
    }

    private static Activity ActivityOf(Function function, Block body, List<Variable> outputs) =>
        new(function, body, outputs, new StorageClasses(body));
}
