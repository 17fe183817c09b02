"""Every dialog there is, made as the program makes it, for whoever looks at all of them."""

from pathlib import Path

from ui.commands import COMMANDS
from ui.dialogs.annotate import AnnotateDialog
from ui.dialogs.batch import BatchDialog
from ui.dialogs.dismiss import DismissDialog
from ui.dialogs.export import ExportDialog
from ui.dialogs.mentions import MentionsDialog
from ui.dialogs.open import OpenDialog
from ui.dialogs.preferences import PreferencesDialog
from ui.dialogs.replace import ReplaceDialog
from ui.dialogs.reply import ReplyDialog
from ui.dialogs.reviewers import ReviewersDialog
from ui.dialogs.sheet import KeySheet, Palette
from ui.gathering import Gathering
from ui.marks import mark_title, typology
from workbench.i18n import _
from workbench.model.annotation import Annotation
from workbench.model.document import Role
from workbench.model.name import Name

NAME = Name("Li Chuo", "person", (), (), "Li Zuocheng", 0.9, "reference", "")
MARK = Annotation(7, Role.TRANSLATION, (0, 5), "style", "minor", "Olena")


def listed():
    """Give the commands that people read, as the palette and the key sheet show them."""
    return [(command.id, _(command.title), "Ctrl+Z") for command in COMMANDS if command.listed]


DIALOGS = {
    "open": lambda _settings: OpenDialog([Path("/x/a.twb")]),
    "export": lambda _settings: ExportDialog(Path("/x/story.po"), [".po", ".txt"]),
    "batch": lambda _settings: BatchDialog(),
    "dismiss": lambda _settings: DismissDialog(2),
    "mentions": lambda _settings: MentionsDialog(NAME, {7: [(0, 7)]}, {7: "Li Chuo left."}),
    "replace": lambda _settings: ReplaceDialog(Gathering(), "e"),
    "palette": lambda _settings: Palette(listed()),
    "keys": lambda _settings: KeySheet(listed(), lambda *_change: "", lambda: None),
    "annotate": lambda _settings: AnnotateDialog("Olena", typology()),
    "reply": lambda _settings: ReplyDialog(mark_title(MARK), ["Who?", "↳ Kim: The wife."]),
    "reviewers": lambda _settings: ReviewersDialog(None, "Me"),
    "preferences": lambda settings: PreferencesDialog(settings, lambda: None),
}
