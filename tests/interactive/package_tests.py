"""The NuGet package of ./gan pack, in a notebook outside the project."""
import glob
import os
import shutil
import subprocess

from tool import ROOT, SCRATCH, TRAINING, InJupyter

CACHE = os.environ.get("NUGET_PACKAGES") or os.path.expanduser("~/.nuget/packages")


def files(package):
    return sorted(os.path.join(folder, name) for folder, _, names in os.walk(os.path.join(CACHE, package)) for name in names)


class Package(InJupyter):
    def setUp(self):
        self.feed = os.path.join(SCRATCH, "feed")
        subprocess.run(["dotnet", os.path.join(ROOT, "artifacts/bin/GanNotebooks.Cli/release/gan.dll"), "pack", self.feed], check=True, stdout=subprocess.DEVNULL)
        (self.package,) = glob.glob(os.path.join(self.feed, "*.nupkg"))
        version = os.path.basename(self.package)[len("GanNotebooks."):-len(".nupkg")]
        self.addCleanup(shutil.rmtree, os.path.join(CACHE, "gannotebooks", version), ignore_errors=True)

    def test_one_line_brings_models_charts_and_libtorch(self):
        before = files("torchsharp") + files("libtorch-cpu-linux-x64")
        self.open(os.path.join(SCRATCH, "elsewhere"), XDG_CACHE_HOME=os.path.join(SCRATCH, "cache"))
        self.cell(f'#i "nuget: {self.feed}"\n#r "nuget: GanNotebooks"')
        self.cell(TRAINING)
        run = self.cell('var history = trainer.Train(20, KernelInvocationContext.Current.CancellationToken, new TrainingView("ring")); history')
        self.assertTrue(run.of("display_data"))
        self.assertTrue(run.result.startswith("20 steps in "), run.result)
        self.assert_picture(self.cell("TrainingCharts.Losses(history)").of("execute_result")[0]["data"])
        self.assert_picture(self.cell('Chart.Line<double, double, string>([1, 2], [1, 2], Name: "mine")').of("execute_result")[0]["data"])

        loaded = self.cell(r'string.Join("\n", System.IO.File.ReadLines("/proc/self/maps").Select(line => line.Split(" ")[^1]).Where(file => file.Contains("orch") && file.Contains(".so")).Distinct())').result.split("\n")
        self.assertTrue(loaded)
        for file in loaded:      # from the package, or the repaired copy of it; never a libtorch of the system
            self.assertTrue(file.startswith((CACHE, SCRATCH)), file)
        if before:
            self.assertEqual(before, files("torchsharp") + files("libtorch-cpu-linux-x64"), "NuGet's cache was written to")
