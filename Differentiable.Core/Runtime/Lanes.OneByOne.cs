using System.Runtime.Intrinsics;

namespace Differentiable.Runtime;

// One lane of several, for code that works on one direction at a time.
public static partial class Lanes
{
    /// <summary>The number in a lane.</summary>
    /// <param name="lanes">The numbers.</param>
    /// <param name="lane">The lane.</param>
    public static double Of(Vector256<double> lanes, int lane) => lanes.GetElement(lane);

    /// <inheritdoc cref="Of(Vector256{double}, int)"/>
    public static float Of(Vector128<float> lanes, int lane) => lanes.GetElement(lane);

    /// <summary>The numbers with another one in a lane.</summary>
    /// <param name="lanes">The numbers.</param>
    /// <param name="lane">The lane.</param>
    /// <param name="number">The number.</param>
    public static Vector256<double> With(Vector256<double> lanes, int lane, double number) => lanes.WithElement(lane, number);

    /// <inheritdoc cref="With(Vector256{double}, int, double)"/>
    public static Vector128<float> With(Vector128<float> lanes, int lane, float number) => lanes.WithElement(lane, number);

    /// <summary>The arrays of all lanes in one, which the first lane makes.</summary>
    /// <param name="lanes">The one of the lanes before.</param>
    /// <param name="lane">The lane.</param>
    /// <param name="numbers">The array that belongs to the lane.</param>
    public static Vector256<double>[] With(Vector256<double>[] lanes, int lane, double[] numbers)
    {
        Vector256<double>[] all = lane == 0 ? new Vector256<double>[numbers.Length] : lanes;
        Put(numbers, lane, all);
        return all;
    }

    /// <inheritdoc cref="With(Vector256{double}[], int, double[])"/>
    public static Vector128<float>[] With(Vector128<float>[] lanes, int lane, float[] numbers)
    {
        Vector128<float>[] all = lane == 0 ? new Vector128<float>[numbers.Length] : lanes;
        Put(numbers, lane, all);
        return all;
    }

    /// <summary>Takes the numbers of a lane out.</summary>
    /// <param name="lanes">The numbers of all lanes.</param>
    /// <param name="lane">The lane.</param>
    /// <param name="numbers">Receives those of the lane; of the same shape.</param>
    public static void Take(ReadOnlySpan<Vector256<double>> lanes, int lane, Span<double> numbers)
    {
        for (int i = 0; i < lanes.Length; i++)
            numbers[i] = lanes[i].GetElement(lane);
    }

    /// <inheritdoc cref="Take(ReadOnlySpan{Vector256{double}}, int, Span{double})"/>
    public static void Take(ReadOnlySpan<Vector128<float>> lanes, int lane, Span<float> numbers)
    {
        for (int i = 0; i < lanes.Length; i++)
            numbers[i] = lanes[i].GetElement(lane);
    }

    /// <inheritdoc cref="Take(ReadOnlySpan{Vector256{double}}, int, Span{double})"/>
    public static void Take(Vector256<double>[,] lanes, int lane, double[,] numbers) => Take(Storage.Flat(lanes), lane, Storage.Flat(numbers));

    /// <inheritdoc cref="Take(ReadOnlySpan{Vector256{double}}, int, Span{double})"/>
    public static void Take(Vector128<float>[,] lanes, int lane, float[,] numbers) => Take(Storage.Flat(lanes), lane, Storage.Flat(numbers));

    /// <inheritdoc cref="Take(ReadOnlySpan{Vector256{double}}, int, Span{double})"/>
    public static void Take(Vector256<double>[][] lanes, int lane, double[][] numbers)
    {
        for (int i = 0; i < lanes.Length; i++)
            Take(lanes[i], lane, numbers[i]);
    }

    /// <inheritdoc cref="Take(ReadOnlySpan{Vector256{double}}, int, Span{double})"/>
    public static void Take(Vector128<float>[][] lanes, int lane, float[][] numbers)
    {
        for (int i = 0; i < lanes.Length; i++)
            Take(lanes[i], lane, numbers[i]);
    }

    /// <summary>Puts the numbers of a lane in.</summary>
    /// <param name="numbers">The numbers of the lane.</param>
    /// <param name="lane">The lane.</param>
    /// <param name="lanes">Receives them; of the same shape.</param>
    public static void Put(ReadOnlySpan<double> numbers, int lane, Span<Vector256<double>> lanes)
    {
        for (int i = 0; i < numbers.Length; i++)
            lanes[i] = lanes[i].WithElement(lane, numbers[i]);
    }

    /// <inheritdoc cref="Put(ReadOnlySpan{double}, int, Span{Vector256{double}})"/>
    public static void Put(ReadOnlySpan<float> numbers, int lane, Span<Vector128<float>> lanes)
    {
        for (int i = 0; i < numbers.Length; i++)
            lanes[i] = lanes[i].WithElement(lane, numbers[i]);
    }

    /// <inheritdoc cref="Put(ReadOnlySpan{double}, int, Span{Vector256{double}})"/>
    public static void Put(double[,] numbers, int lane, Vector256<double>[,] lanes) => Put(Storage.Flat(numbers), lane, Storage.Flat(lanes));

    /// <inheritdoc cref="Put(ReadOnlySpan{double}, int, Span{Vector256{double}})"/>
    public static void Put(float[,] numbers, int lane, Vector128<float>[,] lanes) => Put(Storage.Flat(numbers), lane, Storage.Flat(lanes));

    /// <inheritdoc cref="Put(ReadOnlySpan{double}, int, Span{Vector256{double}})"/>
    public static void Put(double[][] numbers, int lane, Vector256<double>[][] lanes)
    {
        for (int i = 0; i < numbers.Length; i++)
            Put(numbers[i], lane, lanes[i]);
    }

    /// <inheritdoc cref="Put(ReadOnlySpan{double}, int, Span{Vector256{double}})"/>
    public static void Put(float[][] numbers, int lane, Vector128<float>[][] lanes)
    {
        for (int i = 0; i < numbers.Length; i++)
            Put(numbers[i], lane, lanes[i]);
    }
}
