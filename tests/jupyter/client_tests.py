"""What front ends do that jupyter_kernel_test does not try."""
import hashlib
import hmac
import os
import signal
import socket
import time
import unittest

import zmq
from kernel import TIMEOUT, KernelTest, Run, connect, reply_to, start

NOTEBOOKS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "notebooks")


class Interrupts(KernelTest):
    def stop(self, code):
        self.run_cell("var kept = 41;")

        def press(run):
            if run.of("stream") and not getattr(run, "pressed", False):
                run.pressed = time.monotonic()
                self.manager.interrupt_kernel()

        run = self.run_cell('Console.WriteLine("go"); kept++; ' + code, on_output=press)
        self.assertLess(time.monotonic() - run.pressed, 6)
        self.assertEqual("42", self.run_cell("kept").result)
        return run

    def test_loops_stop_and_the_session_lives(self):
        for code in [
            "while (true) { }",
            "while (true) { try { while (true) { } } catch (Exception) { } }",
            "await Task.Delay(1); while (true) { }",
            "System.Threading.Thread.Sleep(-1);",
            "for (var i = 0; ; i++) Console.WriteLine(i);",
        ]:
            with self.subTest(code):
                run = self.stop(code)
                self.assertEqual("error", run.reply["status"])
                self.assertEqual(["Interrupted"], [e["ename"] for e in run.of("error")])

    def test_a_cell_that_watches_its_token_ends_by_itself_and_keeps_its_value(self):
        run = self.stop('var stop = KernelInvocationContext.Current.CancellationToken; var steps = 0; while (!stop.IsCancellationRequested) { steps++; await Task.Delay(5); } "kept " + (steps > 0)')
        self.assertEqual(("ok", "kept True"), (run.reply["status"], run.result))

    def test_interrupting_an_idle_kernel_does_nothing(self):
        self.manager.interrupt_kernel()
        time.sleep(0.3)   # it comes by another socket than the next cell
        self.assert_alive()


class Training(unittest.TestCase):
    def test_the_view_moves_and_stop_keeps_the_model(self):
        manager, client = start(cwd=NOTEBOOKS)
        try:
            self.assertEqual("ok", Run(client, '#load "setup.csx"').reply["status"])
            Run(client, "var ring = new GaussianRing(Modes: 8, Radius: 2, StandardDeviation: 0.02);"
                        "var generator = new MlpGenerator(2, [64, 64], sampleShape: [2], bounded: false);"
                        "var trainer = new AdversarialTrainer(generator, new MlpDiscriminator(sampleShape: [2], [64, 64]), ring, TrainingOptions.VanillaImages);")

            def press(run):
                if len(run.of("update_display_data")) >= 3 and not getattr(run, "pressed", False):
                    run.pressed = True
                    manager.interrupt_kernel()

            run = Run(client, 'var history = trainer.Train(10_000_000, Stop, new TrainingView("ring")); history.Steps.Count', on_output=press)
            self.assertEqual("ok", run.reply["status"], run.reply)
            frames = [u["data"] for u in run.of("update_display_data")]
            self.assertGreater(len({str(frame) for frame in frames}), 2)
            self.assertEqual({run.of("display_data")[0]["transient"]["display_id"]}, {u["transient"]["display_id"] for u in run.of("update_display_data")})
            self.assertLess(0, int(run.result))
            self.assertEqual("5", Run(client, "generator.Generate(5).shape[0]").result)
        finally:
            client.stop_channels()
            manager.shutdown_kernel(now=True)


class Input(KernelTest):
    def test_a_line_and_a_password_come_from_the_user(self):
        run = self.run_cell('Console.Write("name? "); var name = await GetInputAsync("your name"); "hello " + name', answer="Ada")
        self.assertEqual(("hello Ada", "your name", False), (run.result, run.question["prompt"], run.question["password"]))
        run = self.run_cell('(await GetPasswordAsync("secret")).Length', answer="xyz😀")
        self.assertEqual(("5", True), (run.result, run.question["password"]))

    def test_console_read_line_asks_too(self):
        self.assertEqual("typed", self.run_cell("Console.ReadLine()", answer="typed").result)

    def test_a_front_end_without_input_gets_an_error(self):
        run = self.run_cell('await GetInputAsync("?")')
        self.assertIn("StdinNotImplemented", run.reply["ename"])

    def test_a_question_can_be_interrupted(self):
        message = self.client.execute('await GetInputAsync("?")', allow_stdin=True)
        self.client.get_stdin_msg(timeout=TIMEOUT)
        self.manager.interrupt_kernel()
        self.assertEqual("error", reply_to(self.client, message)["status"])
        self.assert_alive()


class Displays(KernelTest):
    def test_an_update_bears_the_id_of_its_display(self):
        run = self.run_cell('var shown = KernelInvocationContext.Current.Display("one"); shown.Update("two");')
        first, second = run.of("display_data")[0], run.of("update_display_data")[0]
        self.assertEqual(first["transient"]["display_id"], second["transient"]["display_id"])
        self.assertEqual("two", second["data"]["text/plain"])
        later = self.run_cell('shown.Update("three");').of("update_display_data")
        self.assertEqual(["three"], [u["data"]["text/plain"] for u in later])

    def test_updates_come_at_a_pace_and_the_last_one_always(self):
        run = self.run_cell('var fast = KernelInvocationContext.Current.Display(0); for (var i = 1; i <= 1000; i++) { fast.Update(i); System.Threading.Thread.Sleep(1); }')
        shown = [int(u["data"]["text/plain"]) for u in run.of("update_display_data")]
        self.assertEqual(1000, shown[-1])
        self.assertEqual(sorted(shown), shown)
        self.assertLess(len(shown), 11 * run.seconds + 3)

    def test_outputs_keep_their_order(self):
        run = self.run_cell('for (var i = 0; i < 3; i++) { Console.Write(i); display(i); } Console.Error.Write("e"); Console.Write("o");')
        kinds = [(m["msg_type"], m["content"].get("text") or m["content"].get("data", {}).get("text/plain")) for m in run.outputs[2:-1]]
        expected = [pair for i in "012" for pair in (("stream", i), ("display_data", i))] + [("stream", "e"), ("stream", "o")]
        self.assertEqual(expected, kinds)
        self.assertEqual(("busy", "idle"), (run.outputs[0]["content"]["execution_state"], run.outputs[-1]["content"]["execution_state"]))

    def test_ten_megabytes_and_fifty_thousand_lines_arrive_whole(self):
        self.assertEqual(10_000_000, len(self.run_cell("Console.Write(new string('x', 10_000_000));").out))
        run = self.run_cell('for (var i = 0; i < 50_000; i++) Console.WriteLine($"line {i}");')
        self.assertEqual([f"line {i}" for i in range(50_000)], run.out.splitlines())
        self.assertLess(len(run.of("stream")), 1000)


class Requests(KernelTest):
    def test_an_error_aborts_what_was_asked_for_already(self):
        ids = [self.client.execute(code) for code in ["System.Threading.Thread.Sleep(300); throw new Exception(\"x\");", "1", "2"]]
        self.assertEqual(["error", "aborted", "aborted"], [reply_to(self.client, i)["status"] for i in ids])
        self.assert_alive()

    def test_or_not_when_the_front_end_says_so(self):
        ids = [self.client.execute(code, stop_on_error=False) for code in ["System.Threading.Thread.Sleep(300); throw new Exception(\"x\");", "1"]]
        self.assertEqual(["error", "ok"], [reply_to(self.client, i)["status"] for i in ids])

    def test_silent_cells_show_nothing_and_do_not_count(self):
        before = self.run_cell("0").reply["execution_count"]
        run = self.run_cell("var quiet = 5; Console.WriteLine(quiet); quiet", silent=True)
        self.assertEqual(["status", "status"], [m["msg_type"] for m in run.outputs])
        self.assertEqual(before + 1, self.run_cell("quiet").reply["execution_count"])

    def test_user_expressions(self):
        reply = self.run_cell("var a = 20;", user_expressions={"double": "a * 2", "wrong": "nothing"}).reply["user_expressions"]
        self.assertEqual("40", reply["double"]["data"]["text/plain"])
        self.assertEqual("error", reply["wrong"]["status"])

    def test_comms_are_answered_though_there_are_none(self):
        self.assertEqual({}, reply_to(self.client, self.client.comm_info())["comms"])
        message = self.client.session.msg("comm_open", {"comm_id": "c1", "target_name": "jupyter.widget", "data": {}})
        self.client.shell_channel.send(message)
        while True:
            answer = self.client.get_iopub_msg(timeout=TIMEOUT)
            if answer["msg_type"] == "comm_close":
                break
        self.assertEqual("c1", answer["content"]["comm_id"])

    def test_an_unknown_request_leaves_the_kernel_alive(self):
        self.client.shell_channel.send(self.client.session.msg("make_tea_request", {"sugar": 2}))
        self.client.control_channel.send(self.client.session.msg("debug_request", {"command": "initialize"}))
        self.assert_alive()

    def test_a_request_without_its_parts_gets_an_error(self):
        message = self.client.session.msg("execute_request", {"code": 5})
        self.client.shell_channel.send(message)
        self.assertEqual("error", reply_to(self.client, message["header"]["msg_id"])["status"])
        self.assert_alive()

    def test_two_front_ends_at_once(self):
        other = connect(self.manager)
        try:
            mine, theirs = self.client.execute('"mine"'), other.execute('"theirs"')
            self.assertEqual("ok", reply_to(other, theirs)["status"])
            self.assertEqual("ok", reply_to(self.client, mine)["status"])
            self.assertEqual("3", Run(other, "1 + 2").result)
        finally:
            other.stop_channels()
        self.assert_alive()

    def test_kernel_info_is_answered_on_control_while_a_cell_runs(self):
        cell = self.client.execute("await Task.Delay(1500);")
        request = self.client.session.msg("kernel_info_request", {})
        begun = time.monotonic()
        self.client.control_channel.send(request)
        self.assertEqual("5.4", reply_to(self.client, request["header"]["msg_id"], "control")["protocol_version"])
        self.assertLess(time.monotonic() - begun, 1)
        reply_to(self.client, cell)


class Abuse(KernelTest):
    def raw(self, frames):
        dealer = zmq.Context.instance().socket(zmq.DEALER)
        dealer.connect(f"tcp://127.0.0.1:{self.manager.shell_port}")
        dealer.send_multipart(frames)
        return dealer

    def test_messages_that_are_not_signed_are_not_obeyed(self):
        code = b'{"code": "Environment.Exit(9);"}'
        header = b'{"msg_id": "1", "msg_type": "execute_request", "session": "s", "username": "u", "version": "5.3"}'
        good = hmac.new(self.client.session.key, header + b"{}{}" + code, hashlib.sha256).hexdigest().encode()
        other = hmac.new(b"guess", header + b"{}{}" + code, hashlib.sha256).hexdigest().encode()
        for signature in [b"", b"0" * 64, other, good[:-1], good.upper() + b"0"]:
            self.raw([b"<IDS|MSG>", signature, header, b"{}", b"{}", code]).close(linger=500)
        time.sleep(0.3)
        self.assert_alive()

    def test_a_message_that_comes_twice_is_obeyed_once(self):
        header = b'{"msg_id": "2", "msg_type": "kernel_info_request", "session": "s", "username": "u", "version": "5.3"}'
        signature = hmac.new(self.client.session.key, header + b"{}{}{}", hashlib.sha256).hexdigest().encode()
        frames = [b"<IDS|MSG>", signature, header, b"{}", b"{}", b"{}"]
        dealer = self.raw(frames)
        dealer.send_multipart(frames)
        self.assertTrue(dealer.poll(5000))
        dealer.recv_multipart()
        self.assertFalse(dealer.poll(300))
        dealer.close(linger=0)

    def test_malformed_frames_close_their_connection_only(self):
        greeting = b"\xff" + bytes(8) + b"\x7f\x03\x00NULL" + bytes(48)
        for bytes_sent in [b"GET / HTTP/1.0\r\n\r\n", b"\x16\x03\x01" + bytes(64), greeting + b"\xff\xff", greeting + b"\x04\x06\x05READY\x02" + b"\xff" * 9 + bytes(99), bytes(100)]:
            with socket.create_connection(("127.0.0.1", self.manager.control_port), timeout=5) as peer:
                peer.sendall(bytes_sent)
                peer.shutdown(socket.SHUT_WR)
                while peer.recv(1000):
                    pass
        self.assert_alive()

    def test_only_the_address_of_the_connection_file_is_bound(self):
        with open("/proc/net/tcp") as table:
            listening = [line.split()[1] for line in table if line.split()[3] == "0A"]
        ports = {f"{port:04X}" for port in self.manager.ports}
        self.assertEqual(5, len([l for l in listening if l.split(":")[1] in ports]))
        self.assertEqual({"0100007F"}, {l.split(":")[0] for l in listening if l.split(":")[1] in ports})


class Ends(unittest.TestCase):
    """The kernel's end, and that of the process that runs its cells."""

    def setUp(self):
        self.manager, self.client = start()

    def tearDown(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)

    def assert_dead(self, seconds=10):
        end = time.monotonic() + seconds
        while self.manager.is_alive():
            self.assertLess(time.monotonic(), end, "the kernel lives on")
            time.sleep(0.05)

    def assert_fresh(self):
        self.assertTrue(self.manager.is_alive())
        self.assertEqual("CompilationError", Run(self.client, "before").reply["ename"])
        self.assertEqual("2", Run(self.client, "1 + 1").result)

    def test_what_ends_the_process_of_the_cells_is_told_and_a_new_one_is_there(self):
        for code, reason in [
            ("Environment.Exit(3);", "exit code 3"),
            ("System.Diagnostics.Process.GetCurrentProcess().Kill();", "killed from outside"),
            ("void F() { Span<byte> big = stackalloc byte[100_000_000]; big.Fill(1); } F();", "stack overflowed"),
        ]:
            with self.subTest(code):
                Run(self.client, "var before = 1;")
                run = Run(self.client, code)
                self.assertEqual(["KernelEnded"], [e["ename"] for e in run.of("error")])
                self.assertIn(reason, run.reply["evalue"])
                self.assert_fresh()

    def test_an_endless_recursion_is_an_exception(self):
        Run(self.client, "var kept = 41;")
        self.assertEqual("InsufficientExecutionStackException", Run(self.client, "int Deep(int n) => Deep(n + 1) + 1; Deep(0)").reply["ename"])
        self.assertEqual("41", Run(self.client, "kept").result)

    def test_a_restart_forgets_everything(self):
        Run(self.client, "var before = 1;")
        self.manager.restart_kernel(now=False)
        self.client.wait_for_ready(timeout=TIMEOUT)
        self.assertEqual("CompilationError", Run(self.client, "before").reply["ename"])

    def test_shutdown_ends_the_process_while_a_cell_runs(self):
        self.client.execute("new System.Threading.Thread(() => System.Threading.Thread.Sleep(-1)).Start(); while (true) { }")
        time.sleep(0.5)
        self.client.shutdown()
        self.assert_dead()

    def test_a_thread_that_fails_is_shown_and_does_not_end_the_kernel(self):
        run = Run(self.client, 'new System.Threading.Thread(() => throw new Exception("from a thread")).Start(); System.Threading.Thread.Sleep(500);')
        self.assertIn("from a thread", "".join(c["text"] for c in run.of("stream")))
        self.assertEqual("2", Run(self.client, "1 + 1").result)

    def test_an_interrupt_is_heard_when_a_cell_fills_the_thread_pool(self):
        cell = self.client.execute("for (var i = 0; i < 1000; i++) { _ = Task.Run(() => System.Threading.Thread.Sleep(5000)); } while (true) { }")
        time.sleep(1)
        begun = time.monotonic()
        self.manager.interrupt_kernel()
        self.assertEqual("Interrupted", reply_to(self.client, cell)["ename"])
        self.assertLess(time.monotonic() - begun, 10)

    def test_signals(self):
        os.kill(self.manager.provisioner.pid, signal.SIGINT)   # a terminal sends it to all of its processes
        time.sleep(0.3)
        self.assertEqual("2", Run(self.client, "1 + 1").result)
        os.kill(self.manager.provisioner.pid, signal.SIGTERM)
        self.assert_dead()


if __name__ == "__main__":
    unittest.main()
