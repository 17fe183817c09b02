"""A review as a new PO file: one entry a pair.

msgid is the source sentence, or the machine's own sentence where there is no source; msgstr the corrected
translation; `#.` the reference and the scores; `#:` file and paragraph; `fuzzy` until approved.
"""

import datetime as dt
from collections import Counter
from importlib.metadata import version

import polib
from babel.core import Locale, UnknownLocaleError
from babel.messages.plurals import get_plural

from workbench.model.bitext import Bitext, BitextPair
from workbench.model.document import Role
from workbench.model.pair import Status

_NO_WRAP = -1  # one line a string: re-wrapping moves spaces and drowns a change in the diff
_FIRST_ISOLATE, _POP_ISOLATE = "\u2068", "\u2069"  # GNU gettext's marks around a file name that holds spaces


def compose(bitext: Bitext) -> bytes:
    """Write the review as PO, in UTF-8."""
    catalogue = polib.POFile(wrapwidth=_NO_WRAP, check_for_duplicates=False)
    catalogue.header = bitext.title
    catalogue.metadata = header(bitext)
    msgids = Counter(msgid(pair) for pair in bitext.pairs)
    contexts: Counter[str] = Counter()
    for pair in bitext.pairs:
        context = None
        if msgids[msgid(pair)] > 1:
            place = "; ".join(f"{file}:{paragraph}" for file, paragraph in pair.places)
            contexts[place] += 1
            context = f"{place} ({contexts[place]})"
        catalogue.append(entry(pair, context))
    return str(catalogue).encode("utf-8")


def header(bitext: Bitext) -> dict[str, str]:
    """Give the header's fields, as msgfmt -c asks for them."""
    revised = dt.datetime.fromtimestamp(bitext.revised, dt.UTC).strftime("%Y-%m-%d %H:%M+0000")
    language = bitext.languages[Role.TRANSLATION].replace("-", "_")
    fields = {
        "Project-Id-Version": bitext.title,
        "Report-Msgid-Bugs-To": "",
        "PO-Revision-Date": revised,
        "Last-Translator": "Translation Review Workbench",
        "Language-Team": language_name(language),
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": plural_forms(language),
        "X-Generator": f"Translation Review Workbench {version('translation-review-workbench')}",
    }
    source = bitext.languages.get(Role.SOURCE)
    return fields | ({"X-Source-Language": source.replace("-", "_")} if source else {})


def language_name(language: str) -> str:
    """Give a language's English name; the tag itself where CLDR has none."""
    try:
        return Locale.parse(language).get_display_name("en") or language
    except (UnknownLocaleError, ValueError):
        return language


def plural_forms(language: str) -> str:
    """Give the plural rule of a language as gettext writes it."""
    try:
        return str(get_plural(Locale.parse(language)).plural_forms)
    except (UnknownLocaleError, ValueError):
        return "nplurals=1; plural=0;"


def msgid(pair: BitextPair) -> str:
    """Choose what the entry translates; a passage left out is asked for by its reference."""
    return pair.source or pair.original or pair.reference or pair.translation


def entry(pair: BitextPair, context: str | None) -> polib.POEntry:
    """Make the entry of a pair."""
    return polib.POEntry(
        msgid=msgid(pair),
        msgctxt=context,
        msgstr=pair.translation,
        comment="\n".join(comments(pair)),
        occurrences=[(file_mark(file), str(paragraph)) for file, paragraph in pair.places],
        flags=[] if pair.status is Status.APPROVED else ["fuzzy"],
    )


def comments(pair: BitextPair) -> list[str]:
    """Say what the reviewer compared with, and how near the machine's sentence came."""
    lines = [f"Reference: {one_line(pair.reference)}"] if pair.reference else []
    if pair.original != pair.translation and pair.source:
        lines.append(f"Machine: {one_line(pair.original)}")
    if pair.scores:
        lines.append(", ".join(f"{name} {value:.1f}" for name, value in pair.scores.items()))
    return lines


def one_line(text: str) -> str:
    """Keep a comment on its line: a line end inside it would end the comment."""
    return " ".join(text.split())


def file_mark(name: str) -> str:
    """Write a file's name so that readers of `#:` do not take its spaces for the end."""
    return f"{_FIRST_ISOLATE}{name}{_POP_ISOLATE}" if " " in name else name
