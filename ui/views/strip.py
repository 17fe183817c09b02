"""Under the current pair: what can be put right with one key, and its scores."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from ui.models.pairs import PairModel
from ui.session import Session
from ui.theme import GAP, ROW_PADDING
from ui.widgets.labels import plain_label
from workbench.i18n import _, ngettext
from workbench.model.name import Name
from workbench.model.pair import Pair
from workbench.project.scoring import PENALTY, label_of

_MOST = 9  # fixes that have a key
_SHOWN = 2  # fixes there is room for


class Strip(QWidget):
    """The chips of the current pair."""

    def __init__(self, session: Session, model: PairModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._model, self._row = session, model, -1
        self.setObjectName("strip")
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(ROW_PADDING, 2, GAP, 4)
        self._line.setSpacing(GAP)
        self.hide()

    def show_row(self, row: int) -> None:
        """Show the chips of a row."""
        self._row = row
        self.refresh()

    def fixes(self) -> list[Name]:
        """Give the names of this pair that have a proposal."""
        names = self._model.names_at(self._row) if self._row >= 0 else ()
        return [name for name in names if name.proposal][:_MOST]

    def apply(self, number: int) -> None:
        """Apply fix `number`, from 1, in this pair."""
        fixes, pair_id = self.fixes(), self._model.id_at(self._row)
        if number <= len(fixes) and pair_id is not None:
            name = fixes[number - 1]
            here = {pair_id: self._session.analysis.places(name).get(pair_id, [])}
            self._session.do(lambda project: project.apply_name(name, here))

    def refresh(self) -> None:
        """Make the chips anew."""
        while (item := self._line.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        if self._model.id_at(self._row) is None:
            return
        for number, name in enumerate(self.fixes()[:_SHOWN], start=1):
            self._line.addWidget(fix_chip(name, number, self._applier(number)))
        if facts := self._facts():
            shown = chip(plain_label(facts, muted=True))
            shown.setToolTip("\n".join(self._reasons()))
            self._line.addWidget(shown)
        if reasons := self._reasons():
            self._line.addWidget(chip(plain_label(reasons[0], muted=True)))
        self._line.addStretch(1)

    def _applier(self, number: int) -> Callable[[], None]:
        return lambda: self.apply(number)

    def _facts(self) -> str:
        pair = self._model.pair_at(self._row)
        row = self._session.analysis.by_pair.get(pair.id, {})
        numbers = [f"{label_of(name)} {value:.1f}" for name, value in row.items() if name != PENALTY]
        return " · ".join([*numbers, counts(pair)])

    def _reasons(self) -> list[str]:
        pair_id = self._model.id_at(self._row)
        return list(self._session.analysis.reasons.get(pair_id, ())) if pair_id is not None else []


def counts(pair: Pair) -> str:
    """Say how many sentences stand on each side."""
    ours = len(pair.translation)
    other = pair.reference or pair.source
    return ngettext("%(n)d sentence", "%(n)d sentences", ours) % {"n": ours} + f" ↔ {len(other)}"


def chip(*widgets: QWidget) -> QFrame:
    """Put widgets into a rounded frame."""
    frame = QFrame()
    frame.setProperty("card", True)
    frame.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
    line = QHBoxLayout(frame)
    line.setContentsMargins(GAP, 2, GAP, 2)
    line.setSpacing(GAP)
    for widget in widgets:
        line.addWidget(widget)
    return frame


def fix_chip(name: Name, number: int, apply: Callable[[], None]) -> QFrame:
    """Show what is wrong, what it should be, and the key that puts it right."""
    title = plain_label(_("Name differs"), bold=True)
    change = plain_label(f"{name.form} → {name.proposal}")
    button = QPushButton(_("Apply") + f"   Ctrl {number}")
    button.setProperty("primary", True)
    button.setAccessibleName(
        _("Apply: %(form)s → %(proposal)s") % {"form": name.form, "proposal": name.proposal}
    )
    button.clicked.connect(apply)
    return chip(title, change, button)
