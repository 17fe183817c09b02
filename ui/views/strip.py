"""Under the current pair: its findings, each put right or dismissed with one key, and its scores."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from ui.models.pairs import PairModel
from ui.session import Session
from ui.severities import SHAPES, severity_colour, severity_name
from ui.theme import GAP, ROW_PADDING, tokens
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import becoming, plain_label, plain_tip, with_key
from ui.widgets.menu import menu_of
from ui.widgets.score_slider import ScoreSlider
from workbench.checks import CHECKS
from workbench.figures import count, number
from workbench.i18n import N_, _, ngettext
from workbench.model.dismissal import Scope
from workbench.model.finding import Finding
from workbench.model.pair import Pair
from workbench.project.scoring import PENALTY, label_of

_SHOWN = 9  # findings that have a key; the rest stand in the inspector
_WORDS, _EVIDENCE = 40, 46  # characters: of a change, of its evidence, in a chip
_TITLES = {check.name: check.title for check in CHECKS}

_REACH = {
    Scope.HERE: N_("Not an error here"),
    Scope.ANYWHERE: N_("Not an error anywhere in this review"),
}


class Strip(QWidget):
    """The chips of the current pair."""

    changed = Signal()  # there are other chips: the row may need another height
    left = Signal()  # the reviewer scored the pair and goes back to its text

    def __init__(self, session: Session, model: PairModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._model, self._row = session, model, -1
        self._shown: object = None
        self._numbers: QLabel | None = None  # what is known of the pair in numbers
        self._keys: Mapping[int, str] = {}  # of the fixes, as the user has them
        self.scoring = False  # whether the slider is shown
        self.slider = ScoreSlider(self)
        self.slider.hide()
        self.slider.given.connect(self._give)
        self.slider.removed.connect(self._take_back)
        self.slider.left.connect(self.left)
        self.setObjectName("strip")
        self.setAccessibleName(_("Findings of this pair"))
        self._flow = FlowLayout(self, GAP // 2 + 2)
        self._flow.setContentsMargins(ROW_PADDING, 2, GAP, GAP)
        self.hide()

    def show_row(self, row: int) -> None:
        """Show the chips of a row."""
        self._row = row
        self.refresh()

    def findings(self) -> Sequence[Finding]:
        """Give the open findings of this pair that have a chip: those with a fix first."""
        found = self._model.findings_at(self._row) if self._model.id_at(self._row) is not None else ()
        return sorted(found, key=lambda finding: finding.fix is None)[:_SHOWN]

    def apply(self, number: int) -> None:
        """Apply fix `number`, from 1, in this pair."""
        found, pair_id = self.findings(), self._model.id_at(self._row)
        if number <= len(found) and found[number - 1].fix is not None and pair_id is not None:
            self._session.apply_fixes({pair_id: [found[number - 1]]})

    def dismiss(self, number: int, scope: Scope) -> None:
        """Say that finding `number`, from 1, is no error."""
        found, pair_id = self.findings(), self._model.id_at(self._row)
        if number <= len(found):
            finding = found[number - 1]
            self._session.do(lambda project: project.dismiss([finding], scope, place=pair_id))

    def show_keys(self, keys: Mapping[int, str]) -> None:
        """Show the keys that apply fixes, by number."""
        self._keys = keys
        self.refresh()

    def show_slider(self, *, on: bool) -> None:
        """Show the slider for the pair's score, or hide it."""
        self.scoring = on
        self.refresh()

    def height_in(self, width: int) -> int:
        """Give the height the chips need in a width."""
        return self._flow.heightForWidth(width) if self._flow.count() else 0

    def refresh(self) -> None:
        """Make the chips anew, where they would be others."""
        pair_id = self._model.id_at(self._row)
        there = pair_id is not None
        self.slider.show_score(self._session.own_score(pair_id))
        content = (
            (
                self._row,
                tuple(self.findings()),
                tuple(self._reasons()),
                tokens(),
                self.scoring,
                tuple(self._keys.values()),
            )
            if there
            else None
        )
        if content == self._shown:
            self._renumber()
            return
        self._shown = content
        held = self.slider.track.hasFocus()
        self._clear()
        if there:
            self._fill()
        if held and self.scoring:
            self.slider.begin()
        self.changed.emit()

    def _renumber(self) -> None:
        """Show other numbers in the chip that is there: while one types they change with each key."""
        facts = self._facts() if self._numbers is not None else ""
        if self._numbers is not None and facts != self._numbers.text():
            self._numbers.setText(facts)
            self.changed.emit()

    def _clear(self) -> None:
        self._numbers = None
        while (item := self._flow.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                if widget is not self.slider:
                    widget.deleteLater()

    def _fill(self) -> None:
        for place, finding in enumerate(self.findings(), start=1):
            key = self._keys.get(place, "")
            made = finding_chip(finding, key, self._applier(place), self._dismisser(place))
            self._add(made)
        if self.scoring:
            self._add(self.slider)
        self._numbers = plain_label(self._facts(), muted=True)
        shown = chip(self._numbers)
        shown.setToolTip(plain_tip("\n".join(self._reasons())))
        self._add(shown)
        if reasons := self._reasons():
            self._add(chip(plain_label(reasons[0], muted=True)))

    def _add(self, widget: QWidget) -> None:
        self._flow.addWidget(widget)
        widget.show()

    def _give(self, score: int) -> None:
        if (pair_id := self._model.id_at(self._row)) is not None:
            self._session.assess(pair_id, score)

    def _take_back(self) -> None:
        if (pair_id := self._model.id_at(self._row)) is not None:
            self._session.unassess(pair_id)

    def _applier(self, number: int) -> Callable[[], None]:
        return lambda: self.apply(number)

    def _dismisser(self, number: int) -> Callable[[Scope], None]:
        return lambda scope: self.dismiss(number, scope)

    def _facts(self) -> str:
        pair = self._model.pair_at(self._row)
        row = self._session.analysis.by_pair.get(pair.id, {})
        numbers = [f"{label_of(name)} {number(value)}" for name, value in row.items() if name != PENALTY]
        return " · ".join([*numbers, counts(pair)])

    def _reasons(self) -> list[str]:
        pair_id = self._model.id_at(self._row)
        return list(self._session.analysis.reasons.get(pair_id, ())) if pair_id is not None else []


def counts(pair: Pair) -> str:
    """Say how many sentences stand on each side."""
    ours = len(pair.translation)
    other = pair.reference or pair.source
    said = ngettext("%(n)s sentence ↔ %(other)s", "%(n)s sentences ↔ %(other)s", ours)
    return said % {"n": count(ours), "other": count(len(other))}


def chip(*widgets: QWidget) -> QFrame:
    """Put widgets into a rounded frame."""
    frame = QFrame()
    frame.setProperty("card", True)
    frame.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    frame.setMinimumHeight(2 * frame.fontMetrics().height())
    line = QHBoxLayout(frame)
    line.setContentsMargins(GAP, 2, GAP, 2)
    line.setSpacing(GAP)
    for widget in widgets:
        line.addWidget(widget)
    return frame


def finding_chip(
    finding: Finding, key: str, apply: Callable[[], None], dismiss: Callable[[Scope], None]
) -> QFrame:
    """Show what is wrong, what it should be and on what evidence, with the buttons that settle it."""
    shape = plain_label(SHAPES[finding.severity])
    shape.setStyleSheet(f"color: {severity_colour(finding.severity, tokens())}")
    shape.setAccessibleName(severity_name(finding.severity))
    parts: list[QWidget] = [shape, plain_label(_(_TITLES[finding.check]), bold=True)]
    parts.append(plain_label(change(finding)))
    if finding.evidence and finding.evidence != finding.fix:
        parts.append(plain_label(elided(finding.evidence, _EVIDENCE), muted=True))
    if finding.fix is not None:
        parts.append(apply_button(finding, key, apply))
    parts.append(dismiss_button(finding, dismiss))
    frame = chip(*parts)
    frame.setToolTip(plain_tip(finding.message))
    frame.setAccessibleName(f"{severity_name(finding.severity)}: {finding.message}")
    return frame


def change(finding: Finding) -> str:
    """Say what stands there and what should: spaces are shown by a sign."""
    stands = elided(shown(finding.text), _WORDS)
    if finding.fix is None:
        return stands or elided(finding.message, _WORDS)
    return becoming(stands or "∅", elided(shown(finding.fix), _WORDS) or "∅")


def shown(text: str) -> str:
    """Give a text in which spaces at its edges, and of nothing else, can be seen."""
    inner = text.strip()
    start = text.index(inner) if inner else 0
    return "␣" * start + inner + "␣" * (len(text) - start - len(inner))


def elided(text: str, most: int) -> str:
    """Cut a text that is too long for its place."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def apply_button(finding: Finding, key: str, apply: Callable[[], None]) -> QPushButton:
    """Make the button that writes the fix, with its key."""
    button = QPushButton(with_key(_("Apply"), key))
    button.setProperty("primary", True)
    button.setAccessibleName(
        _("Apply: %(form)s → %(proposal)s") % {"form": finding.text, "proposal": finding.fix}
    )
    button.clicked.connect(apply)
    return button


def dismiss_button(finding: Finding, dismiss: Callable[[Scope], None]) -> QToolButton:
    """Make the button that says a finding is no error: here, or wherever the same words stand."""
    button = QToolButton()
    button.setText(_("Dismiss"))
    button.setAccessibleName(_("Dismiss: %(text)s") % {"text": finding.text or finding.message})
    button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
    entries = [(_(title), title, partial(dismiss, scope)) for scope, title in _REACH.items()]
    button.setMenu(menu_of(entries, button))
    button.clicked.connect(lambda: dismiss(Scope.HERE))
    return button
