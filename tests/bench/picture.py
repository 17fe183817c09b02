"""Take the README's picture: the real window, with the sample article and its worst name current.

make picture
"""

import sys
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSettings, QTimer
from PySide6.QtWidgets import QApplication

from ui.app import make_window
from workbench.model.pair import Status
from workbench.project.intake import Inputs
from workbench.project.places import sample_article

SIZE = (1440, 900)
SETTLED = 600  # milliseconds for fonts and layout


def wait(milliseconds: int) -> None:
    """Let the window work."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def main(target: Path, *, dark: bool) -> None:
    """Write the picture."""
    app = QApplication(sys.argv[:1])
    app.setStyle("Fusion")
    settings = QSettings(str(target.with_suffix(".ini")), QSettings.Format.IniFormat)
    settings.setValue("theme", "dark" if dark else "light")
    window = make_window(app, settings)
    window.resize(*SIZE)
    window.show()
    loop = QEventLoop()
    window.session.analysed.connect(lambda _analysis: loop.quit())
    window.session.open_texts(Inputs(sample_article(), {}))
    loop.exec()
    window.session.do(lambda project: project.set_status(project.pair_ids()[:3], Status.APPROVED))
    window.session.do(lambda project: project.set_status(project.pair_ids()[5:6], Status.NEEDS_WORK))
    window.view.go_to_row(4)
    wait(SETTLED)
    window.view.verticalScrollBar().setValue(0)
    wait(SETTLED)
    window.grab().save(str(target))
    window.close()
    target.with_suffix(".ini").unlink(missing_ok=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), dark="--dark" in sys.argv)
