"""Run one command and tell its time and its peak memory; a script of its own, run with ``python -I -S``.

A new process begins with the peak of the one that starts it (Linux keeps ``ru_maxrss`` over ``exec``), so it is started
from here, a process of about 10 MB, and not from a large one.

Arguments: where to write the result, "tree" or "process", and the command. The result is JSON with ``seconds`` (wall
clock, from start to end of the command), ``cpu`` (seconds of all cores), ``peak`` (bytes) and ``status``. Processes
that the command starts and does not wait for, as a browser does, count only with "tree".
"""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from pathlib import Path

PAUSE = 0.02  # least seconds between two looks at a tree of processes
SHARE = 0.1  # most of a core that looking may take: to add up the memory of a large process can take a while
UNIT = 1 if sys.platform == "darwin" else 1024  # of ru_maxrss, in bytes


def main(result: Path, what: str, command: list[str]) -> None:
    """Run the command with nothing to read; what it says goes where our own words go."""
    begin = time.perf_counter()
    # Python keeps what it has compiled, as it does for an installed program, even where a developer forbids it.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    child = os.posix_spawnp(command[0], command, environment, file_actions=[(os.POSIX_SPAWN_OPEN, 0, os.devnull, 0, 0)])
    watch = Watch(child)
    if what == "tree":
        watch.start()
    _, status, usage = os.wait4(child, 0)
    seconds = time.perf_counter() - begin
    cpu, peak = watch.end() if what == "tree" else (usage.ru_utime + usage.ru_stime, usage.ru_maxrss * UNIT)
    told = {"seconds": seconds, "cpu": cpu, "peak": peak, "status": os.waitstatus_to_exitcode(status)}
    result.write_text(json.dumps(told), encoding="utf-8")


class Watch(threading.Thread):
    """Looks at a process and all below it again and again; asks ``/proc``, which is Linux's."""

    def __init__(self, root: int) -> None:
        super().__init__(daemon=True)
        self.root, self.peak, self.over = root, 0, threading.Event()
        self.cpu: dict[int, float] = {}  # what each process had used when it was last seen

    def run(self) -> None:
        """Keep the greatest sum of proportional set sizes, which count shared memory once, and all processor time."""
        pause = PAUSE
        while not self.over.wait(pause):
            begin = time.perf_counter()
            processes = tree(self.root)
            self.peak = max(self.peak, sum(map(proportional_size, processes)))
            self.cpu.update((process, max(self.cpu.get(process, 0), cpu_seconds(process))) for process in processes)
            pause = max(PAUSE, (time.perf_counter() - begin) / SHARE)

    def end(self) -> tuple[float, int]:
        """Stop looking; seconds of all processes and the greatest sum in bytes."""
        self.over.set()
        self.join()
        return sum(self.cpu.values()), self.peak


def tree(root: int) -> list[int]:
    """A process and all that it and its children have started."""
    found = [root]
    for process in found:
        try:
            tasks = list(Path(f"/proc/{process}/task").iterdir())
            found += [int(child) for task in tasks for child in (task / "children").read_text().split()]
        except OSError:
            continue  # it has ended meanwhile
    return found


def proportional_size(process: int) -> int:
    """The memory of a process in bytes, each page divided by the number of its users; 0 where it has ended."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))


def cpu_seconds(process: int) -> float:
    """The processor time of a process itself, without its children; 0 where it has ended."""
    try:
        # The name, in brackets, may hold spaces; behind it come the fields from the third on (proc(5)).
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3:])
