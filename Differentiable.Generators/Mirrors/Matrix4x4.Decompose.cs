// System.Numerics.Matrix4x4 taken apart into a scaling, a rotation and a translation.
namespace System.Numerics;

public partial struct Matrix4x4
{
    private const float TooShort = 1e-4f;

    /// <summary>The rows from the longest to the shortest: what is too short for a direction of its own gets one that is perpendicular to those before.</summary>
    public static bool Decompose(Matrix4x4 matrix, out Vector3 scale, out Quaternion rotation, out Vector3 translation)
    {
        translation = matrix.Translation;
        Matrix4x4 basis = Placed(new(matrix.M11, matrix.M12, matrix.M13), new(matrix.M21, matrix.M22, matrix.M23), new(matrix.M31, matrix.M32, matrix.M33), Vector3.Zero);
        scale = new(basis.Row(0).Length(), basis.Row(1).Length(), basis.Row(2).Length());
        int first = Longest(scale), last = Least(scale), middle = 3 - first - last;
        Vector3 x = scale[first] < TooShort ? UnitOf(first) : Vector3.Normalize(basis.Row(first));
        Vector3 y = Vector3.Normalize(scale[middle] < TooShort ? Vector3.Cross(x, UnitOf(Least(Vector3.Abs(x)))) : basis.Row(middle));
        Vector3 z = Vector3.Normalize(scale[last] < TooShort ? Vector3.Cross(x, y) : basis.Row(last));
        basis[first] = new(x, 0);
        basis[middle] = new(y, 0);
        basis[last] = new(z, 0);
        float determinant = basis.GetDeterminant();
        if (determinant < 0)
        {
            scale[first] = -scale[first];
            basis[first] = -basis[first];
            determinant = -determinant;
        }
        bool isRotation = (determinant - 1) * (determinant - 1) <= TooShort;
        rotation = isRotation ? Quaternion.CreateFromRotationMatrix(basis) : Quaternion.Identity;
        return isRotation;
    }

    private readonly Vector3 Row(int index) => index switch { 0 => new(M11, M12, M13), 1 => new(M21, M22, M23), _ => new(M31, M32, M33) };

    private static Vector3 UnitOf(int index) => index switch { 0 => Vector3.UnitX, 1 => Vector3.UnitY, _ => Vector3.UnitZ };

    private static int Longest(Vector3 lengths) => lengths.X < lengths.Y ? lengths.Y < lengths.Z ? 2 : 1 : lengths.X < lengths.Z ? 2 : 0;

    private static int Least(Vector3 lengths) => lengths.X < lengths.Y ? lengths.X < lengths.Z ? 0 : 2 : lengths.Y < lengths.Z ? 1 : 2;
}
