"""A review as a report: what was computed and what was decided, put together for the page and the JSON."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from workbench.checks import Context
from workbench.errors import WorkbenchError
from workbench.formats import replace_file
from workbench.i18n import _, spoken_language
from workbench.lang.guess import function_words
from workbench.model.annotation import Annotation, Assessment
from workbench.model.dismissal import Dismissals
from workbench.model.document import Role
from workbench.model.finding import Finding
from workbench.model.name import Name
from workbench.model.pair import Pair, Sentence
from workbench.mqm.labels import said
from workbench.mqm.typology import Typology
from workbench.mqm.words import word_count
from workbench.progress import Report, silent
from workbench.project.checking import findings_of, passages_of_pairs
from workbench.project.mqm_summary import mqm_summary
from workbench.project.naming import Knowing, known_for, names_of
from workbench.project.places import result_cache
from workbench.project.project import Project
from workbench.project.queries import DocumentInfo
from workbench.project.review_ratings import by_pair
from workbench.project.scoring import (
    DEFAULT_METRICS,
    HEADLINE,
    Scores,
    document_scores,
    label_of,
    metrics_for,
    statistics,
)
from workbench.report.data import (
    Decision,
    FindingLine,
    NameLine,
    PairLine,
    ReportData,
    ScoreLine,
    State,
    StepLine,
    TextLine,
)
from workbench.report.page import page
from workbench.report.shape import shape
from workbench.score import bootstrap
from workbench.store import ResultCache
from workbench.text.differences import word_differences
from workbench.text.display import printable

WORST = 10  # pairs side by side: what one reads at a sitting
_LOWER_IS_BETTER = frozenset({"ter"})
Interval = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Found:
    """What was computed about a review's texts, and what is known of names."""

    scores: Scores | None
    names: Sequence[Name]
    findings: Sequence[Finding]
    knowing: Knowing


def found_in(pairs: Sequence[Pair], languages: Mapping[Role, str], knowing: Knowing, report: Report) -> Found:
    """Score pairs, find their names and check them."""
    names = names_of(pairs, languages, report, knowing)
    findings = findings_of(passages_of_pairs(pairs), languages, Context(names, knowing.glossary), report)
    return Found(document_scores(pairs, languages, report), names, findings, knowing)


def report_file(path: Path, typology: Typology, report: Report = silent) -> ReportData:
    """Put the report on a review together, computing what it needs."""
    with Project.open(path) as project:
        languages = project.languages()
        found = found_in(project.pairs(), languages, known_for(languages, review=path), report)
        return report_data(project, found, typology, report)


def report_data(project: Project, found: Found, typology: Typology, report: Report = silent) -> ReportData:
    """Put a report together of what was found and what was decided."""
    pairs, languages = project.pairs(), project.languages()
    before = found_before(pairs, languages, found.knowing, report)
    dismissals = project.dismissals()
    counts = Counter(step.name for step in project.history() if not step.undone)
    lines = pair_lines(pairs, found.scores, languages, project.annotations(), project.assessments())
    return ReportData(
        title=printable(project.path.stem),
        language=spoken_language(),
        revised=project.revised(),
        texts=[text_line(info, pairs) for info in project.documents().values()],
        headline=label_of(HEADLINE),
        scores=score_lines(found.scores, pairs, languages),
        pairs=lines,
        worst=worst_rows(lines),
        names=name_lines(before.names if before else [], found.names),
        findings=finding_lines(before.findings if before else [], found.findings, pairs, dismissals),
        mqm=mqm_summary(project, typology),
        steps=[StepLine(name, times) for name, times in counts.items()],
        labels=labels_of(typology),
    )


def labels_of(typology: Typology) -> dict[str, str]:
    """Give what categories and severities are called in the reader's language, by id and by label."""
    named = [(one.id, one.label) for one in typology.categories]
    named += [(one.id, one.label) for one in typology.severities]
    return {key: said(label) for id_, label in named for key in (label, id_)}


def found_before(
    pairs: Sequence[Pair], languages: Mapping[Role, str], knowing: Knowing, report: Report
) -> Found | None:
    """Find names and errors in the text as the machine wrote it; None where nothing was changed since."""
    if all(pair.text(Role.TRANSLATION) == pair.original for pair in pairs):
        return None
    as_read = [replace(pair, translation=tuple(map(as_it_came, pair.translation))) for pair in pairs]
    names = names_of(as_read, languages, report, knowing)
    passages = passages_of_pairs(as_read)
    return Found(
        None, names, findings_of(passages, languages, Context(names, knowing.glossary), report), knowing
    )


def as_it_came(sentence: Sentence) -> Sentence:
    """Give a sentence with the text it was read with."""
    return replace(sentence, text=sentence.original)


def text_line(info: DocumentInfo, pairs: Sequence[Pair]) -> TextLine:
    """Measure one text."""
    sentences = [sentence.text for pair in pairs for sentence in pair.sentences(info.role)]
    words = sum(word_count(text) for text in sentences)
    return TextLine(info.role, info.name, info.language, info.charset, len(sentences), words)


def score_lines(
    scores: Scores | None, pairs: Sequence[Pair], languages: Mapping[Role, str]
) -> list[ScoreLine]:
    """Give the scores of the whole text with their intervals."""
    if scores is None:
        return []
    intervals = intervals_of(pairs, languages[Role.REFERENCE])
    return [
        ScoreLine(
            label_of(name), value, intervals[name], scores.signatures[name], name not in _LOWER_IS_BETTER
        )
        for name, value in scores.corpus.items()
    ]


def intervals_of(pairs: Sequence[Pair], language: str) -> dict[str, Interval]:
    """Resample the pairs: from where to where 95 % of the scores lie."""
    texts = [(one.text(Role.TRANSLATION), one.text(Role.REFERENCE), one.text(Role.SOURCE)) for one in pairs]
    intervals = {}
    with closing(ResultCache(result_cache())) as cache:
        for metric in metrics_for(DEFAULT_METRICS, language):
            found = bootstrap(metric, statistics(texts, metric, cache, silent))
            intervals[metric.name] = (found.low, found.high)
    return intervals


def pair_lines(
    pairs: Sequence[Pair],
    scores: Scores | None,
    languages: Mapping[Role, str],
    marks: Sequence[Annotation],
    assessments: Sequence[Assessment],
) -> list[PairLine]:
    """Give the pairs with their scores and with what reviewers said of them."""
    marked, assessed = by_pair(marks), by_pair(assessments)
    ignored = function_words().get(languages[Role.TRANSLATION].split("-", maxsplit=1)[0], frozenset())
    return [
        replace(
            pair_line(pair, ignored),
            score=scores.segments[row][HEADLINE] if scores else None,
            reasons=scores.reasons[row] if scores else (),
            marks=marked.get(pair.id, ()),
            assessments=assessed.get(pair.id, ()),
        )
        for row, pair in enumerate(pairs)
    ]


def pair_line(pair: Pair, ignored: frozenset[str]) -> PairLine:
    """Give a pair with the words that differ."""
    ours, theirs = pair.text(Role.TRANSLATION), pair.text(Role.REFERENCE)
    spans = word_differences(ours, theirs, ignored) if ours and theirs else ([], [])
    return PairLine(pair, ours=spans[0], theirs=spans[1])


def worst_rows(lines: Sequence[PairLine]) -> list[int]:
    """Give the rows of the lowest scores, the lowest first."""
    scored = [(one.score, row) for row, one in enumerate(lines) if one.score is not None]
    return [row for _score, row in sorted(scored)[:WORST]]


def name_lines(before: Sequence[Name], now: Sequence[Name]) -> list[NameLine]:
    """Give every name with its decision; one that is written no more as the machine did was put right."""
    written = {form for name in now for form in (name.form, *name.variants)}
    fixed = [
        NameLine(name, Decision.PUT_RIGHT)
        for name in before
        if name.proposal and name.proposal in written and name.form not in written
    ]
    left = [NameLine(name, Decision.OPEN if name.proposal else Decision.KEPT) for name in now]
    return [*fixed, *left]


def finding_lines(
    before: Sequence[Finding], now: Sequence[Finding], pairs: Sequence[Pair], dismissals: Dismissals
) -> list[FindingLine]:
    """Give every finding with what became of it: fixed is what a changed text no longer has."""
    lines = []
    for finding in dismissals.with_grounds(now):
        dismissed = dismissals.of(finding)
        state = State.DISMISSED if dismissed else State.OPEN
        lines.append(FindingLine(finding, state, dismissed.reason if dismissed else ""))
    still = {(one.pair, one.check, one.text) for one in now}
    changed = {row for row, pair in enumerate(pairs) if pair.text(Role.TRANSLATION) != pair.original}
    fixed = [one for one in before if one.pair in changed and (one.pair, one.check, one.text) not in still]
    return [*lines, *(FindingLine(one, State.FIXED) for one in fixed)]


def write_report(data: ReportData, path: Path) -> None:
    """Write a report as a page or as JSON, by suffix."""
    suffix = path.suffix.lower()
    if suffix in {".html", ".htm"}:
        replace_file(path, page(data))
    elif suffix == ".json":
        text = json.dumps(shape(data), ensure_ascii=False, indent=1) + "\n"
        replace_file(path, text.encode("utf-8", "replace"))
    else:
        raise WorkbenchError(_("%(path)s: a report is written as .html or .json.") % {"path": path})
