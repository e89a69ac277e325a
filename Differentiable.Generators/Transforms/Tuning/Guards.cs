using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Transforms.Tuning;

/// <summary>What must keep its place: nothing that could itself fail may be moved in front of a guard of the user's, or of a callee's.</summary>
internal static class Guards
{
    /// <summary>May the statement throw on the user's behalf? Text that starts with a name is a call of the user's, but for the sums of adjoints.</summary>
    public static bool MayThrow(Statement statement) => statement switch
    {
        Throw or AssignTuple or Call => true,
        Evaluate { Value: Opaque call } => IsNamed(call),
        Assign { Value: Opaque { IsPure: false } call } => IsNamed(call),
        _ => false,
    };

    private static bool IsNamed(Opaque call) => call.Text[0].Length > 0 && !call.Text[0].StartsWith("Shadow.", StringComparison.Ordinal);
}
