using System.Globalization;
using System.Text.RegularExpressions;

namespace GanNotebooks.Data.Folders;

/// <summary>
/// Decides which folders are classes. A single folder around the others is entered; parts such as <c>train</c> and <c>test</c> are no classes, and neither are
/// numbered folders that only keep a folder from growing too large. The decisions are noted.
/// </summary>
internal sealed partial class FolderLayout
{
    private static readonly string[] Training = ["train", "training"];
    private readonly string root;
    private List<(ListedPicture Picture, string[] Folders)> files;
    private string inside = "";

    private FolderLayout(string root, IEnumerable<ListedPicture> pictures)
    {
        this.root = root;
        files = [.. pictures.Select(picture => (picture, picture.Name.Split('/')[..^1]))];
    }

    /// <summary>The pictures that are used, each with its class.</summary>
    public IReadOnlyList<ListedPicture> Pictures { get; private set; } = [];

    /// <summary>The classes in the order of their numbers, or null.</summary>
    public IReadOnlyList<string>? Classes { get; private set; }

    /// <summary>The decisions, in sentences.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>Pictures that are left out, and why.</summary>
    public List<Problem> Problems { get; } = [];

    /// <summary>Finds the classes of a folder.</summary>
    /// <param name="root">The folder's name, for notes.</param>
    /// <param name="pictures">Its pictures, with their paths in it.</param>
    /// <param name="mostClasses">The largest number of classes; with more there are no labels.</param>
    public static FolderLayout Of(string root, IEnumerable<ListedPicture> pictures, int mostClasses)
    {
        var layout = new FolderLayout(root, pictures);
        while (layout.Enter() || layout.ChooseSplit(0) || layout.Join()) { }
        layout.Label(mostClasses);
        return layout;
    }

    private List<string> Children => [.. files.Where(file => file.Folders.Length > 0).Select(file => file.Folders[0]).Distinct().Order(NaturalOrder.Instance)];

    /// <summary>Enters a folder that is the only one, if nothing lies beside it or if it holds folders that may be classes.</summary>
    private bool Enter()
    {
        if (Children is not [var only]) return false;
        var beside = files.Where(file => file.Folders.Length == 0).ToList();
        var below = files.Where(file => file.Folders.Length > 1).Select(file => file.Folders[1]).Distinct().Count();
        if (beside.Count > 0 && below < 2) return false;
        Problems.AddRange(beside.Select(file => new Problem(file.Picture.Name, "lies beside the class folders")));
        files = [.. files.Where(file => file.Folders.Length > 0).Select(file => (file.Picture, file.Folders[1..]))];
        inside = inside.Length == 0 ? only : $"{inside}/{only}";
        return true;
    }

    /// <summary>Takes the training part if the folders at a depth are parts of a set.</summary>
    private bool ChooseSplit(int depth)
    {
        var (deep, beside) = (files.Where(file => file.Folders.Length > depth).ToList(), files.Where(file => file.Folders.Length <= depth).ToList());
        var names = deep.Select(file => file.Folders[depth]).Distinct(StringComparer.Ordinal).Order(NaturalOrder.Instance).ToList();
        var parts = names.Where(name => Split().IsMatch(name)).ToList();
        var training = parts.Find(name => Training.Contains(Split().Match(name).Groups["part"].Value, StringComparer.OrdinalIgnoreCase));
        if (parts.Count < 2 || (depth > 0 && beside.Count > 0) || (parts.Count < names.Count && training is null)) return false;
        var used = training ?? parts.MaxBy(name => deep.Count(file => file.Folders[depth] == name))!;
        Problems.AddRange(beside.Select(file => new Problem(file.Picture.Name, "lies beside the parts of the set")));
        files = deep;
        var others = files.Where(file => file.Folders[depth] != used).ToList();
        var left = others.GroupBy(file => file.Folders[depth]).Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Key} ({part.Count():N0} pictures)"));
        Notes.Add($"Of the parts of the set, {used} is used; {string.Join(" and ", left)} {(names.Count > 2 ? "are" : "is")} not.");
        files = [.. files.Where(file => file.Folders[depth] == used).Select(file => (file.Picture, file.Folders.Where((_, at) => at != depth).ToArray()))];
        return true;
    }

    /// <summary>Joins numbered folders of one set: no two of their files have the same name, and the files' numbers continue from folder to folder or begin with the folder's.</summary>
    private bool Join()
    {
        var folders = Children;
        if (folders.Count < 2 || files.Exists(file => file.Folders.Length == 0)) return false;
        var names = files.Select(file => Path.GetFileName(file.Picture.Name)).ToList();
        if (names.Distinct(StringComparer.Ordinal).Count() < names.Count) return false;
        var numbered = folders.TrueForAll(name => name.All(char.IsAsciiDigit));
        if (!(numbered ? GoOn(folders) : folders.TrueForAll(name => Storage().IsMatch(name)) || AreBeginnings(folders))) return false;
        Notes.Add($"The folders {Some(folders)} are taken for storage, not for classes, since the names of their files {(numbered ? "go on from one to the next" : "are all different")}.");
        files = [.. files.Select(file => (file.Picture, file.Folders[1..]))];
        return true;
    }

    private bool GoOn(List<string> folders)
    {
        var ranges = files.GroupBy(file => file.Folders[0]).ToDictionary(folder => folder.Key, folder => folder.Select(file => Number(file.Picture.Name)).ToList());
        if (ranges.Values.Any(numbers => numbers.Contains(null))) return false;
        var order = folders.ConvertAll(folder => (Folder: long.TryParse(folder, CultureInfo.InvariantCulture, out var number) ? number : -1, First: ranges[folder].Min(), Last: ranges[folder].Max()));
        var rises = order.Zip(order.Skip(1)).All(pair => pair.First.Last < pair.Second.First);
        var padded = folders[0].Length >= 3 && folders.TrueForAll(name => name.Length == folders[0].Length);
        var bounds = order.TrueForAll(entry => entry.First >= entry.Folder) && order.Zip(order.Skip(1)).All(pair => pair.First.Last < pair.Second.Folder && pair.Second.Folder - pair.First.Folder > 1);
        return rises && (padded || bounds);
    }

    // 0a/0a3f….png: folders of hashes.
    private bool AreBeginnings(List<string> folders) =>
        folders.TrueForAll(name => name.Length is >= 1 and <= 4 && name.Length == folders[0].Length && name.All(char.IsAsciiHexDigit))
        && folders.Exists(name => name.Any(char.IsAsciiDigit)) && folders.Exists(name => name.Any(char.IsAsciiLetter))
        && files.TrueForAll(file => Path.GetFileName(file.Picture.Name).StartsWith(file.Folders[0], StringComparison.OrdinalIgnoreCase));

    private void Label(int mostClasses)
    {
        var classes = Children;
        Pictures = [.. files.Select(file => file.Picture)];
        if (classes.Count < 2) return;
        if (classes.Count > mostClasses)
        {
            Problems.Add(new Problem("the labels", $"{classes.Count} sub-folders are more than {mostClasses} classes"));
            return;
        }
        if (inside.Length > 0) Notes.Add($"The classes are the {classes.Count} folders in {root}/{inside}.");
        if (classes.TrueForAll(name => name.Length >= 3 && name.All(char.IsAsciiDigit))) Notes.Add($"The numbered folders {Some(classes)} are taken for classes.");
        Problems.AddRange(files.Where(file => file.Folders.Length == 0).Select(file => new Problem(file.Picture.Name, "lies beside the class folders")));
        files = [.. files.Where(file => file.Folders.Length > 0)];
        ChooseSplit(1);
        Pictures = [.. files.Select(file => file.Picture with { Class = (byte)classes.IndexOf(file.Folders[0]) })];
        Classes = classes;
    }

    private static long? Number(string name) =>
        Digits().Match(Path.GetFileNameWithoutExtension(name)) is { Success: true } found && long.TryParse(found.Value, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Some(List<string> names) => names.Count <= 3 ? string.Join(", ", names) : $"{names[0]}, {names[1]} to {names[^1]}";

    [GeneratedRegex(@"^(seg_|images?_|imgs?_)?(?<part>train|training|tests?|testing|val|valid|validation|dev|eval|evaluation|holdout)([_-]?(set|data|images?|imgs?))?[_-]?\d?$", RegexOptions.IgnoreCase)]
    private static partial Regex Split();

    [GeneratedRegex(@"^(shard|part|batch|chunk|images?|imgs?|data|data_batch|disk|dir|folder|bucket)[_-]?\d+$", RegexOptions.IgnoreCase)]
    private static partial Regex Storage();

    [GeneratedRegex(@"\d+(?!.*\d)")]
    private static partial Regex Digits();
}
