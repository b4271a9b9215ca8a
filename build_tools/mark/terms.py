"""Terms: a definition that could be asked for."""

from __future__ import annotations

from worksheets.happenings import head_noun

from .draft import Draft
from .words import stems, words

DEFINITION_WORDS = range(5, 17)  # rule G9
SHORT_HEADS = frozenset(("part", "kind", "type", "form", "way", "thing", "one", "something", "place"))  # of what? (G9)


def term(draft: Draft) -> None:
    """Argument: the term. Body: its definition."""
    name, definition = draft.argument.text, draft.body.text
    if name:
        draft.fields["term"] = name
        _bare(draft, name)
    else:
        draft.missing(f"{draft.called} has no term", "write the term behind the kind")
    if not definition:
        draft.missing(f"{draft.called} has no definition", "write it below the options, as a noun phrase")
        return
    draft.fields["definition"] = draft.check(definition, "NP", "")
    length = len(words(definition))
    if length not in DEFINITION_WORDS:
        draft.fault(
            "fact.length",
            f"the definition of “{name}” has {length} words",
            f"write {DEFINITION_WORDS[0]} to {DEFINITION_WORDS[-1]}",
            "",
        )
    _capital(draft, definition)
    _holds_term(draft, name, definition)


def _bare(draft: Draft, name: str) -> None:
    if name.split()[0].lower() in ("a", "an", "the") and len(name.split()) > 1:
        draft.fault("fact.shape", f"the term “{name}” has an article", f"write it bare: “{name.split(None, 1)[1]}”")
    if name.endswith("."):
        draft.fault("fact.full-stop", f"the term “{name}” ends with a stop", "leave it out")


def _capital(draft: Draft, definition: str) -> None:
    first = definition.split()[0]
    # A plural may begin with a name ("French citizens who ..."); a singular has its article before it.
    if first[:1].isupper() and first.lower() not in ("a", "an", "the") and not draft.fields.get("plural"):
        draft.fault(
            "fact.shape",
            f"the definition “{definition}” begins with a capital",
            "write it as in the middle of a sentence, with its article: “a ...”, “the ...”",
            "",
        )


def _holds_term(draft: Draft, name: str, definition: str) -> None:
    defined = stems(definition)
    by_stem = dict(zip(defined, words(definition.replace("-", " ")), strict=True))
    telling = [part for part in stems(name) if part not in ("a", "an", "the", "of", "in", "and", "for", "to")]
    if telling and all(part in by_stem for part in telling):
        draft.fault(
            "fact.holds-term",
            f"the definition of “{name}” holds “{' '.join(by_stem[part] for part in telling)}”",
            "say it in other words",
            "",
        )
    head, following = head_noun(definition)
    if head.lower() in SHORT_HEADS and following in ("", "that", "when", "where", "which", "who"):
        draft.fault(
            "fact.shape",
            f"“{head}” in the definition of “{name}” leaves open of what",
            f"write “the {head} of a ... that ...”",
            "",
        )
