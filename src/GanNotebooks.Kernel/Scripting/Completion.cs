namespace GanNotebooks.Kernel.Scripting;

/// <summary>One way to go on typing.</summary>
/// <param name="Text">What takes the place of the completion's range.</param>
/// <param name="Kind">What it is, in the names of Jupyter's experimental types: function, class, property, namespace, keyword, ….</param>
public sealed record CompletionItem(string Text, string Kind);

/// <summary>Ways to go on typing at a place in a cell.</summary>
/// <param name="Items">Best first.</param>
/// <param name="Start">Where the replaced text starts, in UTF-16 units.</param>
/// <param name="End">Where it ends: at the cursor.</param>
public sealed record Completion(IReadOnlyList<CompletionItem> Items, int Start, int End);
