"""The printing benchmark from the command line: ``python -m tests.bench.run --help``."""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from .content import drawn
from .measure import measure
from .name_peers import NAME_PEERS, named
from .peer import Peer
from .peers import PEERS
from .plot import plot
from .report import circumstances, document, names_table, table
from .results import Result

ROOT = Path(__file__).parents[2]


def main(words: list[str]) -> None:
    """Measure, print each table as soon as it is known, write the page and the plot."""
    asked = arguments(words)
    names = asked.only.split(",") if asked.only else list(PEERS)
    if unknown := [name for name in names if name not in PEERS]:
        sys.exit(f"There is no peer {', '.join(unknown)}: choose from {', '.join(PEERS)}.")
    if not asked.bank.exists():
        sys.exit(f"There is no bank {asked.bank}: type `make bench`, which makes it.")
    chosen = [PEERS[name] for name in names]
    peers = [peer for peer in chosen if peer.version()]
    absent = [peer for peer in chosen if not peer.version()]
    results = measured(peers, sorted(set(asked.sizes)), asked)
    names = names_measured(asked) if asked.names else []
    asked.output.mkdir(parents=True, exist_ok=True)
    (asked.output / "benchmark.md").write_text(document(results, peers, absent, names), encoding="utf-8")
    (asked.output / "benchmark.svg").write_text(plot(results, peers), encoding="utf-8")
    print(circumstances(peers, absent))


def measured(peers: list[Peer], sizes: list[int], asked: argparse.Namespace) -> list[Result]:
    """Measure all peers with each number of sheets in turn."""
    results: list[Result] = []
    with TemporaryDirectory(prefix="bench-") as name:
        for size in sizes:
            folder = Path(name, str(size))
            folder.mkdir()
            content = drawn(size, asked.bank, asked.cache)
            found = measure(peers, content, folder, runs=asked.runs, limit=asked.limit, before=results)
            print(table(size, found), end="\n\n", flush=True)
            results += found
            shutil.rmtree(folder)
    return results


def names_measured(asked: argparse.Namespace) -> list[Result]:
    """Measure how long new names take."""
    content = named(asked.names, drawn(1, asked.bank, asked.cache))
    with TemporaryDirectory(prefix="bench-") as name:
        found = measure(list(NAME_PEERS.values()), content, Path(name), runs=asked.runs, limit=asked.limit)
    print(names_table(found), end="\n\n", flush=True)
    return found


def arguments(words: list[str]) -> argparse.Namespace:
    """Take the command line apart."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.run", description=__doc__)
    add = parser.add_argument
    add("--sizes", nargs="+", type=int, default=[1, 30, 300], metavar="N", help="numbers of sheets (1 30 300)")
    add("--names", type=int, default=1000, metavar="N", help="new names; 0 for none (1000)")
    add("--runs", type=int, default=5, metavar="N", help="runs of each peer, of which the median counts (5)")
    add("--only", default="", metavar="A,B", help=f"peers, separated by commas, of {', '.join(PEERS)}")
    add(
        "--limit",
        type=float,
        default=60,
        metavar="SECONDS",
        help="for one run of a peer; also for its runs in all (60)",
    )
    add("--bank", type=Path, default=ROOT / "_build" / "bench" / "facts.json", help="the bank file to draw from")
    add("--cache", type=Path, default=ROOT / "_build" / "bench", help="folder that keeps what was drawn")
    add(
        "--output",
        type=Path,
        default=ROOT / "_build" / "bench",
        help="folder for benchmark.md and benchmark.svg (_build/bench)",
    )
    return parser.parse_args(words)


if __name__ == "__main__":
    main(sys.argv[1:])
