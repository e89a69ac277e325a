using Differentiable.Tests.Testing;
using Differentiable.Tests.Testing.Contract;
using Differentiable.Tests.Testing.Engines;

namespace Differentiable.Tests.Numerics;

/// <summary>Bad destinations are refused by name, before anything is written.</summary>
internal static class DestinationChecks
{
    public static void WrongShapeIsRefused(CorpusFunction function, ReverseEngine engine)
    {
        foreach (string destination in StorageDestinations(function, engine))
        {
            MemberCall call = new Prepared(function, 0, engine).Call;
            call[destination] = Longer((Array)call[destination]!);
            Refuses(call, destination, $"{function} by {engine} with a longer {destination}");
        }
    }

    public static void OverlapWithAnInputIsRefused(CorpusFunction function, ReverseEngine engine)
    {
        foreach (string destination in StorageDestinations(function, engine))
        {
            foreach (CorpusParameter input in function.Parameters.Where(p => p is { IsStorage: true, HoldsArrays: false }))
                OverlapIsRefused(new Prepared(function, 0, engine).Call, destination, input.Name, $"{function} by {engine}");
        }
    }

    public static void OverlapOfDestinationsIsRefused(CorpusFunction function, ReverseEngine engine)
    {
        MemberCall call = new Prepared(function, 0, engine).Call;
        string[] spans = [.. StorageDestinations(function, engine).Where(d => call[d] is double[] { Length: > 0 })];
        if (spans.Length < 2)
            return;
        int first = ((double[])call[spans[0]]!).Length, second = ((double[])call[spans[1]]!).Length;
        double[] shared = new double[first + second - 1];
        call[spans[0]] = new ArraySegment<double>(shared, 0, first);
        call[spans[1]] = new ArraySegment<double>(shared, first - 1, second);
        ArgumentException refusal = Assert.Throws<ArgumentException>(call.Run);
        Assert.Contains(refusal.ParamName, spans[..2]);
    }

    private static void OverlapIsRefused(MemberCall call, string destination, string input, string what)
    {
        Array storage = (Array)call[input]!, place = (Array)call[destination]!;
        if (storage.GetType() != place.GetType() || !SameShape(storage, place) || storage.Length == 0)
            return;
        call[destination] = storage;
        Refuses(call, destination, $"{what} with {destination} on {input}");
    }

    private static bool SameShape(Array one, Array other) =>
        Enumerable.Range(0, one.Rank).All(d => one.GetLength(d) == other.GetLength(d))
        && (one is not double[][] rows || rows.Select(r => r.Length).SequenceEqual(((double[][])other).Select(r => r.Length)));

    private static IEnumerable<string> StorageDestinations(CorpusFunction function, ReverseEngine engine) =>
        new Prepared(function, 0, engine).Call.Destinations.Where(d => d.Source is { IsStorage: true, HoldsArrays: false }).Select(d => d.Name);

    private static void Refuses(MemberCall call, string destination, string what)
    {
        ArgumentException? refusal = Record.Exception(() => call.Run()) as ArgumentException;
        Assert.True(refusal?.ParamName == destination || refusal?.ParamName?.StartsWith(destination + ".") == true, $"{what} is not refused as an ArgumentException for {destination}");
    }

    private static Array Longer(Array storage) => Array.CreateInstance(
        storage.GetType().GetElementType()!, [storage.GetLength(0) + 1, .. Enumerable.Range(1, storage.Rank - 1).Select(storage.GetLength)]);
}
