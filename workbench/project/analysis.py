"""What is computed about a review and shown beside it: scores and names, by pair."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from workbench.model.document import Role
from workbench.model.name import Name
from workbench.model.pair import Pair
from workbench.progress import Report, silent
from workbench.project.filtering import Subject
from workbench.project.naming import names_of
from workbench.project.scoring import PENALTY, Scores, document_scores


@dataclass(frozen=True, slots=True)
class Analysis:
    """Scores and names of a review as it was.

    `by_pair` are the segment scores, `reasons` what each pair's fidelity lost, `mentioned` the names, by the
    pair's id: rows move, ids stay.
    `ids` are the pairs' ids by the row they were in.
    """

    scores: Scores | None = None
    names: Sequence[Name] = ()
    by_pair: Mapping[int, Mapping[str, float]] = field(default_factory=dict)
    mentioned: Mapping[int, Sequence[Name]] = field(default_factory=dict)
    ids: Sequence[int] = ()
    reasons: Mapping[int, Sequence[str]] = field(default_factory=dict)

    def places(self, name: Name) -> dict[int, list[tuple[int, int]]]:
        """Give where a name is mentioned: spans in the translation side, by the pair's id."""
        found: dict[int, list[tuple[int, int]]] = {}
        for mention in name.mentions:
            found.setdefault(self.ids[mention.pair], []).append(mention.span)
        return found


def subjects(pairs: Sequence[Pair], analysis: Analysis) -> list[Subject]:
    """Give pairs with what was computed about them, as filters look at them."""
    return [
        Subject(pair, analysis.by_pair.get(pair.id, {}), analysis.mentioned.get(pair.id, ()))
        for pair in pairs
    ]


def analyse(pairs: Sequence[Pair], languages: Mapping[Role, str], report: Report = silent) -> Analysis:
    """Score a review's pairs and find its names; what was scored before comes from the cache."""
    names = names_of(pairs, languages, report)
    scores = document_scores(pairs, languages, report)
    segments = scores.segments if scores else ()
    mentioned: dict[int, list[Name]] = {}
    for name in names:
        for row in dict.fromkeys(mention.pair for mention in name.mentions):
            mentioned.setdefault(pairs[row].id, []).append(name)
    by_pair = {
        pair.id: {**row, PENALTY: penalty}
        for pair, row, penalty in zip(pairs, segments, scores.penalties if scores else (), strict=False)
    }
    reasons = {pair.id: why for pair, why in zip(pairs, scores.reasons if scores else (), strict=False)}
    return Analysis(scores, names, by_pair, mentioned, [pair.id for pair in pairs], reasons)
