"""The safe change of a text: one plan of edits, made before anything is changed, applied back to front."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.names.mentions import mention_spans
from workbench.names.opaque import Span, inside

_ARTICLE = re.compile(r"(?<![^\W_])(a|A|an|An|AN)(\s+[“‘\"']?)\Z")
# Vowel letters that sound as a consonant: European, Ukraine, Uruguay, unit, one, Ouija.
_CONSONANT_SOUND = re.compile(r"eu|u(?:k|r[aeiou]|s[aeiou]|t[aeiou]|ni)|one\b|oui", re.IGNORECASE)
_VOWELS = frozenset("aeiou")
_ROUNDS = 8  # a replacement may bring the form together anew ("A A B"); more rounds than names allow


@dataclass(frozen=True, slots=True)
class Edit:
    """One change: `old` stands at `start` (code points) and gives way to `new`.

    `kind` is "name", "capitals" (a name all in capitals) or "article" (the a or an before a name).
    """

    start: int
    old: str
    new: str
    kind: str


def apply_form(text: str, form: str, proposal: str, *, language: str = "en") -> str:
    """Put the proposal for every mention of the form, and nothing else.

    Mentions that are already part of the proposal stay, so that a second run changes nothing. In English
    a/an before it follows the new first sound. A mention all in capitals gets the proposal in capitals.
    """
    if form == proposal:
        return text
    english = language.casefold().startswith("en")
    for _round in range(_ROUNDS):
        edits = plan(text, wrong_spans(text, form, proposal), form, proposal, english=english)
        if not edits:
            break
        text = applied(text, edits)
    return text


def wrong_spans(text: str, form: str, proposal: str) -> list[Span]:
    """Give the mentions of a form that are not part of the proposal."""
    right = mention_spans(text, proposal)
    return [span for span in mention_spans(text, form) if not inside(span, right)]


def plan(text: str, spans: Sequence[Span], form: str, proposal: str, *, english: bool) -> tuple[Edit, ...]:
    """Plan to put a proposal for these mentions of a form; spans that overlap an earlier one are left out."""
    edits: list[Edit] = []
    done = 0
    for start, end in sorted(set(spans)):
        if start < done:
            continue
        edits += edits_at(text, (start, end), (form, proposal), english=english)
        done = end
    return tuple(edit for edit in edits if edit.old != edit.new)


def edits_at(text: str, span: Span, change: tuple[str, str], *, english: bool) -> Iterator[Edit]:
    """Yield the edits of one mention: the a or an before it, then the name."""
    form, proposal = change
    written = text[slice(*span)]
    if english:
        yield from article_edit(text[: span[0]], form, proposal)
    new = dressed(written, form, proposal)
    yield Edit(span[0], written, new, "capitals" if new == new.upper() != proposal else "name")


def applied(text: str, edits: Sequence[Edit]) -> str:
    """Apply a plan to the text it was made for, back to front so that no offset moves."""
    for edit in sorted(edits, key=lambda edit: -edit.start):
        end = edit.start + len(edit.old)
        if text[edit.start : end] != edit.old:
            raise ValueError(edit)
        text = text[: edit.start] + edit.new + text[end:]
    return text


def inverse(edits: Sequence[Edit]) -> tuple[Edit, ...]:
    """Give the plan that takes a plan back: applied to the changed text it gives the very text there was."""
    back, shift = [], 0
    for edit in sorted(edits, key=lambda edit: edit.start):
        back.append(Edit(edit.start + shift, edit.new, edit.old, edit.kind))
        shift += len(edit.new) - len(edit.old)
    return tuple(back)


def dressed(written: str, form: str, proposal: str) -> str:
    """Give the proposal the capitals and the white space of what is written."""
    new = proposal.upper() if written == written.upper() and form != form.upper() else proposal
    gaps, words = re.findall(r"\s+", written), new.split()
    if len(gaps) != len(words) - 1:
        return new
    return "".join(word + gap for word, gap in zip(words, [*gaps, ""], strict=True))


def article_edit(before: str, form: str, proposal: str) -> Iterator[Edit]:
    """Yield the correction of the a/an before a name, if it was right before and is wrong now."""
    match = _ARTICLE.search(before)
    if match is None or vowel_sound(form) == vowel_sound(proposal):
        return
    article = match.group(1)
    if (len(article) == len("an")) != vowel_sound(form):
        return
    new = article[0] if len(article) == len("an") else article + "n"
    yield Edit(match.start(1), article, new, "article")


def vowel_sound(name: str) -> bool:
    """Tell whether a name begins with the sound of a vowel, as far as its letters tell."""
    first = unicodedata.normalize("NFD", name[:1]).casefold()[:1]
    return first in _VOWELS and _CONSONANT_SOUND.match(name) is None
