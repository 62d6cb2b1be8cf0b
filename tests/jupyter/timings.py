"""Figures of this machine: printed, never judged."""
import os
import statistics
import time

from jupyter_client.manager import KernelManager
from kernel import NAME, TIMEOUT, Run


def memory(manager):
    with open(f"/proc/{manager.provisioner.pid}/status") as status:
        return int(next(line for line in status if line.startswith("VmRSS")).split()[1]) / 1024


begun = time.monotonic()
manager = KernelManager(kernel_name=NAME)
manager.start_kernel()
client = manager.client()
client.start_channels()
client.kernel_info()
client.get_shell_msg(timeout=TIMEOUT)
print(f"kernel_info after {time.monotonic() - begun:.2f} s")
Run(client, "1 + 1")
print(f"first 1 + 1 after {time.monotonic() - begun:.2f} s; {memory(manager):.0f} MB")
cells = int(os.environ.get("CELLS", "400"))
times = [Run(client, f"{i} + 1").seconds for i in range(cells)]
print(f"a trivial cell: median {1000 * statistics.median(times):.0f} ms, last 50 {1000 * statistics.median(times[-50:]):.0f} ms, slowest {1000 * max(times):.0f} ms")
print(f"after {cells} cells: {memory(manager):.0f} MB")
print(f"10 MB in one write: {Run(client, 'Console.Write(new string((char)120, 10_000_000));').seconds:.2f} s")
run = Run(client, 'for (var i = 0; i < 50_000; i++) Console.WriteLine(i);')
print(f"50,000 lines: {run.seconds:.2f} s in {len(run.of('stream'))} messages")
run = Run(client, 'for (var i = 0; i < 100_000; i++) Console.WriteLine(i);')
print(f"100,000 lines: {run.seconds:.2f} s in {len(run.of('stream'))} messages, {len(run.out.splitlines()):,} lines")
request = client.complete("Console.Wr")
client.get_shell_msg(timeout=TIMEOUT)
begun = time.monotonic()
client.complete("Console.Wri")
client.get_shell_msg(timeout=TIMEOUT)
print(f"completion, warm: {1000 * (time.monotonic() - begun):.0f} ms")
begun = time.monotonic()
manager.shutdown_kernel()
print(f"shutdown: {time.monotonic() - begun:.2f} s")
