"""The program `workbench`: its commands, its exit codes, and how it complains.

0: done. 1: done, but a threshold that was asked for was not met. 2: bad usage or bad input, one line on
stderr. 70: an error of ours, its traceback in the log. 130: stopped by the user.
"""

import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from importlib import import_module
from pathlib import Path
from traceback import format_exception

import click

from workbench.cli import streams
from workbench.cli.console import complain
from workbench.cli.example import example
from workbench.errors import WorkbenchError
from workbench.i18n import _, use_language
from workbench.progress import Cancelled
from workbench.project.places import log_file

OpenWindow = Callable[[Path | None], int]
DONE, BAD_INPUT, OURS, STOPPED = 0, 2, 70, 130  # 70 is EX_SOFTWARE of sysexits.h
_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")  # what Qt asks for

# A command's module is imported when the command is used: scoring needs no aligner, help needs neither.
COMMANDS = {
    "review": "workbench.cli.review",
    "align": "workbench.cli.align",
    "score": "workbench.cli.score",
    "compare": "workbench.cli.compare",
    "check": "workbench.cli.check",
    "names": "workbench.cli.names",
    "export": "workbench.cli.export",
    "convert": "workbench.cli.convert",
    "glossary": "workbench.cli.glossary",
    "mqm": "workbench.cli.mqm",
    "report": "workbench.cli.report",
    "open": "workbench.cli.open",
}


class Program(click.Group):
    """The group of all commands."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name the commands, in the order of the work."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(COMMANDS[cmd_name]).command
        return command


def program() -> click.Group:
    """Make the program in the language that is spoken now."""

    @click.group(
        cls=Program,
        invoke_without_command=True,
        help=_("Review a translation beside its reference and source."),
        epilog=_("Without a command the window opens.")
        + "\n\n"
        + example("review story.txt --reference human.txt --source source.txt --out results"),
    )
    @click.version_option(package_name="translation-review-workbench", message="%(version)s")
    @click.pass_context
    def workbench(context: click.Context) -> int | None:
        return context.obj(None) if context.invoked_subcommand is None else None

    return workbench


def run(arguments: Sequence[str], open_window: OpenWindow) -> int:
    """Run the program with these arguments and give its exit code."""
    streams.prepare()
    try:
        return answer(arguments, partial(on_screen, open_window))
    except Exception as error:  # noqa: BLE001 -- the one place where what is ours to mend is caught
        return confess(error)
    finally:
        streams.give_up()


def answer(arguments: Sequence[str], open_window: OpenWindow) -> int:
    """Do what the arguments name; what is the user's to mend is said in one line."""
    try:
        use_language()
        result = program().main(
            list(arguments), prog_name="workbench", standalone_mode=False, obj=open_window
        )
        sys.stdout.flush()
    except click.ClickException as error:
        return refuse(error.format_message())
    except WorkbenchError as error:
        return refuse(str(error))
    except (KeyboardInterrupt, click.Abort, Cancelled):
        return STOPPED
    except (
        BrokenPipeError,
        SystemExit,
    ):  # `workbench align … | head`: click and rich exit when that has enough
        return DONE
    except OSError as error:
        return refuse(_("The system refused: %(reason)s.") % {"reason": said_by_system(error)})
    return result if isinstance(result, int) else DONE


def refuse(message: str) -> int:
    """Say what is wrong with what was asked."""
    complain(message)
    return BAD_INPUT


def said_by_system(error: OSError) -> str:
    """Give what the system said, and about which file."""
    said = error.strerror or str(error)
    return said if error.filename is None else f"{os.fsdecode(error.filename)}: {said}"


def confess(error: Exception) -> int:
    """Log a failure of ours and say where it can be read."""
    path = log_file()
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8", errors="backslashreplace") as file:
            file.write(f"{datetime.now(UTC).isoformat()}\n{''.join(format_exception(error))}\n")
    complain(
        _("an error of ours (%(error)s); details in %(path)s") % {"error": type(error).__name__, "path": path}
    )
    return OURS


def on_screen(open_window: OpenWindow, path: Path | None) -> int:
    """Open the window where there is a screen; Qt would end the process where there is none."""
    if sys.platform == "linux" and not any(os.environ.get(name) for name in _SCREENS):
        raise WorkbenchError(
            _("There is no screen to open a window on: neither DISPLAY nor WAYLAND_DISPLAY is set.")
        )
    return open_window(path)
