"""Beads over three texts, from the alignments of the translation with its reference and with its source."""

from collections.abc import Callable, Iterable, Sequence

from workbench.model.bead import Bead, ReviewBead
from workbench.model.document import Role

Node = tuple[Role, int]
Untranslated = Callable[[Sequence[int], Sequence[int]], Sequence[Bead]]

LARGEST = 6  # sentences that one bead may have on a side


def pair_off(reference: Sequence[int], source: Sequence[int]) -> list[Bead]:
    """Match what the translation left out of both texts by number alone: one with one, else all with all."""
    if len(reference) == len(source):
        return [Bead((j,), (k,), 0.5) for j, k in zip(reference, source, strict=True)]
    if reference and source and max(len(reference), len(source)) <= LARGEST:
        return [Bead(tuple(reference), tuple(source), 0.5)]
    return [Bead((j,), (), 1.0) for j in reference] + [Bead((), (k,), 1.0) for k in source]


def join_beads(
    reference: Sequence[Bead] | None,
    source: Sequence[Bead] | None,
    translation_length: int,
    untranslated: Untranslated = pair_off,
) -> list[ReviewBead]:
    """Combine the beads translation-reference and translation-source (`a` is the translation in both).

    What any bead holds together stays together, so the result is the connected components, in the order of
    the translation; sentences without translation stand where they stand in their own text. Where reference
    and source both have some between the same neighbours, `untranslated` matches them: it is given their
    indices and answers with beads (`a` the reference, `b` the source), covering each once. Beads cover every
    sentence once and name all three roles; a bead is as sure as the least sure of those it was made of.
    """
    pairs = [(Role.REFERENCE, reference or ()), (Role.SOURCE, source or ())]
    groups, scores = components(translation_length, pairs)
    spare = {role: loose(beads) for role, beads in pairs}
    result = unspoken(spare, -1, untranslated)
    for first, nodes in sorted(groups.items()):
        result.append(review_bead(nodes, scores[first]))
        for index in sorted(number for role, number in nodes if role is Role.TRANSLATION):
            result += unspoken(spare, index, untranslated)
    return result


def components(
    length: int, pairs: Iterable[tuple[Role, Sequence[Bead]]]
) -> tuple[dict[int, list[Node]], dict[int, float]]:
    """Collect the sentences that hang together, under the first translation sentence among them."""
    leader = list(range(length))
    held = [(role, bead) for role, beads in pairs for bead in beads if bead.a]
    for _, bead in held:
        for index in bead.a[1:]:
            one, two = sorted((find(leader, bead.a[0]), find(leader, index)))
            leader[two] = one
    groups: dict[int, list[Node]] = {}
    for index in range(length):
        groups.setdefault(find(leader, index), []).append((Role.TRANSLATION, index))
    scores = dict.fromkeys(groups, 1.0)
    for role, bead in held:
        first = find(leader, bead.a[0])
        groups[first] += [(role, number) for number in bead.b]
        scores[first] = min(scores[first], bead.score)
    return groups, scores


def find(leader: list[int], index: int) -> int:
    """Give the first sentence of the group of a sentence."""
    while leader[index] != index:
        leader[index] = leader[leader[index]]
        index = leader[index]
    return index


def loose(beads: Sequence[Bead]) -> dict[int, list[Bead]]:
    """Collect the beads without translation, under the translation sentence that they follow."""
    result: dict[int, list[Bead]] = {}
    last = -1
    for bead in beads:
        if bead.a:
            last = bead.a[-1]
        else:
            result.setdefault(last, []).append(bead)
    return result


def unspoken(
    spare: dict[Role, dict[int, list[Bead]]], last: int, untranslated: Untranslated
) -> list[ReviewBead]:
    """Give the beads for what follows a translation sentence and has no translation."""
    reference, source = (spare[role].pop(last, []) for role in (Role.REFERENCE, Role.SOURCE))
    if not (reference and source):
        role = Role.REFERENCE if reference else Role.SOURCE
        return [review_bead([(role, j) for j in bead.b], bead.score) for bead in reference or source]
    numbers = [[j for bead in beads for j in bead.b] for beads in (reference, source)]
    return [
        review_bead([(Role.REFERENCE, j) for j in bead.a] + [(Role.SOURCE, k) for k in bead.b], bead.score)
        for bead in untranslated(*numbers)
    ]


def review_bead(nodes: Iterable[Node], score: float) -> ReviewBead:
    """Sort sentences by their text."""
    sentences: dict[Role, tuple[int, ...]] = {}
    members = sorted(nodes)
    for role in Role:
        sentences[role] = tuple(number for owner, number in members if owner is role)
    return ReviewBead(sentences, score)
