using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;
using Differentiable.Tensors;

namespace Differentiable.Layers;

/// <summary>What the header of a file says of a tensor.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Type">The type of its elements, in the format's words.</param>
/// <param name="Shape">Its shape.</param>
/// <param name="Start">Where its elements begin.</param>
/// <param name="End">Where they end.</param>
internal sealed record StoredTensor(string Name, string? Type, Shape Shape, long Start, long End)
{
    /// <summary>Numbers with the eight bits of a <see cref="float"/>'s exponent, and seven of its fraction: its first half.</summary>
    private const string BrainFloat = "BF16";

    /// <summary>All that the header tells of. Together they are the whole of the data, and each byte belongs to one.</summary>
    /// <exception cref="InvalidDataException">Entries cannot be read, or do not fit the data.</exception>
    public static StoredTensor[] All(IEnumerable<JsonProperty> entries, long length)
    {
        StoredTensor[] all = [.. entries.Select(Of)];
        HashSet<string> names = [];
        if (Array.Find(all, tensor => !names.Add(tensor.Name)) is { } twice)
            throw new InvalidDataException($"\"{twice.Name}\" stands twice in the header.");
        RequireWhole([.. all.OrderBy(tensor => tensor.Start).ThenBy(tensor => tensor.End)], length);
        return all;
    }

    /// <summary>What the format calls elements of a type.</summary>
    /// <exception cref="NotSupportedException">It has none of this type.</exception>
    public static string TypeOf<T>() => System.Type.GetTypeCode(typeof(T)) switch
    {
        TypeCode.Single => "F32",
        TypeCode.Double => "F64",
        TypeCode.Int32 => "I32",
        TypeCode.Int64 => "I64",
        TypeCode.Byte => "U8",
        TypeCode.Boolean => "BOOL",
        _ when typeof(T) == typeof(Half) => "F16",
        _ => throw new NotSupportedException($"Tensors of {typeof(T).Name} cannot be stored as safetensors."),
    };

    /// <summary>Can the elements be had as these?</summary>
    public bool Fits<T>() => Type == TypeOf<T>() || IsBrainFloatFor<T>();

    /// <summary>The tensor.</summary>
    /// <param name="data">All elements of the file.</param>
    /// <exception cref="InvalidDataException">It is of another type, or has another number of elements.</exception>
    public Tensor<T> Read<T>(byte[] data)
        where T : unmanaged
    {
        if (!Fits<T>())
            throw new InvalidDataException($"The elements of \"{Name}\" are of type {Type}, not {TypeOf<T>()} ({typeof(T).Name}). SafeTensors.Read can leave such tensors out.");
        int size = IsBrainFloatFor<T>() ? sizeof(ushort) : Unsafe.SizeOf<T>();
        if (End - Start != (long)Shape.FlattenedLength * size)
            throw new InvalidDataException($"\"{Name}\" has the shape {Shape}, but its elements are not where the header says.");
        ReadOnlySpan<byte> bytes = data.AsSpan((int)Start, (int)(End - Start));
        return IsBrainFloatFor<T>() ? (Tensor<T>)(TensorBase)Tensor.From(FromBrainFloats(MemoryMarshal.Cast<byte, ushort>(bytes)), Shape) : Tensor.Create(MemoryMarshal.Cast<byte, T>(bytes), Shape);
    }

    private static StoredTensor Of(JsonProperty entry)
    {
        try
        {
            Shape shape = [.. entry.Value.GetProperty("shape").EnumerateArray().Select(length => length.GetInt32())];
            long[] offsets = [.. entry.Value.GetProperty("data_offsets").EnumerateArray().Select(offset => offset.GetInt64())];
            return offsets is [>= 0 and var start, var end] && end >= start
                ? new(entry.Name, entry.Value.GetProperty("dtype").GetString(), shape, start, end)
                : throw new InvalidDataException($"The offsets of \"{entry.Name}\" are no beginning and end: [{string.Join(", ", offsets)}].");
        }
        catch (Exception broken) when (broken is KeyNotFoundException or InvalidOperationException or FormatException or OverflowException or ArgumentOutOfRangeException)
        {
            throw new InvalidDataException($"The header's entry \"{entry.Name}\" cannot be read.", broken);
        }
    }

    private static void RequireWhole(StoredTensor[] inOrder, long length)
    {
        long end = 0;
        foreach (StoredTensor tensor in inOrder)
        {
            if (tensor.Start < end)
                throw new InvalidDataException($"The elements of \"{tensor.Name}\" begin at byte {tensor.Start} of the data, where those of another tensor are, up to byte {end}.");
            if (tensor.Start > end)
                throw new InvalidDataException($"The bytes of the data from {end} to {tensor.Start}, before the elements of \"{tensor.Name}\", belong to no tensor.");
            end = tensor.End;
        }
        if (end > length)
            throw new InvalidDataException($"The file ends too early: there are {length} bytes of data, and the elements of \"{inOrder[^1].Name}\" are not where the header says, up to byte {end}.");
        if (end < length)
            throw new InvalidDataException($"Behind the last tensor, there are {length - end} bytes that belong to none.");
    }

    private static float[] FromBrainFloats(ReadOnlySpan<ushort> numbers)
    {
        float[] elements = new float[numbers.Length];
        for (int i = 0; i < elements.Length; i++)
            elements[i] = BitConverter.UInt32BitsToSingle((uint)numbers[i] << 16);
        return elements;
    }

    private bool IsBrainFloatFor<T>() => Type == BrainFloat && typeof(T) == typeof(float);
}
