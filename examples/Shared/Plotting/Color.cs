namespace Examples.Plotting;

/// <summary>An opaque colour.</summary>
public readonly record struct Color(byte Red, byte Green, byte Blue)
{
    /// <summary>The colour that is part of the way from one to another.</summary>
    public static Color Mix(Color from, Color to, double part)
    {
        return new Color(Between(from.Red, to.Red), Between(from.Green, to.Green), Between(from.Blue, to.Blue));

        byte Between(byte start, byte end) => (byte)Math.Round(start + part * (end - start));
    }

    public override string ToString() => $"#{Red:x2}{Green:x2}{Blue:x2}";
}
