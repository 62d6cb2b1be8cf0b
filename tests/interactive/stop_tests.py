"""Stop in the middle of a training."""
import unittest

from tool import NOTEBOOKS, TRAINING, InVsCode, shown


class Stop(unittest.TestCase):
    def test_the_last_state_of_a_cancelled_training_is_shown_and_the_model_is_kept(self):
        tool = InVsCode(NOTEBOOKS)
        self.addCleanup(tool.close)
        for token, code in enumerate(['#load "setup.csx"', TRAINING]):
            self.assertEqual("CommandSucceeded", tool.run(str(token), code)[-1]["eventType"])
        moved = []

        def press(event):
            if event["eventType"] == "DisplayedValueUpdated":
                moved.append(event)
                if len(moved) == 2:
                    tool.send("Cancel", "stop")

        frames = shown(tool.run("training", 'trainer.Train(100_000_000, Stop, new TrainingView("ring"));', press))
        self.assertIn("stopped after", frames[-1]["text/plain"])
        self.assertEqual("CommandSucceeded", tool.run("after", "generator.Generate(5).shape[0]")[-1]["eventType"])
