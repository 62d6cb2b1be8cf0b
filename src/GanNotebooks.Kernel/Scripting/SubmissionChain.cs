using System.Collections.Immutable;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.DotNet.Interactive;

namespace GanNotebooks.Kernel.Scripting;

/// <summary>The code that a session has run: each submission sees what earlier ones declared.</summary>
/// <remarks>
/// The first submission does nothing but add the framework's references and the default usings, which all others inherit.
/// A submission with new references makes the compiler bind all of them again, which takes more than a megabyte for good.
/// </remarks>
internal sealed class SubmissionChain(ScriptOptions options)
{
    // Sessions share the framework's metadata, and the compiler its symbols. Two sessions that bind at once would have two copies, and a later cell could mix them.
    private static readonly SemaphoreSlim Binding = new(1);

    private readonly AssemblyLoadContext loaded = new("cells");
    private readonly ScriptOptions following = options.WithImports().WithReferences(Array.Empty<MetadataReference>());
    private ImmutableArray<string> imports = [];   // of loaded files; the next submission gets them
    private volatile Script<object> last = CSharpScript.Create(";", options);   // an empty script makes no submission
    private object?[] instances = new object?[16];   // slot 0 would be a host object
    private int next = 1;

    /// <summary>The context in which the submissions are loaded.</summary>
    public AssemblyLoadContext Loaded => loaded;

    /// <summary>The instances of the submissions so far, oldest first; their fields are the session's variables.</summary>
    public IEnumerable<object> Instances => instances.Take(next).OfType<object>();

    /// <summary>The newest code of the chain.</summary>
    public Script Last => last;

    /// <summary>Code that continues the chain, not compiled yet. May be called on any thread.</summary>
    /// <param name="code">C#.</param>
    /// <param name="path">The file name in errors.</param>
    /// <param name="references">Assemblies that are new with this code.</param>
    public Script<object> Next(string code, string path, IEnumerable<MetadataReference> references) =>
        last.ContinueWith(code, following.WithFilePath(path).WithImports(imports).WithReferences(references));

    /// <summary>Compiles the first submission, which is most of the work of the first cell.</summary>
    public async Task StartAsync()
    {
        if (next == 1)
        {
            var first = await CompileFirstAsync().ConfigureAwait(false);
            await first.Start(instances).ConfigureAwait(false);
            next = 2;
        }
    }

    private async Task<CompiledCell> CompileFirstAsync()
    {
        await Binding.WaitAsync().ConfigureAwait(false);
        try
        {
            var (first, diagnostics) = await CompileAsync(last, CancellationToken.None).ConfigureAwait(false);
            return first ?? throw new InvalidOperationException($"The kernel's own first cell does not compile; the .NET installation may be damaged: {string.Join('\n', diagnostics)}");
        }
        finally
        {
            Binding.Release();
        }
    }

    /// <summary>Compiles code that continues the chain.</summary>
    public Task<(CompiledCell? Cell, ImmutableArray<Diagnostic> Diagnostics)> CompileAsync(Script<object> script, CancellationToken cancel) =>
        Task.Run(() => CompiledCell.Compile(script, loaded, cancel), CancellationToken.None);

    /// <summary>Continues the chain with code that has nothing to run: usings, references, comments.</summary>
    public void Take(Script<object> script)
    {
        imports = [.. UsingsOfLoadedFiles(script).Where(import => import.Alias is null && import.Name is not null).Select(import => import.Name!.ToString())];
        last = script;
        var aliases = string.Concat(UsingsOfLoadedFiles(script).Where(import => import.Alias is not null));
        if (aliases.Length > 0)   // options can pass on namespaces only; a script with nothing to run passes on the rest
        {
            last = Next(aliases, string.Empty, []);
            imports = [];
        }
    }

    /// <summary>Runs a submission. Its declarations stay, even if it fails or is stopped.</summary>
    /// <param name="submission">Compiled as the next of this chain.</param>
    /// <param name="finish">What to do with the value of its trailing expression, still as part of the cell.</param>
    /// <param name="context">The running cell's context.</param>
    /// <param name="stop">Stops it.</param>
    public async Task<T> RunAsync<T>(CompiledCell submission, Func<object?, T> finish, KernelInvocationContext context, CancellationToken stop)
    {
        if (next == instances.Length)
        {
            Array.Resize(ref instances, 2 * next);
        }
        try
        {
            return await CellThread.RunAsync(async () => finish(await submission.Start(instances)), context, stop).ConfigureAwait(false);
        }
        finally
        {
            if (instances[next] is not null)   // else it was stopped before its first line
            {
                Take(submission.Script);
                next++;
            }
        }
    }

    // The usings of a loaded file, such as a set-up, apply to all cells after it. C# itself would limit them to the file.
    private static IEnumerable<UsingDirectiveSyntax> UsingsOfLoadedFiles(Script<object> script) =>
        script.GetCompilation().SyntaxTrees.SkipLast(1).SelectMany(tree => tree.GetCompilationUnitRoot().Usings);
}
