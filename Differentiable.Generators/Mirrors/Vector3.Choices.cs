// What System.Numerics.Vector3 chooses by comparisons, and puts in other places.
namespace System.Numerics;

public partial struct Vector3
{
    public static Vector3 Equals(Vector3 left, Vector3 right) => new(Mask(left.X == right.X), Mask(left.Y == right.Y), Mask(left.Z == right.Z));

    public static Vector3 GreaterThan(Vector3 left, Vector3 right) => new(Mask(left.X > right.X), Mask(left.Y > right.Y), Mask(left.Z > right.Z));

    public static Vector3 GreaterThanOrEqual(Vector3 left, Vector3 right) => new(Mask(left.X >= right.X), Mask(left.Y >= right.Y), Mask(left.Z >= right.Z));

    public static Vector3 LessThan(Vector3 left, Vector3 right) => new(Mask(left.X < right.X), Mask(left.Y < right.Y), Mask(left.Z < right.Z));

    public static Vector3 LessThanOrEqual(Vector3 left, Vector3 right) => new(Mask(left.X <= right.X), Mask(left.Y <= right.Y), Mask(left.Z <= right.Z));

    public static bool EqualsAll(Vector3 left, Vector3 right) => left.X == right.X && left.Y == right.Y && left.Z == right.Z;

    public static bool EqualsAny(Vector3 left, Vector3 right) => left.X == right.X || left.Y == right.Y || left.Z == right.Z;

    public static bool GreaterThanAll(Vector3 left, Vector3 right) => left.X > right.X && left.Y > right.Y && left.Z > right.Z;

    public static bool GreaterThanAny(Vector3 left, Vector3 right) => left.X > right.X || left.Y > right.Y || left.Z > right.Z;

    public static bool GreaterThanOrEqualAll(Vector3 left, Vector3 right) => left.X >= right.X && left.Y >= right.Y && left.Z >= right.Z;

    public static bool GreaterThanOrEqualAny(Vector3 left, Vector3 right) => left.X >= right.X || left.Y >= right.Y || left.Z >= right.Z;

    public static bool LessThanAll(Vector3 left, Vector3 right) => left.X < right.X && left.Y < right.Y && left.Z < right.Z;

    public static bool LessThanAny(Vector3 left, Vector3 right) => left.X < right.X || left.Y < right.Y || left.Z < right.Z;

    public static bool LessThanOrEqualAll(Vector3 left, Vector3 right) => left.X <= right.X && left.Y <= right.Y && left.Z <= right.Z;

    public static bool LessThanOrEqualAny(Vector3 left, Vector3 right) => left.X <= right.X || left.Y <= right.Y || left.Z <= right.Z;

    public static bool All(Vector3 vector, float value) => vector.X == value && vector.Y == value && vector.Z == value;

    public static bool Any(Vector3 vector, float value) => vector.X == value || vector.Y == value || vector.Z == value;

    public static bool None(Vector3 vector, float value) => vector.X != value && vector.Y != value && vector.Z != value;

    public static Vector3 ConditionalSelect(Vector3 condition, Vector3 left, Vector3 right) =>
        new(Chosen(condition.X, left.X, right.X), Chosen(condition.Y, left.Y, right.Y), Chosen(condition.Z, left.Z, right.Z));

    public static Vector3 Shuffle(Vector3 vector, byte xIndex, byte yIndex, byte zIndex) => new(vector.At(xIndex), vector.At(yIndex), vector.At(zIndex));

    /// <summary>All bits set, or none.</summary>
    private static float Mask(bool condition) => condition ? BitConverter.Int32BitsToSingle(-1) : 0;

    private static float Chosen(float mask, float left, float right) => BitConverter.SingleToInt32Bits(mask) switch
    {
        -1 => left,
        0 => right,
        _ => throw new NotSupportedException("An element of the condition has some of its bits set: what is chosen bit by bit has no derivative."),
    };

    /// <summary>Zero where there is no such element.</summary>
    private readonly float At(int index) => index switch { 0 => X, 1 => Y, 2 => Z, _ => 0 };
}
