"""The child processes that typeset blocks: started when one is needed, several when there is much to do."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from .scratch import scratch_folder
from .typeset import MISSING_PANGO, TypesetError, at_work, environment

# So many pieces take as long as starting another process does.
WORTH_A_PROCESS = 80
CHILD = ("-m", f"{__package__}.work_blocks")


class Typesetter:
    """Has blocks typeset. Use it as a context manager: at its end the processes end.

    :param roots: folders whose files the pieces may use.
    :param system_fonts: let the machine's own fonts supply characters that the packaged ones lack.
    """

    def __init__(self, *, base: Path, roots: Sequence[Path], system_fonts: bool = False) -> None:
        self._common = {"base": base.resolve().as_uri() + "/", "roots": [str(root.resolve()) for root in roots]}
        self._system_fonts = system_fonts
        self._held = contextlib.ExitStack()  # our folder, as long as there is one
        self._folder: Path | None = None
        self._children: list[_Child] = []

    def __enter__(self) -> Typesetter:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the processes."""
        for child in self._children:
            child.end()
        self._children = []
        self._held.close()
        self._folder = None

    def libraries(self) -> list[str]:
        """Give the paths of the machine's libraries that take part."""
        answer = self._child(0).answer({"job": "engine"})
        return [str(path) for path in answer["libraries"]]

    def typeset(self, pieces: Sequence[Mapping[str, Any]], style: str) -> list[dict[str, Any]]:
        """Typeset pieces: one answer for each share of them, in order.

        :param pieces: "html", "width" in CSS pixels, "language".
        :raises TypesetError: if WeasyPrint cannot be started or breaks down.
        """
        count = min(os.cpu_count() or 1, 1 + len(pieces) // WORTH_A_PROCESS)
        # Dealt out in turn, so that long and short pieces are evenly spread.
        jobs = [{"job": "typeset", "style": style, "pieces": pieces[start::count]} for start in range(count)]
        return self._answers(jobs)

    def fonts(self, wanted: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
        """Have files of fonts made.

        :param wanted: "font", its name; "sample", a text that needs it; "glyphs", what blocks need of it; "style".
        """
        return self._answers([{"job": "font", **font} for font in wanted])

    def _answers(self, jobs: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
        count = min(os.cpu_count() or 1, len(jobs))
        children = [self._child(number) for number in range(count)]
        shares = [jobs[number::count] for number in range(count)]
        answers: dict[int, dict[str, Any]] = {}

        def work(number: int) -> None:
            for place, job in enumerate(shares[number]):
                answers[number + place * count] = children[number].answer({**job, **self._common})

        if count == 1:
            work(0)
        else:
            with ThreadPoolExecutor(count) as pool:
                try:
                    list(pool.map(work, range(count)))
                except BaseException:
                    for child in children:
                        child.kill()
                    raise
        return [answers[number] for number in sorted(answers)]

    def _child(self, number: int) -> _Child:
        if self._folder is None:
            self._folder = self._held.enter_context(scratch_folder())
        while len(self._children) <= number:
            self._children.append(_Child(self._folder, self._system_fonts))
        return self._children[number]


class _Child:
    """One process: a job in, an answer out."""

    def __init__(self, folder: Path, system_fonts: bool) -> None:
        self._said = (folder / f"said-{len(list(folder.iterdir()))}.txt").open("w+b")
        package = Path(__file__).parents[2]
        paths = os.pathsep.join(filter(None, (str(package), os.environ.get("PYTHONPATH"))))
        # As for whole documents (typeset.py): apart from our session, so that Ctrl-C reaches this process alone.
        self._process = subprocess.Popen(
            [sys.executable, "-P", *CHILD],
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
        answer: dict[str, Any] = json.loads(line)
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
