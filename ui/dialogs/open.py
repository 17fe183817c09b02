"""Open a review, or the texts that make a new one, in one go: what was found of each is shown first."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.theme import GAP, WIDE_GAP, font, room
from ui.widgets.browse import choose_button
from ui.widgets.labels import hint, plain_label
from workbench.errors import WorkbenchError
from workbench.figures import language_name
from workbench.formats import FORMATS
from workbench.i18n import N_, _
from workbench.model.document import Role
from workbench.project.intake import Inputs, columns_in
from workbench.project.previewing import CHARSETS, LANGUAGES, Preview, preview, roles_of
from workbench.project.text_columns import text_columns

_LABELS: Mapping[Role, str] = {
    Role.TRANSLATION: N_("Translation or review"),
    Role.REFERENCE: N_("Reference"),
    Role.SOURCE: N_("Source"),
}
_HINTS: Mapping[Role, str] = {
    Role.TRANSLATION: N_("the text under review, or a .twb file; files can be dropped here"),
    Role.REFERENCE: N_("a human translation or a back-translation"),
    Role.SOURCE: N_("the text that was translated, if there is one"),
}
_SIZE = (760, 560)
_SETTLE = 250  # milliseconds without a key before the files are looked at
_RECENT = 8  # files offered again


class OpenDialog(QDialog):
    """A line for each text; only the first must be filled."""

    def __init__(self, recent: Sequence[Path] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Open"))
        self.resize(room(*_SIZE))
        self.setAcceptDrops(True)
        self.fields = {role: QLineEdit() for role in _LABELS}
        self.glossary = QLineEdit()
        hint(self.glossary, _("agreed names, as CSV or TBX"))
        self.columns = QLineEdit()
        hint(self.columns, _("of a table: translation=Target,source=Source,reference=Human"))
        self.languages = {role: guesses(LANGUAGES, _("language")) for role in _LABELS}
        self.charset = guesses(CHARSETS, _("charset"))
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE)
        self._settle.timeout.connect(self.look)
        self._place(recent)
        for box in (*self.languages.values(), self.charset):
            box.currentTextChanged.connect(lambda _text: self._settle.start())
        for field in (*self.fields.values(), self.columns):
            field.textChanged.connect(self._check)
        self._check()

    def paths(self) -> dict[Role, Path]:
        """Give the files that were named."""
        named = {role: field.text() for role, field in self.fields.items() if field.isEnabled()}
        return {role: path_of(text) for role, text in named.items() if text.strip()}

    def inputs(self) -> Inputs:
        """Give the files with what the user knows better than a guess."""
        languages = {role: text for role, box in self.languages.items() if (text := chosen(box))}
        glossary = self.glossary.text().strip()
        return Inputs(
            self.paths(),
            languages,
            chosen(self.charset),
            glossary=path_of(glossary) if glossary else None,
            columns=self.named_columns(),
        )

    def named_columns(self) -> dict[Role, str]:
        """Give the columns that were named; a WorkbenchError says what cannot be read."""
        written = self.columns.text().strip() if self.columns.isEnabled() else ""
        return text_columns([written] if written else [])

    def look(self) -> None:
        """Show the beginning of the files, and what was found of their charset and language."""
        lines: list[str] = []
        paths, columns = self.paths(), self._columns_said(lines)
        for role, path in paths.items():
            if path.suffix.lower() == ".twb":
                continue
            try:
                held = columns_in(role, paths, columns)
                found = preview(path, chosen(self.languages[role]), chosen(self.charset), held)
            except WorkbenchError as error:
                lines.append(f"{_(_LABELS[role])}: {error}")
                continue
            self._suggest(role, found)
            lines += [described(_(_LABELS[role]), found), *found.lines, ""]
        self.preview.setPlainText("\n".join(lines))

    def take(self, paths: Sequence[Path]) -> None:
        """Take files that were dropped or chosen together: their names say what they are."""
        for role, path in roles_of(paths).items():
            self.fields[role].setText(str(path))

    def _columns_said(self, lines: list[str]) -> dict[Role, str]:
        """Give the columns, or none and say why."""
        try:
            return self.named_columns()
        except WorkbenchError as error:
            field = _("Columns")
            lines.append(f"{field}: {error}")
            return {}

    def _suggest(self, role: Role, found: Preview) -> None:
        show_guess(self.languages[role], found.language)
        if role is Role.TRANSLATION:
            show_guess(self.charset, found.charset)

    def _place(self, recent: Sequence[Path]) -> None:
        grid = QGridLayout()
        grid.setSpacing(GAP)
        for row, (role, field) in enumerate(self.fields.items()):
            name = _(_LABELS[role])
            hint(field, _(_HINTS[role]))
            self.languages[role].setAccessibleName(_("Language: %(what)s") % {"what": name})
            line(grid, row, name, field, self._browse(name, field))
            grid.addWidget(self.languages[role], row, 3)
        line(grid, 3, _("Glossary"), self.glossary, self._browse(_("Glossary"), self.glossary))
        self.columns.setAccessibleName(_("Columns"))
        label = plain_label(_("Columns"))
        label.setBuddy(self.columns)
        grid.addWidget(label, 4, 0)
        grid.addWidget(self.columns, 4, 1, 1, 3)
        self.charset.setAccessibleName(_("Charset"))
        grid.addWidget(self.charset, 3, 3)
        self.preview = QPlainTextEdit()
        self.preview.setReadOnly(True)
        self.preview.setTabChangesFocus(True)
        self.preview.setAccessibleName(_("Preview"))
        self.preview.setPlaceholderText(
            _("Here the files’ beginnings are shown, with what was found of them.")
        )
        self.preview.setFont(font("en", scale=0.95))
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Open | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._open = buttons.button(QDialogButtonBox.StandardButton.Open)
        self._open.setProperty("primary", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE_GAP, WIDE_GAP, WIDE_GAP, WIDE_GAP)
        column.addLayout(grid)
        if recent:
            column.addLayout(self._recent(recent[:_RECENT]))
        column.addWidget(self.preview, 1)
        column.addWidget(buttons)

    def _recent(self, recent: Sequence[Path]) -> QHBoxLayout:
        box = QComboBox()
        box.setAccessibleName(_("Recent reviews"))
        box.addItem("")
        for path in recent:
            box.addItem(path.stem, str(path))
        box.activated.connect(lambda _index: self.fields[Role.TRANSLATION].setText(box.currentData() or ""))
        row = QHBoxLayout()
        row.addWidget(plain_label(_("Recent reviews")))
        row.addWidget(box, 1)
        return row

    def _check(self) -> None:
        text = self.fields[Role.TRANSLATION].text().strip()
        is_review = text.lower().endswith(".twb")  # a review has its texts already
        self._open.setEnabled(bool(text))
        for role in (Role.REFERENCE, Role.SOURCE):
            self.fields[role].setEnabled(not is_review)
        for widget in (*self.languages.values(), self.charset, self.glossary, self.columns):
            widget.setEnabled(not is_review)
        try:
            self.named_columns()
        except WorkbenchError:
            self._open.setEnabled(False)
        self._settle.start()

    def _browse(self, name: str, field: QLineEdit) -> QPushButton:
        return choose_button(name, lambda: self._choose(name, field))

    def _choose(self, title: str, field: QLineEdit) -> None:
        suffixes = [suffix for form in FORMATS.values() for suffix in form.suffixes]
        known = " ".join(f"*{suffix}" for suffix in [*suffixes, ".twb", ".csv", ".tbx"])
        texts = kinds((_("Texts"), known), (_("All files"), "*"))
        name, _chosen = QFileDialog.getOpenFileName(self, title, field.text(), texts)
        if name:
            field.setText(name)

    # Qt

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.take([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])


def line(grid: QGridLayout, row: int, name: str, field: QLineEdit, browse: QPushButton) -> None:
    """Add a field with its name and its button."""
    label = plain_label(name)
    label.setBuddy(field)
    field.setAccessibleName(name)
    for column, widget in enumerate((label, field, browse)):
        grid.addWidget(widget, row, column)


def guesses(offered: Sequence[str], hint: str) -> QComboBox:
    """Make a field whose guess, shown muted, stands unless another value is written or chosen."""
    box = QComboBox()
    box.setEditable(True)
    box.addItem("")
    box.addItems(list(offered))
    box.setMinimumContentsLength(11)
    show_guess(box, hint)
    return box


def show_guess(box: QComboBox, guess: str) -> None:
    """Show what stands unless the user knows better."""
    edit = box.lineEdit()
    if edit is not None:
        edit.setPlaceholderText(guess)


def chosen(box: QComboBox) -> str | None:
    """Give what was written or chosen; None for the guess."""
    return box.currentText().strip() or None


def described(name: str, found: Preview) -> str:
    """Say what was found of a file."""
    return f"— {name}: {found.format} · {found.charset} · {language_name(found.language)} —"


def path_of(text: str) -> Path:
    """Understand what people type or paste as a file: `~`, and the file:// of file managers, too."""
    text = text.strip()
    url = QUrl(text)
    return Path(url.toLocalFile() if url.isLocalFile() else text).expanduser()


def kinds(*named: tuple[str, str]) -> str:
    """Give a file dialog's choice of kinds of files, as Qt reads it: each a name and its patterns."""
    return ";;".join(f"{name} ({patterns})" for name, patterns in named)
