using GanNotebooks.Kernel.Display;
using GanNotebooks.Kernel.Scripting;

namespace GanNotebooks.Kernel.Sessions;

/// <summary>Sends the outputs of one cell to the watching process.</summary>
internal sealed class OutputMessages(MessagePipe pipe, int run) : IOutputSink
{
    public void Stream(StreamName stream, string text) => Send(Word.Stream, writer =>
    {
        writer.Write((byte)stream);
        writer.Write(text);
    });

    public void DisplayData(MimeBundle bundle, string displayId) => Send(Word.Display, bundle, displayId);

    public void UpdateDisplayData(MimeBundle bundle, string displayId) => Send(Word.Update, bundle, displayId);

    public void ExecuteResult(MimeBundle bundle) => Send(Word.Result, writer => writer.WriteJson(bundle));

    public void ClearOutput(bool wait) => Send(Word.Clear, writer => writer.Write(wait));

    public void Error(CellError error) => Send(Word.Error, writer => writer.WriteJson(error));

    /// <summary>Passes a received output to the sink of its cell.</summary>
    public static void Put(Word word, BinaryReader content, IOutputSink sink)
    {
        switch (word)
        {
            case Word.Stream:
                sink.Stream((StreamName)content.ReadByte(), content.ReadString());
                break;
            case Word.Display or Word.Update:
                var (displayId, bundle) = (content.ReadString(), content.ReadJson<MimeBundle>());
                (word == Word.Display ? (Action<MimeBundle, string>)sink.DisplayData : sink.UpdateDisplayData)(bundle, displayId);
                break;
            case Word.Result:
                sink.ExecuteResult(content.ReadJson<MimeBundle>());
                break;
            case Word.Clear:
                sink.ClearOutput(content.ReadBoolean());
                break;
            case Word.Error:
                sink.Error(content.ReadJson<CellError>());
                break;
        }
    }

    private void Send(Word word, MimeBundle bundle, string displayId) => Send(word, writer =>
    {
        writer.Write(displayId);
        writer.WriteJson(bundle);
    });

    private void Send(Word word, Action<BinaryWriter> write) => pipe.Send(word, writer =>
    {
        writer.Write(run);
        write(writer);
    });
}
