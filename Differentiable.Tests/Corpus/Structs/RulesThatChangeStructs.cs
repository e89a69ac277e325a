using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Structs;

/// <summary>A heading in the plane, with rules for methods that change it: it is then what a <c>ref</c> parameter is.</summary>
public partial struct Heading(double x, double y)
{
    public double X = x;
    public double Y = y;

    [CustomGradient(nameof(NormalizePullback)), CustomGradient(nameof(NormalizeTangent))]
    public void Normalize()
    {
        double length = Math.Sqrt(X * X + Y * Y);
        X /= length;
        Y /= length;
    }

    internal static void NormalizePullback(Heading self, ref Heading dself)
    {
        double length = Math.Sqrt(self.X * self.X + self.Y * self.Y);
        double along = (dself.X * self.X + dself.Y * self.Y) / (length * length);
        dself = new((dself.X - along * self.X) / length, (dself.Y - along * self.Y) / length);
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    internal static void NormalizeTangent(ref Heading self, ref Heading selfDot)
    {
        double length = Math.Sqrt(self.X * self.X + self.Y * self.Y);
        double along = (selfDot.X * self.X + selfDot.Y * self.Y) / (length * length);
        selfDot = new((selfDot.X - along * self.X) / length, (selfDot.Y - along * self.Y) / length);
        self = new(self.X / length, self.Y / length);
    }

    /// <summary>Changes the heading and gives something; by its tangent rule alone, also where it is differentiated itself.</summary>
    [Differentiable(Derivatives.Gradient | Derivatives.Jvp), CustomGradient(nameof(StretchTangent))]
    public double Stretch(double factor)
    {
        X *= factor;
        Y += factor;
        return X * Y;
    }

    internal static (double value, double valueDot) StretchTangent(ref Heading self, double factor, ref Heading selfDot, double factorDot)
    {
        selfDot = new(selfDot.X * factor + self.X * factorDot, selfDot.Y + factorDot);
        self = new(self.X * factor, self.Y + factor);
        return (self.X * self.Y, selfDot.X * self.Y + self.X * selfDot.Y);
    }

    /// <summary>A method in whose place its code stands, with one in it that has a rule.</summary>
    public void Turn(double by)
    {
        (X, Y) = (X - by * Y, Y + by * X);
        Normalize();
    }
}

/// <summary>Methods with rules that change the struct that they are called on: a variable, an element, a field of another struct.</summary>
public static partial class RulesThatChangeStructs
{
    private struct Ship
    {
        public Heading Bow;
        public double Speed;

        public void Steer(double by)
        {
            Bow.Turn(by);
            Speed *= Bow.X;
        }
    }

    [Differentiable(Derivatives.All)]
    public static double Steered(double x, double y, double by)
    {
        Heading heading = new(x, y + 2);
        heading.Normalize();
        heading.Turn(by);
        Heading other = heading;
        other.X += x;
        other.Normalize();
        return heading.X * other.Y + by * other.X;
    }

    [Differentiable(Derivatives.Gradient)]
    public static double OfElements([Length(3)] ReadOnlySpan<double> x, int rounds)
    {
        Heading[] headings = [new(x[0], 1), new(x[1], 2), new(x[2], x[0] + 3)];
        double sum = 0;
        for (int k = 0; k < rounds; k++)
        {
            for (int i = 0; i < headings.Length; i++)
            {
                headings[i].X += x[i];
                headings[i].Normalize();
                sum += headings[i].Y * headings[(i + 1) % 3].X * (k + 1);
            }
        }
        return sum;
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    public static double OfFields(double x, double y, int steps)
    {
        Ship ship = new() { Bow = new(x, y + 2), Speed = y };
        for (int i = 0; i < steps; i++)
            ship.Steer(x * y);
        double area = ship.Bow.Stretch(x) * y;
        return area + ship.Bow.Stretch(area) * ship.Speed;
    }
}
