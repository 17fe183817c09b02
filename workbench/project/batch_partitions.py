"""Many files into a folder: each input makes one Parquet file, written whole, found again when resumed.

The same work is done here or by the workers of a cluster; the files are the same to the byte.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import numpy as np

from workbench.errors import WorkbenchError
from workbench.formats import make_folder
from workbench.formats.segments import COMPRESSED, TABLES
from workbench.i18n import _
from workbench.progress import Report
from workbench.project.batch import Job, Outcome, fingerprint, score_batch
from workbench.project.batch_chunks import Problem
from workbench.project.batch_counting import Recipe, metrics_of
from workbench.project.batch_layout import Meta

Work = Callable[[Sequence[Job], Report], Sequence[Outcome]]


def is_folder(output: Path | None) -> bool:
    """Tell whether an output is a folder: it is there, or its name has no suffix."""
    return output is not None and (output.is_dir() or not output.suffix)


def score_partitions(job: Job, work: Work, report: Report) -> Outcome:
    """Score every input into its own file of the output folder; `work` does the jobs that are left."""
    folder = job.output or Path()
    make_folder(folder)
    jobs = partitions(job, folder)
    left = [one for one in jobs if not (job.resume and is_done(one))]
    outcomes = work(left, lambda done, _total: report(len(jobs) - len(left) + done, len(jobs)))
    for one in jobs:
        clear_leftovers(one.output or folder)
    problems = [problem for outcome in outcomes for problem in outcome.problems]
    return combined(job.recipe, [said_of(one.output or folder) for one in jobs], problems)


def partitions(job: Job, folder: Path) -> list[Job]:
    """Give each input a job of its own."""
    names = [f"{stem_of(files.translation)}.parquet" for files in job.files]
    twice = [name for name, times in Counter(names).items() if times > 1]
    if twice:
        raise WorkbenchError(
            _("Two inputs would be written to %(name)s; score them into different folders.")
            % {"name": twice[0]}
        )
    recipe = replace(job.recipe, forms=(".parquet",))
    return [
        replace(job, files=(files,), recipe=recipe, output=folder / name, brief=True, resume=False, show=None)
        for files, name in zip(job.files, names, strict=True)
    ]


def stem_of(path: Path) -> str:
    """Give a file's name without the suffixes of its format and its compression."""
    name = path.name
    for ends in (COMPRESSED, tuple(TABLES)):
        name = next((name[: -len(end)] for end in ends if name.lower().endswith(end)), name)
    return name


def work_here(jobs: Sequence[Job], report: Report) -> list[Outcome]:
    """Do jobs one after the other in this process and its workers."""
    outcomes = []
    for number, job in enumerate(jobs):
        report(number, len(jobs))
        outcomes.append(score_batch(job))
    report(len(jobs), len(jobs))
    return outcomes


def is_done(job: Job) -> bool:
    """Tell whether a partition's file is there, made of the same texts in the same way."""
    with suppress(WorkbenchError, KeyError):
        return bool(said_of(job.output or Path())["job"] == fingerprint(job))
    return False


def said_of(path: Path) -> Meta:
    """Read what a file of scores says of its rows."""
    from workbench.project.batch_parquet import said  # noqa: PLC0415 -- a fifth of a second for Parquet alone

    try:
        return said(path)
    except (OSError, KeyError, ValueError) as error:  # Arrow's are ValueErrors
        raise WorkbenchError(_("%(path)s is no file of scores.") % {"path": path}) from error


def combined(recipe: Recipe, metas: Sequence[Meta], problems: Sequence[Problem]) -> Outcome:
    """Score the corpus that all partitions make."""
    metrics = metrics_of(recipe.metrics, recipe.language)
    sums = {one.name: np.sum([meta["sums"][one.name] for meta in metas], axis=0) for one in metrics}
    return Outcome(
        signatures=metas[0]["signature"],
        corpus={one.name: float(one.corpora(sums[one.name][None])[0]) for one in metrics},
        intervals={},
        segments=sum(meta["segments"] for meta in metas),
        broken=sum(meta["broken"] for meta in metas),
        problems=problems,
        complete=True,
    )


def clear_leftovers(output: Path) -> None:
    """Remove what a killed worker left beside an output: temporary files that will never get their name."""
    for path in output.parent.glob(f".{output.name[:20]}.*.part"):
        path.unlink(missing_ok=True)
