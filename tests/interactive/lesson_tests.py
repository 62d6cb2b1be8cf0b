"""Every lesson, as it is."""
import glob
import json
import os
import time
import unittest

from tool import NOTEBOOKS, TRAINING, InJupyter, InVsCode, shown


def cells(lesson):
    with open(lesson, encoding="utf-8") as file:
        return ["".join(cell["source"]) for cell in json.load(file)["cells"] if cell["cell_type"] == "code"]


def shows_charts(lesson):
    """Whether the outputs that the repository shows hold a chart: one lesson has pictures only."""
    with open(lesson, encoding="utf-8") as file:
        return '"image/svg+xml"' in file.read()


class Lessons(InJupyter):
    def check(self, lesson):
        start = time.monotonic()
        self.open(NOTEBOOKS)
        bundles = [bundle for cell in cells(lesson) for bundle in self.shown(self.cell(cell))]
        charts = [bundle for bundle in bundles if "image/svg+xml" in bundle and "text/html" not in bundle]
        self.assertTrue(charts or not shows_charts(lesson), "no chart was drawn")
        for bundle in bundles:
            for kind, content in bundle.items():
                self.assertTrue(content, f"{kind} is empty")
                self.assertFalse(kind.endswith("plotly.v1+json"), "a string that front ends cannot draw")
                self.assertFalse(kind == "text/html" and "dni-treeview" in content and "<details" in content, "a table of tables: " + content[:200])
        print(f"{os.path.basename(lesson)}: {len(cells(lesson))} cells, {len(bundles)} outputs, {len(charts)} charts, {time.monotonic() - start:.1f} s ", end="", flush=True)


for path in sorted(glob.glob(os.path.join(NOTEBOOKS, "*.ipynb"))):
    setattr(Lessons, "test_" + os.path.basename(path)[:-6], lambda self, path=path: self.check(path))


class Charts(InJupyter):
    def test_charts_histories_and_live_views(self):
        self.open(NOTEBOOKS)
        self.cell('#load "setup.csx"')
        self.cell(TRAINING)
        run = self.cell('var history = trainer.Train(30, Stop, new TrainingView("ring")); history')
        self.assertTrue(run.of("display_data") and run.of("update_display_data"))
        self.assertIn("step 30 of 30 · done", run.of("update_display_data")[-1]["data"]["text/plain"])
        self.assertEqual(["text/plain"], list(run.of("execute_result")[0]["data"]))
        self.assertTrue(run.result.startswith("30 steps in "), run.result)
        self.assert_picture(self.cell("TrainingCharts.Losses(history)").of("execute_result")[0]["data"])
        learners = self.cell('using Plotly.NET; Chart.Line<double, double, string>([1, 2], [1, 2], Name: "mine")').of("execute_result")[0]["data"]
        self.assert_picture(learners)
        self.assertIn("mine last 2", learners["text/plain"])
        table = self.cell('object[] rows = [new { Setup = "a", Loss = 1.5 }, new { Setup = "b", Loss = 2.5 }]; rows.Append(new { Setup = "c", Loss = 3.5 })')
        self.assertIn("<th>Setup</th><th>Loss</th>", table.of("execute_result")[0]["data"]["text/html"])
        self.cell("sealed record Score(string Detector, double Area);")
        table = self.cell('new[] { new Score("threshold", 0.5), new Score("encoder", 0.9) }')
        self.assertIn("<th>Detector</th><th>Area</th>", table.of("execute_result")[0]["data"]["text/html"])
        self.assertIn("<td>encoder</td><td>0.9</td>", table.of("execute_result")[0]["data"]["text/html"])
        self.assertIn("1 1 1", str(self.cell("torch.ones(2, 3)").of("execute_result")[0]["data"]))


class InVsCodeItself(unittest.TestCase):
    def test_a_chart_is_also_plotlys_json(self):
        tool = InVsCode(NOTEBOOKS)
        self.addCleanup(tool.close)
        tool.run("1", '#load "setup.csx"')
        bundle = shown(tool.run("2", 'Figure.Lines("Losses", [new Series("critic", [1.0, 2.0])])'))[-1]
        self.assertEqual(["application/vnd.plotly.v1+json", "image/svg+xml", "text/plain"], list(bundle))
        self.assertEqual([1, 2], json.loads(bundle["application/vnd.plotly.v1+json"])["data"][0]["y"])
