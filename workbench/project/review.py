"""The whole job without a window: read, align, score, find names, and leave every result in a folder."""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from workbench.errors import WorkbenchError
from workbench.formats import make_folder, replace_file
from workbench.i18n import _
from workbench.model.document import Role
from workbench.model.name import Name
from workbench.model.pair import Pair
from workbench.progress import Report, silent
from workbench.project.alignment import align_texts
from workbench.project.exporting import export
from workbench.project.intake import Inputs, TextRead, read_texts
from workbench.project.naming import names_of
from workbench.project.project import Project
from workbench.project.scoring import Scores, document_scores
from workbench.project.shapes import Shape, names_shape, review_alignment_shape, scores_shape


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What a review without a window found, and the files it left."""

    files: Mapping[str, Path]
    pairs: Sequence[Pair]
    scores: Scores | None
    names: Sequence[Name]


def review(inputs: Inputs, out: Path, report: Report = silent) -> Reviewed:
    """Review one article; an earlier review of the same texts there is continued."""
    texts = read_texts(inputs)
    make_folder(out)
    stem = inputs.paths[Role.TRANSLATION].stem
    files = {"review": out / f"{stem}.twb", "po": out / f"{stem}.po"}
    with continued(files["review"], texts, report) as project:
        pairs = project.pairs()
        scores = document_scores(pairs, project.languages(), report)
        names = names_of(pairs, project.languages(), report)
        export(project.snapshot(), files["po"], report)
        roles = list(project.documents())
    shapes = {"alignment": review_alignment_shape(pairs, roles), "names": names_shape(names)}
    if scores:
        shapes["scores"] = scores_shape(scores)
    return Reviewed({**files, **write_shapes(out, shapes)}, pairs, scores, names)


@contextmanager
def continued(path: Path, texts: Mapping[Role, TextRead], report: Report) -> Iterator[Project]:
    """Open the review that lies there when it is of these texts; else make it."""
    if path.exists():
        with Project.open(path) as project:
            if project.is_of(texts):
                yield project
                return
            if project.has_work():
                raise WorkbenchError(
                    _("%(path)s holds a reviewer's work on other texts; choose another --out.")
                    % {"path": path}
                )
        path.unlink()
    with Project.create(path, texts, align_texts(texts, report)) as project:
        yield project


def write_shapes(out: Path, shapes: Mapping[str, Shape]) -> dict[str, Path]:
    """Write each result as `<name>.json`."""
    files = {name: out / f"{name}.json" for name in shapes}
    for name, path in files.items():
        replace_file(path, (json.dumps(shapes[name], ensure_ascii=False, indent=1) + "\n").encode("utf-8"))
    return files


def worst(scores: Scores, metric: str, count: int) -> list[int]:
    """Give the rows that a metric (higher is better) finds worst, the worst first."""
    return sorted(range(len(scores.segments)), key=lambda row: scores.segments[row][metric])[:count]
