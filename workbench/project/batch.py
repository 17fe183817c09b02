"""Scores of as many segments as there are: read in chunks, counted in processes, written as they come.

Memory does not grow with the texts: a few chunks are in flight, and of those that are done only sums stay.
"""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from workbench.errors import WorkbenchError
from workbench.formats.writing import replace_with_pieces
from workbench.progress import Report, silent
from workbench.project.batch_chunks import Chunk, Problem, chunks, nothing_read
from workbench.project.batch_counting import Counted, Recipe, Task, count, layout_of, metrics_of
from workbench.project.batch_inputs import Files, Reading, opened_sides
from workbench.project.batch_interrupt import stoppable
from workbench.project.batch_intervals import intervals
from workbench.project.batch_layout import FORMS, Layout, form_of
from workbench.project.batch_part import Part, opened_part
from workbench.project.batch_pool import WorkersLostError, in_order
from workbench.project.batch_state import State
from workbench.project.rounding import rounded
from workbench.score import Interval

Pieces = Iterator[bytes]


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be scored, how, and where it goes: into a file by its suffix, to `show` as JSON, or both.

    What is done is kept beside the output while the run goes on, so that it can be continued, unless it is
    `brief`.
    """

    files: tuple[Files, ...]
    reading: Reading
    recipe: Recipe
    output: Path | None = None
    show: Callable[[Pieces], None] | None = None
    jobs: int = 1
    strict: bool = False
    resume: bool = False
    brief: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it, by metric; `broken` rows were left out, of which `problems` names the first."""

    signatures: Mapping[str, str]
    corpus: Mapping[str, float]
    intervals: Mapping[str, Interval]
    segments: int
    broken: int
    problems: Sequence[Problem]
    complete: bool


class Stopped(Exception):  # noqa: N818 -- not an error: the user asked for it
    """The run was interrupted; `outcome` is what is done, and written."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__()
        self.outcome = outcome


def score_batch(job: Job, report: Report = silent) -> Outcome:
    """Score everything and write it down."""
    beside = None if job.brief else job.output
    with opened_part(beside, fingerprint(job), resume=job.resume) as part:
        return Run(job, part, part.resume() if job.resume else State(), report).to_the_end()


@dataclass(slots=True)
class Run:
    """One run over a job's files."""

    job: Job
    part: Part
    state: State
    report: Report

    def to_the_end(self) -> Outcome:
        """Count what is not counted yet; when stopped, leave what is done as a whole file and a journal."""
        try:
            with stoppable() as check, closing(in_order(count, self.tasks(), self.job.jobs, check)) as done:
                for counted in done:
                    self.take(counted)
        except KeyboardInterrupt:
            self.note()
            raise Stopped(self.publish(complete=False)) from None
        except WorkersLostError:
            self.note()
            raise
        except WorkbenchError:  # to be mended in the texts or the options: it is another job then
            self.part.remove()
            raise
        if not self.state.segments:
            self.part.remove()
            raise self.nothing()
        outcome = self.publish(complete=True)
        self.part.remove()
        return outcome

    def note(self) -> None:
        """Note how far it is, where there is something to note."""
        if self.state.sequence:
            self.part.note(self.state)

    def tasks(self) -> Iterator[Task]:
        """Read the chunks that are not counted yet."""
        done, sequence, layout = self.state, self.state.sequence, self.state.layout
        for number, files in enumerate(self.job.files[done.partition :], done.partition):
            skip = done.rows if number == done.partition else 0
            with opened_sides(files, self.job.reading) as sides:
                for chunk in chunks(sides, skip):
                    layout = layout or self.begun(chunk)
                    yield Task(self.job.recipe, layout, chunk, sequence, number)
                    sequence += 1

    def begun(self, chunk: Chunk) -> Layout:
        """Choose the columns of the output and write its heads."""
        layout = layout_of(self.job.recipe, chunk)
        heads = self.part.append({form: FORMS[form].head(layout) for form in self.job.recipe.forms})
        self.state = State(layout=layout, lengths=heads)
        return layout

    def take(self, counted: Counted) -> None:
        """Write down what came of a chunk."""
        if self.job.strict and counted.problems:
            raise WorkbenchError(str(counted.problems[0]))
        self.state = self.state.plus(counted, self.part.append(counted.blocks))
        self.part.note_if_due(self.state)
        self.report(self.state.segments, self.estimate(counted))

    def estimate(self, counted: Counted) -> int:
        """Estimate how many segments there are by how much of the files is read; 0 where nobody knows."""
        if counted.share is None:
            return 0
        share = (counted.partition + counted.share) / len(self.job.files)
        return max(self.state.segments, round(self.state.segments / max(share, 1e-9)))

    def nothing(self) -> WorkbenchError:
        """Say why no segment could be scored."""
        if self.state.problems:
            return WorkbenchError(str(self.state.problems[0]))
        return nothing_read(self.job.files[0].translation)

    def publish(self, *, complete: bool) -> Outcome:
        """Make whole files of what is done; half a result is not shown."""
        outcome = self.outcome(complete=complete)
        if not self.state.segments:
            return outcome
        if self.state.layout is not None and self.job.output:
            with self.pieces(form_of(self.job.output), self.state.layout, outcome) as pieces:
                replace_with_pieces(self.job.output, pieces)
        if self.state.layout is not None and self.job.show and complete:
            with self.pieces(".json", self.state.layout, outcome) as pieces:
                self.job.show(pieces)
        return outcome

    @contextmanager
    def pieces(self, form: str, layout: Layout, outcome: Outcome) -> Iterator[Pieces]:
        """Give the bytes of a whole file."""
        with self.part.reading(form, self.state) as blocks:
            yield FORMS[form].finish(layout, blocks, meta_of(outcome, self.state) | {"job": self.part.job})

    def outcome(self, *, complete: bool) -> Outcome:
        """Score the corpus of what is done."""
        recipe, state = self.job.recipe, self.state
        metrics = metrics_of(recipe.metrics, recipe.language) if state.sums else ()
        corpus = {
            metric.name: float(metric.corpora(sums[None])[0])
            for metric, sums in zip(metrics, state.sums, strict=True)
        }
        return Outcome(
            signatures={metric.name: metric.signature(state.references) for metric in metrics},
            corpus=corpus,
            intervals=intervals(recipe, state, self.part) if recipe.resamples and corpus else {},
            segments=state.segments,
            broken=state.broken,
            problems=state.problems,
            complete=complete,
        )


def meta_of(outcome: Outcome, state: State) -> dict[str, object]:
    """Say of a file what its rows do not: the recipe, the sums and what they come to."""
    return {
        "signature": dict(outcome.signatures),
        "corpus": rounded(outcome.corpus),
        "sums": dict(zip(outcome.corpus, ([float(x) for x in one] for one in state.sums), strict=True)),
        "references": state.references,
        "segments": outcome.segments,
        "broken": outcome.broken,
        "complete": outcome.complete,
    } | ({"intervals": intervals_shape(outcome)} if outcome.intervals else {})


def intervals_shape(outcome: Outcome) -> dict[str, list[float]]:
    """Give 95 % intervals for JSON: from, to."""
    return {name: [round(one.low, 4), round(one.high, 4)] for name, one in outcome.intervals.items()}


def fingerprint(job: Job) -> str:
    """Name a job by everything its rows depend on."""
    shape = {
        "files": [[(role, identity(path)) for role, path in files.roles] for files in job.files],
        "reading": asdict(job.reading),
        "recipe": asdict(job.recipe),
        "signatures": [one.signature() for one in metrics_of(job.recipe.metrics, job.recipe.language)],
    }
    return hashlib.sha256(json.dumps(shape, sort_keys=True).encode("utf-8", "surrogatepass")).hexdigest()


def identity(path: Path) -> tuple[str, int, int]:
    """Name what is in a file by its size and the time it was changed; a pipe has neither."""
    with suppress(OSError):
        if path.is_file():
            there = path.stat()
            return str(path.resolve()), there.st_size, there.st_mtime_ns
    return str(path), 0, 0
