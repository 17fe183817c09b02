"""The JSON shapes that users script against (stable; see the README)."""

from collections.abc import Sequence

from workbench.model.bead import Bead
from workbench.model.document import Role
from workbench.model.name import Name
from workbench.model.pair import Pair
from workbench.project.rounding import DECIMALS, rounded
from workbench.project.scoring import Scores

Shape = dict[str, object]


def alignment_shape(a: Sequence[str], b: Sequence[str], beads: Sequence[Bead]) -> Shape:
    """Give two aligned texts; beads of text that moved say so."""
    from workbench.align.order import moved  # noqa: PLC0415 -- numba: 74 MB, a third of a second

    shapes: list[Shape] = [
        {"a": list(bead.a), "b": list(bead.b), "score": round(bead.score, DECIMALS)} for bead in beads
    ]
    for shape, out_of_order in zip(shapes, moved(beads), strict=True):
        if out_of_order:
            shape["moved"] = True
    return {"a": list(a), "b": list(b), "beads": shapes}


def review_alignment_shape(pairs: Sequence[Pair], roles: Sequence[Role]) -> Shape:
    """Give a review's alignment: a is the translation, b the reference (the source where there is none).

    Where both are there, the source's sentences stand beside them under "source".
    """
    order = [Role.TRANSLATION, *(role for role in (Role.REFERENCE, Role.SOURCE) if role in roles)]
    names = dict(zip(order, ("a", "b", "source"), strict=False))
    numbers = {role: numbering(pairs, role) for role in order}
    beads = [
        {
            name: [numbers[role][sentence.id] for sentence in pair.sentences(role)]
            for role, name in names.items()
        }
        | {"score": round(pair.confidence, DECIMALS)}
        for pair in pairs
    ]
    texts = {name: sentences_in_order(pairs, role) for role, name in names.items()}
    return {**texts, "beads": beads, "roles": {name: role.value for role, name in names.items()}}


def ordered(pairs: Sequence[Pair], role: Role) -> list[tuple[int, str]]:
    """Give (id, text) of one text's sentences, in its own order, added ones where their pair stands."""
    placed, last = [], -1
    for pair in pairs:
        for sentence in pair.sentences(role):
            number = sentence.number if sentence.number is not None else last
            placed.append((number, sentence.number is None, sentence.id, sentence.text))
            last = number
    return [(id_, text) for _number, _added, id_, text in sorted(placed)]


def numbering(pairs: Sequence[Pair], role: Role) -> dict[int, int]:
    """Give each sentence's 0-based index in its text as it stands now."""
    return {id_: index for index, (id_, _text) in enumerate(ordered(pairs, role))}


def sentences_in_order(pairs: Sequence[Pair], role: Role) -> list[str]:
    """Give the sentences of one text."""
    return [text for _id, text in ordered(pairs, role)]


def scores_shape(scores: Scores) -> Shape:
    """Give segment and corpus scores with their signatures."""
    return {
        "signature": dict(scores.signatures),
        "corpus": rounded(scores.corpus),
        "segments": [
            {"id": number, **rounded(segment), **judged(scores, number)}
            for number, segment in enumerate(scores.segments)
        ],
    }


def judged(scores: Scores, number: int) -> Shape:
    """Give the penalty to expect of a segment and what its fidelity lost, where that was asked."""
    if not scores.penalties:
        return {}
    return {"penalty": round(scores.penalties[number], DECIMALS), "why": list(scores.reasons[number])}


def names_shape(names: Sequence[Name]) -> Shape:
    """Give names with their mentions, and what is proposed for them."""
    return {"names": [name_shape(name) for name in names]}


def name_shape(name: Name) -> Shape:
    """Give one name."""
    return {
        "form": name.form,
        "kind": name.kind,
        "mentions": [{"pair": mention.pair, "span": list(mention.span)} for mention in name.mentions],
        "variants": list(name.variants),
        "proposal": name.proposal,
        "confidence": round(name.confidence, 2),
        "from": name.origin,
        "judgement": name.judgement.value,
        "why": name.why,
    }
