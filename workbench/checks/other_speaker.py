"""Another speaker: the name of a man who says what in the reference she says."""

from collections.abc import Iterator, Mapping

from workbench.checks.article import Article, Row
from workbench.checks.clauses import adjoins, person_of
from workbench.checks.hit import Hit
from workbench.checks.links import NONE
from workbench.checks.persons import genders
from workbench.checks.side import Side
from workbench.i18n import _
from workbench.lang.genders import Gender, gendered_words
from workbench.lang.verbs import verb_forms
from workbench.model.finding import Severity

_SPEAKER = 0.75


def other_speaker(row: Row, article: Article) -> Iterator[Hit]:
    """Yield the name of a man who says what in the reference she says, and the reverse."""
    speech = verb_forms("en")["speech"]
    for at, there in enumerate(row.links.forward):
        if there == NONE or row.translation.words[at].folded not in speech:
            continue
        name = beside(row.translation, at, article.fact(genders))
        pronoun = beside(row.reference, there, gendered_words("en"))
        if name is None or pronoun is None or person_of(row.reference, pronoun) not in {"he", "she"}:
            continue
        word, other = row.translation.words[name], row.reference.words[pronoun]
        known = article.fact(genders)[word.folded]
        if (
            word.is_capital
            and other.folded in {"he", "she"}
            and known is not gendered_words("en")[other.folded]
        ):
            message = _("The subject differs from the reference, which has “%(subject)s”.")
            yield Hit(
                (word.start, word.end),
                "accuracy/mistranslation",
                Severity.MAJOR,
                message % {"subject": other.text},
                _SPEAKER,
                other.text,
                other.folded,
            )


def beside(side: Side, verb: int, words: Mapping[str, Gender]) -> int | None:
    """Give the one word of some right before or after a verb, with only a space between."""
    near = [at for at in (verb - 1, verb + 1) if 0 <= at < len(side.words) and side.words[at].folded in words]
    near = [at for at in near if adjoins(side, min(at, verb)) and not (at > verb and goes_on(side, at))]
    return near[0] if len(near) == 1 else None


def goes_on(side: Side, at: int) -> bool:
    """Tell whether a clause goes on behind a word, which is its subject: said he would."""
    after = side.words[at + 1 : at + 2]
    return bool(after) and adjoins(side, at) and not after[0].is_capital
