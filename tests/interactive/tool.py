"""The tool with its front end, for tests."""
import json
import os
import queue
import subprocess
import threading
import time
import unittest

import kernel

kernel.TIMEOUT = TIMEOUT = 240      # a package may be restored, on a machine that does other things
ROOT, SCRATCH = os.environ["GAN_ROOT"], os.environ["GAN_SCRATCH"]
NOTEBOOKS = os.path.join(ROOT, "notebooks")
TRAINING = """
var ring = new GaussianRing(Modes: 8, Radius: 2, StandardDeviation: 0.02);
var generator = new MlpGenerator(2, [64, 64], sampleShape: [2], bounded: false);
var trainer = new AdversarialTrainer(generator, new MlpDiscriminator(sampleShape: [2], [64, 64]), ring, TrainingOptions.VanillaImages);
"""


class InJupyter(unittest.TestCase):
    """Runs cells over Jupyter's protocol; each must succeed and print nothing in red."""

    def open(self, folder, **environment):
        manager, client = kernel.start(cwd=folder, env={**os.environ, "GAN_BUDGET": "smoke", **environment}, stdout=subprocess.DEVNULL)
        self.addCleanup(manager.shutdown_kernel, now=True)
        self.addCleanup(client.stop_channels)
        self.client = client

    def cell(self, code):
        run = kernel.Run(self.client, code)
        errors = [e["evalue"] for e in run.of("error")] + [s["text"] for s in run.of("stream") if s["name"] == "stderr"]
        self.assertEqual(("ok", []), (run.reply["status"], errors), code)
        return run

    def shown(self, run):
        return [o["data"] for kind in ("display_data", "execute_result", "update_display_data") for o in run.of(kind)]

    def assert_picture(self, bundle):
        self.assertEqual(["image/svg+xml", "text/plain"], sorted(bundle))
        self.assertTrue(bundle["image/svg+xml"].startswith("<svg "), bundle["image/svg+xml"][:80])


class InVsCode:
    """The tool as VS Code drives it: JSON lines over its input and output."""

    def __init__(self, folder):
        self.process = subprocess.Popen(
            [os.environ["DOTNET_INTERACTIVE"], "stdio", "--default-kernel", "csharp", "--working-dir", folder],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env={**os.environ, "GAN_BUDGET": "smoke"})
        self.lines = queue.Queue()
        threading.Thread(target=lambda: [self.lines.put(line) for line in self.process.stdout], daemon=True).start()

    def close(self):
        self.process.kill()
        self.process.wait()
        self.process.stdin.close()
        self.process.stdout.close()

    def send(self, kind, token, **command):
        self.process.stdin.write(json.dumps({"commandType": kind, "command": {"targetKernelName": "csharp", **command}, "token": token, "routingSlip": []}) + "\n")
        self.process.stdin.flush()

    def run(self, token, code, on_event=lambda event: None):
        """A cell; returns its events up to the one that says how it ended."""
        self.send("SubmitCode", token, code=code)
        events, end = [], time.monotonic() + TIMEOUT
        while time.monotonic() < end:
            event = json.loads(self.lines.get(timeout=TIMEOUT))
            if ((event.get("command") or {}).get("token")) != token:
                continue
            events.append(event)
            on_event(event)
            if event["eventType"] in ("CommandSucceeded", "CommandFailed"):
                return events
        raise TimeoutError(code)


def shown(events):
    """The bundles of all displays, in order."""
    return [{form["mimeType"]: form["value"] for form in e["event"]["formattedValues"]} for e in events if e["event"].get("formattedValues")]
