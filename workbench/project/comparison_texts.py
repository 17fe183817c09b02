"""The systems of a comparison, read whole: the same segments, translated by each."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from workbench.errors import WorkbenchError
from workbench.i18n import _
from workbench.project.batch_chunks import chunks
from workbench.project.batch_inputs import Files, Reading, opened_sides


@dataclass(frozen=True, slots=True)
class Texts:
    """One system's segments with their references; all systems have the same of these."""

    name: str
    hypotheses: Sequence[str]
    references: Sequence[Sequence[str]]
    sources: Sequence[str] | None


def read_systems(
    paths: Sequence[Path], references: Sequence[Path], source: Path | None, reading: Reading
) -> list[Texts]:
    """Read the systems; a row that is broken in any file stops it, for the systems would no longer match."""
    texts = [read_system(Files(path, tuple(references), source), reading) for path in paths]
    for other in texts[1:]:
        if other.references != texts[0].references:
            raise WorkbenchError(
                _("%(one)s and %(two)s hold different references; name one with --reference.")
                % {"one": texts[0].name, "two": other.name}
            )
    return texts


def read_system(files: Files, reading: Reading) -> Texts:
    """Read one system's segments, whole."""
    hypotheses: list[str] = []
    references: list[Sequence[str]] = []
    sources: list[str] = []
    with opened_sides(files, reading) as sides:
        for chunk in chunks(sides):
            if chunk.problems:
                raise WorkbenchError(str(chunk.problems[0]))
            hypotheses += chunk.hypotheses
            references += chunk.references
            sources += chunk.sources or ()
    if not hypotheses:
        raise WorkbenchError(_("%(path)s holds no segments.") % {"path": files.translation})
    return Texts(str(files.translation), hypotheses, references, sources or None)
