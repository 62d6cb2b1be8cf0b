using GanNotebooks.Cli;

// The processes behind a notebook start at once, without the command line's own things.
if (args is [CellProcess.Name, .. var handles])
{
    CellProcess.Run(handles);
    return Guard.Success;
}
if (args is ["kernel", "run", { } file] && !file.StartsWith('-')) return KernelProcess.RunPlain(file);

return await CommandLine.RunAsync(args).ConfigureAwait(false);
