// What System.Numerics.Vector4 chooses by comparisons, and puts in other places.
namespace System.Numerics;

public partial struct Vector4
{
    public static Vector4 Equals(Vector4 left, Vector4 right) => new(Mask(left.X == right.X), Mask(left.Y == right.Y), Mask(left.Z == right.Z), Mask(left.W == right.W));

    public static Vector4 GreaterThan(Vector4 left, Vector4 right) => new(Mask(left.X > right.X), Mask(left.Y > right.Y), Mask(left.Z > right.Z), Mask(left.W > right.W));

    public static Vector4 GreaterThanOrEqual(Vector4 left, Vector4 right) => new(Mask(left.X >= right.X), Mask(left.Y >= right.Y), Mask(left.Z >= right.Z), Mask(left.W >= right.W));

    public static Vector4 LessThan(Vector4 left, Vector4 right) => new(Mask(left.X < right.X), Mask(left.Y < right.Y), Mask(left.Z < right.Z), Mask(left.W < right.W));

    public static Vector4 LessThanOrEqual(Vector4 left, Vector4 right) => new(Mask(left.X <= right.X), Mask(left.Y <= right.Y), Mask(left.Z <= right.Z), Mask(left.W <= right.W));

    public static bool EqualsAll(Vector4 left, Vector4 right) => left.X == right.X && left.Y == right.Y && left.Z == right.Z && left.W == right.W;

    public static bool EqualsAny(Vector4 left, Vector4 right) => left.X == right.X || left.Y == right.Y || left.Z == right.Z || left.W == right.W;

    public static bool GreaterThanAll(Vector4 left, Vector4 right) => left.X > right.X && left.Y > right.Y && left.Z > right.Z && left.W > right.W;

    public static bool GreaterThanAny(Vector4 left, Vector4 right) => left.X > right.X || left.Y > right.Y || left.Z > right.Z || left.W > right.W;

    public static bool GreaterThanOrEqualAll(Vector4 left, Vector4 right) => left.X >= right.X && left.Y >= right.Y && left.Z >= right.Z && left.W >= right.W;

    public static bool GreaterThanOrEqualAny(Vector4 left, Vector4 right) => left.X >= right.X || left.Y >= right.Y || left.Z >= right.Z || left.W >= right.W;

    public static bool LessThanAll(Vector4 left, Vector4 right) => left.X < right.X && left.Y < right.Y && left.Z < right.Z && left.W < right.W;

    public static bool LessThanAny(Vector4 left, Vector4 right) => left.X < right.X || left.Y < right.Y || left.Z < right.Z || left.W < right.W;

    public static bool LessThanOrEqualAll(Vector4 left, Vector4 right) => left.X <= right.X && left.Y <= right.Y && left.Z <= right.Z && left.W <= right.W;

    public static bool LessThanOrEqualAny(Vector4 left, Vector4 right) => left.X <= right.X || left.Y <= right.Y || left.Z <= right.Z || left.W <= right.W;

    public static bool All(Vector4 vector, float value) => vector.X == value && vector.Y == value && vector.Z == value && vector.W == value;

    public static bool Any(Vector4 vector, float value) => vector.X == value || vector.Y == value || vector.Z == value || vector.W == value;

    public static bool None(Vector4 vector, float value) => vector.X != value && vector.Y != value && vector.Z != value && vector.W != value;

    public static Vector4 ConditionalSelect(Vector4 condition, Vector4 left, Vector4 right) =>
        new(Chosen(condition.X, left.X, right.X), Chosen(condition.Y, left.Y, right.Y), Chosen(condition.Z, left.Z, right.Z), Chosen(condition.W, left.W, right.W));

    public static Vector4 Shuffle(Vector4 vector, byte xIndex, byte yIndex, byte zIndex, byte wIndex) => new(vector.At(xIndex), vector.At(yIndex), vector.At(zIndex), vector.At(wIndex));

    /// <summary>All bits set, or none.</summary>
    private static float Mask(bool condition) => condition ? BitConverter.Int32BitsToSingle(-1) : 0;

    private static float Chosen(float mask, float left, float right) => BitConverter.SingleToInt32Bits(mask) switch
    {
        -1 => left,
        0 => right,
        _ => throw new NotSupportedException("An element of the condition has some of its bits set: what is chosen bit by bit has no derivative."),
    };

    /// <summary>Zero where there is no such element.</summary>
    private readonly float At(int index) => index switch { 0 => X, 1 => Y, 2 => Z, 3 => W, _ => 0 };
}
