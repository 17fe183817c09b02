"""Files or a review checked without a window: read, aligned, named, checked."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from workbench.checks import CHECKS, SURE, Check, Context, Passage
from workbench.errors import WorkbenchError
from workbench.figures import listed
from workbench.i18n import _
from workbench.model.bead import ReviewBead
from workbench.model.dismissal import Dismissal, Dismissals
from workbench.model.document import Role
from workbench.model.finding import Finding
from workbench.progress import Report
from workbench.project.alignment import align_texts
from workbench.project.checking import findings_of, passages_of_pairs, passages_of_texts
from workbench.project.intake import Inputs, TextRead, read_texts
from workbench.project.name_files import names_of_texts
from workbench.project.naming import known_for, names_of
from workbench.project.own_rules import rules_for
from workbench.project.project import Project

REVIEW = ".twb"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which checks to run, how sure their findings must be (0 to 1), and what is dismissed already.

    `rules` is a file of the user's own rules, beside those that always hold.
    """

    checks: Sequence[Check] = CHECKS
    sure: float = SURE
    dismissed: Sequence[Dismissal] = ()
    rules: Path | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """What a run of checks found; `translation` and `rows` say where that stands in the translation's file.

    They are empty for a review. `problems` are sentences about glossary entries that were set aside.
    """

    passages: Sequence[Passage]
    findings: Sequence[Finding]
    dismissals: Dismissals
    problems: Sequence[str] = ()
    translation: TextRead | None = None
    rows: Sequence[ReviewBead] = ()


def check_files(inputs: Inputs, wanted: Wanted, report: Report) -> Checked:
    """Check a translation's file with the reference and the source it is given with."""
    texts = read_texts(inputs)
    rows = align_texts(texts, report)
    languages = {role: text.language for role, text in texts.items()}
    knowing = known_for(languages, inputs.glossary)
    names = names_of_texts(texts, rows, knowing, report)
    passages = passages_of_texts(texts, rows)
    context = Context(names, knowing.glossary, rules_for(wanted.rules))
    found = findings_of(passages, languages, context, report, checks=wanted.checks, sure=wanted.sure)
    dismissals = Dismissals(wanted.dismissed)
    return Checked(passages, found, dismissals, knowing.problems, texts[Role.TRANSLATION], rows)


def check_review(path: Path, glossary: Path | None, wanted: Wanted, report: Report) -> Checked:
    """Check a review as it stands, with what was dismissed in it."""
    with Project.open(path) as project:
        pairs, languages = project.pairs(), project.languages()
        dismissed = [*project.dismissals(), *wanted.dismissed]
    knowing = known_for(languages, glossary, path)
    names = names_of(pairs, languages, report, knowing)
    passages = passages_of_pairs(pairs)
    context = Context(names, knowing.glossary, rules_for(wanted.rules, path))
    found = findings_of(passages, languages, context, report, checks=wanted.checks, sure=wanted.sure)
    return Checked(passages, found, Dismissals(dismissed), knowing.problems)


def chosen(only: Sequence[str], skipped: Sequence[str]) -> list[Check]:
    """Give the checks that are asked for by name: all, or some, without some."""
    names = [check.name for check in CHECKS]
    for name in (*only, *skipped):
        if name not in names:
            raise WorkbenchError(
                _("There is no check “%(name)s”; there are: %(all)s.") % {"name": name, "all": listed(names)}
            )
    return [check for check in CHECKS if check.name in (only or names) and check.name not in skipped]
