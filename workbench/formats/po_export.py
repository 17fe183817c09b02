"""A review as a new PO file: one entry a pair.

msgid is the source sentence, or the machine's own sentence where there is no source; msgstr the corrected
translation; `#.` the file's own notes, the reference and the scores; `#:` file and paragraph; `fuzzy` until
approved, where it is a review.
"""

import datetime as dt
from collections import Counter
from importlib.metadata import version

from babel.core import Locale, UnknownLocaleError
from babel.messages.plurals import get_plural

from workbench.formats.po_strings import quoted
from workbench.model.bitext import Bitext, BitextPair
from workbench.model.document import Role
from workbench.model.pair import Status

_FIRST_ISOLATE, _POP_ISOLATE = "\u2068", "\u2069"  # GNU gettext's marks around a file name that holds spaces


def compose(bitext: Bitext) -> bytes:
    """Write the review as PO, in UTF-8."""
    alike = Counter((pair.context, msgid(pair)) for pair in bitext.pairs)
    places: Counter[str] = Counter()
    fields = "".join(f"{name}: {one_line(value)}\n" for name, value in header(bitext).items())
    pieces = [f'# {one_line(bitext.title)}\nmsgid ""\nmsgstr {quoted(fields)}\n']
    for pair in bitext.pairs:
        context = pair.context
        if alike[context, msgid(pair)] > 1:
            place = "; ".join(f"{file}:{paragraph}" for file, paragraph in pair.places)
            places[place] += 1
            context = " ".join([*([context] if context else []), f"{place} ({places[place]})"])
        is_fuzzy = pair.status is Status.NEEDS_WORK or (
            bitext.is_reviewed and pair.status is not Status.APPROVED
        )
        pieces.append(entry(pair, context, is_fuzzy=is_fuzzy))
    return "\n".join(pieces).encode("utf-8")


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


def entry(pair: BitextPair, context: str | None, *, is_fuzzy: bool) -> str:
    """Write the entry of a pair; its msgstr gets the line ends about the msgid, as msgfmt -c demands."""
    source = storable(msgid(pair))
    lines = [f"#. {storable(comment)}" for comment in comments(pair)]
    lines += [f"#: {file_mark(file)}:{paragraph}" for file, paragraph in pair.places]
    lines += ["#, fuzzy"] if is_fuzzy else []
    lines += [f"msgctxt {quoted(storable(context))}"] if context is not None else []
    lines += [
        f"msgid {quoted(source)}",
        f"msgstr {quoted(with_line_ends(source, storable(pair.translation)))}",
    ]
    return "\n".join(lines) + "\n"


def storable(text: str) -> str:
    """Replace the two characters PO cannot hold: the end of a string and the mark behind a context in MO."""
    return text.replace("\0", "\ufffd").replace("\x04", "\ufffd")


def with_line_ends(source: str, text: str) -> str:
    """Begin and end a translation with a line end where its source does; an empty one stays empty."""
    inner = text.strip("\n")
    if not inner:
        return ""
    return "\n" * source.startswith("\n") + inner + "\n" * source.endswith("\n")


def comments(pair: BitextPair) -> list[str]:
    """Say what the reviewer compared with, and how near the machine's sentence came."""
    lines = [one_line(note) for note in pair.notes]
    lines += [f"Reference: {one_line(pair.reference)}"] if pair.reference else []
    if pair.original != pair.translation and pair.source:
        lines.append(f"Machine: {one_line(pair.original)}")
    if pair.scores:
        lines.append(", ".join(f"{name} {value:.1f}" for name, value in pair.scores.items()))
    return lines


def one_line(text: str) -> str:
    """Keep a comment on its line: a line end inside it would end the comment."""
    return " ".join(text.split())


def file_mark(name: str) -> str:
    """Write a file's name so that it stays on its line and readers of `#:` find its end."""
    shown = "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in name)
    return f"{_FIRST_ISOLATE}{shown}{_POP_ISOLATE}" if " " in shown else shown
