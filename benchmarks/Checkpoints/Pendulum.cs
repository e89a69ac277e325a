namespace Differentiable.Benchmarks.Checkpoints;

/// <summary>A state of two numbers, and a cheap round. The same loop with each marker.</summary>
internal static partial class Pendulum
{
    [Differentiable]
    public static double Plain(double angle, double speed, double h, int steps)
    {
        for (int k = 0; k < steps; k++)
        {
            speed -= h * Math.Sin(angle);
            angle += h * speed;
        }
        return angle * angle + speed * speed;
    }

    [Differentiable]
    public static double Every(double angle, double speed, double h, int steps)
    {
        for (int k = 0; k < steps; k++)
        {
            Checkpoint.Every(1000);
            speed -= h * Math.Sin(angle);
            angle += h * speed;
        }
        return angle * angle + speed * speed;
    }

    [Differentiable]
    public static double SquareRoot(double angle, double speed, double h, int steps)
    {
        for (int k = 0; k < steps; k++)
        {
            Checkpoint.SquareRoot();
            speed -= h * Math.Sin(angle);
            angle += h * speed;
        }
        return angle * angle + speed * speed;
    }

    [Differentiable]
    public static double Binomial(double angle, double speed, double h, int steps)
    {
        for (int k = 0; k < steps; k++)
        {
            Checkpoint.Binomial(20);
            speed -= h * Math.Sin(angle);
            angle += h * speed;
        }
        return angle * angle + speed * speed;
    }

    [Differentiable]
    public static double Logarithmic(double angle, double speed, double h, int steps)
    {
        for (int k = 0; k < steps; k++)
        {
            Checkpoint.Logarithmic();
            speed -= h * Math.Sin(angle);
            angle += h * speed;
        }
        return angle * angle + speed * speed;
    }
}
