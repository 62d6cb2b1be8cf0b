using GanNotebooks.Kernel.Jupyter;

namespace GanNotebooks.Kernel.Tests.Jupyter;

/// <summary>A kernel in this process, for as many front ends as a test needs.</summary>
internal sealed class RunningKernel : IDisposable
{
    private readonly StringWriter log = new();

    public RunningKernel(string transport = "tcp", Action<string>? prepareFolder = null)
    {
        prepareFolder?.Invoke(Folder.Path);
        Connection = ConnectionFile.Read(Connections.Write(Folder, Key, transport));
        Kernel = new JupyterKernel(Connection, Folder.Path, log);
    }

    public Folder Folder { get; } = new();

    public string Key { get; } = "a key";

    public ConnectionFile Connection { get; }

    public JupyterKernel Kernel { get; }

    public string Log => log.ToString();

    public void Dispose()
    {
        Kernel.Dispose();
        Folder.Dispose();
    }
}
