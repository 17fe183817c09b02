"""What two texts in one language differ in, group by group; every number grows as they grow apart.

The groups together give the columns that `model.FEATURES` names, in its order.
"""

from dataclasses import dataclass

from workbench.score.fidelity.counterparts import unmatched
from workbench.score.fidelity.lexicon import Lexicon
from workbench.score.fidelity.reading import Reading, Source

_RECALL = 4.0  # what is left out weighs twice (squared) what is added, as in chrF (Popović 2015)
_GRAM = 4


@dataclass(frozen=True, slots=True)
class Remainder:
    """The words of one side without counterpart, each as often as it lacks one; no numbers."""

    missing: list[str]
    added: list[str]


def remainder(translation: Reading, reference: Reading) -> Remainder:
    """Find the words without counterpart."""
    added = [word for word in (translation.counts - reference.counts).elements() if not word[0].isdecimal()]
    missing = [word for word in (reference.counts - translation.counts).elements() if not word[0].isdecimal()]
    return Remainder(missing, added)


def wording(translation: Reading, reference: Reading, rest: Remainder, known: Lexicon) -> list[float]:
    """Count words missing and added: of content, of grammar, unfamiliar; then neighbours, and letters."""
    content = [[word for word in words if word not in known.grammar] for words in (rest.missing, rest.added)]
    missing, added = unmatched(*content)
    shared = (translation.pairs & reference.pairs).total()
    return [
        len(missing),
        len(rest.missing) - len(content[0]),
        unfamiliar(missing, known),
        len(added),
        len(rest.added) - len(content[1]),
        unfamiliar(added, known),
        reference.pairs.total() - shared,
        translation.pairs.total() - shared,
        len(reference.words) * (1 - likeness(translation, reference)),
    ]


def unfamiliar(words: list[str], known: Lexicon) -> int:
    """Count the words that the list of familiar words lacks."""
    return sum(word not in known.familiar for word in words) if known.familiar else 0


def likeness(translation: Reading, reference: Reading) -> float:
    """Give chrF's F-score, 0 to 1, of runs of four letters alone."""
    have, want = (max(0, side.letters - _GRAM + 1) for side in (translation, reference))
    if not have and not want:
        return float(translation.words == reference.words)
    grams = reference.grams
    shared = sum(min(count, grams[gram]) for gram, count in translation.grams.items() if gram in grams)
    return (1 + _RECALL) * shared / (_RECALL * want + have)


def naming(translation: Reading, reference: Reading, rest: Remainder, source: Source) -> list[float]:
    """Count names: missing ones, new ones, ones spelled otherwise, and missing ones that the source has too.

    A new name that stands in the source is none that the translation invented.
    """
    missing, _ = unmatched(sorted(reference.names - translation.counts.keys()), rest.added)
    other = translation.names - reference.counts.keys() - source.words
    added, _ = unmatched(sorted(other), rest.missing)
    confirmed = sum(name in source.words for name in missing)
    return [
        len(missing),
        len(added),
        len(other) - len(added),
        confirmed,
        len(reference.capitals - translation.counts.keys()),
        len(translation.capitals - reference.counts.keys()),
    ]


def people(translation: Reading, reference: Reading) -> list[float]:
    """Count pronouns of persons that are missing or new, and he for she or she for he."""
    missing, added = reference.persons - translation.persons, translation.persons - reference.persons
    swapped = min(missing["he"], added["she"]) + min(missing["she"], added["he"])
    return [missing.total(), added.total(), swapped]


def figures(translation: Reading, reference: Reading, source: Source) -> list[float]:
    """Count amounts missing, new, and missing though the source has them; and denials."""
    missing = reference.amounts - translation.amounts
    added = translation.amounts - reference.amounts - source.amounts
    denials = translation.denials - reference.denials
    return [
        missing.total(),
        added.total(),
        (missing & source.amounts).total(),
        max(0, -denials),
        max(0, denials),
    ]


def slips(translation: Reading, reference: Reading) -> list[float]:
    """Count quotation marks that differ, a lost capital at the start, stray letters, loose sentences.

    Stray are letters of a script that is not expected; loose is a sentence, one of several, that shares no
    word of content with the reference: often a piece of the one before it.
    """
    return [
        abs(translation.quotes - reference.quotes),
        translation.small_start and not reference.small_start,
        max(0, translation.stray - reference.stray),
        loose(translation, reference),
    ]


def loose(translation: Reading, reference: Reading) -> int:
    """Count the sentences of several that share no word of content with the reference.

    Those that have none to share ("I will.") are forgiven as often as the reference has such.
    """
    if len(translation.sentences) == 1:
        return 0
    alone = sum(words.isdisjoint(reference.counts) for words in translation.sentences)
    return max(0, alone - sum(not words for words in reference.sentences))
