using Differentiable.Tests.Testing.Sampling;
using static System.Math;

namespace Differentiable.Tests.Corpus.Programs;

/// <summary>A ray that spheres reflect or miss: hits are values that may be missing.</summary>
public static partial class RayTracer
{
    public readonly record struct Ray(Vector3D Origin, Vector3D Direction)
    {
        public Vector3D At(double t) => Origin + t * Direction;
    }

    public readonly record struct Sphere(Vector3D Center, double Radius, double Shine)
    {
        public Hit? Intersect(in Ray ray)
        {
            Vector3D oc = ray.Origin - Center;
            double b = Vector3D.Dot(oc, ray.Direction), c = oc.LengthSquared - Radius * Radius, disc = b * b - c;
            if (disc < 0)
                return null;
            double root = Sqrt(disc);
            double t = -b - root > 1e-4 ? -b - root : -b + root;
            return t > 1e-4 ? new Hit(t, (ray.At(t) - Center) / Radius, Shine) : null;
        }
    }

    public readonly record struct Hit(double Distance, Vector3D Normal, double Shine);

    private static Hit? Closest(Hit? a, Hit? b) => (a, b) switch
    {
        (null, _) => b,
        (_, null) => a,
        ({ Distance: var x }, { Distance: var y }) => x < y ? a : b,
    };

    [Differentiable]
    public static double Radiance([Range(-0.2, 0.2)] double x, [Range(-0.2, 0.2)] double y, Vector3D light, double shine)
    {
        Sphere first = new(new(0, 0, 4), 1, shine), second = new(new(1.2, 0.3, 2.5), 0.4, 0.5 * shine);
        Ray ray = new(default, new Vector3D(x, y, 1).Normalized());
        double radiance = 0, throughput = 1;
        for (int bounce = 0; bounce < 3; bounce++)
        {
            Hit? hit = ClosestOf(first.Intersect(ray), second.Intersect(in ray));
            if (hit is not { } h)
            {
                radiance += throughput * (0.5 + 0.5 * ray.Direction.Y);
                break;
            }
            Vector3D p = ray.At(h.Distance);
            double diffuse = Vector3D.Dot(h.Normal, (light - p).Normalized());
            radiance += throughput * (diffuse > 0 ? diffuse : 0.1 * diffuse);
            throughput *= h.Shine;
            ray = ray with { Origin = p, Direction = ray.Direction - 2 * Vector3D.Dot(ray.Direction, h.Normal) * h.Normal };
        }
        return radiance;

        static Hit? ClosestOf(Hit? a, Hit? b)
        {
            if (a?.Distance < b?.Distance) return a;
            return b ?? a;
        }
    }
}
