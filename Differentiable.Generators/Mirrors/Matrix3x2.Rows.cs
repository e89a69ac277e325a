// The rows and elements of System.Numerics.Matrix3x2.
namespace System.Numerics;

public partial struct Matrix3x2
{
    public Vector2 X
    {
        readonly get => new(M11, M12);
        set => (M11, M12) = (value.X, value.Y);
    }

    public Vector2 Y
    {
        readonly get => new(M21, M22);
        set => (M21, M22) = (value.X, value.Y);
    }

    public Vector2 Z
    {
        readonly get => new(M31, M32);
        set => (M31, M32) = (value.X, value.Y);
    }

    public Vector2 this[int row]
    {
        readonly get => row switch { 0 => X, 1 => Y, 2 => Z, _ => throw new ArgumentOutOfRangeException(nameof(row)) };
        set
        {
            switch (row)
            {
                case 0: X = value; break;
                case 1: Y = value; break;
                case 2: Z = value; break;
                default: throw new ArgumentOutOfRangeException(nameof(row));
            }
        }
    }

    public float this[int row, int column]
    {
        readonly get => this[row][column];
        set
        {
            Vector2 changed = this[row];
            changed[column] = value;
            this[row] = changed;
        }
    }

    public static Matrix3x2 Create(float value) => Create(new Vector2(value));

    public static Matrix3x2 Create(Vector2 value) => Create(value, value, value);

    public static Matrix3x2 Create(Vector2 x, Vector2 y, Vector2 z) => new(x.X, x.Y, y.X, y.Y, z.X, z.Y);

    public static Matrix3x2 Create(float m11, float m12, float m21, float m22, float m31, float m32) => new(m11, m12, m21, m22, m31, m32);

    public readonly Vector2 GetRow(int index) => this[index];

    public readonly float GetElement(int row, int column) => this[row, column];

    public readonly Matrix3x2 WithRow(int index, Vector2 value)
    {
        Matrix3x2 result = this;
        result[index] = value;
        return result;
    }

    public readonly Matrix3x2 WithElement(int row, int column, float value)
    {
        Matrix3x2 result = this;
        result[row, column] = value;
        return result;
    }
}
