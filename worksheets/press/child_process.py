"""A process of our own that answers jobs: one a line on standard input, one answer a line back."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from .typeset import MISSING_PANGO, TypesetError, at_work, environment


class ChildProcess:
    """One process: a job in, an answer out.

    :param command: the interpreter's arguments for a program that answers jobs, one a line.
    :param folder: for what it says and its temporary files.
    :param system_fonts: let the machine's own fonts supply characters that the packaged ones lack.
    """

    def __init__(self, command: Sequence[str], folder: Path, system_fonts: bool = False) -> None:
        self._said = (folder / f"said-{len(list(folder.iterdir()))}.txt").open("w+b")
        package = Path(__file__).parents[2]
        paths = os.pathsep.join(filter(None, (str(package), os.environ.get("PYTHONPATH"))))
        # As for whole documents (typeset.py): apart from our session, so that Ctrl-C reaches this process alone.
        self._process = subprocess.Popen(
            [sys.executable, "-P", *command],
            env={**environment(folder, system_fonts), "PYTHONPATH": paths},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._said,
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
        )
        at_work.add(self._process)

    def answer(self, job: Mapping[str, Any]) -> dict[str, Any]:
        """Give the answer to a job.

        :raises TypesetError: if there is none.
        """
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        try:
            self._process.stdin.write(json.dumps(job).encode() + b"\n")
            self._process.stdin.flush()
            line = self._process.stdout.readline()
        except BrokenPipeError:
            line = self._process.stdout.readline()
        except BaseException:
            self.kill()
            raise
        if not line:
            status = self._process.wait()
            self._said.seek(0)
            words = self._said.read().decode(errors="replace").strip() or "nothing"
            raise TypesetError(f"WeasyPrint broke down (exit status {status}); it said: {words}")
        answer: dict[str, Any] = msgspec.json.decode(line)
        if "library" in answer:
            raise TypesetError(MISSING_PANGO.format(said=answer["library"]))
        if "failure" in answer:
            raise TypesetError(answer["failure"])
        return answer

    def kill(self) -> None:
        """End the process at once."""
        self._process.kill()

    def end(self) -> None:
        """Let the process end by itself."""
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with contextlib.suppress(BrokenPipeError):
                    pipe.close()
        self._process.wait()
        at_work.discard(self._process)
        self._said.close()
