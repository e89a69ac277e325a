namespace Differentiable;

/// <summary>
/// The tapes that record, outermost first. They flow with the execution context, through <c>await</c> and into tasks that are started; other threads do not
/// see them.
/// </summary>
internal static class ActiveTapes
{
    private static readonly AsyncLocal<GradientTape[]?> s_flowing = new(static change => s_current = change.CurrentValue);

    /// <summary>What flows, where an operation finds it without a look-up.</summary>
    [ThreadStatic]
    private static GradientTape[]? s_current;

    /// <summary>The tapes, or null when there is none.</summary>
    public static GradientTape[]? Current => s_current;

    public static bool Contains(GradientTape tape) => s_current is { } tapes && Array.IndexOf(tapes, tape) >= 0;

    public static void Start(GradientTape tape) => Set([.. s_current ?? [], tape]);

    public static void Stop(GradientTape tape)
    {
        if (s_current is { } tapes)
            Set([.. tapes.Where(other => other != tape)]);
    }

    public static void Set(GradientTape[]? tapes) => s_flowing.Value = tapes is { Length: > 0 } ? tapes : null;
}
