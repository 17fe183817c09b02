"""What a glossary says of the names of a translation: forms to avoid in it, forms of the source beside it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.model.glossary import GlossaryEntry, Standing
from workbench.names.detect import Candidate
from workbench.names.explain import from_glossary
from workbench.names.likeness import Likeness, likeness
from workbench.names.mentions import mention_spans
from workbench.names.opaque import inside
from workbench.names.sound import key, letters
from workbench.names.text import Article, Row, stands
from workbench.names.verdict import Verdict, kind_of
from workbench.names.words import plain

# How sure: the wrong form itself is listed; only the source's form is; a name that sounds the same.
_LISTED, _BY_SOURCE, _BY_SOUND = 0.99, 0.9, 0.85
_NEAR = 0.62  # nearness from which a name is taken for the one the source has; see match
_SAME_SOUND, _LONG = 0.85, 5  # nearness and letters from which a name of the same key is a slip


@dataclass(frozen=True, slots=True)
class Agreed:
    """One name of the glossary in the translation's language: what to write, what else may be, what must not.

    `foreign` are its forms in other languages.
    """

    right: str
    admitted: tuple[str, ...]
    forbidden: tuple[str, ...]
    foreign: tuple[str, ...]
    kind: str

    @property
    def forms(self) -> tuple[str, ...]:
        """Give the forms that are right."""
        return (self.right, *self.admitted)


def agreed_names(entries: Sequence[GlossaryEntry], language: str) -> list[Agreed]:
    """Give what a glossary says for texts in a language; entries without a form in it say nothing."""
    found = []
    for entry in entries:
        right = entry.right_form(language)
        if right is not None and right.strip():
            usable = entry.forms(language, Standing.PREFERRED, Standing.ADMITTED)
            forbidden = [form for form in entry.forms(language, Standing.FORBIDDEN) if form != right]
            foreign = tuple(form for form in entry.foreign(language) if form.strip())
            admitted = tuple(form for form in usable if form != right)
            found.append(Agreed(right, admitted, tuple(forbidden), foreign, entry.kind))
    return found


def glossary_verdicts(article: Article, agreed: Sequence[Agreed]) -> Iterator[Verdict]:
    """Yield the glossary's verdicts: on forms it forbids, on what the source has, on what sounds the same."""
    for entry in agreed:
        yield from listed(entry, article)
        for row in article.rows:
            if any(form in row.source for form in entry.foreign) and not is_there(entry, row):
                yield from by_source(row, entry, article)
    yield from by_sound(article, agreed)


def listed(entry: Agreed, article: Article) -> Iterator[Verdict]:
    """Yield verdicts on the forms to avoid that stand in the translation."""
    for form in entry.forbidden:
        if form.strip() and any(has_wrong(row, form, entry) for row in article.rows):
            names = [name for row in article.rows for name in row.translation.names if form in name.form]
            kind = entry.kind or kind_of(names, article.known.language)
            yield Verdict(form, entry.right, _LISTED, "glossary", from_glossary(entry.right), kind)


def has_wrong(row: Row, form: str, entry: Agreed) -> bool:
    """Tell whether a form to avoid stands in a translation outside the agreed forms."""
    right = [span for good in entry.forms for span in mention_spans(row.translation.text, good)]
    return any(not inside(span, right) for span in mention_spans(row.translation.text, form))


def is_there(entry: Agreed, row: Row) -> bool:
    """Tell whether a translation has one of the agreed forms."""
    return any(stands(form, row.translation) for form in entry.forms)


def by_source(row: Row, entry: Agreed, article: Article) -> Iterator[Verdict]:
    """Yield the verdict on the translation's name that sounds most like the agreed form, if one does."""
    near = [(way.near, name, way) for name, way in ways(row.translation.names, entry.right, article)]
    near = [each for each in near if each[0] >= _NEAR]
    if near:
        _, name, way = max(near, key=lambda each: each[0])
        kind = entry.kind or kind_of([name], article.known.language)
        yield Verdict(way.form, way.proposal, _BY_SOURCE, "glossary", from_glossary(entry.right), kind)


def by_sound(article: Article, agreed: Sequence[Agreed]) -> Iterator[Verdict]:
    """Yield verdicts on names that neither glossary nor reference has, and that sound as an agreed name."""
    right = {plain(form) for entry in agreed for form in entry.forms}
    names = {
        name.form: name
        for row in article.rows
        for name in row.translation.names
        if name.sure and plain(name.form) not in right and not stands(name.form, article.reference)
    }
    for name in names.values():
        for entry in agreed:
            for _one, way in ways([name], entry.right, article):
                if is_slip(way):
                    kind = entry.kind or kind_of([name], article.known.language)
                    yield Verdict(
                        way.form, way.proposal, _BY_SOUND, "glossary", from_glossary(entry.right), kind
                    )


def is_slip(way: Likeness) -> bool:
    """Tell whether two forms have one sound and are long enough for that not to be chance."""
    long = min(len(letters(way.form)), len(letters(way.proposal))) >= _LONG
    return way.whole and long and way.near >= _SAME_SOUND and key(way.form) == key(way.proposal)


def ways(names: Sequence[Candidate], right: str, article: Article) -> Iterator[tuple[Candidate, Likeness]]:
    """Yield the names that may be another spelling of an agreed form."""
    agreed = Candidate(right, 0, len(right), tuple(right.split()), None, sure=True, left=(), right=())
    for name in names:
        way = likeness(name, agreed, article.known)
        if way is not None:
            yield name, way
