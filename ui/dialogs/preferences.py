"""What the user likes otherwise: look, checks, scores, files. A change shows at once and is kept on OK."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFontComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from ui import settings as kept
from ui.severities import severity_name
from ui.theme import GAP, WIDE_GAP, families, room
from ui.widgets.labels import choice_box, hint, plain_label
from workbench import figures
from workbench.checks import CHECKS
from workbench.i18n import N_, _, languages
from workbench.model.finding import Severity
from workbench.project.places import reviews_folder
from workbench.project.scoring import DEFAULT_METRICS, HEADLINE, label_of
from workbench.score import METRICS

_SIZE = (640, 520)
_THEMES: Mapping[str, str] = {
    "system": N_("Follow the system"),
    "light": N_("Light"),
    "dark": N_("Dark"),
    "contrast": N_("High contrast"),
}
# Whose letters ask for a font of their own; all others take the first of these.
_SCRIPTS: Mapping[str, str] = {
    "en": N_("Latin, Cyrillic, Greek"),
    "ko": N_("Korean"),
    "ja": N_("Japanese"),
    "zh": N_("Chinese"),
    "ar": N_("Arabic"),
    "he": N_("Hebrew"),
}


class PreferencesDialog(QDialog):
    """A page for each matter."""

    def __init__(self, settings: QSettings, dress: Callable[[], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings, self._dress = settings, dress
        self._before = {key: settings.value(key) for key in ("theme", "scale", "families")}
        self.setWindowTitle(_("Preferences"))
        self.resize(room(*_SIZE))
        self.pages = QTabWidget()
        self.pages.setAccessibleName(_("Preferences"))
        self.pages.setDocumentMode(True)
        for title, page in (
            (_("Appearance"), self._look()),
            (_("Checks"), self._checks()),
            (_("Scores and files"), self._others()),
        ):
            self.pages.addTab(page, title)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.button(QDialogButtonBox.StandardButton.Ok).setProperty("primary", True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE_GAP, WIDE_GAP, WIDE_GAP, WIDE_GAP)
        column.setSpacing(WIDE_GAP)
        column.addWidget(self.pages, 1)
        column.addWidget(buttons)

    def accept(self) -> None:
        """Keep everything."""
        self._keep_look()
        off = [name for name, (box, _severity) in self.checks.items() if not box.isChecked()]
        weights = {
            name: str(chosen)
            for name, (_box, choice) in self.checks.items()
            if (chosen := choice.currentData())
        }
        metrics = [name for name, box in self.metrics.items() if box.isChecked()]
        kept.keep(self._settings, "checks_off", off)
        kept.keep(self._settings, "severities", weights)
        kept.keep(self._settings, "metrics", metrics)
        self._settings.setValue("language", self.language.currentData())
        self._settings.setValue("reviews", self.folder.text().strip())
        super().accept()

    def reject(self) -> None:
        """Put the look back."""
        for key, value in self._before.items():
            if value is None:
                self._settings.remove(key)
            else:
                self._settings.setValue(key, value)
        self._dress()
        super().reject()

    def _look(self) -> QWidget:
        self.theme, self.percent, self.language = choice_box(), choice_box(), choice_box()
        for name, title in _THEMES.items():
            self.theme.addItem(_(title), name)
        self.theme.setCurrentIndex(self.theme.findData(kept.theme(self._settings)))
        for percent in kept.SCALES:
            self.percent.addItem(figures.percent(percent / 100), percent)
        nearest = min(kept.SCALES, key=lambda percent: abs(percent - kept.scale(self._settings)))
        self.percent.setCurrentIndex(self.percent.findData(nearest))
        self.language.addItem(_("Follow the system"), "")
        for tag, name in languages().items():
            self.language.addItem(name, tag)
        self.language.setCurrentIndex(max(self.language.findData(kept.text(self._settings, "language")), 0))
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setSpacing(GAP)
        labelled(form, _("Colours"), self.theme)
        labelled(form, _("Size of texts"), self.percent)
        labelled(form, _("Language"), self.language)
        self.fonts = {tag: self._font(tag) for tag in _SCRIPTS}
        for tag, choice in self.fonts.items():
            labelled(form, _("Font: %(script)s") % {"script": _(_SCRIPTS[tag])}, choice)
        for box in (self.theme, self.percent):
            box.currentIndexChanged.connect(lambda _index: self._try_look())
        for choice in self.fonts.values():
            choice.currentFontChanged.connect(lambda _font: self._try_look())
        return page(form)

    def _font(self, tag: str) -> QFontComboBox:
        choice = QFontComboBox()
        choice.setCurrentFont(kept.table(self._settings, "families").get(tag) or families(tag)[0])
        return choice

    def _try_look(self) -> None:
        self._keep_look()
        self._dress()

    def _keep_look(self) -> None:
        self._settings.setValue("theme", self.theme.currentData())
        self._settings.setValue("scale", self.percent.currentData())
        before = kept.table(self._settings, "families")
        chosen = {
            tag: choice.currentFont().family()
            for tag, choice in self.fonts.items()
            if tag in before or choice.currentFont().family() != families(tag)[0]
        }
        kept.keep(self._settings, "families", chosen)

    def _checks(self) -> QWidget:
        off, weights = kept.names(self._settings, "checks_off"), kept.table(self._settings, "severities")
        self.checks: dict[str, tuple[QCheckBox, QComboBox]] = {}
        column = QVBoxLayout()
        column.setSpacing(GAP)
        for check in CHECKS:
            box, severity = QCheckBox(_(check.title)), choice_box()
            box.setChecked(check.name not in off)
            severity.addItem(_("as the check says"), "")
            for each in reversed(Severity):
                severity.addItem(severity_name(each), each.value)
            severity.setCurrentIndex(max(severity.findData(weights.get(check.name, "")), 0))
            severity.setAccessibleName(_("Severity: %(check)s") % {"check": _(check.title)})
            head = QHBoxLayout()
            head.addWidget(box, 1)
            head.addWidget(severity)
            column.addLayout(head)
            column.addWidget(plain_label(_(check.about), muted=True, wrap=True))
            self.checks[check.name] = (box, severity)
        column.addStretch(1)
        return page(column)

    def _others(self) -> QWidget:
        wanted = kept.names(self._settings, "metrics", DEFAULT_METRICS)
        self.metrics: dict[str, QCheckBox] = {}
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setSpacing(GAP)
        for number, name in enumerate(METRICS):
            box = QCheckBox(label_of(name))
            box.setChecked(name in wanted or name == HEADLINE)
            box.setEnabled(name != HEADLINE)  # the score beside each pair
            self.metrics[name] = box
            form.addRow(_("Scores") if number == 0 else "", box)
        self.folder = QLineEdit(kept.text(self._settings, "reviews"))
        hint(self.folder, str(reviews_folder()))
        browse = QPushButton(_("Choose…"))
        browse.setAccessibleName(_("Choose: %(what)s") % {"what": _("Folder for new reviews")})
        browse.clicked.connect(self._browse)
        line = QHBoxLayout()
        line.addWidget(self.folder, 1)
        line.addWidget(browse)
        self.folder.setAccessibleName(_("Folder for new reviews"))
        form.addRow(_("Folder for new reviews"), line)
        return page(form)

    def _browse(self) -> None:
        name = QFileDialog.getExistingDirectory(self, _("Folder for new reviews"), str(reviews_folder()))
        if name:
            self.folder.setText(name)


def labelled(form: QFormLayout, title: str, field: QWidget) -> None:
    """Add a field with its name, for eyes and for readers."""
    field.setAccessibleName(title)
    form.addRow(title, field)


def page(layout: QFormLayout | QVBoxLayout) -> QScrollArea:
    """Put a layout into a page that scrolls."""
    layout.setContentsMargins(WIDE_GAP, WIDE_GAP, WIDE_GAP, WIDE_GAP)
    inner = QWidget()
    inner.setLayout(layout)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setWidget(inner)
    return area
