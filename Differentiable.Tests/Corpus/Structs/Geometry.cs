namespace Differentiable.Tests.Corpus.Structs;

/// <summary>A vector as most people write one: a positional record with operators.</summary>
public readonly record struct Vec(double X, double Y, double Z)
{
    public static Vec Zero => default;

    public static Vec UnitY { get; } = new(0, 1, 0);

    public double SquaredLength => Dot(this);

    public double Length => Math.Sqrt(SquaredLength);

    public static Vec operator +(Vec a, Vec b) => new(a.X + b.X, a.Y + b.Y, a.Z + b.Z);

    public static Vec operator -(Vec a, Vec b) => new(a.X - b.X, a.Y - b.Y, a.Z - b.Z);

    public static Vec operator -(Vec a) => new(-a.X, -a.Y, -a.Z);

    public static Vec operator *(Vec a, double s) => new(a.X * s, a.Y * s, a.Z * s);

    public static Vec operator *(double s, Vec a) => a * s;

    public static Vec operator /(Vec a, double s) => a * (1 / s);

    public static implicit operator Vec((double X, double Y, double Z) t) => new(t.X, t.Y, t.Z);

    public static explicit operator double(Vec v) => v.Length;

    public static Vec Cross(in Vec a, in Vec b) => new(a.Y * b.Z - a.Z * b.Y, a.Z * b.X - a.X * b.Z, a.X * b.Y - a.Y * b.X);

    public double Dot(Vec other) => X * other.X + Y * other.Y + Z * other.Z;

    public Vec Normalized()
    {
        double length = Length;
        if (length == 0)
            return Zero;
        return this / length;
    }
}

/// <summary>A body that moves, with fields that everyone may write, and a number that is none.</summary>
public struct Particle
{
    public Vec Position;
    public Vec Velocity;
    public double Mass;
    public int Id;

    public readonly double Kinetic => 0.5 * Mass * Velocity.SquaredLength;

    public void Step(double dt)
    {
        Position += Velocity * dt;
    }

    public void Kick(Vec force, double dt)
    {
        Velocity += force * (dt / Mass);
        Step(dt);
    }
}

/// <summary>An angle that hides its number and shows it by a property.</summary>
public readonly struct Angle
{
    private readonly double _radians;

    public Angle(double radians) => _radians = radians;

    public double Radians => _radians;

    public double Sine => Math.Sin(_radians);

    public static Angle FromDegrees(double degrees) => new(degrees * (Math.PI / 180));

    public static Angle operator +(Angle a, Angle b) => new(a._radians + b._radians);
}

/// <summary>Code for structs that stands elsewhere.</summary>
public static class VecExtensions
{
    public static double DistanceTo(this Vec a, Vec b) => (a - b).Length;

    public static Vec Reflect(this in Vec v, Vec normal)
    {
        double along = 2 * v.Dot(normal);
        return v - along * normal;
    }

    public static void Deconstruct(this Vec v, out double planar, out double height)
    {
        planar = Math.Sqrt(v.X * v.X + v.Y * v.Y);
        height = v.Z;
    }
}
