using System.Globalization;

namespace GanNotebooks.Data;

/// <summary>
/// Keeps a folder for one program at a time. The system holds the lock and frees it when the program ends in any way; beside it a small file says
/// which program holds it.
/// </summary>
public sealed class FolderLock : IDisposable
{
    private const string LockName = ".lock", HolderName = ".lock-holder";
    private const int MostMark = 1 << 16;       // a length that no other file of this name has
    private readonly FileStream file;
    private readonly string holder;

    private FolderLock(FileStream file, string holder) => (this.file, this.holder) = (file, holder);

    /// <summary>Locks a folder.</summary>
    /// <param name="folder">The folder; created when missing.</param>
    /// <returns>The lock, which is released when it is disposed.</returns>
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
                file.Dispose();     // the previous holder removed the file after it was opened here: the lock is on a file that nobody else sees
                continue;
            }
            Try(() => File.WriteAllText(holder, string.Create(CultureInfo.InvariantCulture, $"process {Environment.ProcessId}, since {DateTime.Now:yyyy-MM-dd HH:mm:ss}")));
            return new FolderLock(file, holder);
        }
    }

    /// <summary>Whether a file is one of those that a lock puts into its folder.</summary>
    /// <param name="path">The file.</param>
    public static bool IsOwn(string path) => Path.GetFileName(path) is LockName or HolderName;

    /// <summary>Releases the folder. A second call does nothing, since another program may hold the folder by then.</summary>
    public void Dispose()
    {
        if (!file.CanRead) return;
        // Windows cannot delete an open file; elsewhere, once it is closed, another program may already hold it.
        Try(() => File.Delete(holder));
        if (!OperatingSystem.IsWindows()) Try(() => File.Delete(file.Name));
        file.Dispose();
        if (OperatingSystem.IsWindows()) Try(() => File.Delete(file.Name));
    }

    // Windows' sharing violation, and EWOULDBLOCK of Linux and macOS; full disks and the like have other numbers.
    private static bool IsSharing(IOException e) => (e.HResult & 0xFFFF) is 32 or 33 or 11 or 35;

    private static string Holder(string path)
    {
        var text = "another process";
        Try(() => text = File.ReadAllText(path));
        return text;
    }

    // The holder's file is for people: a program that is reading it must not prevent another from locking or releasing the folder.
    private static void Try(Action work)
    {
        try
        {
            work();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Only the holder's name is lost.
        }
    }
}
