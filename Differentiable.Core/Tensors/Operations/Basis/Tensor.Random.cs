using System.Numerics;

namespace Differentiable.Tensors;

/// <content>Random numbers. The same generator gives the same numbers; those of a narrower type are rounded.</content>
public static partial class Tensor
{
    /// <summary>Numbers that are equally likely everywhere between two bounds.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="shape">The lengths along the axes.</param>
    /// <param name="random">Where the numbers come from.</param>
    /// <param name="low">The lower bound; by default 0.</param>
    /// <param name="high">The upper bound, which is never reached; by default 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The upper bound is not above the lower one, or one of them is not finite.</exception>
    public static Tensor<T> RandomUniform<T>(Shape shape, Random random, T low = default, T? high = null)
        where T : unmanaged, IFloatingPointIeee754<T> => Uniform(shape, random, low, high, isFirstValue: false);

    /// <summary>Numbers that are equally likely everywhere between two bounds, perhaps as the first value of a variable.</summary>
    internal static Tensor<T> Uniform<T>(Shape shape, Random random, T low, T? high, bool isFirstValue)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T bound = high ?? T.One;
        if (!T.IsFinite(low) || !T.IsFinite(bound) || low >= bound)
            throw new ArgumentOutOfRangeException(nameof(high), $"{nameof(RandomUniform)}: the bounds are {low} and {bound}. They have to be finite, the second one above the first.");
        return Draw(
            shape,
            random,
            random =>
            {
                T value;
                do
                    value = T.Lerp(low, bound, T.CreateChecked(random.NextDouble()));
                while (value >= bound); // a narrower type may round up to it
                return value;
            },
            isFirstValue);
    }

    /// <summary>Normally distributed numbers.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="shape">The lengths along the axes.</param>
    /// <param name="random">Where the numbers come from.</param>
    /// <param name="mean">Their mean; by default 0.</param>
    /// <param name="stdDev">Their standard deviation; by default 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The standard deviation is negative or NaN.</exception>
    public static Tensor<T> RandomNormal<T>(Shape shape, Random random, T mean = default, T? stdDev = null)
        where T : unmanaged, IFloatingPointIeee754<T> => DrawNormal(shape, random, mean, stdDev, static random => Normal(random));

    /// <summary>Normally distributed numbers; those farther from the mean than two standard deviations are drawn again.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="shape">The lengths along the axes.</param>
    /// <param name="random">Where the numbers come from.</param>
    /// <param name="mean">The mean; by default 0.</param>
    /// <param name="stdDev">The standard deviation of all that is drawn; by default 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The standard deviation is negative or NaN.</exception>
    public static Tensor<T> TruncatedNormal<T>(Shape shape, Random random, T mean = default, T? stdDev = null)
        where T : unmanaged, IFloatingPointIeee754<T> => DrawNormal(shape, random, mean, stdDev, static random =>
        {
            double value;
            do
                value = Normal(random);
            while (Math.Abs(value) > 2);
            return value;
        });

    private static Tensor<T> DrawNormal<T>(Shape shape, Random random, T mean, T? stdDev, Func<Random, double> draw)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T scale = stdDev ?? T.One;
        Settings.Bound(scale, nameof(stdDev));
        return Draw(shape, random, random => mean + (scale * T.CreateChecked(draw(random))));
    }

    /// <summary>A standard normal number (Box and Muller, "A note on the generation of random normal deviates", 1958).</summary>
    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    /// <summary>A tensor of numbers that are drawn one after the other.</summary>
    internal static Tensor<T> Draw<T>(Shape shape, Random random, Func<Random, T> draw, bool isFirstValue = false)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentNullException.ThrowIfNull(random);
        T[] elements = Arrays.Allocate<T>(shape.FlattenedLength);
        random = RepeatableRun.Source(random, isFirstValue);
        for (int i = 0; i < elements.Length; i++)
            elements[i] = draw(random);
        return new(shape, elements);
    }
}
