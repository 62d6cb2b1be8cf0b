using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using GanNotebooks.Kernel.Scripting;

namespace GanNotebooks.Kernel.Sessions;

/// <summary>Converts objects to JSON for the messages between the two processes of a session.</summary>
internal static class Contents
{
    private static readonly ContentsJson Json = new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static void WriteJson<T>(this BinaryWriter writer, T value) => writer.Write(JsonSerializer.Serialize(value, typeof(T), Json));

    public static T ReadJson<T>(this BinaryReader reader) => (T)JsonSerializer.Deserialize(reader.ReadString(), typeof(T), Json)!;
}

/// <summary>The types of these objects; their code is generated, since reflection would delay the first cell.</summary>
[JsonSerializable(typeof(CellResult))]
[JsonSerializable(typeof(Completion))]
[JsonSerializable(typeof(Completeness))]
internal sealed partial class ContentsJson : JsonSerializerContext;
