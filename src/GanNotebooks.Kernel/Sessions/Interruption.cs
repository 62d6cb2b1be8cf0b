namespace GanNotebooks.Kernel.Sessions;

/// <summary>Stops a cell by the source of its token.</summary>
internal static class Interruption
{
    /// <summary>Stops it, on a thread of its own: what cells have registered with the token runs there, and may take its time or throw.</summary>
    public static void InterruptApart(this CancellationTokenSource cell) => new Thread(cell.Interrupt) { IsBackground = true, Name = "interrupt" }.Start();

    /// <summary>Stops it.</summary>
    public static void Interrupt(this CancellationTokenSource cell)
    {
        try
        {
            cell.Cancel();
        }
        catch (Exception e) when (e is ObjectDisposedException or AggregateException)
        {
            // The cell ended meanwhile, or its own callback threw: it is stopped in either case.
        }
    }
}
