"""The program `workbench`: its commands, its exit codes, and how it complains.

0: done. 1: done, but a threshold that was asked for was not met. 2: bad usage or bad input, one line on
stderr. 130: stopped by the user.
"""

import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

import click

from workbench.errors import WorkbenchError
from workbench.i18n import _, use_language
from workbench.progress import Cancelled
from workbench.text.display import visible

OpenWindow = Callable[[Path | None], int]
BAD_INPUT, STOPPED = 2, 130

# A command's module is imported when the command is used: scoring needs no aligner, help needs neither.
COMMANDS = {
    "review": "workbench.cli.review",
    "align": "workbench.cli.align",
    "score": "workbench.cli.score",
    "export": "workbench.cli.export",
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
        epilog=_("Without a command the window opens."),
    )
    @click.version_option(package_name="translation-review-workbench", message="%(version)s")
    @click.pass_context
    def workbench(context: click.Context) -> int | None:
        return context.obj(None) if context.invoked_subcommand is None else None

    return workbench


def run(arguments: Sequence[str], open_window: OpenWindow) -> int:
    """Run the program with these arguments and give its exit code."""
    use_language()
    try:
        result = program().main(
            list(arguments), prog_name="workbench", standalone_mode=False, obj=open_window
        )
        sys.stdout.flush()
    except (WorkbenchError, click.ClickException) as error:
        return complain(error.format_message() if isinstance(error, click.ClickException) else str(error))
    except (KeyboardInterrupt, click.Abort, Cancelled):
        return STOPPED
    except BrokenPipeError:  # the reader of our output has enough: `workbench align … | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return result if isinstance(result, int) else 0


def complain(message: str) -> int:
    """Say on stderr, in one line, what is wrong."""
    line = " ".join(visible(message).split())
    sys.stderr.write(f"workbench: {line}\n")
    return BAD_INPUT
