"""The whole job without a window: read, align, score, find names, and leave every result in a folder."""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path

from workbench.checks import Context
from workbench.errors import WorkbenchError
from workbench.formats import make_folder, read_file, replace_file
from workbench.i18n import _
from workbench.model.document import Role
from workbench.model.finding import Finding
from workbench.model.name import Name
from workbench.model.pair import Pair
from workbench.mqm.typology import BUILT_IN, built_in
from workbench.progress import Report, silent
from workbench.project.alignment import align_texts
from workbench.project.checking import findings_of, passages_of_pairs
from workbench.project.exporting import export
from workbench.project.finding_shapes import dismissed_in, findings_shape
from workbench.project.intake import Inputs, TextRead, read_texts
from workbench.project.naming import known_for, names_of
from workbench.project.outputs import expect_apart
from workbench.project.own_rules import rules_for
from workbench.project.project import Project
from workbench.project.queries import DocumentInfo
from workbench.project.remarks import naming_path, warnings_of
from workbench.project.reporting import Found, report_data, write_report
from workbench.project.scoring import Scores, document_scores
from workbench.project.shapes import Shape, names_shape, review_alignment_shape, scores_shape
from workbench.report.shape import shape as report_shape
from workbench.store.files import EmptyReviewError, remove_all

_BY_STEM = {"review": "twb", "po": "po"}
_SHAPES = ("alignment", "scores", "names", "findings", "report")
_PAGE = "report.html"


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What a review without a window found, the files it left, and what its inputs' readers have to say."""

    files: Mapping[str, Path]
    texts: Mapping[Role, DocumentInfo]
    pairs: Sequence[Pair]
    scores: Scores | None
    names: Sequence[Name]
    findings: Sequence[Finding]
    warnings: Sequence[str]


def results_of(translation: Path, out: Path) -> dict[str, Path]:
    """Name the files that a review of this translation leaves in a folder."""
    files = {name: out / f"{translation.stem}.{suffix}" for name, suffix in _BY_STEM.items()}
    return files | {name: out / f"{name}.json" for name in _SHAPES} | {"page": out / _PAGE}


def review(inputs: Inputs, out: Path, report: Report = silent) -> Reviewed:
    """Review one article; an earlier review of the same texts there is continued."""
    files = results_of(inputs.paths[Role.TRANSLATION], out)
    expect_apart([*inputs.paths.values(), *inputs.training], files.values(), "--out")
    texts = read_texts(inputs)
    make_folder(out)
    with continued(files["review"], inputs, texts, report) as project:
        if inputs.dismissed:
            project.bring_dismissals(dismissed_in(read_file(inputs.dismissed), inputs.dismissed))
        pairs = project.pairs()
        scores = document_scores(pairs, project.languages(), report)
        knowing = known_for(project.languages(), inputs.glossary, files["review"])
        names = names_of(pairs, project.languages(), report, knowing)
        passages = passages_of_pairs(pairs)
        context = Context(names, knowing.glossary, rules_for(review=files["review"]))
        findings = findings_of(passages, project.languages(), context, report)
        dismissed = project.dismissals()
        data = report_data(project, Found(scores, names, findings, knowing), built_in(BUILT_IN[0]), report)
        said = export(project.snapshot(), files["po"], report)
        documents = project.documents()
    shapes = {
        "alignment": review_alignment_shape(pairs, list(documents)),
        "names": names_shape(names),
        "findings": findings_shape(passages, findings, dismissed),
        "report": report_shape(data),
    }
    if scores:
        shapes["scores"] = scores_shape(scores)
    write_shapes(files, shapes)
    write_report(data, files["page"])
    written = {name: path for name, path in files.items() if name not in _SHAPES or name in shapes}
    return Reviewed(
        written,
        documents,
        pairs,
        scores,
        names,
        dismissed.still_open(findings),
        [*warnings_of(texts), *knowing.problems, *(naming_path(files["po"], one) for one in said)],
    )


@contextmanager
def continued(
    path: Path, inputs: Inputs, texts: Mapping[Role, TextRead], report: Report
) -> Iterator[Project]:
    """Open the review that lies there when it is of these texts, read like this; else make it."""
    with earlier(path) as project:
        other = difference(project, inputs, texts) if project else None
        if project and other is None:
            yield project
            return
        if project and other and project.has_work():
            raise WorkbenchError(other)
    rows = align_texts(texts, report, training=inputs.training)
    remove_all(path)
    with Project.create(path, texts, rows) as project:
        yield project


@contextmanager
def earlier(path: Path) -> Iterator[Project | None]:
    """Open the review that lies there; None where there is none, or one whose making was stopped."""
    try:
        project = Project.open(path) if path.exists() else None
    except EmptyReviewError:
        project = None
    with project or nullcontext():
        yield project


def difference(project: Project, inputs: Inputs, texts: Mapping[Role, TextRead]) -> str | None:
    """Say in what a review is not one of these texts, read like this; None when it is."""
    there = project.documents()
    known = {"path": project.path}
    if not project.has_texts({role: text for role, text in texts.items() if role in there}):
        return _("%(path)s holds a reviewer's work on other texts; choose another --out.") % known
    for role in texts.keys() - there.keys():
        return _(
            "%(path)s holds a reviewer's work without this --%(role)s; leave it out or choose another --out."
        ) % (known | {"role": role.value})
    for role in there.keys() - texts.keys():
        return _(
            "%(path)s holds a reviewer's work with a --%(role)s; name that too or choose another --out."
        ) % (known | {"role": role.value})
    for role, text in texts.items():
        for option, said, held in read_with(inputs, text, there[role]):
            if said != held:
                return _(
                    "%(path)s holds a reviewer's work with another %(option)s (%(held)s, not %(said)s);"
                    " choose another --out."
                ) % (known | {"option": option, "held": held, "said": said})
    return None


def read_with(inputs: Inputs, text: TextRead, held: DocumentInfo) -> Iterator[tuple[str, str, str]]:
    """Give each option that says how a text is read, what was said now, and what the review holds."""
    if held.columns or inputs.columns:
        now, there = (", ".join(columns.values()) or "—" for columns in (text.document.columns, held.columns))
        yield "--columns", now, there
    if inputs.charset:
        yield "--charset", text.document.charset, held.charset
    if held.role in inputs.languages:
        option = "--source-language" if held.role is Role.SOURCE else "--language"
        yield option, text.language, held.language


def write_shapes(files: Mapping[str, Path], shapes: Mapping[str, Shape]) -> None:
    """Write each result as JSON."""
    for name, shape in shapes.items():
        data = json.dumps(shape, ensure_ascii=False, indent=1) + "\n"
        replace_file(files[name], data.encode("utf-8"))


def worst(scores: Scores, metric: str, count: int) -> list[int]:
    """Give the rows that a metric (higher is better) finds worst, the worst first."""
    return sorted(range(len(scores.segments)), key=lambda row: scores.segments[row][metric])[:count]
