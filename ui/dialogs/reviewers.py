"""Two reviewers of one text: how far they agree, where they differ, and one set of ratings out of both."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ui.dialogs.open import kinds, line, path_of
from ui.marks import typology
from ui.models.differences import TAKEN, DifferenceModel
from ui.tasks import Jobs, Task, Work
from ui.theme import GAP, WIDE_GAP, room
from ui.widgets.browse import choose_button
from ui.widgets.header import Header
from ui.widgets.labels import hint, plain_label
from workbench.i18n import _
from workbench.mqm.agreement import Agreement, agreement
from workbench.mqm.merging import Choice, merge
from workbench.mqm.ratings import Segment
from workbench.project.agreement_words import agreement_rows
from workbench.project.rating_files import SUFFIXES, languages_of, read_ratings, write_ratings
from workbench.project.two_reviewers import Pairing, Voice, paired, voices

_SIZE = (860, 640)
_SETTLE = 250  # milliseconds without a key before the files are read
_NUMBERS = 9  # lines of figures that are seen without scrolling
KNOWN = " ".join(f"*{suffix}" for suffix in (".twb", *SUFFIXES))
Rated = tuple[Path, Sequence[Segment]]


class ReviewersDialog(QDialog):
    """Two files, or the review that is open and a file; of each, one reviewer."""

    def __init__(self, own: Rated | None, reviewer: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Compare two reviewers"))
        self.resize(room(*_SIZE))
        self._own, self._reviewer = own, reviewer
        self._jobs = Jobs(self)
        self._task: Task | None = None
        self._voices: Sequence[Voice] = ()
        self.pairing: Pairing | None = None
        self.files = (QLineEdit(), QLineEdit())
        self.people = (QComboBox(), QComboBox())
        self.numbers = QPlainTextEdit()
        self.model = DifferenceModel(self)
        self.table = differences_table(self.model)
        self.said = plain_label("", wrap=True)
        self.choices = {
            Choice.FIRST: QPushButton(_("Take &A")),
            Choice.SECOND: QPushButton(_("Take &B")),
            Choice.BOTH: QPushButton(_("Take b&oth")),
        }
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE)
        self._settle.timeout.connect(self.read)
        self._place()
        for field in self.files:
            field.textChanged.connect(lambda _text: self._settle.start())
        for box in self.people:
            box.activated.connect(lambda _index: self.compare())
        for choice, button in self.choices.items():
            button.clicked.connect(partial(self.choose, choice))
        self._enable()

    def read(self) -> None:
        """Read the files that are named, and compare the first two reviewers in them."""
        paths = [path_of(field.text()) for field in self.files if field.text().strip()]
        own = self._own if not self.files[0].text().strip() else None
        if paths:
            self._start(lambda _report: voices_in(own, paths), self._show_voices)

    def compare(self) -> None:
        """Compare the two reviewers that are chosen."""
        chosen = [self._voices[box.currentIndex()] for box in self.people if box.currentIndex() >= 0]
        if len(chosen) == len(self.people):
            self._start(lambda _report: compared(*chosen), self._show_pairing)

    def choose(self, choice: Choice) -> None:
        """Take what one reviewer said, or both, in the rows that are selected; all when none is."""
        rows = sorted({index.row() for index in self.table.selectionModel().selectedRows()})
        self.model.choose(rows or range(self.model.rowCount()), choice)
        self._enable()

    def save(self, path: Path) -> None:
        """Write the merged ratings."""
        if self.pairing is None:
            return
        shared, choices, reviewer = self.pairing.shared, dict(self.model.choices), self._reviewer
        source = next((path_of(field.text()) for field in self.files if field.text().strip()), None)

        def work(_report: object) -> Path:
            merged = merge(shared, choices, None, reviewer)
            languages = languages_of(source) if source else None
            write_ratings(path, merged.segments, typology(), *([languages] if languages else []))
            return path

        self._start(work, lambda path: self.said.setText(_("Exported to %(path)s") % {"path": path}))

    def done(self, result: int) -> None:
        """Close the dialog; what is being worked on stops."""
        self._jobs.close()
        super().done(result)

    def _start(self, work: Work, take: object) -> None:
        if self._task is not None:
            self._task.cancel()
        self.said.setText("")
        self._task = self._jobs.start(work)
        self._task.succeeded.connect(take)
        self._task.failed.connect(self._complain)

    def _complain(self, said: str) -> None:
        self.pairing = None
        self.model.show_pairs((), ("", ""))
        self.numbers.clear()
        self.said.setText(said)
        self._enable()

    def _show_voices(self, found: Sequence[Voice]) -> None:
        self._voices = found
        for number, box in enumerate(self.people):
            box.clear()
            box.addItems([f"{voice.rater} ({voice.path.name})" for voice in found])
            box.setCurrentIndex(min(number, len(found) - 1))
        if len(found) < len(self.people):
            self._complain(_("One reviewer alone cannot be compared; name another file."))
        else:
            self.compare()

    def _show_pairing(self, found: tuple[Pairing, Agreement]) -> None:
        self.pairing, agreed = found
        rows = agreement_rows(agreed, self.pairing.names)
        self.numbers.setPlainText("\n".join(f"{name}: {value}" for name, value in rows))
        self.model.show_pairs(self.pairing.shared, self.pairing.names)
        self.table.resizeRowsToContents()
        self._enable()

    def _enable(self) -> None:
        there = self.model.rowCount() > 0
        for button in self.choices.values():
            button.setEnabled(there)
        self._save.setEnabled(self.pairing is not None and self.model.is_settled)

    def _place(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(GAP)
        names = (_("First file"), _("Second file"))
        people = (_("First reviewer"), _("Second reviewer"))
        for row, (name, field) in enumerate(zip(names, self.files, strict=True)):
            line(grid, row, name, field, self._browse(name, field))
            self.people[row].setAccessibleName(people[row])
            self.people[row].setMinimumContentsLength(16)
            grid.addWidget(self.people[row], row, 3)
        hints = _("the review that is open") if self._own else "", _("none, if one file holds both reviewers")
        for field, said in zip(self.files, hints, strict=True):
            hint(field, said)
        self.numbers.setReadOnly(True)
        self.numbers.setTabChangesFocus(True)
        self.numbers.setAccessibleName(_("Agreement"))
        self.numbers.setFixedHeight(_NUMBERS * self.fontMetrics().lineSpacing())
        self._save = QPushButton(_("Save merged ratings…"))
        self._save.setProperty("primary", True)
        self._save.clicked.connect(self._ask_where)
        takes = QHBoxLayout()
        for button in self.choices.values():
            takes.addWidget(button)
        takes.addStretch(1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self._save, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE_GAP, WIDE_GAP, WIDE_GAP, WIDE_GAP)
        column.setSpacing(GAP)
        column.addLayout(grid)
        column.addWidget(self.numbers)
        column.addWidget(plain_label(_("Where they differ"), bold=True))
        column.addWidget(self.table, 1)
        column.addLayout(takes)
        column.addWidget(self.said)
        column.addWidget(buttons)

    def _browse(self, name: str, field: QLineEdit) -> QPushButton:
        return choose_button(name, lambda: self._choose_file(name, field))

    def _choose_file(self, name: str, field: QLineEdit) -> None:
        chosen, _filter = QFileDialog.getOpenFileName(self, name, field.text(), ratings_filter())
        if chosen:
            field.setText(chosen)

    def _ask_where(self) -> None:
        known = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        name, _filter = QFileDialog.getSaveFileName(
            self, _("Save merged ratings"), "", kinds((_("Ratings"), known))
        )
        if name:
            self.save(Path(name))


def ratings_filter() -> str:
    """Give what a file dialog shows first: files that may hold ratings."""
    return kinds((_("Ratings"), KNOWN), (_("All files"), "*"))


def voices_in(own: Rated | None, paths: Sequence[Path]) -> list[Voice]:
    """Give the reviewers of files, those of the open review first."""
    read = [(path, read_ratings(path, typology())) for path in paths]
    return [voice for path, rated in ([own] if own else []) + read for voice in voices(path, rated)]


def compared(first: Voice, second: Voice) -> tuple[Pairing, Agreement]:
    """Pair two reviewers and say how far they agree."""
    pairing = paired(first, second)
    return pairing, agreement(pairing.shared, typology(), pairing.left_out)


def differences_table(model: DifferenceModel) -> QTableView:
    """Show where two reviewers differ, side by side."""
    table = QTableView()
    table.setHorizontalHeader(Header(table))
    table.setModel(model)
    table.setAccessibleName(_("Where they differ"))
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    header = table.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    header.setSectionResizeMode(TAKEN, QHeaderView.ResizeMode.ResizeToContents)
    return table
