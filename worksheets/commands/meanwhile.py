"""Work that goes on in a thread while a command does other things."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import contextmanager

from ..press.typeset import stop as stop_typesetting

PAUSE = 0.1  # seconds


@contextmanager
def meanwhile(typeset: Callable[[], None]) -> Iterator[Future[None]]:
    """Typeset in a thread while the body runs.

    If the body fails or Ctrl-C comes, the processes that typeset are ended.
    """
    with ThreadPoolExecutor(1) as pool:
        job = pool.submit(typeset)
        try:
            yield job
        except BaseException:
            # Again and again: the thread may be between two processes.
            while not job.done():
                stop_typesetting()
                wait([job], PAUSE)
            raise
