namespace GanNotebooks.Data.Tests;

/// <summary>A folder of its own for one test, gone when the test ends.</summary>
internal sealed class ScratchFolder : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("gan-idx-").FullName;

    public string File(string name) => Path.Combine(Root, name);

    public string Put(string name, params byte[] content)
    {
        System.IO.File.WriteAllBytes(File(name), content);
        return File(name);
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
