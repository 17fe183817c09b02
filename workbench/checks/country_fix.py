"""What to write in place of a country: the right one as noun, adjective or capital, as the wrong one is."""

from workbench.checks.article import Row
from workbench.checks.hit import Span
from workbench.checks.indefinite import indefinite
from workbench.lang.countries import Country, Form, has_article, point_like, possessive, wording

_THE = "the "
_SHORT_NAMES = frozenset({"US", "UK", "EU", "U.S.", "U.K.", "E.U."})


def replacement(row: Row, one: Country, right: Country) -> tuple[Span, str | None]:
    """Give the span to replace and what to write; `right` may stand in the reference or in the source."""
    text = row.translation.text
    if row.translation.known.language != "en":
        return (one.start, one.end), None
    if one.form is Form.POINT:
        return (one.start, one.end), point_like(text[one.start : one.end], right.code)
    start, end = one.start, possessive(text, one.end)
    if one.form is right.form is Form.COMPASS:
        return (start, end), row.reference.text[right.start : right.end] + text[one.end : end]
    form = form_of(text, one)
    word = wording(right.code).get(form)
    if word is None or len(right.codes) > 1:
        return (start, end), None
    if form is Form.NAME:
        start, word = with_article(text, one, word, right.code)
    if end > one.end:
        word += "’" if word.endswith("s") else text[one.end] + "s"
    return indefinite(text, start, end, word)


def form_of(text: str, one: Country) -> Form:
    """Tell as what the country stands there: "U.S. troops" is an adjective."""
    word = text[one.start : one.end]
    if word in _SHORT_NAMES and text[one.end : one.end + 1] == " " and not text[: one.start].endswith(_THE):
        return Form.ADJECTIVE
    return {Form.SEAT: Form.CAPITAL, Form.COMPASS: Form.NAME}.get(one.form, one.form)


def with_article(text: str, one: Country, word: str, code: str) -> tuple[int, str]:
    """Take "the" in or out with the name: the Netherlands, Belgium."""
    before = text[max(0, one.start - len(_THE)) : one.start]
    if before.lower() == _THE and not has_article(code):
        start = one.start - len(_THE)
        return start, word
    if before.lower() == _THE or (start_of_sentence(text, one.start) and has_article(code)):
        return one.start, word.removeprefix(_THE) if before.lower() == _THE else word[:1].upper() + word[1:]
    return one.start, word


def start_of_sentence(text: str, at: int) -> bool:
    """Tell whether a place opens a sentence."""
    return not text[:at].rstrip(' “‘"(') or text[:at].rstrip(' “‘"(')[-1] in ".!?"
