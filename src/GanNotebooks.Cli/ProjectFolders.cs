namespace GanNotebooks.Cli;

/// <summary>The folders of the project's parts.</summary>
/// <param name="Root">The folder that holds GanNotebooks.sln.</param>
internal sealed record ProjectFolders(string Root)
{
    public string Notebooks => Path.Combine(Root, "notebooks");

    /// <summary>The notebook with a recipe for each visualizer.</summary>
    public string Cookbook => Path.Combine(Notebooks, "cookbook.ipynb");

    public string Datasets => Path.Combine(Root, "datasets");

    public string Output => Path.Combine(Root, "out");

    /// <summary>Finds the project above this program.</summary>
    /// <exception cref="UserError">The program was moved out of its project.</exception>
    public static ProjectFolders Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "GanNotebooks.sln"))) return new ProjectFolders(folder.FullName);
        throw new UserError($"GanNotebooks.sln was not found above {AppContext.BaseDirectory}: run ./gan from a clone of the project.");
    }
}
