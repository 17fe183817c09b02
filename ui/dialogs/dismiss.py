"""Why findings are no errors, and how far that reaches."""

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from ui.theme import WIDE_GAP, room
from ui.widgets.labels import choice_box, hint, plain_label
from workbench import figures
from workbench.i18n import _, ngettext
from workbench.model.dismissal import Scope

_WIDTH = 460  # pixels


class DismissDialog(QDialog):
    """A reach and a reason; the reason may be left out."""

    def __init__(self, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Dismiss findings"))
        self.setMinimumWidth(room(_WIDTH, 0).width())
        self._reach = choice_box()
        self._reach.addItem(_("Not an error here"), Scope.HERE.value)
        self._reach.addItem(_("Not an error anywhere in this review"), Scope.ANYWHERE.value)
        self._reason = QLineEdit()
        hint(self._reason, _("for whoever reads the review after you"))
        form = QFormLayout()
        for name, field in ((_("Applies to"), self._reach), (_("Reason"), self._reason)):
            field.setAccessibleName(name)
            form.addRow(name, field)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        accept = buttons.addButton(_("Dismiss"), QDialogButtonBox.ButtonRole.AcceptRole)
        accept.setProperty("primary", True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE_GAP, WIDE_GAP, WIDE_GAP, WIDE_GAP)
        said = ngettext("%(n)s finding will be dismissed.", "%(n)s findings will be dismissed.", count)
        column.addWidget(plain_label(said % {"n": figures.count(count)}))
        column.addLayout(form)
        column.addWidget(buttons)
        self._reason.setFocus()

    def scope(self) -> Scope:
        """Give how far it reaches."""
        return Scope(self._reach.currentData())

    def reason(self) -> str:
        """Give the reason."""
        return self._reason.text().strip()
