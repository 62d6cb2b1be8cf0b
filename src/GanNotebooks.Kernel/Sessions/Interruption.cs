namespace GanNotebooks.Kernel.Sessions;

/// <summary>Stops a cell by cancelling its token.</summary>
internal static class Interruption
{
    /// <summary>Stops it on a new thread: callbacks that cells have registered with the token run there, and may be slow or throw.</summary>
    public static void InterruptApart(this CancellationTokenSource cell) => new Thread(cell.Interrupt) { IsBackground = true, Name = "interrupt" }.Start();

    /// <summary>Stops it on this thread.</summary>
    public static void Interrupt(this CancellationTokenSource cell)
    {
        try
        {
            cell.Cancel();
        }
        catch (Exception e) when (e is ObjectDisposedException or AggregateException)
        {
            // The cell has ended meanwhile, or its own callback threw: it is stopped in both cases.
        }
    }
}
