namespace GanNotebooks.Kernel.Scripting;

/// <summary>A directive that this kernel knows.</summary>
/// <param name="Name">How it starts.</param>
/// <param name="Usage">How it is written.</param>
/// <param name="Description">What it does.</param>
/// <param name="Acts">Whether it acts at its position, and so separates the code before it from the code after it.</param>
internal sealed record Magic(string Name, string Usage, string Description, bool Acts = false)
{
    public static readonly Magic Time = new("#!time", "#!time", "prints how long the cell took");
    public static readonly Magic Markdown = new("#!markdown", "#!markdown", "shows the lines up to the next #! as Markdown", Acts: true);
    public static readonly Magic Import = new("#!import", "#!import FILE", "runs a notebook (.ipynb) or a file (.cs, .csx) as if it stood here", Acts: true);
    public static readonly Magic Who = new("#!who", "#!who", "lists the variables, tensors with their shapes", Acts: true);
    public static readonly Magic Whos = new("#!whos", "#!whos", "lists the variables with their types and values", Acts: true);
    public static readonly Magic List = new("#!lsmagic", "#!lsmagic", "lists what this kernel knows", Acts: true);
    public static readonly Magic About = new("#!about", "#!about", "tells which kernel, .NET and system this is", Acts: true);

    /// <summary>All directives that this kernel knows.</summary>
    public static IReadOnlyList<Magic> All { get; } =
    [
        new("#!csharp", "#!csharp, #!c#", "C# follows"), Time, Markdown, Import, Who, Whos, List, About,
    ];

    /// <summary>The directives #r, #i and #load.</summary>
    public static IReadOnlyList<Magic> OfTheCompiler { get; } =
    [
        new("#r", "#r \"PATH\", #r \"nuget:NAME,VERSION\"", "references an assembly or a package"),
        new("#i", "#i \"nuget:SOURCE\"", "adds a source of packages: an address or a folder"),
        new("#load", "#load \"FILE\"", "takes the code of a file in"),
    ];

    /// <summary>The directive of this name, or null.</summary>
    public static Magic? Named(string name) => All.FirstOrDefault(magic => magic.Name == name || (name == "#!c#" && magic.Name == "#!csharp"));
}
