using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Programs;

/// <summary>What can be chained.</summary>
public interface ITransform<TSelf> where TSelf : struct, ITransform<TSelf>
{
    static abstract TSelf operator *(TSelf a, TSelf b);
    static abstract TSelf Identity { get; }
}

/// <summary>A vector with fields.</summary>
public readonly struct Vector3D : IEquatable<Vector3D>
{
    public readonly double X, Y, Z;
    public Vector3D(double x, double y, double z) { X = x; Y = y; Z = z; }
    public static Vector3D operator +(Vector3D a, Vector3D b) => new(a.X + b.X, a.Y + b.Y, a.Z + b.Z);
    public static Vector3D operator -(Vector3D a, Vector3D b) => a + -b;
    public static Vector3D operator -(Vector3D a) => new(-a.X, -a.Y, -a.Z);
    public static Vector3D operator *(Vector3D a, double s) => new(a.X * s, a.Y * s, a.Z * s);
    public static Vector3D operator *(double s, Vector3D a) => a * s;
    public static Vector3D operator /(Vector3D a, double s) => a * (1 / s);
    public static double Dot(in Vector3D a, in Vector3D b) => a.X * b.X + a.Y * b.Y + a.Z * b.Z;
    public static Vector3D Cross(Vector3D a, Vector3D b) => new(a.Y * b.Z - a.Z * b.Y, a.Z * b.X - a.X * b.Z, a.X * b.Y - a.Y * b.X);
    public double LengthSquared => Dot(this, this);
    public double Length => Math.Sqrt(LengthSquared);
    public Vector3D Normalized() => this / Length;
    public bool Equals(Vector3D other) => X == other.X && Y == other.Y && Z == other.Z;
    public override bool Equals(object? obj) => obj is Vector3D d && Equals(d);
    public override int GetHashCode() => HashCode.Combine(X, Y, Z);
    public static bool operator ==(Vector3D a, Vector3D b) => a.Equals(b);
    public static bool operator !=(Vector3D a, Vector3D b) => !(a == b);
}

/// <summary>A rotation, with a vector in it.</summary>
public readonly struct QuaternionD
{
    public double W { get; }
    public Vector3D V { get; }
    public QuaternionD(double w, Vector3D v) => (W, V) = (w, v);
    public static QuaternionD FromAxisAngle(Vector3D axis, double angle)
    {
        var (s, c) = Math.SinCos(angle / 2);
        return new(c, s * axis);
    }
    public static QuaternionD operator *(QuaternionD a, QuaternionD b) => new(a.W * b.W - Vector3D.Dot(a.V, b.V), a.W * b.V + b.W * a.V + Vector3D.Cross(a.V, b.V));
    public Vector3D Rotate(Vector3D p)
    {
        Vector3D t = 2 * Vector3D.Cross(V, p);
        return p + W * t + Vector3D.Cross(V, t);
    }
}

/// <summary>A rotation and a translation.</summary>
public readonly record struct Pose(QuaternionD Rotation, Vector3D Translation) : ITransform<Pose>
{
    public static Pose Identity => new(new QuaternionD(1, default), default);
    public static Pose operator *(Pose a, Pose b) => new(a.Rotation * b.Rotation, a.Translation + a.Rotation.Rotate(b.Translation));
}

/// <summary>How far the tip of an arm is from where it shall be.</summary>
public static partial class ArmKinematics
{
    [Differentiable]
    public static double Distance([Length(3, 4)] ReadOnlySpan<double> angles, Vector3D target, double link)
    {
        Pose pose = Pose.Identity;
        for (int i = 0; i < angles.Length; i++)
        {
            Vector3D axis = i switch { 0 => new(0, 0, 1), 1 or 3 => new(0, 1, 0), _ => new(1, 0, 0) };
            pose *= new Pose(QuaternionD.FromAxisAngle(axis, angles[i]), new(0, 0, link)) with { Translation = new(0.1 * link, 0, link) };
        }
        Vector3D error = pose.Translation - target;
        if (error == default)
            return 0;
        return error.Length + 0.1 * (pose.Rotation.Rotate(new(1, 0, 0)).Normalized() - error.Normalized()).LengthSquared;
    }

    [Differentiable]
    public static double ChainDistance([Length(3)] double[] angles, double link)
    {
        Span<Pose> links = new Pose[angles.Length];
        for (int i = 0; i < links.Length; i++)
            links[i] = new(QuaternionD.FromAxisAngle(new Vector3D(0, i % 2, 1 - i % 2), angles[i]), new(link, 0, 0));
        return Chain<Pose>(links).Translation.LengthSquared;

        static TPose Chain<TPose>(ReadOnlySpan<TPose> links) where TPose : struct, ITransform<TPose>
        {
            TPose pose = TPose.Identity;
            foreach (TPose link in links)
                pose *= link;
            return pose;
        }
    }
}
