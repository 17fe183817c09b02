"""What a sentence puts into a relation: A rather than B, B is behind the marker, A is the rest."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from workbench.checks.clauses import is_passive
from workbench.checks.side import Side
from workbench.checks.words import Kind
from workbench.lang.grammar import grammar_words
from workbench.lang.relations import Marker, relations
from workbench.lang.spelled_numbers import spelled_numbers
from workbench.lang.verbs import verb_forms

_FIRST = 3  # words behind a marker by which the thing is known
_APART = 12  # words between "not" and its "but"
_EDGES = frozenset(",;:.!?—–()")
_STOPS = frozenset(";.?!")
_SET_APART = frozenset(",—–")


@dataclass(frozen=True, slots=True)
class Related:
    """Words by their indices in `Side.words`.

    `marker` is [start, stop) of the marker, or of its second part, `opening` where its first part starts,
    `stop` where what is behind it ends; `behind` and `rest` are the words of content, and `label` says what
    those behind are to the rest.
    """

    label: str
    opening: int
    marker: tuple[int, int]
    stop: int
    behind: tuple[int, ...]
    rest: frozenset[int]

    @property
    def is_choice(self) -> bool:
        """Tell whether what is behind the marker is one of two things."""
        return self.label in relations("en").choices

    @property
    def first(self) -> tuple[int, ...]:
        """Give the words by which what is behind is known: one of two things by its name alone."""
        return self.core if self.is_choice else self.behind[:_FIRST]

    @property
    def core(self) -> tuple[int, ...]:
        """Give the words behind without what two things may share: those that stand together first."""
        if not self.is_choice:
            return self.behind
        return tuple(at for number, at in enumerate(self.behind) if at == self.behind[0] + number)


def labels(side: Side) -> set[str]:
    """Give the labels that a side may have by its words: most sides have none."""
    known, words = relations(side.known.language), side.vocabulary
    found = {
        marker.behind for key in known.keys & words for marker in known.markers[key] if marker.needs <= words
    }
    if "compared" in found:
        found.update(known.comparing[word] for word in known.comparing.keys() & words)
    return found


def related(side: Side) -> Iterator[Related]:
    """Yield what each marker of a side puts into a relation."""
    markers = list(marked(side))
    starts = {opening: True for _marker, opening, _start, _stop in markers}
    starts |= {
        at: False
        for marker, at, _start, stop in markers
        if marker.behind == "added"
        for at in range(at, stop)
    }
    for marker, opening, start, stop in markers:
        end = edge(side, stop, starts)
        sentence = side.words_in(side.sentences[side.sentence_of(side.words[start].start)])
        own = {*range(opening, opening + len(marker.words)), *range(start, end)}
        rest = frozenset(at for at in sentence if side.content[at]) - own
        behind = tuple(at for at in range(stop, end) if side.content[at])
        known = {side.words[at].folded for at in rest}
        # A word on both sides of the marker tells nothing, unless there is no other.
        behind = tuple(at for at in behind if side.words[at].folded not in known) or behind
        label, begin = marker.behind, opening
        if label == "compared":
            label, begin = compared(side, start, sentence)
        if label and behind and rest:
            yield Related(label, begin, (start, stop), end, behind, rest)


def compared(side: Side, marker: int, sentence: range) -> tuple[str, int]:
    """Give what is behind a marker that compares, by the comparative nearest to it, and where both begin.

    Nothing ("") where no comparative is.
    """
    known = relations(side.known.language).comparing
    places = (at for at in sentence if side.words[at].folded in known)
    nearest = min(places, key=lambda at: abs(at - marker), default=None)
    return (known[side.words[nearest].folded], min(nearest, marker)) if nearest is not None else ("", marker)


def marked(side: Side) -> Iterator[tuple[Marker, int, int, int]]:
    """Yield the markers with where they open, and [start, stop) of their last part."""
    known = relations(side.known.language)
    taken = 0
    for key in [key for key, word in enumerate(side.small) if word in known.keys]:
        for marker in known.markers[side.small[key]]:
            at = key - marker.key
            place = placed(side, at, marker) if at >= taken else None
            if place and not (is_counted(side, place[1]) or is_other(side, at, marker)):
                taken = at + len(marker.words)
                yield marker, at, *place
                break


def is_other(side: Side, at: int, marker: Marker) -> bool:
    """Tell whether a marker's words are something else in their place: an adverb, a noun, a passive."""
    if marker.acts and is_no_deed(side, at):
        return True
    before = side.small[at - 1] if at else ""
    known = relations(side.known.language).adverbs
    return not known.isdisjoint(marker.words) and before in grammar_words("en")["auxiliaries"]


def placed(side: Side, at: int, marker: Marker) -> tuple[int, int] | None:
    """Give [start, stop) of the marker's last part where all of it stands at a place."""
    stop = at + len(marker.words)
    if side.small[at:stop] != [*marker.words] or (marker.after_mark and not stands_apart(side, at)):
        return None
    if not marker.second:
        return at, stop
    second = [*marker.second]
    for start in range(stop, min(stop + _APART, len(side.words))):
        if side.small[start : start + len(second)] == second:
            return start, start + len(second)
        if not _STOPS.isdisjoint(side.text[side.words[start - 1].end : side.words[start].start]):
            return None
    return None


def stands_apart(side: Side, at: int) -> bool:
    """Tell whether a comma or a dash parts a word from the one before it."""
    return at > 0 and not _SET_APART.isdisjoint(side.text[side.words[at - 1].end : side.words[at].start])


def is_counted(side: Side, stop: int) -> bool:
    """Tell whether a number stands behind a marker, which then bounds it: more than 40, before 2019."""
    after = side.words[stop : stop + 1]
    return not after or after[0].kind is Kind.NUMBER or after[0].folded in spelled_numbers("en")


def is_no_deed(side: Side, at: int) -> bool:
    """Tell whether a verb's form is passive, ends its clause, or is a noun: was caused, what followed was."""
    known = grammar_words("en")
    before = side.words[at - 1].folded if at else ""
    after = side.words[at + 1].folded if at + 1 < len(side.words) else "by"
    return (
        after in {"by", "with", "to"}
        or after in verb_forms("en")["finite"]
        or before in known["articles"] | known["possessives"]
        or is_passive(side, at)
    )


def edge(side: Side, at: int, starts: Mapping[int, bool]) -> int:
    """Give the index behind the last word of the clause that goes on at a place.

    `starts` tells of words of other markers whether they end it.
    """
    ends = relations(side.known.language).ends
    first = at
    while at < len(side.words):
        if not is_inside(side, at):
            break
        if at > first and starts.get(at, side.words[at].folded in ends):
            break
        at += 1
    return at


def clause(side: Side, each: Related) -> range:
    """Give the words of the clause around a marker; the next one, too, where that begins with the marker."""
    start, stop = each.opening, each.stop
    while start and is_inside(side, start):
        start -= 1
    while start == each.opening and stop < len(side.words) and (stop == each.stop or is_inside(side, stop)):
        stop += 1
    return range(start, stop)


def is_inside(side: Side, at: int) -> bool:
    """Tell whether no mark that ends a clause stands before a word."""
    return _EDGES.isdisjoint(side.text[side.words[at - 1].end : side.words[at].start])
