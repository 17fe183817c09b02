"""Another speaker: the name of a man who says what in the reference she says."""

from collections.abc import Iterator, Mapping

from workbench.checks.article import Article, Row
from workbench.checks.clauses import adjoins
from workbench.checks.hit import Hit
from workbench.checks.links import NONE
from workbench.checks.persons import genders
from workbench.checks.side import Side
from workbench.checks.words import Word
from workbench.i18n import _
from workbench.lang.genders import Gender, gendered_words
from workbench.lang.verbs import verb_forms
from workbench.model.finding import Severity

_SPEAKER = 0.75
_SUBJECTS = frozenset(["he", "she"])


def other_speaker(row: Row, article: Article) -> Iterator[Hit]:
    """Yield the name of a man who says what in the reference she says, and the reverse."""
    side, other, speech = row.translation, row.reference, verb_forms("en")["speech"]
    if _SUBJECTS.isdisjoint(other.folded) or speech.isdisjoint(side.folded):
        return
    for at, there in enumerate(row.links.forward):
        if there == NONE or side.small[at] not in speech:
            continue
        pronoun = beside(other, there, gendered_words("en"))
        if pronoun is None or other.words[pronoun].folded not in _SUBJECTS:
            continue
        known = article.fact(genders)
        name = beside(side, at, known)
        if name is not None and side.words[name].is_capital:
            gender = gendered_words("en")[other.words[pronoun].folded]
            if known[side.words[name].folded] is not gender:
                yield hit(side.words[name], other.words[pronoun])


def hit(name: Word, pronoun: Word) -> Hit:
    """Mark a name, and give the reference's pronoun."""
    message = _("The subject differs from the reference, which has “%(subject)s”.") % {
        "subject": pronoun.text
    }
    return Hit(
        (name.start, name.end), "accuracy/mistranslation", Severity.MAJOR, message, _SPEAKER,
        pronoun.text, pronoun.folded,
    )  # fmt: skip


def beside(side: Side, verb: int, words: Mapping[str, Gender]) -> int | None:
    """Give the one word of some right before or after a verb, with only a space between."""
    near = [at for at in (verb - 1, verb + 1) if 0 <= at < len(side.words) and side.words[at].folded in words]
    near = [at for at in near if adjoins(side, min(at, verb)) and not (at > verb and goes_on(side, at))]
    return near[0] if len(near) == 1 else None


def goes_on(side: Side, at: int) -> bool:
    """Tell whether a clause goes on behind a word, which is its subject: said he would."""
    after = side.words[at + 1 : at + 2]
    return bool(after) and adjoins(side, at) and not after[0].is_capital
