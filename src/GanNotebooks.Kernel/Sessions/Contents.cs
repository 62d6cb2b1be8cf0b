using GanNotebooks.Kernel.Display;
using GanNotebooks.Kernel.Scripting;

namespace GanNotebooks.Kernel.Sessions;

/// <summary>How the contents of messages between the two processes of a session are written and read.</summary>
internal static class Contents
{
    public static void Write(this BinaryWriter writer, MimeBundle bundle)
    {
        writer.Write(bundle.Entries.Count);
        foreach (var (mimeType, content) in bundle.Entries)
        {
            writer.Write(mimeType);
            writer.Write(content);
        }
    }

    public static MimeBundle ReadBundle(this BinaryReader reader)
    {
        var bundle = new MimeBundle();
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            bundle.Add(reader.ReadString(), reader.ReadString());
        }
        return bundle;
    }

    public static void Write(this BinaryWriter writer, CellError error)
    {
        writer.Write(error.Name);
        writer.Write(error.Message);
        writer.Write(error.Traceback.Count);
        foreach (var line in error.Traceback)
        {
            writer.Write(line);
        }
    }

    public static CellError ReadError(this BinaryReader reader)
    {
        var (name, message) = (reader.ReadString(), reader.ReadString());
        var lines = new string[reader.ReadInt32()];
        for (var at = 0; at < lines.Length; at++)
        {
            lines[at] = reader.ReadString();
        }
        return new CellError(name, message, lines);
    }

    /// <summary>A result goes without its value, which lives in the other process; how it is shown goes along.</summary>
    public static void Write(this BinaryWriter writer, CellResult result)
    {
        writer.WriteOptional(result.Error, Write);
        writer.WriteOptional(result.Shown, Write);
        writer.Write(result.HasValue);
        writer.Write(result.WasInterrupted);
        writer.Write(result.Elapsed.Ticks);
    }

    public static CellResult ReadResult(this BinaryReader reader) => new()
    {
        Error = reader.ReadOptional(ReadError),
        Shown = reader.ReadOptional(ReadBundle),
        HasValue = reader.ReadBoolean(),
        WasInterrupted = reader.ReadBoolean(),
        Elapsed = TimeSpan.FromTicks(reader.ReadInt64()),
    };

    public static void Write(this BinaryWriter writer, Completion completion)
    {
        writer.Write(completion.Start);
        writer.Write(completion.End);
        writer.Write(completion.Items.Count);
        foreach (var item in completion.Items)
        {
            writer.Write(item.Text);
            writer.Write(item.Kind);
        }
    }

    public static Completion ReadCompletion(this BinaryReader reader)
    {
        var (start, end) = (reader.ReadInt32(), reader.ReadInt32());
        var items = new CompletionItem[reader.ReadInt32()];
        for (var at = 0; at < items.Length; at++)
        {
            items[at] = new CompletionItem(reader.ReadString(), reader.ReadString());
        }
        return new Completion(items, start, end);
    }

    public static void WriteOptional<T>(this BinaryWriter writer, T? value, Action<BinaryWriter, T> write) where T : class
    {
        writer.Write(value is not null);
        if (value is not null)
        {
            write(writer, value);
        }
    }

    public static T? ReadOptional<T>(this BinaryReader reader, Func<BinaryReader, T> read) where T : class =>
        reader.ReadBoolean() ? read(reader) : null;
}
