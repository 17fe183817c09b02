"""Put a name right where it is ticked: every mention with its neighbourhood, one step for all."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.dialogs.replace import hits_table
from ui.models.hits import HitModel
from ui.theme import WIDE_GAP, room
from ui.widgets.labels import plain_label
from workbench.i18n import _
from workbench.model.document import Role
from workbench.model.name import Name
from workbench.project.replacing import Hit

Places = Mapping[int, Sequence[tuple[int, int]]]
_SIZE = (820, 420)


class MentionsDialog(QDialog):
    """Gives the places that were ticked, and whether the name is to be remembered."""

    def __init__(
        self, name: Name, places: Places, texts: Mapping[int, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"{name.form} → {name.proposal}")
        self.resize(room(*_SIZE))
        self.model = HitModel(self)
        hits = [
            Hit(pair, Role.TRANSLATION, span, texts[pair][slice(*span)], name.proposal or "")
            for pair, spans in places.items()
            for span in spans
        ]
        self.model.show_hits(hits, [texts[hit.pair] for hit in hits])
        self.remember = QCheckBox(_("Remember in my glossary"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.button = QPushButton(_("Apply"))
        self.button.setProperty("primary", True)
        buttons.addButton(self.button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.model.dataChanged.connect(lambda: self.button.setEnabled(bool(self.model.ticked())))
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE_GAP, WIDE_GAP, WIDE_GAP, WIDE_GAP)
        column.addWidget(plain_label(name.why, muted=True, wrap=True))
        column.addWidget(hits_table(self.model), 1)
        column.addWidget(self.remember)
        column.addWidget(buttons)

    def places(self) -> dict[int, list[tuple[int, int]]]:
        """Give the spans that are ticked, by the pair's id."""
        found: dict[int, list[tuple[int, int]]] = {}
        for hit in self.model.ticked():
            found.setdefault(hit.pair, []).append(hit.span)
        return found
