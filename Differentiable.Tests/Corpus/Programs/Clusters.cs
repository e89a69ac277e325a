using System.Numerics;
using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Programs;

/// <summary>Bodies with names, vectors of a type parameter and a method that changes them, which attract each other and swap places.</summary>
public static partial class NamedBodies
{
    private readonly record struct Vector<T>(T X, T Y, T Z) where T : IFloatingPointIeee754<T>
    {
        public static Vector<T> operator +(Vector<T> a, Vector<T> b) => new(a.X + b.X, a.Y + b.Y, a.Z + b.Z);
        public static Vector<T> operator -(Vector<T> a, Vector<T> b) => new(a.X - b.X, a.Y - b.Y, a.Z - b.Z);
        public static Vector<T> operator *(T s, Vector<T> a) => new(s * a.X, s * a.Y, s * a.Z);
        public T Dot(Vector<T> b) => X * b.X + Y * b.Y + Z * b.Z;
        public T Length => T.Sqrt(Dot(this));
        public Vector<T> Cross(Vector<T> b) => new(Y * b.Z - Z * b.Y, Z * b.X - X * b.Z, X * b.Y - Y * b.X);
        public T this[int i] => i switch { 0 => X, 1 => Y, 2 => Z, _ => throw new ArgumentOutOfRangeException(nameof(i)) };
    }

    private struct Body
    {
        public Vector<double> Place, Speed;
        public double Mass;
        public string Name;
        public int Id;

        public void Kick(Vector<double> force, double h)
        {
            Speed += h / Mass * force;
            Place += h * Speed;
        }
    }

    [Differentiable, Allocates("names")]
    public static double Energy([Length(5)] double[] x)
    {
        var bodies = new Body[3];
        for (int i = 0; i < 3; i++)
            bodies[i] = new Body { Place = new(x[i], x[i + 1], x[(i + 2) % x.Length]), Speed = new(0.1 * i, x[i] * x[i], 0), Mass = 1 + i * x[0], Name = "b" + i, Id = i };
        for (int k = 0; k < 3; k++)
        {
            foreach (ref Body body in bodies.AsSpan())
            {
                Vector<double> force = default;
                foreach (var other in bodies)
                {
                    if (other.Id == body.Id)
                        continue;
                    var d = other.Place - body.Place;
                    double r = Math.Sqrt(d.Dot(d) + 0.1);
                    force += body.Mass * other.Mass / (r * r * r) * d;
                }
                body.Kick(force, 0.05);
            }
            (bodies[0], bodies[2]) = (bodies[2], bodies[0]);
        }
        double energy = 0;
        foreach (var (place, speed) in bodies.Select(b => (b.Place, b.Speed)))
            energy += place.Dot(speed) + speed.Cross(place).Length + place[2];
        return energy + bodies[1].Name.Length * x[0];
    }

    /// <summary>Loops with checkpoints in each other, around a struct that changes itself.</summary>
    [Differentiable]
    public static double Driven([Length(3)] double[] x)
    {
        double a = x[0];
        Body body = default;
        body.Mass = x[1];
        body.Name = "driven";
        for (int i = 0; i < 6; i++)
        {
            Checkpoint.SquareRoot();
            foreach (var t in x)
            {
                Checkpoint.Logarithmic();
                body.Kick(new(a, t, a * t), 0.1);
                a = a * 0.9 + body.Place.Length * 0.1;
            }
        }
        return a * body.Speed.Dot(body.Place);
    }
}

/// <summary>Loops that keep snapshots, leave early, and write what they do not read.</summary>
public static partial class RestartedLoops
{
    [Differentiable]
    public static double Pendulum([Elements(0.7, 0.45, 1.3)] double[] x)
    {
        double angle = x[0], speed = x[1];
        var track = new double[37];
        for (int k = 0; k < 37; k++)
        {
            Checkpoint.Binomial(4);
            speed -= 0.1 * Math.Sin(angle) * x[2];
            angle += 0.1 * speed;
            track[k] = angle * speed;
            if (angle > 0.9)
            {
                angle = -angle;
                continue;
            }
        }
        return track.Sum() + angle * speed;
    }

    [Differentiable]
    public static double Diffusion([Elements(0.7, 0.45, 1.3)] double[] x)
    {
        var u = x.ToArray();
        var next = new double[u.Length];
        int k = 0;
        double sum = 0;
        while (k < 23)
        {
            Checkpoint.Every(5);
            for (int i = 0; i < u.Length; i++)
                next[i] = u[i] + 0.05 * u[(i + 1) % u.Length] * Step(u[i], x[0]);
            (u, next) = (next, u);
            k++;
            sum += u[0] * k;
            if (sum > 30)
                break;
        }
        return sum + u[1] * next[2];
    }

    [Differentiable, Checkpoint]
    public static double Step(double a, double b)
    {
        for (int i = 0; i < 3; i++)
            a = Math.Sin(a) * b + a * 0.5;
        return a;
    }
}

/// <summary>Layers in structs in a struct, with names that say what they do, copied with other arrays.</summary>
public static partial class NamedLayers
{
    private record struct Layer(double[,] Weights, double[] Bias, string Activation);

    private readonly record struct Network(Layer First, Layer Second, double Scale);

    private static double[] Output(Layer layer, double[] x)
    {
        var y = new double[layer.Bias.Length];
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = layer.Bias[i];
            for (int j = 0; j < x.Length; j++)
                y[i] += layer.Weights[i, j] * x[j];
            y[i] = layer.Activation switch
            {
                "tanh" => Math.Tanh(y[i]),
                "softplus" => Math.Log(1 + Math.Exp(y[i])),
                { Length: 0 } => y[i],
                _ => Math.Max(0, y[i]),
            };
        }
        return y;
    }

    private static double Loss(Network n, double[] x) => n.Scale * Output(n.Second, Output(n.First, x)).Sum(v => v * v);

    [Differentiable, Allocates("matrices")]
    public static double Losses([Length(3)] double[] x)
    {
        var weights = new double[2, 2];
        int k = 0;
        for (int i = 0; i < 2; i++)
            for (int j = 0; j < 2; j++)
                weights[i, j] = x[k++ % x.Length] + 0.1 * k;
        Layer first = new(weights, [x[0], x[1]], "tanh");
        Layer second = first with { Activation = "softplus", Bias = [x[2]] };
        Network network = new(first, second with { Weights = new double[,] { { x[1], x[2] * x[0] } } }, x[2]);
        double loss = Loss(network, [x[0], x[2]]);
        network = network with { Scale = 2 * network.Scale };
        return loss + Loss(network, x[1..3]);
    }
}
