"""How a child process answers: one job a line on standard input, one answer a line back (child_process.py)."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Mapping
from typing import Any


def answer_jobs(do: Callable[[Mapping[str, Any]], Mapping[str, Any]]) -> None:
    """Answer jobs until there are no more; a job that fails is answered with its ``failure``."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # whatever a library prints is no answer
    for line in sys.stdin:
        try:
            answer = do(json.loads(line))
        except Exception as error:
            answer = {"failure": f"{type(error).__name__}: {error}"}
        answers.write(json.dumps(answer) + "\n")
        answers.flush()
