"""Open findings as a list: in groups by check, the heaviest first (severity times confidence)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.session import Session
from ui.severities import severity_name
from workbench.checks import CHECKS
from workbench.figures import count
from workbench.i18n import _
from workbench.model.finding import Finding

Index = QModelIndex | QPersistentModelIndex
ENTRY = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Group:
    """The heading over the findings of one check."""

    title: str
    count: int


@dataclass(frozen=True, slots=True)
class Placed:
    """A finding with the pair it is about."""

    pair: int
    finding: Finding


Entry = Group | Placed


class FindingModel(QAbstractListModel):
    """The open findings of the review."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._entries: list[Entry] = []
        self._findings: Mapping[int, Sequence[Finding]] = {}
        session.judged.connect(self.reload)
        session.scored.connect(self.renew)

    def reload(self) -> None:
        """Take over what is open now; nothing moves where that is the same."""
        self._findings = self._session.findings
        entries = grouped(self._findings)
        if entries != self._entries:
            self.beginResetModel()
            self._entries = entries
            self.endResetModel()

    def renew(self, pair_id: int) -> None:
        """Take over what is open of a pair now."""
        if self._session.findings.get(pair_id) != self._findings.get(pair_id):
            self.reload()

    def count(self) -> int:
        """Give how many findings are open."""
        return sum(isinstance(entry, Placed) for entry in self._entries)

    def placed(self, rows: Sequence[int]) -> list[Placed]:
        """Give the findings in rows; a group's heading stands for all of the group."""
        found: dict[Placed, None] = {}
        for row in sorted(rows):
            entry = self._entries[row]
            if isinstance(entry, Placed):
                found[entry] = None
            else:
                below = self._entries[row + 1 : row + 1 + entry.count]
                found.update((each, None) for each in below if isinstance(each, Placed))
        return list(found)

    # Qt

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own default
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role == ENTRY:
            return entry
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return said(entry)
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(entry, Placed):
            return None  # a tooltip would guess HTML in a file's text
        return None


def grouped(findings: Mapping[int, Sequence[Finding]]) -> list[Entry]:
    """Put findings by pair into groups by check, the group with the heaviest finding first."""
    placed = [Placed(pair, finding) for pair, found in findings.items() for finding in found]
    groups: dict[str, list[Placed]] = {}
    for each in sorted(placed, key=lambda each: (-each.finding.weight, each.finding.pair, each.finding.span)):
        groups.setdefault(each.finding.check, []).append(each)
    titles = {check.name: check.title for check in CHECKS}
    entries: list[Entry] = []
    for check, members in groups.items():
        entries += [Group(_(titles[check]), len(members)), *members]
    return entries


def said(entry: Entry) -> str:
    """Say an entry in words."""
    if isinstance(entry, Group):
        return f"{entry.title}: {count(entry.count)}"
    finding = entry.finding
    change = finding.text if finding.fix is None else f"{finding.text} → {finding.fix}"
    return f"{severity_name(finding.severity)}: {change} · {finding.message}"
