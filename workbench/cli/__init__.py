"""The command line: click commands that call the project and print; nothing else happens here."""

from workbench.cli.program import run

__all__ = ["run"]
