// What System.Numerics.Vector2 chooses by comparisons, and puts in other places.
namespace System.Numerics;

public partial struct Vector2
{
    public static Vector2 Equals(Vector2 left, Vector2 right) => new(Mask(left.X == right.X), Mask(left.Y == right.Y));

    public static Vector2 GreaterThan(Vector2 left, Vector2 right) => new(Mask(left.X > right.X), Mask(left.Y > right.Y));

    public static Vector2 GreaterThanOrEqual(Vector2 left, Vector2 right) => new(Mask(left.X >= right.X), Mask(left.Y >= right.Y));

    public static Vector2 LessThan(Vector2 left, Vector2 right) => new(Mask(left.X < right.X), Mask(left.Y < right.Y));

    public static Vector2 LessThanOrEqual(Vector2 left, Vector2 right) => new(Mask(left.X <= right.X), Mask(left.Y <= right.Y));

    public static bool EqualsAll(Vector2 left, Vector2 right) => left.X == right.X && left.Y == right.Y;

    public static bool EqualsAny(Vector2 left, Vector2 right) => left.X == right.X || left.Y == right.Y;

    public static bool GreaterThanAll(Vector2 left, Vector2 right) => left.X > right.X && left.Y > right.Y;

    public static bool GreaterThanAny(Vector2 left, Vector2 right) => left.X > right.X || left.Y > right.Y;

    public static bool GreaterThanOrEqualAll(Vector2 left, Vector2 right) => left.X >= right.X && left.Y >= right.Y;

    public static bool GreaterThanOrEqualAny(Vector2 left, Vector2 right) => left.X >= right.X || left.Y >= right.Y;

    public static bool LessThanAll(Vector2 left, Vector2 right) => left.X < right.X && left.Y < right.Y;

    public static bool LessThanAny(Vector2 left, Vector2 right) => left.X < right.X || left.Y < right.Y;

    public static bool LessThanOrEqualAll(Vector2 left, Vector2 right) => left.X <= right.X && left.Y <= right.Y;

    public static bool LessThanOrEqualAny(Vector2 left, Vector2 right) => left.X <= right.X || left.Y <= right.Y;

    public static bool All(Vector2 vector, float value) => vector.X == value && vector.Y == value;

    public static bool Any(Vector2 vector, float value) => vector.X == value || vector.Y == value;

    public static bool None(Vector2 vector, float value) => vector.X != value && vector.Y != value;

    public static Vector2 ConditionalSelect(Vector2 condition, Vector2 left, Vector2 right) =>
        new(Chosen(condition.X, left.X, right.X), Chosen(condition.Y, left.Y, right.Y));

    public static Vector2 Shuffle(Vector2 vector, byte xIndex, byte yIndex) => new(vector.At(xIndex), vector.At(yIndex));

    /// <summary>All bits set, or none.</summary>
    private static float Mask(bool condition) => condition ? BitConverter.Int32BitsToSingle(-1) : 0;

    private static float Chosen(float mask, float left, float right) => BitConverter.SingleToInt32Bits(mask) switch
    {
        -1 => left,
        0 => right,
        _ => throw new NotSupportedException("An element of the condition has some of its bits set: what is chosen bit by bit has no derivative."),
    };

    /// <summary>Zero where there is no such element.</summary>
    private readonly float At(int index) => index switch { 0 => X, 1 => Y, _ => 0 };
}
