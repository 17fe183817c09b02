"""Where to, and as what, a review is exported."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QGridLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from ui.dialogs.open import path_of
from ui.theme import GAP, WIDE_GAP, room
from ui.widgets.browse import choose_button
from ui.widgets.labels import choice_box, plain_label
from workbench.i18n import N_, _
from workbench.project.exporting import Keep, Options, Snapshot, can_be_exact, can_be_recoded, excerpt

_NAMES = {
    ".po": N_("PO: one entry a pair, fuzzy until approved"),
    ".txt": N_("Text: the translation's own file, corrected"),
    ".tsv": N_("TSV: a table of all texts and scores"),
    ".csv": N_("CSV: the same for spreadsheets, no text can run as a formula"),
    ".xlf": N_("XLIFF 2.1: for translation tools, with the state of each pair"),
    ".tmx": N_("TMX: for translation memories"),
    ".html": N_("HTML: the texts side by side"),
    ".docx": N_("Word: the corrected translation"),
    ".md": N_("Markdown: the translation's own file, corrected"),
    ".srt": N_("Subtitles: the translation's own file, corrected"),
    ".vtt": N_("Subtitles: the translation's own file, corrected"),
}
_KEPT = {
    Keep.ALL: N_("Everything"),
    Keep.APPROVED: N_("Only what is approved"),
    Keep.MARKED: N_("Everything, the rest marked as not approved"),
}
_WIDTH, _PREVIEW = 720, 260  # pixels: room for a path, and for some lines


class ExportDialog(QDialog):
    """A format and a file; the suffix follows the format."""

    def __init__(
        self,
        suggested: Path,
        suffixes: Sequence[str],
        sample: Snapshot | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Export"))
        self.setMinimumWidth(room(_WIDTH, 0).width())
        self._sample = sample
        self.format = choice_box()
        for suffix in suffixes:
            self.format.addItem(_(_NAMES[suffix]) if suffix in _NAMES else suffix, suffix)
        self.utf_8 = QCheckBox(_("Turn the file into UTF-8, which has every character"))
        self.exact = QCheckBox(_("Keep texts that begin like a formula exactly as they are"))
        self.keep = choice_box()
        for keep, name in _KEPT.items():
            self.keep.addItem(_(name), keep.value)
        self.file = QLineEdit(str(suggested.with_suffix(suffixes[0])))
        self.format.currentIndexChanged.connect(self._follow)
        browse = choose_button(_("File"), self._choose)
        grid = QGridLayout()
        grid.setSpacing(GAP)
        fields = ((_("Format"), self.format), (_("File"), self.file), (_("What"), self.keep))
        for row, (name, field) in enumerate(fields):
            label = plain_label(name)
            label.setBuddy(field)
            field.setAccessibleName(name)
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
        grid.addWidget(browse, 1, 2)
        self.preview = QPlainTextEdit()
        self.preview.setReadOnly(True)
        self.preview.setTabChangesFocus(True)
        self.preview.setMinimumHeight(_PREVIEW)
        self.preview.setAccessibleName(_("Preview"))
        self.preview.setVisible(sample is not None)
        self.format.currentIndexChanged.connect(lambda _index: self._show_preview())
        self.keep.currentIndexChanged.connect(lambda _index: self._show_preview())
        self.exact.toggled.connect(lambda _on: self._show_preview())
        self.warning = plain_label("", wrap=True)
        self.warning.setProperty("tone", "bad")
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        self._save = buttons.button(QDialogButtonBox.StandardButton.Save)
        self._save.setProperty("primary", True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE_GAP, WIDE_GAP, WIDE_GAP, WIDE_GAP)
        column.addLayout(grid)
        column.addWidget(self.utf_8)
        column.addWidget(self.exact)
        column.addWidget(self.preview, 1)
        column.addWidget(self.warning)
        column.addWidget(buttons)
        self.file.textChanged.connect(self._check)
        self._check()
        self._show_preview()

    def path(self) -> Path:
        """Give the file to write."""
        return path_of(self.file.text())

    def options(self) -> Options:
        """Give what is asked; a file of that name was warned of, so that it may be replaced."""
        return Options(
            Keep(self.keep.currentData()),
            over_changed=self.warning.isVisibleTo(self),
            utf_8=self.utf_8.isVisibleTo(self) and self.utf_8.isChecked(),
            exact=self.exact.isVisibleTo(self) and self.exact.isChecked(),
        )

    def _check(self) -> None:
        named = bool(self.file.text().strip()) and bool(self.path().name)
        exists = named and self.path().exists()
        self._save.setEnabled(named)
        self._save.setText(_("Replace") if exists else _("Save"))
        self.warning.setText(_("There is a file of this name; it will be replaced.") if exists else "")
        self.warning.setVisible(exists)

    def _show_preview(self) -> None:
        """Show how the file will begin, by the review's first pairs, and what can be asked of its format."""
        suffix = self.format.currentData()
        self.exact.setVisible(can_be_exact(suffix))
        self.utf_8.setVisible(self._sample is not None and can_be_recoded(self._sample, suffix))
        if self._sample is not None:
            self.preview.setPlainText(excerpt(self._sample, suffix, self.options()))

    def _follow(self) -> None:
        path = self.path()
        if path.name:
            self.file.setText(str(path.with_suffix(self.format.currentData())))

    def _choose(self) -> None:
        # This dialog itself warns of a file that exists, and says Replace.
        option = QFileDialog.Option.DontConfirmOverwrite
        name, _chosen = QFileDialog.getSaveFileName(self, _("Export"), self.file.text(), options=option)
        if name:
            self.file.setText(name)
