namespace GanNotebooks.Kernel.Scripting;

/// <summary>One completion.</summary>
/// <param name="Text">The text that replaces the completion's range.</param>
/// <param name="Kind">Its kind, by the names of Jupyter's experimental types: function, class, property, namespace, keyword, ….</param>
public sealed record CompletionItem(string Text, string Kind);

/// <summary>The completions at a position in a cell.</summary>
/// <param name="Items">Best first.</param>
/// <param name="Start">The start of the replaced text, in UTF-16 units.</param>
/// <param name="End">Its end: the cursor's position.</param>
public sealed record Completion(IReadOnlyList<CompletionItem> Items, int Start, int End);
