using System.Diagnostics;

namespace Differentiable.Generators.Ir.Verification;

/// <summary>How far a body has come. Each stage allows less than the one before, see docs/architecture.md.</summary>
internal enum Stage
{
    /// <summary>What lowering returns.</summary>
    Lowered,

    /// <summary>One exit; loops are <see cref="For"/> and <see cref="While"/>.</summary>
    Normalized,

    /// <summary>Every scalar is assigned once, but for merge variables and loop variables.</summary>
    Versions,

    /// <summary>What is emitted: shadows are accumulated, results returned.</summary>
    Members,
}

/// <summary>
/// Checks that a body is well-formed, after every pass in debug builds: operands have the types that the operations take, every variable is
/// assigned before it is read, and there are only the statements that the stage knows.
/// </summary>
internal static class Verifier
{
    /// <summary>Throws when the body is not well-formed.</summary>
    [Conditional("DEBUG")]
    public static void Check(Block body, IEnumerable<Variable> parameters, Stage stage)
    {
        IReadOnlyList<string> violations = Violations(body, parameters, stage);
        if (violations.Count > 0)
            throw new InvalidOperationException($"Not well-formed at stage {stage}: {string.Join("\n", violations)}\nin\n{Printer.Print(body)}");
    }

    /// <summary>All that is wrong with the body, each with the statement that it is found in.</summary>
    public static IReadOnlyList<string> Violations(Block body, IEnumerable<Variable> parameters, Stage stage)
    {
        List<string> violations = [];
        Variable[] given = [.. parameters];
        new VerifierOfStructure(stage, violations).Check(body);
        new VerifierOfAssignment(stage, violations).Check(body, given);
        if (stage == Stage.Versions)
            new VerifierOfVersions(violations).Check(body, given);
        return violations;
    }
}
