"""The command ``worksheets``: arguments, files, exit codes; no decisions."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import signal
import sys
from collections.abc import Sequence
from tempfile import gettempdir

import click

from . import __version__
from .commands.bingo import bingo
from .commands.cache import cache
from .commands.cards import cards
from .commands.facts import facts
from .commands.init import init
from .commands.lint import lint
from .commands.make import make
from .commands.preview import preview
from .commands.reprint import reprint
from .commands.schemes import schemes
from .commands.stress import stress_command
from .press.typeset import TypesetError
from .problems import Faults

DONE, LINT_FOUND, BAD_INPUT, CANNOT_PRINT, INTERRUPTED = 0, 1, 2, 3, 130


@click.group(
    epilog="Exit status: 0 done; 1 lint or stress found faults; 2 something you gave cannot be used; 3 printing "
    "failed; 130 interrupted. Nothing is half written: after any of them the old files are as they were.",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, message="worksheets %(version)s")
def commands() -> None:
    """Make worksheets and answer keys from the facts marked in a textbook.

    \b
    A first sheet in three steps:
      worksheets init my-book        a small book with marked facts, a class list and a Makefile
      cd my-book
      make                           the web book, the printed book, a sheet for each student, the key
    """  # noqa: D301  (\b is click's own mark for "do not fill this paragraph")


for command in (make, preview, cards, bingo, reprint, facts, lint, stress_command, schemes, init, cache):
    commands.add_command(command)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command and end the process with its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A pipe may have an encoding of its own, as on Windows, that lacks letters of names and facts.
            stream.reconfigure(errors="replace")
    for name in ("SIGTERM", "SIGHUP"):  # as Ctrl-C: the processes that print are ended and nothing is left behind
        number = getattr(signal, name, None)
        if number and signal.getsignal(number) != signal.SIG_IGN:  # nohup wants to be left alone
            signal.signal(number, signal.default_int_handler)
    sys.exit(run(arguments))


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command.

    :return: the exit status; a fault of the user's is told on standard error, without a traceback.
    """
    try:
        status = commands.main(arguments, prog_name="worksheets", standalone_mode=False)
        return status if isinstance(status, int) else DONE
    except Faults as found:
        return _told(BAD_INPUT, *found.problems)
    except TypesetError as error:
        return _told(CANNOT_PRINT, f"The sheets could not be printed. {error}")
    except click.ClickException as error:
        with contextlib.suppress(OSError):
            error.show()
        return BAD_INPUT
    except (KeyboardInterrupt, click.Abort):
        return _told(INTERRUPTED, "Interrupted. Nothing was written.")
    except SystemExit:
        # Thus click ends when the reader of our output has left, as `| head` does.
        return DONE
    except OSError as error:
        _close_output()
        what = f"{error.filename or 'worksheets'}: {(error.strerror or str(error)).lower()}"
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        return _told(BAD_INPUT, what + (f"; make room there, or in {gettempdir()} for what is printed" if full else ""))


def _told(status: int, *messages: object) -> int:
    with contextlib.suppress(OSError):  # nobody may be listening
        for message in messages:
            click.echo(message, err=True)
    return status


def _close_output() -> None:
    # Python would complain once more when it closes a standard output that cannot be written to.
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
