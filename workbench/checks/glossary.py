"""The glossary's agreed forms that are not used, and forms that it forbids."""

from collections.abc import Iterator, Sequence

from workbench.checks.agreed_forms import Found, Terms, found_in, terms_of
from workbench.checks.article import Article, Row
from workbench.checks.check import Check
from workbench.checks.hit import Hit, Span
from workbench.checks.indefinite import indefinite
from workbench.checks.links import NONE
from workbench.checks.side import Side
from workbench.i18n import N_, _
from workbench.model.finding import Severity
from workbench.model.glossary import GlossaryEntry, Standing

CATEGORY = "terminology/term"
_FORBIDDEN, _SOURCE, _REFERENCE, _NOWHERE = 0.95, 0.8, 0.7, 0.6
_STRETCH = 2  # words that the translation's wording may have more than the agreed form


def find(row: Row, article: Article) -> Iterator[Hit]:
    """Yield what the glossary says of a pair's translation."""
    if not article.context.glossary or not row.translation:
        return
    terms = article.fact(terms_of)
    mine = found_in(row.translation, terms)
    settled = {found.entry for found in mine if found.standing is not Standing.FORBIDDEN}
    for found in mine:
        if found.standing is Standing.FORBIDDEN:
            settled.add(found.entry)
            yield forbidden(row, terms.entries[found.entry], found)
    yield from unused(row, terms, settled)


def forbidden(row: Row, entry: GlossaryEntry, found: Found) -> Hit:
    """Say that a form is to be avoided."""
    right = entry.right_form(row.translation.language)
    span, fix = placed(row, found.span, right, plural=found.plural)
    message = (
        _("The glossary (%(place)s) asks for “%(right)s” instead.") % {"place": entry.place, "right": right}
        if right
        else _("The glossary (%(place)s) has this form as one to avoid.") % {"place": entry.place}
    )
    return Hit(span, CATEGORY, Severity.MAJOR, message, _FORBIDDEN, right or "", fix)


def unused(row: Row, terms: Terms, settled: set[int]) -> Iterator[Hit]:
    """Yield agreed forms whose counterpart stands in source or reference, though none stands here."""
    done = set(settled)
    for side, confidence in ((row.source, _SOURCE), (row.reference, _REFERENCE)):
        for found in found_in(side, terms) if side else ():
            entry = terms.entries[found.entry]
            right = entry.right_form(row.translation.language)
            if found.entry in done or found.standing is Standing.FORBIDDEN or right is None:
                continue
            done.add(found.entry)
            place = counterpart(row, terms, found.entry)
            yield not_used(row, entry, right, place, (side.text[slice(*found.span)], confidence))


def not_used(row: Row, entry: GlossaryEntry, right: str, place: Span | None, said: tuple[str, float]) -> Hit:
    """Say that the agreed form is not used, at the words that stand for it, else at the end."""
    names = {"place": entry.place, "right": right, "said": said[0]}
    message = _("For “%(said)s” the glossary (%(place)s) has “%(right)s”.") % names
    if place is None:
        end = len(row.translation.text)
        return Hit((end, end), CATEGORY, Severity.MINOR, message, _NOWHERE, said[0])
    span, fix = placed(row, place, right, plural=False)
    return Hit(span, CATEGORY, Severity.MAJOR, message, said[1], said[0], fix)


def counterpart(row: Row, terms: Terms, entry: int) -> Span | None:
    """Give the words that stand where the agreed form should: linked to the reference's, or alike."""
    for found in found_in(row.reference, terms) if row.reference else ():
        if found.entry == entry:
            words = row.reference.words_in(found.span)
            places = [row.links.backward[word] for word in words]
            linked = [place for place in places if place != NONE]
            if linked and max(linked) - min(linked) < len(words) + _STRETCH:
                run = widened(row, min(linked), max(linked), places)
                last = row.translation.words[run[-1]]
                return row.translation.words[run.start].start, last.start + len(last.folded)
    return alike(row.translation, terms, entry)


def widened(row: Row, first: int, last: int, places: Sequence[int]) -> range:
    """Take in words beside a run that have no counterpart, for the form's own that have none at that end."""
    forward = row.links.forward
    missing_first = next(place for place, word in enumerate(places) if word != NONE)
    missing_last = next(place for place, word in enumerate(reversed(places)) if word != NONE)
    while missing_first and first and forward[first - 1] == NONE:
        first, missing_first = first - 1, missing_first - 1
    while missing_last and last + 1 < len(forward) and forward[last + 1] == NONE:
        last, missing_last = last + 1, missing_last - 1
    return range(first, last + 1)


def alike(side: Side, terms: Terms, entry: int) -> Span | None:
    """Give a run of as many words that shares at least half of them with an agreed form of several words."""
    for words in terms.agreed.get(entry, ()):
        size = len(words)
        for at in range(len(side.words) - size + 1 if size > 1 else 0):
            run = side.words[at : at + size]
            shared = sum(word.folded == other for word, other in zip(run, words, strict=True))
            if shared * 2 >= size and any(
                word.folded == other and side.content[at + place]
                for place, (word, other) in enumerate(zip(run, words, strict=True))
            ):
                return run[0].start, run[-1].start + len(run[-1].folded)
    return None


def placed(row: Row, span: Span, right: str | None, *, plural: bool) -> tuple[Span, str | None]:
    """Give the span and the agreed form with the capital, the plural and the article that stand there."""
    if right is None:
        return span, None
    text = row.translation.text
    word = right + "s" * (plural and not right.endswith("s"))
    if text[span[0]].isupper() and span[0] in {start for start, _end in row.translation.sentences}:
        word = word[:1].upper() + word[1:]
    return indefinite(text, *span, word) if row.translation.known.language == "en" else (span, word)


CHECK = Check(
    "glossary",
    N_("Glossary"),
    N_(
        "A form that the glossary forbids, and an agreed form that is not used where the source or the"
        " reference has its counterpart. Plurals, possessives, hyphens and capitals make no difference."
    ),
    find,
    wide=True,
)
