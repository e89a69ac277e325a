using System.Text.Json;

namespace Differentiable.Layers;

/// <content>Texts in the header.</content>
public static partial class SafeTensors
{
    private const string Metadata = "__metadata__";

    /// <summary>Reads the texts about the whole that stand in a file's header.</summary>
    /// <param name="stream">Where from.</param>
    /// <returns>The texts, by their names; none, if the file has none.</returns>
    /// <exception cref="InvalidDataException">It is no such file, or something else stands in their place.</exception>
    public static Dictionary<string, string> ReadMetadata(Stream stream)
    {
        using JsonDocument header = ReadHeader(stream);
        if (!header.RootElement.TryGetProperty(Metadata, out JsonElement metadata))
            return [];
        if (metadata.ValueKind != JsonValueKind.Object || metadata.EnumerateObject().Any(text => text.Value.ValueKind != JsonValueKind.String))
            throw new InvalidDataException($"The header's entry \"{Metadata}\" is no object of texts.");
        return metadata.EnumerateObject().ToDictionary(text => text.Name, text => text.Value.GetString()!);
    }

    private static void WriteMetadata(Utf8JsonWriter writer, IReadOnlyDictionary<string, string>? metadata)
    {
        if (metadata is null)
            return;
        writer.WriteStartObject(Metadata);
        foreach ((string name, string text) in metadata)
            writer.WriteString(name, text);
        writer.WriteEndObject();
    }
}
