"""What a glossary says of the names of a translation: wrong forms in it, forms of the source beside it."""

from collections.abc import Iterator, Mapping

from workbench.names.detect import Candidate
from workbench.names.explain import from_glossary
from workbench.names.likeness import likeness
from workbench.names.mentions import mention_spans
from workbench.names.opaque import inside
from workbench.names.passage import Passage
from workbench.names.text import Article, Row, stands
from workbench.names.verdict import Verdict, kind_of

_AGREED, _BY_SOUND = 0.99, 0.9  # the wrong form itself is listed; only the source's form is
_NEAR = 0.62  # nearness from which a name is taken for the one the source has; see match


def glossary_verdicts(
    article: Article, passages: list[Passage], glossary: Mapping[str, str]
) -> Iterator[Verdict]:
    """Yield the glossary's verdicts; `glossary` maps a wrong or a source's form to the agreed one."""
    for form, proposal in glossary.items():
        if not form.strip() or form == proposal:
            continue
        names = [name for row in article.rows for name in row.translation.names]
        if any(has_wrong(row, form, proposal) for row in article.rows):
            kind = kind_of([name for name in names if form in name.form], article.known.language)
            yield Verdict(form, proposal, _AGREED, "glossary", from_glossary(proposal), kind)
        for row, passage in zip(article.rows, passages, strict=True):
            if form in (passage.source or "") and not stands(proposal, row.translation):
                yield from by_source(row, proposal, article)


def has_wrong(row: Row, form: str, proposal: str) -> bool:
    """Tell whether a wrong form stands in a translation outside the agreed form."""
    right = mention_spans(row.translation.text, proposal)
    return any(not inside(span, right) for span in mention_spans(row.translation.text, form))


def by_source(row: Row, proposal: str, article: Article) -> Iterator[Verdict]:
    """Yield the verdict on the translation's name that sounds most like the agreed form, if one does."""
    agreed = Candidate(
        proposal, 0, len(proposal), tuple(proposal.split()), None, sure=True, left=(), right=()
    )
    ways = [(name, likeness(name, agreed, article.known)) for name in row.translation.names]
    near = [(way.near, name, way) for name, way in ways if way is not None and way.near >= _NEAR]
    if near:
        _, name, way = max(near, key=lambda each: each[0])
        kind = kind_of([name], article.known.language)
        yield Verdict(way.form, way.proposal, _BY_SOUND, "glossary", from_glossary(proposal), kind)
