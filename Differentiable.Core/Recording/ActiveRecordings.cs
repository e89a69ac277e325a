namespace Differentiable;

/// <summary>
/// What records, outermost first. It flows with the execution context, through <c>await</c> and into tasks that are started; other threads do not see it.
/// </summary>
internal static class ActiveRecordings
{
    private static readonly AsyncLocal<IRecording[]?> s_flowing = new(static change => s_current = change.CurrentValue);

    /// <summary>What flows, where an operation finds it without a look-up.</summary>
    [ThreadStatic]
    private static IRecording[]? s_current;

    /// <summary>What records, or null when nothing does.</summary>
    public static IRecording[]? Current => s_current;

    public static bool Contains(IRecording recording) => s_current is { } all && Array.IndexOf(all, recording) >= 0;

    public static void Start(IRecording recording) => Set([.. s_current ?? [], recording]);

    public static void Stop(IRecording recording)
    {
        if (s_current is { } all)
            Set([.. all.Where(other => other != recording)]);
    }

    public static void Set(IRecording[]? all) => s_flowing.Value = all is { Length: > 0 } ? all : null;
}
