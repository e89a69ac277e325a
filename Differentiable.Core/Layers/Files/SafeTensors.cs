using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;
using Differentiable.Tensors;

namespace Differentiable.Layers;

/// <summary>Named tensors in a file, in the safetensors format: a header in JSON that says where each one's elements are, then the elements.</summary>
public static partial class SafeTensors
{
    /// <summary>A header is no longer than this; a greater number means that it is no such file.</summary>
    private const long LongestHeader = 100_000_000;

    /// <summary>Writes tensors.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="stream">Where to.</param>
    /// <param name="tensors">The tensors, by their names.</param>
    /// <param name="metadata">Texts about the whole, by their names.</param>
    public static void Write<T>(Stream stream, IEnumerable<KeyValuePair<string, Tensor<T>>> tensors, IReadOnlyDictionary<string, string>? metadata = null)
        where T : unmanaged
    {
        KeyValuePair<string, Tensor<T>>[] all = [.. tensors];
        byte[] header = Header(all, metadata);
        Span<byte> length = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(length, header.Length);
        stream.Write(length);
        stream.Write(header);
        foreach (KeyValuePair<string, Tensor<T>> tensor in all)
            stream.Write(MemoryMarshal.AsBytes<T>(tensor.Value.ToArray()));
    }

    /// <summary>Reads tensors.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="stream">Where from.</param>
    /// <returns>The tensors, by their names.</returns>
    /// <exception cref="InvalidDataException">It is no such file, or a tensor has elements of another type.</exception>
    public static Dictionary<string, Tensor<T>> Read<T>(Stream stream)
        where T : unmanaged
    {
        using JsonDocument header = ReadHeader(stream);
        using MemoryStream data = new();
        stream.CopyTo(data);
        byte[] bytes = data.ToArray();
        Dictionary<string, Tensor<T>> tensors = [];
        foreach (JsonProperty entry in header.RootElement.EnumerateObject())
        {
            if (entry.Name != Metadata && !tensors.TryAdd(entry.Name, Read<T>(entry, bytes)))
                throw new InvalidDataException($"\"{entry.Name}\" stands twice in the header.");
        }
        return tensors;
    }

    private static byte[] Header<T>(KeyValuePair<string, Tensor<T>>[] tensors, IReadOnlyDictionary<string, string>? metadata)
        where T : unmanaged
    {
        using MemoryStream json = new();
        using Utf8JsonWriter writer = new(json);
        writer.WriteStartObject();
        WriteMetadata(writer, metadata);
        long offset = 0;
        foreach ((string name, Tensor<T> tensor) in tensors)
        {
            long end = offset + ((long)tensor.FlattenedLength * Unsafe.SizeOf<T>());
            writer.WriteStartObject(name);
            writer.WriteString("dtype", NameOf<T>());
            WriteNumbers(writer, "shape", tensor.Shape.Select(length => (long)length));
            WriteNumbers(writer, "data_offsets", [offset, end]);
            writer.WriteEndObject();
            offset = end;
        }
        writer.WriteEndObject();
        writer.Flush();
        return json.ToArray();
    }

    private static void WriteNumbers(Utf8JsonWriter writer, string name, IEnumerable<long> numbers)
    {
        writer.WriteStartArray(name);
        foreach (long number in numbers)
            writer.WriteNumberValue(number);
        writer.WriteEndArray();
    }

    private static JsonDocument ReadHeader(Stream stream)
    {
        try
        {
            Span<byte> length = stackalloc byte[sizeof(long)];
            stream.ReadExactly(length);
            long count = BinaryPrimitives.ReadInt64LittleEndian(length);
            if (count is < 2 or > LongestHeader)
                throw new InvalidDataException($"This is no safetensors file: its header would be {count} bytes long.");
            byte[] header = new byte[count];
            stream.ReadExactly(header);
            JsonDocument parsed = JsonDocument.Parse(header);
            return parsed.RootElement.ValueKind == JsonValueKind.Object ? parsed : throw new InvalidDataException("This is no safetensors file: its header is no object.");
        }
        catch (Exception broken) when (broken is EndOfStreamException or JsonException)
        {
            throw new InvalidDataException("This is no safetensors file: its header cannot be read.", broken);
        }
    }

    private static Tensor<T> Read<T>(JsonProperty entry, byte[] bytes)
        where T : unmanaged
    {
        try
        {
            string? type = entry.Value.GetProperty("dtype").GetString();
            if (type != NameOf<T>())
                throw new InvalidDataException($"The elements of \"{entry.Name}\" are of type {type}, not {NameOf<T>()} ({typeof(T).Name}).");
            Shape shape = [.. entry.Value.GetProperty("shape").EnumerateArray().Select(length => length.GetInt32())];
            long[] offsets = [.. entry.Value.GetProperty("data_offsets").EnumerateArray().Select(offset => offset.GetInt64())];
            return offsets is [>= 0, _] && offsets[1] <= bytes.Length && offsets[1] - offsets[0] == (long)shape.FlattenedLength * Unsafe.SizeOf<T>()
                ? Tensor.Create(MemoryMarshal.Cast<byte, T>(bytes.AsSpan((int)offsets[0], (int)(offsets[1] - offsets[0]))), shape)
                : throw new InvalidDataException($"\"{entry.Name}\" has the shape {shape}, but its elements are not where the header says.");
        }
        catch (Exception broken) when (broken is KeyNotFoundException or InvalidOperationException or FormatException or OverflowException or ArgumentOutOfRangeException)
        {
            throw new InvalidDataException($"The header's entry \"{entry.Name}\" cannot be read.", broken);
        }
    }

    private static string NameOf<T>() => Type.GetTypeCode(typeof(T)) switch
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
}
