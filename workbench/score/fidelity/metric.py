"""Fidelity as a metric: a row of counts for each pair, and numbers from sums of rows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from workbench.errors import WorkbenchError
from workbench.i18n import _
from workbench.score.fidelity.comparison import figures, naming, people, remainder, slips, wording
from workbench.score.fidelity.explanation import Part, parts_of
from workbench.score.fidelity.lexicon import Lexicon, lexicon
from workbench.score.fidelity.model import FEATURES, HEAD, Model, Row, shipped
from workbench.score.fidelity.reading import NO_SOURCE, Reading, Source, read, read_source

# Any scorer a user has installed: translations, references and sources in, a value for each out, 1 the best.
Judge = Callable[[Sequence[str], Sequence[str], Sequence[str]], Sequence[float]]


@dataclass(frozen=True)
class Fidelity:
    """What a reviewer should believe of a pair; see the package for how far that can be trusted.

    `judge` is one more opinion: a function of translations, references and sources (empty where there are
    none) that gives values from 0 to 1, such as COMET's. `judge_name` names it in the signature.
    """

    language: str
    model: Model
    judge: Judge | None = None
    judge_name: str = ""
    name: str = "fidelity"
    label: str = "Fidelity"
    higher_is_better: bool = True
    reads_sources: bool = True

    @cached_property
    def known(self) -> Lexicon:
        """Give what is known of the language."""
        return lexicon(self.language)

    def signature(self, references: int = 1) -> str:
        """Name everything a value depends on, in the manner of sacreBLEU."""
        count = "var" if references < 0 else str(references)
        judge = f"|judge:{self.judge_name}" if self.judge else ""
        return f"nrefs:{count}|lang:{self.language}|model:{self.model.version}{judge}"

    def statistics(
        self,
        hypotheses: Sequence[str],
        references: Sequence[Sequence[str]],
        sources: Sequence[str] | None = None,
    ) -> Row:
        """Count the differences of each pair: a row of HEAD + FEATURES, of references the best."""
        seen: dict[str, Reading] = {}
        rows = np.empty((len(hypotheses), HEAD + len(FEATURES)))
        texts = sources if sources is not None else [""] * len(hypotheses)
        for at, (hypothesis, several, text) in enumerate(zip(hypotheses, references, texts, strict=True)):
            source = read_source(text) if text else NO_SOURCE
            rows[at] = self.best(
                self.reading(hypothesis, seen), [self.reading(one, seen) for one in several], source
            )
        return self.judged(self.judge, rows, hypotheses, references, texts) if self.judge else rows

    def reading(self, text: str, seen: dict[str, Reading]) -> Reading:
        """Read a text once for each call: systems share their references."""
        if text not in seen:
            seen[text] = read(text, self.known)
        return seen[text]

    def best(self, translation: Reading, references: Sequence[Reading], source: Source) -> Row:
        """Give the row with the reference that is nearest."""
        rows = np.array(
            [self.row(translation, reference, source) for reference in references], dtype=np.float64
        )
        best: Row = rows[np.argmax(self.model.fidelities(rows))] if len(rows) > 1 else rows[0]
        return best

    def row(self, translation: Reading, reference: Reading, source: Source) -> list[float]:
        """Count the differences of one pair, in the order of FEATURES."""
        words = len(reference.words)
        empty = bool(translation.words) != bool(reference.words)
        rest = remainder(translation, reference)
        return [
            words,
            1.0,
            *wording(translation, reference, rest, self.known),
            *naming(translation, reference, rest, source),
            *figures(translation, reference, source),
            *people(translation, reference),
            *slips(translation, reference),
            empty * (words + self.model.evidence),
            0.0,
        ]

    def judged(
        self,
        judge: Judge,
        rows: Row,
        hypotheses: Sequence[str],
        references: Sequence[Sequence[str]],
        sources: Sequence[str],
    ) -> Row:
        """Fill the column of the judge: its doubt, for each word of the first reference."""
        values = np.asarray(judge(hypotheses, [several[0] for several in references], sources), np.float64)
        if values.shape != (len(rows),) or not np.isfinite(values).all():
            raise WorkbenchError(
                _("The judge “%(name)s” must give one finite number for each pair.")
                % {"name": self.judge_name}
            )
        rows[:, -1] = (1.0 - np.clip(values, 0.0, 1.0)) * rows[:, 0]
        return rows

    def segments(self, rows: Row) -> Row:
        """Give each row's fidelity."""
        return self.model.fidelities(rows)

    def corpora(self, sums: Row) -> Row:
        """Give the fidelity of each sum of rows: the penalty of a document over its room."""
        return self.model.fidelities(sums)

    def corpus(self, rows: Row) -> float:
        """Give a document's fidelity; 0 for no rows."""
        return float(self.model.fidelities(rows.sum(axis=0))) if len(rows) else 0.0

    def penalties(self, rows: Row) -> Row:
        """Give each row's expected MQM penalty: how much there is to fix. Those of a document add up."""
        return self.model.penalties(rows)

    def parts(self, row: Row) -> tuple[Part, ...]:
        """Give what a row's fidelity lost and why, heaviest first; 100 and the points make the fidelity."""
        return parts_of(row, self.model)


def fidelity(language: str, judge: Judge | None = None, judge_name: str = "") -> Fidelity:
    """Make the metric for a language, with the shipped model and perhaps one more judge."""
    return Fidelity(language, shipped(), judge, judge_name)
