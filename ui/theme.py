"""Colours, spacing and fonts as tokens; nothing is styled anywhere else.

Two sets of colours, light and dark, chosen by the system or the user. Every text colour keeps a contrast
of 4.5:1 on the grounds it is used on (WCAG 2.2, 1.4.3); a test measures it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from PySide6.QtCore import QLocale, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette, QTextOption
from PySide6.QtWidgets import QApplication

from workbench.i18n import spoken_language


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one theme, as #rrggbb; `…_bg` are the grounds of the colour before."""

    window: str
    panel: str
    border: str
    text: str
    muted: str
    accent: str
    on_accent: str
    current: str
    good: str
    good_bg: str
    fair: str
    fair_bg: str
    bad: str
    bad_bg: str
    name: str
    added_bg: str
    heat_good: str
    heat_fair: str
    heat_bad: str
    heat_none: str


LIGHT = Tokens(
    window="#ffffff", panel="#f6f6f4", border="#dcdcd8", text="#1f2328", muted="#62676f",
    accent="#2357c9", on_accent="#ffffff", current="#e6eefc",
    good="#17693f", good_bg="#e2f2e9", fair="#835500", fair_bg="#fdf0d5", bad="#a8221b", bad_bg="#fbe3e1",
    name="#7c3aad", added_bg="#ddf1e5",
    heat_good="#97c9b1", heat_fair="#cfa86b", heat_bad="#cb5a52", heat_none="#c9c9c4",
)  # fmt: skip
DARK = Tokens(
    window="#1e1f22", panel="#18191b", border="#3a3b40", text="#e5e5e8", muted="#a1a5ad",
    accent="#8ab0ff", on_accent="#10131a", current="#212f4f",
    good="#7bd8a8", good_bg="#173524", fair="#e6b65a", fair_bg="#3b2c10", bad="#ff9a91", bad_bg="#4a1d1b",
    name="#cfa4f0", added_bg="#16402a",
    heat_good="#3f7459", heat_fair="#97763f", heat_bad="#d0736c", heat_none="#4a4b50",
)  # fmt: skip

CONTRAST = Tokens(
    window="#000000", panel="#000000", border="#ffffff", text="#ffffff", muted="#e6e6e6",
    accent="#ffd800", on_accent="#000000", current="#00205c",
    good="#8affc1", good_bg="#00331a", fair="#ffd27a", fair_bg="#3d2a00", bad="#ffb3ad", bad_bg="#5a0500",
    name="#e3c4ff", added_bg="#00401f",
    heat_good="#00a862", heat_fair="#d99a2b", heat_bad="#ff6257", heat_none="#6e6e6e",
)  # fmt: skip
THEMES: Mapping[str, Tokens] = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}

GAP, WIDE_GAP, RADIUS = 8, 12, 5  # pixels: between neighbours, around groups, of corners
ROW_PADDING = 10  # pixels around a cell's text

# Bands of fidelity for the colours alone; they guide the eye and are no verdict.
GOOD, FAIR = 80.0, 65.0
# Families by language, best first; Han letters differ in shape between Korean, Japanese and Chinese.
_FAMILIES = {
    "ko": ("Noto Sans KR", "Noto Sans CJK KR", "Malgun Gothic", "Apple SD Gothic Neo", "NanumGothic"),
    "ja": ("Noto Sans JP", "Noto Sans CJK JP", "Yu Gothic", "Hiragino Sans", "Meiryo"),
    "zh": ("Noto Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC"),
    "zh-Hant": ("Noto Sans TC", "Noto Sans CJK TC", "Microsoft JhengHei", "PingFang TC"),
    "ar": ("Noto Sans Arabic", "Noto Naskh Arabic", "Segoe UI", "Geeza Pro"),
    "he": ("Noto Sans Hebrew", "Segoe UI", "Arial Hebrew"),
}
_THEME, _FAMILIES_CHOSEN, _TYPE = "theme", "families", "type"  # properties of the application
_MIDDLE = 128  # of Qt's lightness, 0 to 255
_LATIN = ("Inter", "Noto Sans", "Segoe UI", "SF Pro Text", "Cantarell", "DejaVu Sans")


def is_dark() -> bool:
    """Tell whether the dark theme is on, by the palette that `dress` put there."""
    return QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < _MIDDLE


def tokens() -> Tokens:
    """Give the colours of the theme that is on, by the name that `put_on` left at the application."""
    app = QGuiApplication.instance()
    return THEMES.get(str(app.property(_THEME)) if app else "") or (DARK if is_dark() else LIGHT)


def put_on(name: str, scale: int = 100, chosen: Mapping[str, str] | None = None) -> None:
    """Dress the application: colours by the name of a theme, texts in percent, families by language."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        return
    colours = THEMES[name]
    app.setProperty(_THEME, name)
    app.setProperty(_FAMILIES_CHOSEN, dict(chosen or {}))
    for effect in (  # nothing moves by itself: who is made ill by motion need not ask
        Qt.UIEffect.UI_AnimateMenu, Qt.UIEffect.UI_AnimateCombo,
        Qt.UIEffect.UI_AnimateTooltip, Qt.UIEffect.UI_FadeMenu, Qt.UIEffect.UI_FadeTooltip,
    ):  # fmt: skip
        app.setEffectEnabled(effect, False)
    usual = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    # Latin as ever, then what the program's own words ask for: Han letters have the shapes of one language.
    usual.setFamilies(list(dict.fromkeys([families("en")[0], *families(spoken_language())])))
    usual.setPointSizeF(usual.pointSizeF() * scale / 100)
    app.setProperty(_TYPE, f"{usual.key()} {chosen}")
    app.setFont(usual)
    app.setPalette(palette(colours))
    app.setStyleSheet(style_sheet(colours))


def room(width: int, height: int) -> QSize:
    """Give the room, in pixels, for what takes so much at the usual size of texts; the screen limits it."""
    usual = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    grown = max(QGuiApplication.font().pointSizeF() / usual.pointSizeF(), 1.0)
    return (QSize(width, height) * grown).boundedTo(QGuiApplication.primaryScreen().availableSize())


def level(
    score: float | None, colours: Tokens, good: float = GOOD, fair: float = FAIR
) -> tuple[str, str, str]:
    """Give the (text, ground, heat) colours of a score."""
    if score is None:
        return colours.muted, colours.panel, colours.heat_none
    if score >= good:
        return colours.good, colours.good_bg, colours.heat_good
    if score >= fair:
        return colours.fair, colours.fair_bg, colours.heat_fair
    return colours.bad, colours.bad_bg, colours.heat_bad


@cache
def installed() -> frozenset[str]:
    """Name the font families of this system; asking Qt takes as long as painting a row."""
    return frozenset(QFontDatabase.families())


def families(language: str) -> list[str]:
    """Name the font families of this system for a text in a language."""
    tag = language.replace("_", "-")
    app = QGuiApplication.instance()
    chosen = (app.property(_FAMILIES_CHOSEN) if app else None) or {}
    own = chosen.get(tag) or chosen.get(tag.split("-", maxsplit=1)[0])
    wanted = [
        *([own] if own else []),
        *_FAMILIES.get(tag, _FAMILIES.get(tag.split("-", maxsplit=1)[0], ())),
        *_LATIN,
    ]
    return [family for family in wanted if family in installed()] or [QGuiApplication.font().family()]


def font(language: str, *, scale: float = 1.0, bold: bool = False) -> QFont:
    """Give the font for a text in a language."""
    app = QGuiApplication.instance()
    return QFont(font_like(str(app.property(_TYPE)) if app else "", language, scale, bold))


@lru_cache(maxsize=64)
def font_like(_type: str, language: str, scale: float, bold: bool) -> QFont:
    """Make a font once for each that `put_on` gave the application: a row's painting asks a dozen times."""
    made = QFont(QGuiApplication.font())
    made.setFamilies(families(language))
    made.setPointSizeF(made.pointSizeF() * scale)
    made.setBold(bold)
    return made


@cache
def direction(language: str) -> Qt.LayoutDirection:
    """Give a language's base direction; the first letter of a text has no say in it."""
    return QLocale(language).textDirection()


@cache
def text_option(language: str) -> QTextOption:
    """Give how lines of a language run: its direction, begun at its own side, broken where they must."""
    option = QTextOption()
    option.setTextDirection(direction(language))
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    right = direction(language) == Qt.LayoutDirection.RightToLeft
    option.setAlignment(Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft)
    return option


def palette(colours: Tokens) -> QPalette:
    """Give Qt's palette in a theme's colours."""
    made = QPalette()
    role = QPalette.ColorRole
    for which, colour in {
        role.Window: colours.window,
        role.Base: colours.window,
        role.AlternateBase: colours.panel,
        role.Button: colours.window,
        role.ToolTipBase: colours.panel,
        role.WindowText: colours.text,
        role.Text: colours.text,
        role.ButtonText: colours.text,
        role.ToolTipText: colours.text,
        role.PlaceholderText: colours.muted,
        role.Highlight: colours.accent,
        role.HighlightedText: colours.on_accent,
        role.Link: colours.accent,
        role.Mid: colours.border,
    }.items():
        made.setColor(which, QColor(colour))
    made.setColor(QPalette.ColorGroup.Disabled, role.ButtonText, QColor(colours.muted))
    made.setColor(QPalette.ColorGroup.Disabled, role.Text, QColor(colours.muted))
    return made


def boxes(c: Tokens) -> str:
    """Give boxes and lists that can be seen on black: Fusion draws theirs darker than the ground."""
    indicator = "QCheckBox::indicator{0}, QTableView::indicator{0}, QListView::indicator{0}"
    return f"""
    {indicator.format("")} {{ width: 12px; height: 12px; border: 2px solid {c.border};
        background: {c.window}; }}
    {indicator.format(":checked")} {{ background: {c.accent}; }}
    QCheckBox:focus {{ border: 1px solid {c.accent}; }}
    QComboBox {{ border: 1px solid {c.border}; border-radius: {RADIUS}px; background: {c.window};
        padding: 4px 6px; }}
    QComboBox:focus {{ border: 2px solid {c.accent}; padding: 3px 5px; }}
    QComboBox::drop-down {{ border: none; width: 20px; }}
    QComboBox::down-arrow {{ width: 0; height: 0; border-left: 5px solid {c.window};
        border-right: 5px solid {c.window}; border-top: 6px solid {c.text}; }}
    QComboBox QAbstractItemView {{ border: 1px solid {c.border}; }}
    """


def style_sheet(c: Tokens) -> str:
    """Give the style sheet of the whole window in a theme's colours."""
    return f"""
    QWidget {{ color: {c.text}; }}
    QMainWindow, QDialog, #bar {{ background: {c.window}; }}
    #bar {{ border-bottom: 1px solid {c.border}; }}
    #guide {{ background: {c.current}; border-bottom: 1px solid {c.border}; }}
    #find {{ background: {c.panel}; border-bottom: 1px solid {c.border}; }}
    #panel, #panel QScrollArea, #cards {{ background: {c.panel}; }}
    #panel {{ border-left: 1px solid {c.border}; }}
    #aligned {{ background: {c.window}; border: none; gridline-color: {c.border}; }}
    QHeaderView {{ background: {c.panel}; border: none; }}
    QHeaderView::section {{ background: {c.panel}; color: {c.muted}; border: none;
        border-bottom: 1px solid {c.border}; padding: 6px {ROW_PADDING}px; }}
    QPushButton {{ background: {c.window}; border: 1px solid {c.border}; border-radius: {RADIUS}px;
        padding: 5px 10px; }}
    QPushButton:hover {{ background: {c.panel}; }}
    QPushButton:focus {{ border: 2px solid {c.accent}; padding: 4px 9px; }}
    QPushButton:disabled {{ color: {c.muted}; background: {c.panel}; }}
    QToolButton {{ background: {c.window}; border: 1px solid {c.border}; border-radius: {RADIUS}px;
        padding: 4px 22px 4px 10px; }}
    QToolButton:hover {{ background: {c.panel}; }}
    QToolButton:focus {{ border: 2px solid {c.accent}; padding: 3px 21px 3px 9px; }}
    QToolButton::menu-button {{ border: none; width: 18px; }}
    QToolButton[primary="true"] {{ background: {c.accent}; color: {c.on_accent}; border-color: {c.accent}; }}
    QToolButton[primary="true"]:focus {{ border: 2px solid {c.text}; }}
    QToolButton[primary="true"]:disabled {{ background: {c.panel}; color: {c.muted};
        border-color: {c.border}; }}
    QPushButton[primary="true"] {{ background: {c.accent}; color: {c.on_accent}; border-color: {c.accent}; }}
    QPushButton[primary="true"]:focus {{ border: 2px solid {c.text}; }}
    QPushButton[primary="true"]:disabled {{ background: {c.panel}; color: {c.muted};
        border-color: {c.border}; }}
    QPushButton[listed="true"] {{ border-color: transparent; background: transparent; text-align: left;
        padding: 4px 2px; }}
    QPushButton[listed="true"]:hover {{ background: {c.window}; }}
    #tabs {{ background: {c.panel}; }}
    #tabs::tab {{ background: transparent; color: {c.muted}; border: none; padding: 6px 10px;
        border-bottom: 2px solid transparent; }}
    #tabs::tab:selected {{ color: {c.text}; border-bottom-color: {c.accent}; }}
    #tabs::tab:focus {{ color: {c.accent}; }}
    #history, #listed {{ background: {c.panel}; border: none; padding: 0; }}
    QLabel[muted="true"] {{ color: {c.muted}; }}
    QFrame[chip="true"] {{ background: {c.panel}; border: 1px solid {c.border}; border-radius: 13px; }}
    QLabel[key="true"] {{ background: {c.panel}; border: 1px solid {c.border}; border-radius: 3px;
        padding: 0 4px; color: {c.muted}; }}
    QFrame[card="true"] {{ background: {c.window}; border: 1px solid {c.border}; border-radius: {RADIUS}px; }}
    #strip {{ background: transparent; }}
    #strip QPushButton {{ padding: 2px 8px; }}
    #strip QPushButton:focus {{ padding: 1px 7px; }}
    #strip QToolButton {{ padding: 1px 20px 1px 8px; }}
    #strip QToolButton:focus {{ padding: 0 19px 0 7px; }}
    #message {{ background: {c.bad_bg}; border-bottom: 1px solid {c.border}; }}
    #message QLabel[kind="failed"] {{ color: {c.bad}; }}
    #message[kind="asked"] {{ background: {c.current}; }}
    #message[kind="done"] {{ background: {c.good_bg}; }}
    #message QLabel[kind="done"] {{ color: {c.good}; }}
    QLineEdit, QListWidget, QListView, QPlainTextEdit {{ background: {c.window};
        border: 1px solid {c.border}; border-radius: {RADIUS}px; padding: 4px 6px;
        placeholder-text-color: {c.muted};
        selection-background-color: {c.accent}; selection-color: {c.on_accent}; }}
    #editor {{ background: {c.window}; border: 1px solid {c.accent}; padding: {ROW_PADDING - 5}px; }}
    #reading {{ background: transparent; border: 1px solid transparent; padding: {ROW_PADDING - 5}px;
        border-radius: 0; }}
    #reading[muted="true"] {{ color: {c.muted}; }}
    QTableView {{ background: {c.window}; border: 1px solid {c.border}; }}
    QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
    QLabel[tone="bad"] {{ background: {c.bad_bg}; color: {c.text}; }}
    QLabel[tone="good"] {{ color: {c.good}; }}
    QLineEdit:focus, QListWidget:focus, QListView:focus {{ border-color: {c.accent}; }}
    QStatusBar {{ background: {c.window}; border-top: 1px solid {c.border}; color: {c.muted}; }}
    QStatusBar::item {{ border: none; }}
    QStatusBar QLabel {{ color: {c.muted}; padding: 2px 6px; }}
    QStatusBar QLabel[key="true"] {{ padding: 0 4px; }}
    QStatusBar QPushButton {{ padding: 1px 8px; }}
    QMenu {{ background: {c.window}; border: 1px solid {c.border}; }}
    QMenu::item:selected {{ background: {c.accent}; color: {c.on_accent}; }}
    QProgressBar {{ border: 1px solid {c.border}; border-radius: 3px; max-height: 6px;
        background: {c.panel}; }}
    QProgressBar::chunk {{ background: {c.accent}; }}
    QScrollBar {{ background: transparent; border: none; width: 11px; height: 11px; }}
    QScrollBar::handle {{ background: {c.border}; border-radius: 4px; margin: 2px; min-height: 28px;
        min-width: 28px; }}
    QScrollBar::handle:hover {{ background: {c.muted}; }}
    QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{
        background: transparent; border: none; width: 0; height: 0; }}
    {boxes(c) if c is CONTRAST else ""}
    QSlider::groove:horizontal {{ height: 4px; border-radius: 2px; background: {c.muted}; }}
    QSlider::handle:horizontal {{ width: 12px; margin: -6px 0; border-radius: 8px;
        border: 2px solid {c.window}; background: {c.text}; }}
    QSlider::handle:horizontal:focus {{ border-color: {c.text}; background: {c.accent}; }}
    QToolTip {{ background: {c.panel}; color: {c.text}; border: 1px solid {c.border}; }}
    """
