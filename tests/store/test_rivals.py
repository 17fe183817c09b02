"""Two programs reach for the same review at the same moment."""

import subprocess
import sys
from contextlib import ExitStack

from tests.store.reviews import closed_review
from workbench.store import Store

ROUNDS = 30

RIVAL = """
import sys
from pathlib import Path
from workbench.errors import WorkbenchError
from workbench.store import Store
for line in sys.stdin:
    try:
        store = Store.open(Path(sys.argv[1]))
    except WorkbenchError as error:
        print("refused" if "open in another window" in str(error) else error, flush=True)
    else:
        with store.operation("won") as operation:
            operation.run("UPDATE pair SET position = position + 1 WHERE id = 1")
        print("won", flush=True)
        sys.stdin.readline()
        store.close()
        print("closed", flush=True)
"""


def test_exactly_one_gets_the_review(tmp_path):
    path = closed_review(tmp_path / "a.twb")
    command = [sys.executable, "-c", RIVAL, path]
    with ExitStack() as stack:
        rivals = [
            stack.enter_context(
                subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
            )
            for _ in range(2)
        ]
        for _ in range(ROUNDS):
            compete(rivals)
    with Store.open(path) as store:
        assert store.query("SELECT position FROM pair WHERE id = 1") == [(ROUNDS,)]


def compete(rivals):
    for rival in rivals:
        say(rival)
    answers = [rival.stdout.readline().strip() for rival in rivals]
    assert sorted(answers) == ["refused", "won"]
    winner = rivals[answers.index("won")]
    say(winner)
    assert winner.stdout.readline() == "closed\n"


def say(rival):
    rival.stdin.write("\n")
    rival.stdin.flush()
