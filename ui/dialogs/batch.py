"""Review a folder of articles: how far it is, what went wrong with which, and what came out."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QGridLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.dialogs.open import line, path_of
from ui.tasks import Jobs, Task
from ui.theme import GAP, WIDE_GAP, room
from ui.widgets.browse import choose_button
from ui.widgets.labels import hint, plain_label
from workbench.errors import WorkbenchError
from workbench.figures import count
from workbench.i18n import _, ngettext
from workbench.progress import Report
from workbench.project.articles import Article, articles_in
from workbench.project.intake import Inputs

_SIZE = (720, 480)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one article: its review, or what went wrong with it."""

    article: Article
    review: Path | None
    problem: str = ""


class BatchDialog(QDialog):
    """Folders in, results out; an article that fails stops none of the others."""

    _settled = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chosen: Path | None = None  # the review to open
        self._jobs = Jobs(self)
        self._task: Task | None = None
        self._failed = 0
        self.setWindowTitle(_("Review a folder"))
        self.resize(room(*_SIZE))
        self.folder, self.out = QLineEdit(), QLineEdit()
        hint(self.folder, _("with a.en-mt.txt, a.en-ref.txt, a.ko.txt and so on"))
        self.results = QListWidget()
        self.results.setAccessibleName(_("Results"))
        self.results.itemActivated.connect(self._open)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(_("Progress"))
        self.said = plain_label("", muted=True, wrap=True)
        self._settled.connect(self._show, Qt.ConnectionType.QueuedConnection)
        self._place()
        self.folder.textChanged.connect(self._check)
        self.out.textChanged.connect(self._check)
        self._check()

    def begin(self) -> None:
        """Review every article of the folder."""
        folder, out = path_of(self.folder.text()), path_of(self.out.text())
        self.results.clear()
        self._failed = 0
        try:
            found = articles_in(folder, out)
        except (WorkbenchError, OSError) as error:
            self.said.setText(str(error))
            return
        articles = list(found.articles)
        self.progress.setRange(0, len(articles))
        self.progress.setValue(0)
        self._task = self._jobs.start(lambda report: self._work(articles, out, report))
        self._task.finished.connect(self._finished)
        self._check()

    def done(self, result: int) -> None:
        """Close the dialog; what is being worked on stops."""
        self._jobs.close()
        super().done(result)

    def _work(self, articles: list[Article], out: Path, report: Report) -> None:
        for article in articles:
            report(0, 0)
            self._settled.emit(outcome_of(article, out, report))

    def _show(self, outcome: Outcome) -> None:
        name = next(iter(outcome.article.paths.values())).stem
        sign = "✗" if outcome.problem else "✓"
        item = QListWidgetItem(f"{sign}  {name}" + (f": {outcome.problem}" if outcome.problem else ""))
        item.setData(Qt.ItemDataRole.UserRole, str(outcome.review) if outcome.review else "")
        self.results.addItem(item)
        self._failed += bool(outcome.problem)
        self.progress.setValue(self.results.count())

    def _finished(self) -> None:
        self._task = None
        self.said.setText(came_of(self.results.count(), self._failed))
        self._check()

    def _open(self, item: QListWidgetItem) -> None:
        if path := item.data(Qt.ItemDataRole.UserRole):
            self.chosen = Path(path)
            self.accept()

    def _check(self) -> None:
        named = bool(self.folder.text().strip() and self.out.text().strip())
        self.start.setEnabled(named and self._task is None)
        self.cancel.setEnabled(self._task is not None)

    def _place(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(GAP)
        for row, (name, field) in enumerate(
            ((_("Folder of articles"), self.folder), (_("Folder for results"), self.out))
        ):
            line(grid, row, name, field, self._browse(name, field))
        self.start, self.cancel = QPushButton(_("Review all")), QPushButton(_("Stop"))
        self.start.setProperty("primary", True)
        self.start.clicked.connect(self.begin)
        self.cancel.clicked.connect(lambda: self._task.cancel() if self._task else None)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self.start, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self.cancel, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE_GAP, WIDE_GAP, WIDE_GAP, WIDE_GAP)
        column.setSpacing(GAP)
        column.addLayout(grid)
        column.addWidget(self.progress)
        column.addWidget(self.results, 1)
        column.addWidget(self.said)
        column.addWidget(buttons)

    def _browse(self, name: str, field: QLineEdit) -> QPushButton:
        return choose_button(name, lambda: self._choose(name, field))

    def _choose(self, name: str, field: QLineEdit) -> None:
        chosen = QFileDialog.getExistingDirectory(self, name, field.text())
        if chosen:
            field.setText(chosen)
            if field is self.folder and not self.out.text().strip():
                self.out.setText(str(Path(chosen).with_name(f"{Path(chosen).name}-reviews")))


def came_of(articles: int, failed: int) -> str:
    """Say what came of a folder, each fact a sentence."""
    done = articles - failed
    sentences = [
        ngettext("%(n)s article is reviewed.", "%(n)s articles are reviewed.", done) % {"n": count(done)}
    ]
    if failed:
        said = ngettext("%(n)s article failed.", "%(n)s articles failed.", failed)
        sentences.append(said % {"n": count(failed)})
    if done:
        sentences.append(_("Enter or a double click opens a review."))
    return " ".join(sentences)


def outcome_of(article: Article, out: Path, report: Report) -> Outcome:
    """Review one article; what is the user's to mend is said beside it."""
    from workbench.project.review import review  # noqa: PLC0415 -- numba: 74 MB, a third of a second

    try:
        result = review(Inputs(article.paths, {}), out / article.folder, report)
    except WorkbenchError as error:
        return Outcome(article, None, str(error))
    return Outcome(article, result.files["review"])
