using System.Numerics;
using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Structs;

/// <summary>Where a ray meets something.</summary>
public readonly record struct Hit(double Distance, Vec Normal, int Id)
{
    public double Brightness(Vec light) => Math.Exp(Normal.Dot(light)) / (1 + Distance);
}

/// <summary>An end of a rod: at a temperature, or with a flux, or isolated.</summary>
public record struct Boundary(double? Temperature, double? Flux)
{
    public double Scale { get; set; } = 1;

    public readonly double? Effective => Temperature * Scale ?? Flux;
}

/// <summary>Structs that may be missing, and structs of values that may be.</summary>
public static partial class NullableStructs
{
    private const Derivatives WithoutMatrices = Derivatives.Gradient | Derivatives.Jvp | Derivatives.Hvp;

    [Differentiable, Samples(4)]
    public static Hit? Intersect([Range(-1.6, -0.4)] Vec origin, Vec direction, double radius)
    {
        double b = origin.Dot(direction), c = origin.SquaredLength - radius * radius;
        double discriminant = b * b - c;
        if (discriminant < 0)
            return null;
        double distance = -b - Math.Sqrt(discriminant);
        return distance > 0 ? new Hit(distance, (origin + direction * distance) / radius, 1) : null;
    }

    /// <summary>The nearest of several spheres, and the light on it.</summary>
    [Differentiable, Samples(4)]
    public static double Trace([Length(3)] ReadOnlySpan<double> centers, [Range(-1, 3)] double height, Vec light)
    {
        Hit? nearest = null;
        for (int i = 0; i < centers.Length; i++)
        {
            Hit? hit = Intersect(new(height - centers[i], 0.2, -4 - i), new(0, 0, 1), centers[i]);
            if (hit is { } found && !(nearest?.Distance < found.Distance))
                nearest = found with { Id = i };
        }
        double background = Math.Exp(height * light.Y);
        return nearest is { Id: >= 0, Distance: var d } ? nearest.Value.Brightness(light) * d : background;
    }

    [Differentiable, Samples(4)]
    public static double Shading([Range(-1, 2)] double x, double y)
    {
        Hit? hit = x > 0 ? new Hit(x, new Vec(x, y, 1), 3) : null;
        double s = hit?.Normal.Dot(new Vec(1, x, y)) ?? y;
        s += hit?.Brightness((x, y, 1)) ?? x;
        s += hit?.Normal.SquaredLength * y ?? -x;
        return s * (hit?.Id ?? 2) + hit switch { { Distance: > 1 } far => far.Distance, { Normal: (var u, _, _) } => u * u, null => y * y };
    }

    [Differentiable, Samples(4)]
    public static double LiftedOperators([Range(-1, 1)] double x, [Range(-1, 1)] double y)
    {
        Vec? a = x > 0 ? new Vec(x, y, 1) : null, b = y > 0 ? new Vec(y, 2, x) : null;
        Vec? sum = a + 2 * b, turned = -a;
        sum -= a;
        double? length = (double?)turned;
        Vec? lifted = ((double, double, double)?)(x, y, 2);
        double s = sum?.Dot(lifted!.Value) ?? x + y;
        return s * (length ?? 1) + (a == b ? x : 2) + (a != null ? y : x * x);
    }

    [Differentiable(WithoutMatrices), Samples(8)]
    public static double Ends(Boundary left, Boundary right, double x)
    {
        double? middle = (left.Effective + right.Effective) / 2;
        Boundary inner = right with { Flux = left.Flux ?? x, Temperature = null };
        inner.Temperature = inner.Flux > 1 ? middle : null;
        double s = inner switch { { Temperature: { } t } => t * t, { Flux: { } f } => f * x, _ => 0 };
        return s + (left.Temperature ?? x) * (right.Flux ?? 2) + (middle ?? x * x);
    }

    [Differentiable(WithoutMatrices), Samples(4)]
    public static double OfParameter(Vec? v, double x) => v is { X: > 0, Y: var y } ? y * v.Value.Length * x : x * x;

    [Differentiable(WithoutMatrices), Samples(4)]
    public static Boundary Heated(Boundary end, double? heat) => end with { Temperature = end.Temperature + heat * 2, Flux = heat ?? end.Flux };

    [Differentiable(WithoutMatrices), Samples(4)]
    public static double Numerics(Vector3? v, float x)
    {
        Vector3? scaled = v * x;
        return scaled is { } s ? Vector3.Dot(s, s) + s.X : x * x;
    }

    [Differentiable, Samples(3)]
    public static double Walls([NonDifferentiable] Boundary[] walls, double x)
    {
        double s = x;
        foreach (Boundary wall in walls)
            s += (wall.Temperature * x ?? wall.Flux ?? 1) * x;
        return s;
    }
}
