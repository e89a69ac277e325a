namespace Differentiable;

/// <summary>
/// What records, outermost first. It flows with the execution context, through <c>await</c> and into tasks that are started; other threads do not see it.
/// </summary>
internal static class ActiveRecordings
{
    private static readonly AsyncLocal<ActiveRecording[]?> s_flowing = new(static change => s_current = change.CurrentValue);

    /// <summary>What flows, where an operation finds it without a look-up.</summary>
    [ThreadStatic]
    private static ActiveRecording[]? s_current;

    /// <summary>What records, or null when nothing does.</summary>
    public static ActiveRecording[]? Current
    {
        get
        {
            ActiveRecording[]? all = s_current;
            if (all is not null)
            {
                foreach (ActiveRecording active in all)
                {
                    if (active.IsOver)
                        return WithoutEnded(all);
                }
            }
            return all;
        }
    }

    public static bool Contains(IRecording recording) => Find(recording) is not null;

    /// <summary>That something records here; null where it does not.</summary>
    public static ActiveRecording? Find(IRecording recording) => Array.Find(Current ?? [], active => active.Recording == recording);

    /// <summary>Begins to record.</summary>
    public static ActiveRecording Start(IRecording recording)
    {
        ActiveRecording active = new(recording);
        Set([.. Current ?? [], active]);
        return active;
    }

    /// <summary>Ends, here and in all flows that inherited it.</summary>
    public static void End(ActiveRecording active)
    {
        active.End();
        Pause(active);
    }

    /// <summary>Leaves this out of what records here.</summary>
    public static void Pause(ActiveRecording active)
    {
        if (s_current is { } all)
            Set([.. all.Where(other => other != active)]);
    }

    /// <summary>Goes on with what was left out, in the place that it had: behind all that are still there of those before it.</summary>
    /// <param name="active">What was left out.</param>
    /// <param name="before">What recorded then.</param>
    public static void Resume(ActiveRecording active, ActiveRecording[] before)
    {
        List<ActiveRecording> all = [.. Current ?? []];
        if (active.IsOver || all.Contains(active))
            return;
        ActiveRecording[] outer = before[..Array.IndexOf(before, active)];
        all.Insert(all.FindLastIndex(other => Array.IndexOf(outer, other) >= 0) + 1, active);
        Set([.. all]);
    }

    public static void Set(ActiveRecording[]? all) => s_flowing.Value = all is { Length: > 0 } ? all : null;

    /// <summary>Some were ended elsewhere: this flow forgets them.</summary>
    private static ActiveRecording[]? WithoutEnded(ActiveRecording[] all)
    {
        Set([.. all.Where(active => !active.IsOver)]);
        return s_current;
    }
}
