using System.CommandLine;
using GanNotebooks.Benchmarks;
using GanNotebooks.Datasets;
using Spectre.Console;

if (!File.Exists("/usr/lib/python3/dist-packages/torch/__init__.py"))
    AnsiConsole.MarkupLine("[yellow]PyTorch is not installed (python3-torch): only this kit is measured.[/]");

Argument<string[]> Games() => new Argument<string[]>("game") { DefaultValueFactory = _ => Game.Names, Description = "toy (points of the plane), mlp (28×28, fully connected), dcgan (32×32); all when none is named." }.AcceptOnlyFromAmong(Game.Names);

var games = Games();
var steps = new Command("steps", "Training steps beside PyTorch's: same BLAS and threads, then PyTorch as its package installs it.") { games };
steps.SetAction(parsed => Steps(parsed.GetValue(games)!));

var data = new Option<string?>("--data") { Description = "A folder with train-images-idx3-ubyte (packed or not); 60,000 drawn digits when left out." };
var epoch = new Command("epoch", "One epoch from IDX files to trained weights, beside a PyTorch script with a DataLoader.") { data };
epoch.SetAction(parsed => EpochBenchmark.Run(parsed.GetValue(data) is { } folder ? Path.GetFullPath(folder) : null));

var trained = Games();
var count = new Option<int>("--steps") { DefaultValueFactory = _ => 2000, Description = "How many steps." };
var memory = new Command("memory", "The memory of training, with and without scopes, beside PyTorch's.") { trained, count };
memory.SetAction(parsed => MemoryBenchmark.Run(parsed.GetValue(trained)!, parsed.GetValue(count)));

var folders = new Argument<string[]>("folder") { Arity = ArgumentArity.ZeroOrMore, Description = "Folders of images to open." };
var sets = new Command("data", "Drawing an image on one core, and opening folders: decoded, then from the cache.") { folders };
sets.SetAction(parsed => DataTimes.Print(parsed.GetValue(folders)!));

var mnist = new Argument<string>("folder") { Description = "MNIST's training images and labels." };
var realism = new Command("realism", "How many real digits a small network names rightly that has seen drawn ones only.") { mnist };
realism.SetAction(parsed => DigitRealism.Print(IdxFile.ReadImagesAndLabels(parsed.GetValue(mnist)!)));

var (name, total, scoped) = (new Argument<string>("game"), new Argument<int>("steps"), new Argument<bool>("scoped"));
var memoryOf = new Command("memory-of") { name, total, scoped };
memoryOf.Hidden = true;
memoryOf.SetAction(parsed => MemoryBenchmark.Measure(parsed.GetValue(name)!, parsed.GetValue(total), parsed.GetValue(scoped)));

var root = new RootCommand("Measures this kit beside PyTorch, where python3-torch is installed: steps and an epoch, if no command is named.") { steps, epoch, memory, memoryOf, sets, realism };
root.SetAction(_ =>
{
    Steps(Game.Names);
    EpochBenchmark.Run(null);
});
return root.Parse(args).Invoke();

static void Steps(string[] games)
{
    StepBenchmark.SameBlas(games);
    StepBenchmark.AsInstalled(games.Where(game => game != "toy"));
}
