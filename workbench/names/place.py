"""The mentions of forms in the translation, each place given to one name only."""

from collections.abc import Iterable

from workbench.model.name import Mention
from workbench.names.mentions import mention_spans
from workbench.names.opaque import Span, inside, overlaps
from workbench.names.text import Article, Row, stands

Taken = dict[int, list[Span]]


def places(form: str, proposal: str, article: Article, taken: Taken) -> list[Mention]:
    """Find a wrong form everywhere and take the places; those that are right or taken are left out."""
    found: list[Mention] = []
    for index, row in enumerate(article.rows):
        for span in wrong_spans(form, proposal, row, article):
            if not overlaps(span, taken.setdefault(index, [])):
                taken[index].append(span)
                found.append(Mention(row.pair, span))
    return found


def wrong_spans(form: str, proposal: str, row: Row, article: Article) -> Iterable[Span]:
    """Yield the mentions of a form that are not part of the right form or of a longer name that is right."""
    spans = mention_spans(row.translation.text, form)
    if not spans:
        return
    right = mention_spans(row.translation.text, proposal)
    longer = [(name.start, name.end) for name in row.translation.names if is_right(name.form, form, article)]
    yield from (span for span in spans if not inside(span, right) and not inside(span, longer))


def is_right(name: str, form: str, article: Article) -> bool:
    """Tell whether a name that is longer than a form stands in the reference."""
    return len(name) > len(form) and stands(name, article.reference)
