using System.CommandLine;
using GanNotebooks.Benchmarks;
using GanNotebooks.Data;

if (args is ["peer", var peer])
{
    PeerProgram.Run(peer);
    return 0;
}

Argument<string[]> Trainings() => new Argument<string[]>("training") { DefaultValueFactory = _ => ITraining.Names, Description = "toy (points of the plane), mlp (28×28, fully connected), dcgan (32×32), wgan-gp (28×28); all when none is named." }.AcceptOnlyFromAmong(ITraining.Names);
Option<int> Rounds() => new("--rounds") { DefaultValueFactory = _ => 7, Description = "Measured rounds, of which medians are taken." };

var (stepped, rounds) = (Trainings(), Rounds());
var busy = new Option<bool>("--busy") { Description = "Also beside as many busy loops as there are cores." };
var steps = new Command("steps", "Training steps beside plain TorchSharp's and PyTorch's.") { stepped, rounds, busy };
steps.SetAction(parsed => StepBenchmark.Run(parsed.GetValue(stepped)!, parsed.GetValue(rounds), parsed.GetValue(busy)));

var (waited, waitingRounds) = (Trainings(), Rounds());
var waiting = new Command("waiting", "Training steps with several ways in which threads wait, idle and busy.") { waited, waitingRounds };
waiting.SetAction(parsed => StepBenchmark.Waiting(parsed.GetValue(waited)!, parsed.GetValue(waitingRounds)));

var data = new Option<string?>("--data") { Description = "A folder with train-images-idx3-ubyte (packed or not); 60,000 drawn digits when left out." };
var epoch = new Command("epoch", "One epoch from IDX files to trained weights.") { data };
epoch.SetAction(parsed => EpochBenchmark.Run(parsed.GetValue(data) is { } folder ? Path.GetFullPath(folder) : null));

var trained = Trainings();
var count = new Option<int>("--steps") { DefaultValueFactory = _ => 2000, Description = "How many steps." };
var memory = new Command("memory", "The memory of training, with and without scopes.") { trained, count };
memory.SetAction(parsed => MemoryBenchmark.Run(parsed.GetValue(trained)!, parsed.GetValue(count)));

var starts = Rounds();
var start = new Command("start", "The kernel's start: seconds from its launch to the first reply, result, tensor and chart.") { starts };
start.SetAction(parsed => StartTimes.Run(parsed.GetValue(starts)));

var folders = new Argument<string[]>("folder") { Arity = ArgumentArity.ZeroOrMore, Description = "Folders of images to open." };
var sets = new Command("data", "Drawing an image on one core, and opening folders: decoded, then from the cache.") { folders };
sets.SetAction(parsed => DataTimes.Print(parsed.GetValue(folders)!));

var mnist = new Argument<string>("folder") { Description = "MNIST's training images and labels." };
var realism = new Command("realism", "How many real digits a small network names rightly that has seen drawn ones only.") { mnist };
realism.SetAction(parsed => DigitRealism.Print(IdxFile.ReadImagesAndLabels(parsed.GetValue(mnist)!)));

var root = new RootCommand("Measures this kit beside plain TorchSharp and, where python3-torch is installed, PyTorch: steps and an epoch, if no command is named.") { steps, waiting, epoch, memory, start, sets, realism };
root.SetAction(_ =>
{
    StepBenchmark.Run(ITraining.Names, 7, busy: false);
    EpochBenchmark.Run(null);
});
return root.Parse(args).Invoke();
