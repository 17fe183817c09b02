"""One judge of what changed between two files, in a process of its own: `judge.py polib`.

Reads pairs of paths as JSON lines and answers each: "one" entry differs, "none", how many, "worse" where only
the first file can be read, "unreadable" where neither. So no licence and no crash of a judge comes near the
program; translate-toolkit is under the GPL.
"""

import json
import subprocess
import sys
import warnings
from collections.abc import Callable
from typing import Any

_SECONDS = 60
_POLIB = ("msgid", "msgid_plural", "msgctxt", "msgstr", "msgstr_plural", "obsolete", "flags", "comment")
_POLIB += ("tcomment", "occurrences", "previous_msgid", "previous_msgid_plural", "previous_msgctxt")
Facts = list[Any]


def polib(path: str) -> Facts:
    """Read PO with polib."""
    import polib as reader  # noqa: PLC0415 -- only the judge that is asked for is imported

    return [[getattr(entry, name) for name in _POLIB] for entry in reader.pofile(path)]


def pypo(path: str) -> Facts:
    """Read PO with translate-toolkit."""
    from translate.storage import pypo as reader  # noqa: PLC0415 -- as above

    return [
        [
            *(str(unit.source), list(map(str, getattr(unit.target, "strings", [unit.target])))),
            *(unit.isfuzzy(), unit.isobsolete(), unit.getnotes(), unit.getlocations(), unit.getcontext()),
        ]
        for unit in reader.pofile.parsefile(path).units
    ]


def msgcat(path: str) -> Facts:
    """Read PO with GNU gettext."""
    run = subprocess.run(["msgcat", "--no-wrap", path], capture_output=True, timeout=_SECONDS, check=True)
    return run.stdout.split(b"\n\n")


def msgfmt(path: str) -> Facts:
    """Check PO with GNU gettext; raises for what it refuses."""
    command = ["msgfmt", "-c", "-o", "/dev/null", path]
    subprocess.run(command, capture_output=True, timeout=_SECONDS, check=True)
    return []


def lxml(path: str) -> Facts:
    """Read XLIFF and TMX with lxml: each unit, and what is left without them."""
    from lxml import etree  # noqa: PLC0415 -- as above

    tree = etree.parse(path, etree.XMLParser(resolve_entities=False, no_network=True))
    units = list(tree.iter("{*}trans-unit", "{*}segment", "{*}tu"))
    found = [facts_of(unit)[:3] + facts_of(unit)[4:] for unit in units]  # without the tail
    for unit in units:
        unit.clear(keep_tail=True)
    return [*found, facts_of(tree.getroot())]


def facts_of(element: Any) -> Facts:
    """Give all that an element says."""
    name = element.tag if isinstance(element.tag, str) else "?"
    return [name, dict(element.attrib), element.text, element.tail, *map(facts_of, element)]


def verdict(judge: Callable[[str], Facts], before: str, after: str) -> str:
    """Say how many entries differ."""
    try:
        old = judge(before)
    except Exception:  # noqa: BLE001 -- whatever a judge trips over
        return "unreadable"
    try:
        new = judge(after)
    except Exception:  # noqa: BLE001 -- as above
        return "worse"
    if judge is msgfmt:
        return "not worse"
    different = sum(a != b for a, b in zip(old, new, strict=False)) + abs(len(old) - len(new))
    return {0: "none", 1: "one"}.get(different, f"{different} entries")


def main() -> None:
    """Answer until there is nothing more to judge."""
    warnings.simplefilter("ignore")
    judge = {"polib": polib, "pypo": pypo, "msgcat": msgcat, "msgfmt": msgfmt, "lxml": lxml}[sys.argv[1]]
    for line in sys.stdin:
        print(json.dumps(verdict(judge, *json.loads(line))), flush=True)


if __name__ == "__main__":
    main()
