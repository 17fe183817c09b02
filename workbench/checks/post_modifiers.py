"""What makes a post another one, lost or added: the minister for the deputy minister."""

from collections.abc import Iterator

from workbench.checks.article import Row
from workbench.checks.hit import Hit
from workbench.checks.links import NONE
from workbench.checks.side import Side
from workbench.checks.titled import is_preposition
from workbench.i18n import _
from workbench.lang.posts import Posts
from workbench.model.finding import Severity

_SURE = 0.8
_LONGEST = 4  # words before a post: first deputy foreign trade


def changed_modifiers(row: Row, known: Posts) -> Iterator[Hit]:
    """Yield posts linked to the same post, which is a deputy's, or a former one, on one side only."""
    shared = known.holders & row.translation.folded & row.reference.folded
    if not shared:
        return
    said = [said_anywhere(side, known) for side in (row.translation, row.reference)]
    if said[0] == said[1]:
        return
    for one, other in enumerate(row.links.forward):
        word = row.translation.words[one].folded
        if other == NONE or word not in shared or word != row.reference.words[other].folded:
            continue
        start, there = beginning(row.translation, one, known), beginning(row.reference, other, known)
        ours, theirs = (
            modifiers(row.translation, start, one, known),
            modifiers(row.reference, there, other, known),
        )
        if (ours - said[1]) or (theirs - said[0]):
            yield hit(row, (start, one), (there, other))


def said_anywhere(side: Side, known: Posts) -> frozenset[str]:
    """Give the modifiers that a side has anywhere, also as a clause: who used to be a judge."""
    said = {known.same.get(word, word) for word in known.modifiers & side.folded}
    return frozenset(said.union(modifier for phrase, modifier in known.clauses if phrase in side.text))


def beginning(side: Side, post: int, known: Posts) -> int:
    """Give the index of the first word that belongs to a post."""
    at = post
    # A chief is one of a body: acting police chief.
    parts = known.parts | known.bodies if side.words[post].folded in known.heads else known.parts
    while at and post - at < _LONGEST and side.words[at - 1].folded in parts:
        if side.text[side.words[at - 1].end : side.words[at].start] not in {" ", "-"}:
            break
        if is_preposition(side, at - 1):
            break
        at -= 1
    return at


def modifiers(side: Side, start: int, post: int, known: Posts) -> frozenset[str]:
    """Give the modifiers among the words of a post."""
    end = post + 1 + (side.text[side.words[post].end : side.words[post].end + 1] == "-")  # president-elect
    words = (word.folded for word in side.words[start:end])
    return frozenset(known.same.get(word, word) for word in words if word in known.modifiers)


def hit(row: Row, ours: tuple[int, int], theirs: tuple[int, int]) -> Hit:
    """Mark the post and give the reference's."""
    words, others = row.translation.words, row.reference.words
    span = (words[ours[0]].start, words[ours[1]].start + len(words[ours[1]].folded))
    start, end = others[theirs[0]].start, others[theirs[1]].start + len(others[theirs[1]].folded)
    post = row.reference.text[start:end]
    message = _("The reference calls this post “%(post)s”.") % {"post": post}
    fix = post[:1].upper() + post[1:] if words[ours[0]].is_capital else post
    return Hit(span, "terminology/title", Severity.MAJOR, message, _SURE, post, fix)
