using GanNotebooks.Kernel.Display;
using GanNotebooks.Kernel.Notebooks;
using GanNotebooks.Kernel.Scripting.Packages;
using Microsoft.CodeAnalysis;
using Microsoft.DotNet.Interactive;

namespace GanNotebooks.Kernel.Scripting;

/// <summary>Runs cells part by part: C# as submissions, directives at their position.</summary>
internal sealed class CellInterpreter(SubmissionChain chain, References references, SessionPackages packages, SourceNames names, string workingDirectory)
{
    private readonly Reruns reruns = new();
    private readonly Disposables disposables = new();
    private readonly SeparateTypes separateTypes = new(chain.Loaded);

    /// <summary>Runs a text.</summary>
    /// <param name="source">The text, split into parts.</param>
    /// <param name="path">The file name that it is compiled under.</param>
    /// <param name="context">The running cell's context.</param>
    /// <param name="cellId">The cell's stable name, if it has one.</param>
    /// <param name="stop">Stops it.</param>
    /// <returns>How it ended; its value is that of the last part.</returns>
    public async Task<CellResult> RunAsync(CellSource source, string path, KernelInvocationContext context, string? cellId, CancellationToken stop)
    {
        if (source.Unknown is { } unknown)
        {
            var place = names.Describe(path, unknown.Line + 1);
            var what = OtherLanguages.After(unknown.Name) is { } language ? $"{unknown.Name}: what follows is {language}. Write it in C#, or leave the cell out." : $"{unknown.Name} is not known here.";
            return Failed(CellError.UnknownDirective,
                $"{place}: {what} This kernel runs C#; it knows {string.Join(", ", Magic.All.Select(magic => magic.Name))}, #r, #i and #load.");
        }
        try
        {
            await packages.AddAsync(source, path, context, stop).ConfigureAwait(false);
            var result = new CellResult();
            foreach (var part in source.Parts)
            {
                if (result.Shown is { } shown)
                {
                    context.Show(shown);   // the cell's own value is that of its last part
                }
                result = part switch
                {
                    CellPart.Code code => await RunCodeAsync(code.Text, path, context, cellId, stop).ConfigureAwait(false),
                    CellPart.Command { Directive: { Name: "#!import" } import } => await ImportAsync(import, path, context, cellId, stop).ConfigureAwait(false),
                    CellPart.Command command => await CellThread.RunAsync(() => Task.FromResult(Show(command.Directive.Name, context)), context, stop).ConfigureAwait(false),
                    CellPart.Markdown markdown => Show(markdown, context),
                    _ => result,
                };
                if (!result.Succeeded)
                {
                    break;
                }
            }
            return result;
        }
        catch (Exception e) when (stop.IsCancellationRequested && Traceback.CauseOf(e) is OperationCanceledException or ThreadInterruptedException)
        {
            return Failed(CellError.Interrupted, "The cell was stopped.", "Interrupted: the cell was stopped.");
        }
        catch (PackageException e)
        {
            return Failed(CellError.Package, $"{names.Describe(path, e.Line + 1)}: {e.Message}");
        }
        catch (Exception e)   // any exception of a cell's code
        {
            return new CellResult { Error = Traceback.Of(e, names) };
        }
    }

    /// <summary>Disposes the variables that cells have declared with `using`.</summary>
    public void DisposeVariables() => disposables.Dispose(cellId: null);

    private async Task<CellResult> RunCodeAsync(string written, string path, KernelInvocationContext context, string? cellId, CancellationToken stop)
    {
        names.Remember(path, written);
        var (code, disposed) = UsingDeclarations.ToVariables(written);
        var (types, rest) = SeparateTypes.Split(code);
        var script = chain.Next(rest, path, packages.NewReferences);
        if (types is not null)
        {
            var (reference, errors) = await Task.Run(() => separateTypes.Compile(types, path, script, stop), CancellationToken.None).ConfigureAwait(false);
            if (CompilationErrors.Of(errors, names, workingDirectory) is { } wrong)
            {
                return new CellResult { Error = wrong.Under(SeparateTypes.Advice) };
            }
            script = reference is null ? script : chain.Next(rest, path, packages.NewReferences.Cast<MetadataReference>().Append(reference));
        }
        var (submission, diagnostics) = await chain.CompileAsync(script, stop).ConfigureAwait(false);
        foreach (var warning in references.TakeWarnings())
        {
            context.Sink.Stream(StreamName.Error, warning + "\n");
        }
        if (CompilationErrors.Of(diagnostics, names, workingDirectory) is { } error)
        {
            return OtherLanguages.HintFor(written) is not var (hint, line, isSure) ? new CellResult { Error = error }
                : isSure ? Failed(CellError.OtherLanguage, $"{names.Describe(path, line + 1)}: {hint}")
                : new CellResult { Error = error.Under($"{names.Describe(path, line + 1)}: {hint}") };
        }
        packages.NewReferences = [];   // later code inherits them
        if (submission is null)
        {
            chain.Take(script);
            return new CellResult();
        }
        names.Raised.Remember(submission, path);
        stop.ThrowIfCancellationRequested();
        if (cellId is not null)
        {
            context.During(() => disposables.Dispose(cellId));
            reruns.LetGo(cellId, submission.Type);
        }
        try
        {
            return await chain.RunAsync(submission, value => Valued(value, submission, context), context, stop).ConfigureAwait(false);
        }
        finally
        {
            if (chain.Instances.LastOrDefault() is { } run && run.GetType() == submission.Type)
            {
                disposables.Add(cellId, run, disposed);
                if (cellId is not null)
                {
                    reruns.Add(cellId, run);
                }
            }
        }
    }

    // Formatting runs arbitrary code, so it belongs to the cell: it can be stopped, and its output is shown.
    private static CellResult Valued(object? value, CompiledCell submission, KernelInvocationContext context) =>
        value is null && !submission.EndsInExpression()
            ? new CellResult()
            : new CellResult { HasValue = true, Value = value, Shown = value is DisplayedValue ? null : context.Formatters.Format(value) };

    private async Task<CellResult> ImportAsync(Directive import, string path, KernelInvocationContext context, string? cellId, CancellationToken stop)
    {
        var place = names.Describe(path, import.Line + 1);
        if (import.Argument.Length == 0)
        {
            return Failed(CellError.Import, $"{place}: #!import needs a file: {Magic.Import.Usage}.");
        }
        var file = References.PathOf(import.Argument, path, workingDirectory);
        if (context.Imports.Contains(file))
        {
            return Failed(CellError.Import, $"{place}: {import} would import itself: {string.Join(" → ", context.Imports.Append(file).Select(Path.GetFileName))}. Take one of these lines out.");
        }
        context.Imports.Push(file);
        try
        {
            var result = new CellResult();
            foreach (var (code, name) in ImportedFile.Read(file))
            {
                result = await RunAsync(CellSource.Parse(code), name, context, cellId, stop).ConfigureAwait(false);
                if (!result.Succeeded)
                {
                    return result;
                }
            }
            return result with { HasValue = false, Value = null, Shown = null };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotebookFormatException)
        {
            return Failed(CellError.Import, $"{place}: {import}: {e.Message}");
        }
        finally
        {
            context.Imports.Pop();
        }
    }

    private CellResult Show(string directive, KernelInvocationContext context)
    {
        _ = directive switch
        {
            "#!who" => context.Display(MagicOutputs.Who(chain.Instances)),
            "#!whos" => context.Display(MagicOutputs.Whos(chain.Instances)),
            "#!lsmagic" => context.Display(MagicOutputs.List()),
            _ => context.Display(MagicOutputs.About()),
        };
        return new CellResult();
    }

    private static CellResult Show(CellPart.Markdown markdown, KernelInvocationContext context)
    {
        context.DisplayContent(markdown.Text, "text/markdown");
        return new CellResult();
    }

    private static CellResult Failed(string name, string message, string? shown = null) =>
        new() { Error = new CellError(name, message, [shown ?? message]) };
}
