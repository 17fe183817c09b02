"""Which column of a table holds what: told by its heading, in the words that people use for it."""

import re
from collections.abc import Mapping, Sequence

from workbench.errors import WorkbenchError
from workbench.i18n import _
from workbench.lang.guess import is_language_tag

# Each in the order of preference; "original" in our own tables is what the machine wrote.
_HEADINGS: Mapping[str, Sequence[str]] = {
    "text": ("translation", "target", "hypothesis", "mt", "hyp", "tgt", "msgstr", "output", "text"),
    "source": ("source", "src", "source text", "msgid"),
    "status": ("status",),
    "context": ("context", "msgctxt"),
    "note": ("note", "notes", "comment"),
}
_SHOWN, _LONG = 20, 40  # headings in a message, and characters of each
_TWO = 2  # letters of a language, and columns of two languages


def columns_of(headings: Sequence[str]) -> dict[str, str]:
    """Give the heading of each column that is known, by what it holds; at least that of the text.

    A table of two languages, headed by their tags, is one of a source and its translation.
    """
    plain = {heading.strip().casefold(): heading for heading in reversed(headings)}
    found = {
        what: plain[next(name for name in names if name in plain)]
        for what, names in _HEADINGS.items()
        if any(name in plain for name in names)
    }
    if "text" in found:
        return found
    tags = [heading for heading in headings if tag_of(heading.strip())]
    if len(tags) < _TWO:
        raise WorkbenchError(
            _(
                "No column is headed “translation”: the first line is %(there)s; head one so, or give a file"
                " that is no table the suffix .txt."
            )
            % {"there": ", ".join(heading.strip()[:_LONG] or "—" for heading in headings[:_SHOWN])}
        )
    return found | {"source": tags[0], "text": tags[1]}


def languages_of(columns: Mapping[str, str]) -> tuple[str | None, str | None]:
    """Give the languages of source and text, where the headings are tags of languages."""
    source, text = (columns.get(what, "").strip() for what in ("source", "text"))
    return tag_of(source), tag_of(text)


def tag_of(heading: str) -> str | None:
    """Give a heading that is a tag of a language and no word: `mt` is Maltese, and `num` would be a tag."""
    is_word = any(heading.casefold() in names for names in _HEADINGS.values()) or heading.casefold() == "id"
    is_tag = len(re.split("[-_]", heading)[0]) == _TWO and is_language_tag(heading)
    return heading if is_tag and not is_word else None
