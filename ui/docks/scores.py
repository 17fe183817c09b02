"""The inspector's scores: the document's numbers with their recipes, how the pairs lie, and the worst ten."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ui.session import Session
from ui.theme import GAP, WIDE_GAP, level, tokens
from ui.widgets.histogram import BINS, Histogram
from ui.widgets.labels import plain_label
from workbench.figures import count, number
from workbench.i18n import _
from workbench.model.document import Role
from workbench.project.analysis import Analysis
from workbench.project.scoring import HEADLINE, label_of

_WORST = 10
_EXCERPT = 42  # characters


class ScoresPanel(QFrame):
    """Numbers to quote, and where to look first."""

    asked = Signal(str)  # a filter for the rows
    chosen = Signal(int)  # a pair to go to

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setObjectName("panel")
        self.setAccessibleName(_("Scores"))
        self.histogram = Histogram()
        self.histogram.chosen.connect(self._ask)
        self._body = QWidget()
        self._body.setObjectName("cards")
        self._column = QVBoxLayout(self._body)
        self._column.setContentsMargins(WIDE_GAP, WIDE_GAP, WIDE_GAP, GAP)
        self._column.setSpacing(GAP)
        self._numbers, self._worst = QVBoxLayout(), QVBoxLayout()
        self._column.addLayout(self._numbers)
        self._column.addWidget(
            plain_label(_("Pairs by %(metric)s") % {"metric": label_of(HEADLINE)}, bold=True)
        )
        self._column.addWidget(self.histogram)
        self._column.addWidget(plain_label(_("Worst pairs"), bold=True))
        self._column.addLayout(self._worst)
        self._column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self._body)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)
        session.analysed.connect(self.show_analysis)

    def show_analysis(self, analysis: Analysis) -> None:
        """Show what was computed last."""
        for layout in (self._numbers, self._worst):
            empty(layout)
        self._show_numbers(analysis)
        scores = {id_: row[HEADLINE] for id_, row in analysis.by_pair.items() if HEADLINE in row}
        colours = [level(10 * tenth + 5, tokens())[2] for tenth in range(BINS)]
        self.histogram.show_scores(list(scores.values()), colours)
        project = self._session.project
        worst = sorted(scores, key=lambda id_: scores[id_])[:_WORST]
        texts = {pair.id: pair.text(Role.TRANSLATION) for pair in project.pairs(worst)} if project else {}
        for id_ in worst:
            self._worst.addWidget(self._pair(id_, texts.get(id_, ""), scores[id_]))

    def _show_numbers(self, analysis: Analysis) -> None:
        if analysis.scores is None:
            self._numbers.addWidget(plain_label(_("Scores need a reference."), muted=True, wrap=True))
            return
        for name, value in analysis.scores.corpus.items():
            self._numbers.addWidget(plain_label(f"{label_of(name)}  {number(value)}", bold=True))
            self._numbers.addWidget(recipe(analysis.scores.signatures[name]))

    def _pair(self, id_: int, text: str, score: float) -> QPushButton:
        short = text if len(text) <= _EXCERPT else f"{text[:_EXCERPT].rstrip()}…"
        button = QPushButton(f"{count(score)}   {short}".replace("&", "&&"))
        button.setProperty("listed", True)
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        button.setAccessibleName(_("Go to: %(text)s") % {"text": short})
        button.clicked.connect(lambda: self.chosen.emit(id_))
        return button

    def _ask(self, tenth: int) -> None:
        low, high = tenth * BINS, (tenth + 1) * BINS
        above = f"score>={low} " if low else ""
        below = f"score<{high}" if tenth < BINS - 1 else ""
        self.asked.emit((above + below).strip())


def recipe(signature: str) -> QLabel:
    """Show a signature so that it can be copied."""
    label = plain_label(signature, muted=True, wrap=True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def empty(layout: QVBoxLayout) -> None:
    """Take every widget out of a layout."""
    while (item := layout.takeAt(0)) is not None:
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()
