"""Which column of a table holds what: named by the user, or told by its heading in the usual words."""

import re
from collections.abc import Mapping, Sequence

from workbench.errors import WorkbenchError
from workbench.formats.segment_rows import no_columns, shortened
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
_TWO = 2  # letters of a language, and columns of two languages


def columns_of(headings: Sequence[str], asked: Mapping[str, str]) -> dict[str, str]:
    """Give the heading of each column that is known, by what it holds; at least that of the text.

    `asked` are those that the user names. Without, a table of two languages, headed by their tags, is one of
    a source and its translation.
    """
    named = {what: one_of(name, headings) for what, name in asked.items()}
    expect_different(named)
    free = [heading for heading in headings if heading not in named.values()]
    found = {what: heading for what, heading in usual(free).items() if what not in named} | named
    if "text" in found:
        return found
    tags = [heading for heading in headings if tag_of(heading.strip())]
    if len(tags) < _TWO:
        raise WorkbenchError(
            _(
                "No column is headed “translation”: the first line is %(there)s; head one so, or give a file"
                " that is no table the suffix .txt."
            )
            % {"there": shortened(headings)}
        )
    return {"source": tags[0]} | found | {"text": next(tag for tag in tags[1:] if tag != found.get("source"))}


def usual(headings: Sequence[str]) -> dict[str, str]:
    """Give the headings that are usual words, by what their columns hold."""
    plain = {heading.strip().casefold(): heading for heading in reversed(headings)}
    return {
        what: plain[next(name for name in names if name in plain)]
        for what, names in _HEADINGS.items()
        if any(name in plain for name in names)
    }


def one_of(name: str, columns: Sequence[str]) -> str:
    """Find a column by its name, or by the beginning of its language tag: "en" finds "en-us"."""
    if name in columns:
        return name
    plain = {column.strip().casefold(): column for column in reversed(columns)}
    wanted = name.strip().casefold()
    longer = [column for column in plain if column.startswith(f"{wanted}-")]
    if wanted not in plain and len(longer) != 1:
        raise no_columns([name], columns)
    return plain[wanted] if wanted in plain else plain[longer[0]]


def expect_different(named: Mapping[str, str]) -> None:
    """Refuse one column in two parts: an edit of the one text would be one of the other."""
    if len(set(named.values())) < len(named):
        raise WorkbenchError(
            _("The columns %(columns)s are not different ones; name each for what it holds.")
            % {"columns": shortened(list(named.values()))}
        )


def languages_of(columns: Mapping[str, str]) -> tuple[str | None, str | None]:
    """Give the languages of source and text, where the headings are tags of languages."""
    source, text = (columns.get(what, "").strip() for what in ("source", "text"))
    return tag_of(source), tag_of(text)


def tag_of(heading: str) -> str | None:
    """Give a heading that is a tag of a language and no word: `mt` is Maltese, and `num` would be a tag."""
    is_word = any(heading.casefold() in names for names in _HEADINGS.values()) or heading.casefold() == "id"
    is_tag = len(re.split("[-_]", heading)[0]) == _TWO and is_language_tag(heading)
    return heading if is_tag and not is_word else None
