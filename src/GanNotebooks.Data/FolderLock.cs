using System.Globalization;

namespace GanNotebooks.Data;

/// <summary>
/// Keeps a folder for one program at a time. The system holds the lock and frees it when the program ends, however it ends; beside it a small file says
/// which program that is.
/// </summary>
public sealed class FolderLock : IDisposable
{
    private const string LockName = ".lock", HolderName = ".lock-holder";
    private const int MostMark = 1 << 16;       // the file's length tells it from one of the same name
    private readonly FileStream file;
    private readonly string holder;

    private FolderLock(FileStream file, string holder) => (this.file, this.holder) = (file, holder);

    /// <summary>Takes a folder.</summary>
    /// <param name="folder">The folder; made when missing.</param>
    /// <returns>What gives the folder free when it is disposed of.</returns>
    /// <exception cref="FolderInUseException">Another program, or another part of this one, has it.</exception>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to.</exception>
    public static FolderLock Take(string folder)
    {
        var full = Directory.CreateDirectory(folder).FullName;
        var (path, holder) = (Path.Combine(full, LockName), Path.Combine(full, HolderName));
        for (; ; )
        {
            FileStream file;
            try
            {
                file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1);
            }
            catch (IOException e) when (IsSharing(e))
            {
                throw new FolderInUseException(full, Holder(holder), e);
            }
            file.SetLength(Random.Shared.Next(1, MostMark));
            if (!OperatingSystem.IsWindows() && (new FileInfo(path) is not { Exists: true } seen || seen.Length != file.Length))
            {
                file.Dispose();     // the one before removed the file between our opening and locking it: the lock is on a file that nobody else sees
                continue;
            }
            Try(() => File.WriteAllText(holder, string.Create(CultureInfo.InvariantCulture, $"process {Environment.ProcessId}, since {DateTime.Now:yyyy-MM-dd HH:mm:ss}")));
            return new FolderLock(file, holder);
        }
    }

    /// <summary>Whether a file is one of those that a lock puts into its folder.</summary>
    /// <param name="path">The file.</param>
    public static bool IsOwn(string path) => Path.GetFileName(path) is LockName or HolderName;

    /// <summary>Gives the folder free; a second time changes nothing, since the folder may be another program's by then.</summary>
    public void Dispose()
    {
        if (!file.CanRead) return;
        // Windows deletes no open file; elsewhere one that is closed may be another program's already.
        Try(() => File.Delete(holder));
        if (!OperatingSystem.IsWindows()) Try(() => File.Delete(file.Name));
        file.Dispose();
        if (OperatingSystem.IsWindows()) Try(() => File.Delete(file.Name));
    }

    // Full disks and the like are other errors: Windows' sharing violation, and Linux' and macOS' EWOULDBLOCK.
    private static bool IsSharing(IOException e) => (e.HResult & 0xFFFF) is 32 or 33 or 11 or 35;

    private static string Holder(string path)
    {
        var text = "another process";
        Try(() => text = File.ReadAllText(path));
        return text;
    }

    // The holder's file is for people: a program that reads it this moment must not keep another from taking the folder or giving it free.
    private static void Try(Action work)
    {
        try
        {
            work();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Only the name of the holder is lost.
        }
    }
}
