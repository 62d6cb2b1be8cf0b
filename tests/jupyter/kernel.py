"""A running kernel with its front end, for tests."""
import queue
import time
import unittest

from jupyter_client.manager import KernelManager

TIMEOUT = 30
NAME = ".net-csharp"


def start(**options):
    """Starts a kernel and returns its manager and a connected front end."""
    manager = KernelManager(kernel_name=NAME)
    manager.start_kernel(**options)
    return manager, connect(manager)


def connect(manager):
    """One more front end for a kernel that runs."""
    client = manager.client()
    client.start_channels()
    client.wait_for_ready(timeout=TIMEOUT)
    return client


class Run:
    """One cell: the reply, and the outputs between busy and idle."""

    def __init__(self, client, code, on_output=lambda run: None, answer=None, **options):
        start_time = time.monotonic()
        self.outputs, self.client = [], client
        self.id = client.execute(code, allow_stdin=answer is not None, **options)
        idle = False
        while not idle:
            if answer is not None:
                try:
                    self.question = client.get_stdin_msg(timeout=0.01)["content"]
                    client.input(answer)
                except queue.Empty:
                    pass
            try:
                message = client.get_iopub_msg(timeout=0.05 if answer is not None else TIMEOUT)
            except queue.Empty:
                if answer is not None and time.monotonic() - start_time < TIMEOUT:
                    continue
                raise
            if message["parent_header"].get("msg_id") != self.id:
                continue
            self.outputs.append(message)
            idle = message["content"].get("execution_state") == "idle"
            on_output(self)
        self.reply = reply_to(client, self.id)
        self.seconds = time.monotonic() - start_time

    def of(self, kind):
        return [m["content"] for m in self.outputs if m["msg_type"] == kind]

    @property
    def out(self):
        return "".join(c["text"] for c in self.of("stream") if c["name"] == "stdout")

    @property
    def result(self):
        assert self.of("execute_result"), self.reply
        return self.of("execute_result")[0]["data"]["text/plain"]


def reply_to(client, request, channel="shell"):
    """The content of the reply to a request."""
    while True:
        message = getattr(client, f"get_{channel}_msg")(timeout=TIMEOUT)
        if message["parent_header"].get("msg_id") == request:
            return message["content"]


class KernelTest(unittest.TestCase):
    """One kernel serves all tests of a class."""

    @classmethod
    def setUpClass(cls):
        cls.manager, cls.client = start()

    @classmethod
    def tearDownClass(cls):
        cls.client.stop_channels()
        cls.manager.shutdown_kernel(now=True)

    def run_cell(self, code, **options):
        return Run(self.client, code, **options)

    def assert_alive(self):
        self.assertEqual("42", self.run_cell("6 * 7").result)
