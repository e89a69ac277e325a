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

    /// <summary>Headers are filled up with spaces to a multiple of this, so that elements are aligned where a file is mapped into memory.</summary>
    private const int Alignment = 8;

    /// <summary>Writes tensors.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="stream">Where to.</param>
    /// <param name="tensors">The tensors, by their names.</param>
    /// <param name="metadata">Texts about the whole, by their names.</param>
    /// <exception cref="ArgumentException">Two tensors have the same name, or one that the format keeps for itself.</exception>
    public static void Write<T>(Stream stream, IEnumerable<KeyValuePair<string, Tensor<T>>> tensors, IReadOnlyDictionary<string, string>? metadata = null)
        where T : unmanaged
    {
        KeyValuePair<string, Tensor<T>>[] all = [.. tensors];
        RequireNames(all.Select(tensor => tensor.Key));
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
    /// <param name="skipOthers">Are tensors whose elements are of another type left out? Else they are refused. Those of type BF16 are read as <see cref="float"/>.</param>
    /// <returns>The tensors, by their names.</returns>
    /// <exception cref="InvalidDataException">It is no such file, or a tensor has elements of another type.</exception>
    public static Dictionary<string, Tensor<T>> Read<T>(Stream stream, bool skipOthers = false)
        where T : unmanaged
    {
        using JsonDocument header = ReadHeader(stream);
        using MemoryStream data = new();
        stream.CopyTo(data);
        byte[] bytes = data.ToArray();
        StoredTensor[] stored = StoredTensor.All(header.RootElement.EnumerateObject().Where(entry => entry.Name != Metadata), bytes.Length);
        return stored.Where(tensor => !skipOthers || tensor.Fits<T>()).ToDictionary(tensor => tensor.Name, tensor => tensor.Read<T>(bytes));
    }

    private static void RequireNames(IEnumerable<string> names)
    {
        HashSet<string> known = [Metadata];
        foreach (string name in names)
        {
            if (!known.Add(name))
                throw new ArgumentException(name == Metadata ? $"The format keeps the name \"{Metadata}\" for itself." : $"Two tensors are named \"{name}\", so that the file could not be read again.", nameof(names));
        }
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
            writer.WriteString("dtype", StoredTensor.TypeOf<T>());
            WriteNumbers(writer, "shape", tensor.Shape.Select(length => (long)length));
            WriteNumbers(writer, "data_offsets", [offset, end]);
            writer.WriteEndObject();
            offset = end;
        }
        writer.WriteEndObject();
        writer.Flush();
        while (json.Length % Alignment != 0)
            json.WriteByte((byte)' ');
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
}
