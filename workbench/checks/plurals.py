"""One or several, where the language of the source does not say: Chinese generals for a Chinese general."""

from collections.abc import Iterator
from functools import lru_cache

from workbench.checks.article import Article, Row
from workbench.checks.check import Check
from workbench.checks.hit import Hit
from workbench.checks.links import NONE
from workbench.checks.other_focus import other_focus
from workbench.checks.other_many import other_many
from workbench.checks.side import Side
from workbench.checks.verbs import Form, form
from workbench.checks.words import Kind
from workbench.i18n import N_, _
from workbench.lang.grammar import grammar_words
from workbench.lang.name_words import name_words
from workbench.lang.plurals import apart
from workbench.lang.remembered import remembered
from workbench.lang.spelled_numbers import spelled_numbers
from workbench.lang.wordnet import base_forms, parts_of_speech
from workbench.model.finding import Severity

_UNMARKED = frozenset(["ko", "ja", "zh", "vi", "th", "id"])  # languages whose nouns need not say the number
_MOST = 4  # words of a noun's phrase: a senior Chinese army general
_SHORTEST = 3  # letters of a noun
# Forms of verbs that change with the number of their subject.
_AGREEING = {"is": "are", "was": "were", "has": "have", "does": "do"}
_AGREEING |= {many: one for one, many in _AGREEING.items()}
# Confidence: where the source cannot have said it, and where it is not known.
_SURE, _LIKELY = 0.7, 0.55
_ONE = frozenset(["a", "an", "one"])


def find(row: Row, article: Article) -> Iterator[Hit]:
    """Yield the nouns of a pair that are one, several, some or all here and clearly not in the reference."""
    del article
    side, other = row.translation, row.reference
    if side.known.language != "en" or not other:
        return
    yield from other_many(row)
    yield from other_focus(row)
    source = row.source.known.language if row.source else ""
    if source and source not in _UNMARKED:
        return
    for at, (word, there) in enumerate(zip(side.small, row.links.forward, strict=True)):
        if there == NONE or word == other.small[there] or not side.content[at]:
            continue
        if are_one_and_many(word, other.small[there]):
            yield from lost(row, at, there, _SURE if source else _LIKELY)


@lru_cache(maxsize=1 << 14)
def are_one_and_many(word: str, other: str) -> bool:
    """Tell whether one of two words is the plural of the other."""
    return is_plural_of(word, other) or is_plural_of(other, word)


def is_plural_of(plural: str, singular: str) -> bool:
    """Tell whether a word is a noun's plural and another its singular, and both mean the same thing."""
    if len(singular) < _SHORTEST or not is_plural(plural) or singular in apart("en"):
        return False
    return singular in base_forms(plural, "n")


@remembered
def is_plural(word: str) -> bool:
    """Tell whether a word may be a plural noun, and is no verb far more often."""
    counts = parts_of_speech(word)
    return counts[0] * 2 > sum(counts[1:]) and word not in base_forms(word, "n")


@remembered
def is_noun(word: str) -> bool:
    """Tell whether a word is a noun more often than anything else."""
    counts = parts_of_speech(word)
    return counts[0] > sum(counts[1:])


def lost(row: Row, at: int, there: int, sure: float) -> Iterator[Hit]:
    """Yield a noun whose number the two texts say otherwise, if both say it clearly."""
    side, other = row.translation, row.reference
    if not (is_head(side, at) and is_head(other, there)):
        return
    here, far = opening(side, at), opening(other, there)
    if here is None or far is None:
        return
    several = is_plural(side.words[at].folded)
    one, many = ((other, far), (side, here)) if several else ((side, here), (other, far))
    if not (is_one(*one) and is_bare(*many)) or is_doing(*many) or is_of_none(row, at):
        return
    # "A siren" is said of sirens; what is told more closely is one or several: a Chinese general.
    if min(at - here - is_one(side, here), there - far - is_one(other, far)) < 1:
        return
    text = other.text[other.words[far].start : other.words[there].start + len(other.words[there].folded)]
    fix, verb = rewritten(row, (here, at), (far, there)), verb_after(side, at)
    end = side.words[at].start + len(side.words[at].folded)
    if verb and fix:
        fix, end = f"{fix} {verb}", side.words[at + 1].end
    yield Hit(
        (side.words[here].start, end),
        "accuracy/number",
        Severity.MINOR,
        _("Singular or plural: the reference has “%(phrase)s”.") % {"phrase": text},
        sure,
        text,
        fix,
    )


def is_of_none(row: Row, at: int) -> bool:
    """Tell whether a denial stands before a noun in its sentence: no ship, no ships."""
    side = row.translation
    sentence = side.words_in(side.sentences[side.sentence_of(side.words[at].start)])
    return any(sentence.start <= each.at < at for each in row.denials[0])


def verb_after(side: Side, at: int) -> str:
    """Give the form that a verb after a noun takes when the noun changes its number; "" if none does."""
    if at + 1 >= len(side.words) or side.text[side.words[at].end : side.words[at + 1].start] != " ":
        return ""
    return _AGREEING.get(side.words[at + 1].folded, "")


def is_head(side: Side, at: int) -> bool:
    """Tell whether a noun ends its phrase: no noun or name follows, no hyphen, nothing that it owns."""
    word = side.words[at]
    named = word.is_capital and word.start not in {start for start, _end in side.sentences}
    if named or word.text.lower() != word.folded or side.text[word.end : word.end + 1] == "-":
        return False
    if at + 1 >= len(side.words) or side.text[word.end : side.words[at + 1].start] != " ":
        return True
    after = side.words[at + 1]
    return not (side.content[at + 1] and (after.is_capital or is_noun(after.folded)))


def opening(side: Side, at: int) -> int | None:
    """Give the first word of a noun's phrase: an article of one, or the first adjective; None if unclear."""
    kinds = grammar_words("en")
    first = at
    while (
        first and at - first < _MOST and side.text[side.words[first - 1].end : side.words[first].start] == " "
    ):
        before = side.words[first - 1]
        if before.folded in _ONE:
            return first - 1
        if before.kind is Kind.NUMBER or before.folded in kinds["articles"] | kinds["pronouns"]:
            return None
        if before.folded in kinds["adverbs"] or before.folded in spelled_numbers("en"):
            return None
        if not side.content[first - 1] or not is_modifier(before.folded):
            break
        first -= 1
    return first


@remembered
def is_modifier(word: str) -> bool:
    """Tell whether a word stands before nouns: an adjective, a people."""
    noun, verb, adjective, adverb = parts_of_speech(word)
    if word in name_words("en").phrases:
        return True
    return adjective > 0 and adjective >= verb + adverb and adjective >= noun // 2


def is_doing(side: Side, first: int) -> bool:
    """Tell whether what may be a plural is a verb: it follows its subject."""
    if is_noun(side.words[first].folded) or not first:
        return False
    before = side.words[first - 1]
    apart = side.text[before.end : side.words[first].start] != " "
    kinds = grammar_words("en")
    led = (
        before.folded in kinds["prepositions"] | kinds["conjunctions"] or form(before.folded) is not Form.NONE
    )
    return not (apart or led or is_modifier(side.words[first].folded))


def is_one(side: Side, first: int) -> bool:
    """Tell whether a phrase begins with an article of one."""
    return side.words[first].folded in _ONE


def is_bare(side: Side, first: int) -> bool:
    """Tell whether a phrase has no article."""
    return side.words[first].folded not in grammar_words("en")["articles"] | _ONE


def rewritten(row: Row, here: tuple[int, int], far: tuple[int, int]) -> str | None:
    """Give the reference's phrase where its words are those of the translation's; None where not."""
    side, other = row.translation, row.reference
    mine = [base_forms(word.folded) for word in side.words[here[0] : here[1] + 1] if word.folded not in _ONE]
    yours = [base_forms(word.folded) for word in other.words[far[0] : far[1] + 1] if word.folded not in _ONE]
    if [set(one) & set(two) for one, two in zip(mine, yours, strict=False)].count(set()) or len(mine) != len(
        yours
    ):
        return None
    text = other.text[other.words[far[0]].start : other.words[far[1]].start + len(other.words[far[1]].folded)]
    starts = side.words[here[0]].is_capital and side.words[here[0]].start in {
        span[0] for span in side.sentences
    }
    if (
        text[0].isupper()
        and not starts
        and other.words[far[0]].start in {span[0] for span in other.sentences}
    ):
        text = text[0].lower() + text[1:]
    return text[0].upper() + text[1:] if starts else text


CHECK = Check(
    "plurals",
    N_("Singular and plural"),
    N_(
        "A noun that is one in the reference and several in the translation, or the reverse, as it happens"
        " where the source’s language need not say the number; some for all, another for the other, only for"
        " even. Phrases with numbers, the and this are left alone, and so are nouns by themselves: a siren"
        " is said of sirens."
    ),
    find,
)
