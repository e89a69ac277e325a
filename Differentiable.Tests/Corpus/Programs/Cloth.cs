using Differentiable.Tests.Testing.Sampling;
using static System.Math;

namespace Differentiable.Tests.Corpus.Programs;

/// <summary>A cloth of knots, elements of an array that are changed through references, which constraints pull back to their distances.</summary>
public static partial class ClothSimulation
{
    public struct Knot
    {
        public Vector3D Position, Previous;
        public double InverseMass;
    }

    [Differentiable]
    public static double Sag([Range(0.5, 1)] double stiffness, [Range(0.8, 1.2)] double gravity, Vector3D wind)
    {
        const int Width = 3, Height = 2;
        Span<Knot> knots = new Knot[Width * Height];
        for (int i = 0; i < knots.Length; i++)
        {
            ref Knot k = ref knots[i];
            k.Position = k.Previous = new Vector3D(i % Width, 0, i / Width);
            k.InverseMass = i < 1 ? 0 : 1.0 / (1 + i);
        }
        for (int step = 0; step < 4; step++)
        {
            foreach (ref Knot k in knots)
            {
                if (k.InverseMass == 0) continue;
                Vector3D velocity = 0.98 * (k.Position - k.Previous);
                k.Previous = k.Position;
                k.Position += velocity + 0.01 * k.InverseMass * wind + new Vector3D(0, -0.01 * gravity, 0);
            }
            for (int y = 0; y < Height; y++)
            {
                for (int x = 0; x < Width; x++)
                {
                    if (x + 1 < Width) Relax(ref knots[y * Width + x], ref knots[y * Width + x + 1]);
                    if (y + 1 < Height) Relax(ref knots[y * Width + x], ref knots[(y + 1) * Width + x]);
                }
            }
        }
        double sum = 0;
        foreach (var k in knots)
            sum += k.Position.Y + 0.1 * k.Position.LengthSquared;
        return sum;

        void Relax(ref Knot a, ref Knot b)
        {
            Vector3D d = b.Position - a.Position;
            double w = a.InverseMass + b.InverseMass;
            if (w is 0) return;
            Vector3D correction = stiffness * (d.Length - 1) / (d.Length * w) * d;
            a.Position += a.InverseMass * correction;
            b.Position -= b.InverseMass * correction;
        }
    }
}
