using Differentiable.Generators.Analysis;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Ir.Verification;
using Differentiable.Generators.Transforms.Adjoint;
using Differentiable.Generators.Transforms.Adjoint.Calls;
using Differentiable.Generators.Transforms.Adjoint.Reversal;
using Differentiable.Generators.Transforms.Normalize;
using Differentiable.Generators.Transforms.Simplify;
using Differentiable.Generators.Transforms.Versioning;

namespace Differentiable.Generators.Transforms;

/// <summary>
/// From the lowered body to the one that is differentiated; the verifier looks at it after every pass in debug builds.
/// </summary>
internal sealed class Preparation
{
    public Preparation(Function function)
    {
        Supply = VariableSupply.For(function);
        Versioned = Version(function);
    }

    public VariableSupply Supply { get; }

    /// <summary>The function with one assignment for each scalar.</summary>
    public VersionedFunction Versioned { get; }

    /// <summary>
    /// Makes members of a function that is ready to be differentiated, and again with copies of parameters where it turns out that it needs them.
    /// </summary>
    /// <param name="function">The function.</param>
    /// <param name="make">Makes them.</param>
    /// <param name="carries">What adjoints its values have.</param>
    public T WithCopies<T>(VersionedFunction function, Func<AdjointContext, T> make, Carries carries = Carries.One)
    {
        List<Variable> copied = [];
        while (true)
        {
            try
            {
                return make(Ready(function, copied, carries));
            }
            catch (ParameterStorageException needed) when (needed.Parameters.Except(copied).Any())
            {
                copied = [.. copied.Union(needed.Parameters)];
            }
        }
    }

    /// <summary>The function with names for the intermediate results that its derivatives will ask for.</summary>
    public VersionedFunction Named(VersionedFunction function)
    {
        List<Variable> outputs = [.. function.Outputs];
        Block body = DeadCode.Remove(function.Body, Parameters(function.Source), outputs);
        body = Intermediates.Name(function.Source, body, ActivityOf(function.Source, body, outputs), Supply);
        Check(function.Source, body, Stage.Versions);
        return function with { Body = body };
    }

    private VersionedFunction Version(Function function)
    {
        Check(function, function.Body, Stage.Lowered);
        NormalizedFunction normalized = ExitElimination.Run(function, Supply);
        Check(function, normalized.Body, Stage.Normalized);
        normalized = SpanCursors.Run(normalized, Supply);
        Check(function, normalized.Body, Stage.Normalized);
        VersionedFunction versioned = WrittenParameters.Mark(Versions.Run(normalized, Supply));
        Check(function, versioned.Body, Stage.Versions);
        return NumberedRounds.Run(Initializers.Run(ConstantPropagation.Run(versioned), Supply), Supply);
    }

    private AdjointContext Ready(VersionedFunction function, List<Variable> copied, Carries carries)
    {
        VersionedFunction pooled = Pooling.Run(ParameterCopies.Run(function, copied, Supply));
        Check(function.Source, pooled.Body, Stage.Versions);
        VersionedFunction ready = Named(pooled with { Body = RuleOperands.Copy(pooled.Body, Supply) });
        Function source = carries == Carries.Nothing ? Constant(ready.Source) : ready.Source;
        return new(ready.Source, ready.Body, ready.Results, ready.Finals, ActivityOf(source, ready.Body, [.. ready.Outputs]), Supply)
        {
            CarriesSeveral = carries == Carries.Several,
            IsWithin = carries is Carries.Several or Carries.OneWithin,
        };
    }

    private static Function Constant(Function function) => function with
    {
        Parameters = function.Parameters.Select(parameter => parameter with { IsActive = false }).ToEquatableArray(),
    };

    private static Activity ActivityOf(Function source, Block body, List<Variable> outputs) =>
        new(source, body, outputs, new StorageClasses(body));

    private static List<Variable> Parameters(Function source) => [.. source.Parameters.Select(parameter => parameter.Variable)];

    private static void Check(Function source, Block body, Stage stage) =>
        Verifier.Check(body, source.Parameters.Where(parameter => parameter.IsInput).Select(parameter => parameter.Variable), stage);
}
