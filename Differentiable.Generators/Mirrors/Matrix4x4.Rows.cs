// The rows and elements of System.Numerics.Matrix4x4.
namespace System.Numerics;

public partial struct Matrix4x4
{
    public Vector4 X
    {
        readonly get => new(M11, M12, M13, M14);
        set => (M11, M12, M13, M14) = (value.X, value.Y, value.Z, value.W);
    }

    public Vector4 Y
    {
        readonly get => new(M21, M22, M23, M24);
        set => (M21, M22, M23, M24) = (value.X, value.Y, value.Z, value.W);
    }

    public Vector4 Z
    {
        readonly get => new(M31, M32, M33, M34);
        set => (M31, M32, M33, M34) = (value.X, value.Y, value.Z, value.W);
    }

    public Vector4 W
    {
        readonly get => new(M41, M42, M43, M44);
        set => (M41, M42, M43, M44) = (value.X, value.Y, value.Z, value.W);
    }

    public Vector4 this[int row]
    {
        readonly get => row switch { 0 => X, 1 => Y, 2 => Z, 3 => W, _ => throw new ArgumentOutOfRangeException(nameof(row)) };
        set
        {
            switch (row)
            {
                case 0: X = value; break;
                case 1: Y = value; break;
                case 2: Z = value; break;
                case 3: W = value; break;
                default: throw new ArgumentOutOfRangeException(nameof(row));
            }
        }
    }

    public float this[int row, int column]
    {
        readonly get => this[row][column];
        set
        {
            Vector4 changed = this[row];
            changed[column] = value;
            this[row] = changed;
        }
    }

    public readonly Vector4 GetRow(int index) => this[index];

    public readonly float GetElement(int row, int column) => this[row, column];

    public readonly Matrix4x4 WithRow(int index, Vector4 value)
    {
        Matrix4x4 result = this;
        result[index] = value;
        return result;
    }

    public readonly Matrix4x4 WithElement(int row, int column, float value)
    {
        Matrix4x4 result = this;
        result[row, column] = value;
        return result;
    }
}
