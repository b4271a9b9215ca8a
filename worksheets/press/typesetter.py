"""The child processes that typeset blocks: started when one is needed, several when there is much to do."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from .child_process import ChildProcess
from .scratch import scratch_folder

# So many pieces, or so many files of type, take as long as starting another process does.
WORTH_A_PROCESS = 80
FONTS_WORTH_A_PROCESS = 4
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
        self._children: list[ChildProcess] = []

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
        return self._answers(jobs, count)

    def fonts(self, wanted: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
        """Have files of fonts made.

        :param wanted: "font", its name; "sample", a text that needs it; "glyphs", what blocks need of it; "style".
        """
        count = max(len(self._children), 1 + len(wanted) // FONTS_WORTH_A_PROCESS)
        return self._answers([{"job": "font", **font} for font in wanted], count)

    def _answers(self, jobs: Sequence[Mapping[str, Any]], most: int) -> list[dict[str, Any]]:
        count = min(os.cpu_count() or 1, len(jobs), most)
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

    def _child(self, number: int) -> ChildProcess:
        if self._folder is None:
            self._folder = self._held.enter_context(scratch_folder())
        while len(self._children) <= number:
            self._children.append(ChildProcess(CHILD, self._folder, self._system_fonts))
        return self._children[number]
