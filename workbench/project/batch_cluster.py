"""Partitions scored by the workers of a Dask cluster, which see the same files under the same names.

A partition whose worker dies is given to another; a file is written whole or not at all, so that it does no
harm when two workers write the same. `distributed` comes with the extra `cluster`.
"""

from collections.abc import Sequence
from importlib import import_module
from typing import Any

from workbench.errors import WorkbenchError
from workbench.i18n import _
from workbench.progress import Report
from workbench.project.batch import Job, Outcome, score_batch

_PATIENCE = 15  # seconds to find the scheduler
_RETRIES = 3  # times that a partition is tried again when a worker's machine fails it


def work_on(scheduler: str, jobs: Sequence[Job], report: Report) -> list[Outcome]:
    """Do jobs on the cluster whose scheduler is at an address like tcp://host:8786."""
    try:
        distributed = import_module("distributed")  # an extra, and half a second to import
    except ImportError as error:
        raise WorkbenchError(_("--scheduler needs Dask: pip install distributed.")) from error
    try:
        client = distributed.Client(scheduler, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError, TimeoutError) as error:
        raise WorkbenchError(
            _("There is no Dask scheduler at %(address)s.") % {"address": scheduler}
        ) from error
    with client:
        return collected(distributed, client, jobs, report)


def collected(distributed: Any, client: Any, jobs: Sequence[Job], report: Report) -> list[Outcome]:  # noqa: ANN401 -- Dask has no types
    """Hand the jobs out and gather what came of them, whichever is done first."""
    futures = [client.submit(score_batch, job, pure=False, retries=_RETRIES) for job in jobs]
    places = {future.key: number for number, future in enumerate(futures)}
    outcomes: dict[int, Outcome] = {}
    report(0, len(jobs))
    for future in distributed.as_completed(futures, loop=client.loop):
        number = places[future.key]
        outcomes[number] = outcome_of(distributed, future, jobs[number])
        report(len(outcomes), len(jobs))
    return [outcomes[number] for number in range(len(jobs))]


def outcome_of(distributed: Any, future: Any, job: Job) -> Outcome:  # noqa: ANN401 -- as above
    """Give what came of a job; say it where its workers died one after the other."""
    try:
        outcome: Outcome = future.result()
    except distributed.KilledWorker as error:
        raise WorkbenchError(
            _("%(path)s: every worker that took it died; see the workers' logs.")
            % {"path": job.files[0].translation}
        ) from error
    except ModuleNotFoundError as error:
        raise WorkbenchError(
            _("The cluster's workers lack %(module)s; install this program there too.")
            % {"module": error.name}
        ) from error
    return outcome
