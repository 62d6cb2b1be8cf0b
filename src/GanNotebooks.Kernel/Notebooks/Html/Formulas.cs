using System.Collections.Concurrent;
using System.Net;
using Jint;

namespace GanNotebooks.Kernel.Notebooks.Html;

/// <summary>Converts LaTeX formulas to MathML with KaTeX while the page is made, so the page needs no script and no fonts.</summary>
internal static class Formulas
{
    private static readonly ConcurrentDictionary<(string Tex, bool Display), string> Rendered = new();
    private static readonly Lazy<Func<string, bool, string>> Renderer = new(Load);
    private static readonly Lock Gate = new();

    /// <summary>A formula as a &lt;math&gt; element; one with an error as its source in red, with the reason as its title.</summary>
    /// <param name="tex">LaTeX without the dollar signs.</param>
    /// <param name="display">Whether it is on its own line.</param>
    public static string Render(string tex, bool display) => Rendered.GetOrAdd((tex, display), key =>
    {
        try
        {
            lock (Gate)   // a JavaScript engine serves one thread at a time
            {
                return MathMl.Clean(Renderer.Value(key.Tex, key.Display));
            }
        }
        catch (JintException e)
        {
            return $"<span class=\"formula-error\" title=\"{WebUtility.HtmlEncode(e.Message)}\">{WebUtility.HtmlEncode(key.Tex)}</span>";
        }
    });

    private static Func<string, bool, string> Load()
    {
        var engine = new Engine();
        engine.Execute(EmbeddedText.Read("katex.min.js"));
        var render = engine.Evaluate(
            "(tex, display) => katex.renderToString(tex, { output: 'mathml', displayMode: display, throwOnError: false, strict: 'ignore' })");
        return (tex, display) => engine.Invoke(render, tex, display).AsString();
    }
}
