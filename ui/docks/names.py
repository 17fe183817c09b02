"""The inspector's names: what each is, what it should be and why, and a button to put it right."""

from collections.abc import Iterator, Sequence
from itertools import islice

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.dialogs.mentions import MentionsDialog
from ui.session import Session
from ui.theme import GAP, WIDE_GAP
from ui.widgets.labels import arrow, plain_label
from workbench.figures import count
from workbench.i18n import _, ngettext
from workbench.model.dismissal import Scope
from workbench.model.document import Role
from workbench.model.name import Name

_MOST = 60  # cards; a list of more is for the filter that finds the one
_AT_ONCE = 8  # cards made between two turns of the event loop: some 10 ms


class NamesPanel(QFrame):
    """A card a name, those with a proposal first."""

    counted = Signal(int)  # names with a proposal

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setObjectName("panel")
        self.setAccessibleName(_("Names"))
        self._cards = QWidget()
        self._cards.setObjectName("cards")
        self._column = QVBoxLayout(self._cards)
        self._column.setContentsMargins(WIDE_GAP, GAP, WIDE_GAP, GAP)
        self._column.setSpacing(GAP)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self._cards)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GAP, 0, 0)
        column.addWidget(area)
        self._shown: Sequence[Name] = ()
        self._area, self._place = area, 0
        self._coming: Iterator[QWidget] = iter(())
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._add_some)
        session.analysed.connect(lambda analysis: self.show_names(analysis.names))

    def show_names(self, names: Sequence[Name]) -> None:
        """Show these names; where they are the same as before nothing moves."""
        if list(names) == list(self._shown):
            return
        self._shown = names
        if not self._turn.isActive():
            self._place = self._area.verticalScrollBar().value()
        self._turn.stop()
        self._clear()
        self._column.addStretch(1)
        self.counted.emit(sum(bool(name.proposal) for name in names))
        self._coming = self._made(names)
        self._area.setUpdatesEnabled(False)  # what stood there is seen until all have come
        if names:
            self._turn.start()
        else:
            self._add_some()

    def _made(self, names: Sequence[Name]) -> Iterator[QWidget]:
        """Make the cards one by one, and a line on those that are left out."""
        for number, name in enumerate(sorted(names, key=lambda name: not name.proposal)[:_MOST]):
            yield self._card(name, first=number == 0)
        if len(names) > _MOST:
            yield plain_label(left_out(len(names) - _MOST), muted=True, wrap=True)

    def _add_some(self) -> None:
        some = list(islice(self._coming, _AT_ONCE))
        for widget in some:
            self._column.insertWidget(self._column.count() - 1, widget)
        if len(some) == _AT_ONCE:
            self._turn.start()
            return
        self._area.setUpdatesEnabled(True)
        # The bar's range is known when the cards have been laid out.
        QTimer.singleShot(0, self._area, lambda: self._area.verticalScrollBar().setValue(self._place))

    def _clear(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()

    def _card(self, name: Name, *, first: bool) -> QFrame:
        card = QFrame()
        card.setProperty("card", True)
        column = QVBoxLayout(card)
        column.setContentsMargins(WIDE_GAP, GAP, WIDE_GAP, GAP)
        mark = " ✓" if name.origin and not name.proposal else ""
        head = QHBoxLayout()
        for part in change_labels(name) if name.proposal else [plain_label(name.form)]:
            head.addWidget(part)
        head.addStretch(1)
        times = plain_label(f"{count(len(name.mentions))}×{mark}", muted=True)
        head.addWidget(times, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addWidget(plain_label(name.why, muted=True, wrap=True))
        if name.proposal:
            row = QHBoxLayout()
            row.addWidget(self._button(name, primary=first))
            row.addWidget(self._glossary_button(name))
            row.addWidget(self._keep_button(name))
            row.addStretch(1)
            column.addLayout(row)
        return card

    def _button(self, name: Name, *, primary: bool) -> QPushButton:
        button = QPushButton(_("Apply everywhere…") if len(name.mentions) > 1 else _("Apply"))
        button.setProperty("primary", primary)
        button.setAccessibleName(
            _("Apply everywhere: %(form)s → %(proposal)s") % {"form": name.form, "proposal": name.proposal}
        )
        button.clicked.connect(lambda: self._apply(name))
        return button

    def _glossary_button(self, name: Name) -> QPushButton:
        button = QPushButton(_("Glossary"))
        button.setToolTip(_("Remember in my glossary"))
        button.setAccessibleName(_("Remember in my glossary: %(form)s") % {"form": name.proposal})
        button.clicked.connect(lambda: self._session.remember_name(name))
        return button

    def _keep_button(self, name: Name) -> QPushButton:
        button = QPushButton(_("Keep"))
        button.setAccessibleName(_("Keep as it is: %(form)s") % {"form": name.form})
        button.setToolTip(_("Not an error anywhere in this review"))
        button.clicked.connect(lambda: self._keep(name))
        return button

    def _keep(self, name: Name) -> None:
        forms = {form.casefold() for form in (name.form, *name.variants)}
        findings = [
            finding
            for found in self._session.findings.values()
            for finding in found
            if finding.check == "names" and finding.text.casefold() in forms
        ]
        self._session.do(lambda project: project.dismiss(findings, Scope.ANYWHERE))

    def _apply(self, name: Name) -> None:
        if not self._session.flush():
            return
        places = self._session.analysis.places(name)
        remembered = False
        if len(name.mentions) > 1:
            dialog = MentionsDialog(name, places, self._texts(list(places)), self)
            chosen = dialog.exec() == QDialog.DialogCode.Accepted
            places, remembered = dialog.places(), dialog.remember.isChecked()
            dialog.deleteLater()
            if not chosen:
                return
        self._session.do(lambda project: project.apply_name(name, places))
        if remembered:
            self._session.remember_name(name)

    def _texts(self, ids: Sequence[int]) -> dict[int, str]:
        project = self._session.project
        return {pair.id: pair.text(Role.TRANSLATION) for pair in project.pairs(ids)} if project else {}


def left_out(names: int) -> str:
    """Say how many names have no card."""
    said = ngettext(
        "%(n)s more name; filter the rows by name: to find it.",
        "%(n)s more names; filter the rows by name: to find one.",
        names,
    )
    return said % {"n": count(names)}


def change_labels(name: Name) -> list[QLabel]:
    """Show the form that stands there and the one that should."""
    wrong, right = plain_label(name.form), plain_label(name.proposal or "", bold=True)
    wrong.setProperty("tone", "bad")
    right.setProperty("tone", "good")
    return [wrong, plain_label(arrow(), muted=True), right]
