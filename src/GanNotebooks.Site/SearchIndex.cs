using System.Text.Encodings.Web;
using System.Text.Json;
using Jint;

namespace GanNotebooks.Site;

/// <summary>Makes the index of all pages, with the library that searches it in the browser.</summary>
internal static class SearchIndex
{
    private const string Settings = "{ idField: 'url', fields: ['heading', 'page', 'text'], storeFields: ['heading', 'page', 'text'] }";

    // The file is a script, not HTML: only characters that end a string must be escaped.
    private static readonly JsonSerializerOptions Plain = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The index as a script, so that a page on the disk can read it too: it sets <c>searchSettings</c> and <c>searchIndex</c>.</summary>
    public static string Script(IEnumerable<SitePage> pages)
    {
        using var engine = new Engine();
        using var library = new StreamReader(typeof(SearchIndex).Assembly.GetManifestResourceStream("MiniSearch/minisearch.js")!);
        engine.Execute(library.ReadToEnd());
        engine.SetValue("sections", JsonSerializer.Serialize(pages.SelectMany(page => page.Sections), Plain));
        var index = engine.Evaluate($"const search = new MiniSearch({Settings}); search.addAll(JSON.parse(sections)); JSON.stringify(search)").AsString();
        return $"const searchSettings = {Settings};\nconst searchIndex = {index};\n";
    }
}
