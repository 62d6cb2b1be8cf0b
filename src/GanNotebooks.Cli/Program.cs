using GanNotebooks.Cli;

// The processes behind a notebook start directly, without setting up the command line.
if (args is [CellProcess.Name, .. var handles])
{
    CellProcess.Run(handles);
    return Guard.Success;
}
if (args is ["kernel", "run", { } file] && !file.StartsWith('-')) return KernelProcess.RunPlain(file);

return await CommandLine.RunAsync(args).ConfigureAwait(false);
