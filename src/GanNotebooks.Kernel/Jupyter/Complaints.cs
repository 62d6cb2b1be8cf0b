namespace GanNotebooks.Kernel.Jupyter;

/// <summary>Logs mistakes of front ends in the kernel's own log; a flood of them is cut short.</summary>
/// <param name="log">Usually standard error as it was before cells ran.</param>
internal sealed class Complaints(TextWriter log)
{
    private const int MostASecond = 10;

    private readonly Lock gate = new();
    private long second;
    private int said;

    public void Say(string what)
    {
        lock (gate)
        {
            var now = Environment.TickCount64 / 1000;
            (second, said) = now == second ? (second, said + 1) : (now, 0);
            if (said <= MostASecond)
            {
                log.WriteLine(said < MostASecond ? $"gan kernel: {what}" : "gan kernel: further messages of this kind are not shown");
                log.Flush();
            }
        }
    }
}
