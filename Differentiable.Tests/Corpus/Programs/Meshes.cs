using System.Numerics;
using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Programs;

/// <summary>What bends and stretches a surface: vertices in an array of structs, faces and their edges in tables.</summary>
public static partial class MeshEnergies
{
    public struct Vertex
    {
        public double X, Y, Z;

        public Vertex(double x, double y, double z) => (X, Y, Z) = (x, y, z);

        public readonly void Deconstruct(out double x, out double y, out double z) => (x, y, z) = (X, Y, Z);

        public static Vertex operator -(Vertex a, Vertex b) => new(a.X - b.X, a.Y - b.Y, a.Z - b.Z);

        public static Vertex Cross(in Vertex a, in Vertex b) => new(a.Y * b.Z - a.Z * b.Y, a.Z * b.X - a.X * b.Z, a.X * b.Y - a.Y * b.X);
    }

    private static readonly (int A, int B, int C)[] s_faces = [(0, 1, 2), (0, 2, 3), (0, 3, 1), (1, 3, 2)];

    private static double Dot(this Vertex a, in Vertex b) => a.X * b.X + a.Y * b.Y + a.Z * b.Z;

    private static double Norm(this in Vertex a) => Math.Sqrt(a.Dot(a));

    [Differentiable, Allocates("a dictionary")]
    public static double Willmore([Length(4)] Vertex[] vertices, [Range(0.5, 1)] double tension)
    {
        Vertex[] moved = new Vertex[vertices.Length];
        for (int i = 0; i < vertices.Length; i++)
        {
            var (x, y, z) = vertices[i];
            moved[i] = i switch { 1 => new(x + 2, y, z), 2 => new(x, y + 2, z), 3 => new Vertex { X = x, Y = y, Z = z + 2 }, _ => vertices[i] };
        }
        var normals = s_faces.Select(f => Vertex.Cross(moved[f.B] - moved[f.A], moved[f.C] - moved[f.A])).ToArray();
        double area = normals.Sum(n => 0.5 * n.Norm()), volume = 0;
        foreach (var (a, b, c) in s_faces)
            volume += moved[a].Dot(Vertex.Cross(moved[b], moved[c])) / 6;
        return tension * area + Bending(moved, normals) + Math.Pow(volume - 1, 2);
    }

    private static double Bending(Vertex[] vertices, Vertex[] normals)
    {
        Dictionary<(int, int), int> faces = [];
        for (int f = 0; f < s_faces.Length; f++)
        {
            var (a, b, c) = s_faces[f];
            foreach (var edge in new (int, int)[] { (a, b), (b, c), (c, a) })
                faces[edge] = f;
        }
        double energy = 0;
        foreach (var ((from, to), face) in faces)
        {
            if (from > to || !faces.TryGetValue((to, from), out int other))
                continue;
            double length = (vertices[to] - vertices[from]).Norm();
            double cosine = normals[face].Dot(normals[other]) / (normals[face].Norm() * normals[other].Norm());
            energy += length * Math.Pow(Math.Acos(Math.Clamp(cosine, -1, 1)), 2);
        }
        return energy;
    }
}

/// <summary>How well a rotation of the plane lays points on others, each on its nearest.</summary>
public static partial class PointRegistration
{
    [Differentiable]
    public static double Distance([Length(4, 5)] ReadOnlySpan<Complex> points, [Length(5)] ReadOnlySpan<Complex> others, [Range(0.1, 0.3)] double angle)
    {
        Complex rotation = new(Math.Cos(angle), Math.Sin(angle)), shift = 0;
        Span<int> nearest = stackalloc int[points.Length];
        for (int round = 0; round < 2; round++)
        {
            Complex cross = Complex.Zero, center = 0, otherCenter = 0;
            for (int i = 0; i < points.Length; i++)
            {
                double best = double.PositiveInfinity;
                for (int j = 0; j < others.Length; j++)
                    if ((rotation * points[i] + shift - others[j]).Magnitude is var d && d < best)
                        (best, nearest[i]) = (d, j);
                center += points[i] / points.Length;
                otherCenter += others[nearest[i]] / points.Length;
            }
            for (int i = 0; i < points.Length; i++)
                cross += Complex.Conjugate(points[i] - center) * (others[nearest[i]] - otherCenter);
            rotation *= Complex.Exp(new(0, 0.5 * (cross / rotation).Phase));
            shift = otherCenter - rotation * center;
        }
        double sum = 0;
        for (int i = 0; i < points.Length; i++)
            sum += Math.Pow(Complex.Abs(rotation * points[i] + shift - others[nearest[i]]), 2);
        return sum / points.Length + rotation.Phase;
    }
}

/// <summary>The spectrum of a graph's Laplacian by Jacobi's rotations, and a distance from it.</summary>
public static partial class SpectralDistance
{
    [Differentiable, Allocates("a matrix")]
    public static double Heat([Length(6)] ReadOnlySpan<double> weights, double time)
    {
        const int n = 4;
        double[,] laplacian = new double[n, n];
        int edge = 0;
        for (int i = 0; i < n; i++)
            for (int j = 0; j < i; j++, edge++)
            {
                laplacian[i, j] = laplacian[j, i] = -weights[edge] * (1 + edge);
                laplacian[i, i] += weights[edge] * (1 + edge);
                laplacian[j, j] += weights[edge] * (1 + edge);
            }
        for (int sweep = 0; sweep < 3; sweep++)
            for (int p = 0; p < n; p++)
                for (int q = p + 1; q < n; q++)
                    Rotate(laplacian, p, q);
        double sum = 0, product = 1;
        for (int i = 0; i < n; i++)
        {
            sum += Math.Exp(-time * laplacian[i, i]);
            product *= 1 + laplacian[i, i] * laplacian[i, i];
        }
        return sum + Math.Log(product) / n;
    }

    private static void Rotate(double[,] a, int p, int q)
    {
        if (Math.Abs(a[p, q]) < 1e-12)
            return;
        double theta = (a[q, q] - a[p, p]) / (2 * a[p, q]);
        double t = Math.CopySign(1, theta) / (Math.Abs(theta) + Math.Sqrt(theta * theta + 1));
        double c = 1 / Math.Sqrt(t * t + 1), s = t * c;
        int n = a.GetLength(0);
        for (int k = 0; k < n; k++)
            (a[k, p], a[k, q]) = (c * a[k, p] - s * a[k, q], s * a[k, p] + c * a[k, q]);
        for (int k = 0; k < n; k++)
            (a[p, k], a[q, k]) = (c * a[p, k] - s * a[q, k], s * a[p, k] + c * a[q, k]);
    }
}
