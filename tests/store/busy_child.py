"""A program that works on a review until it is killed and says what is durable: `busy_child.py FILE SEED`."""

import random
import sys
from pathlib import Path

from workbench.store import Store

ACTIONS = (
    *("insert", "edit", "edit", "edit", "edit", "many", "delete", "undo", "undo", "redo"),
    *("insert", "edit", "edit", "edit", "edit", "many", "delete", "undo", "undo", "redo"),
    *("reopen", "copy"),
)


def actions(seed):
    """Plan what a child does; the test plans the same."""
    choose = random.Random(seed)
    number = 0
    while True:
        number += 1
        yield (
            choose.choice(ACTIONS),
            choose.randrange(1, 40),
            f"{seed}:{number}\0" + "문장 " * choose.randrange(60),
        )


def act(store, action, id_, text):
    """Do one thing; give the store, which may be another one."""
    if action == "reopen":
        store.close()
        return Store.open(store.path)
    if action == "copy":
        store.copy_to(store.path.with_name("copy.twb"))
    elif action in {"undo", "redo"}:
        getattr(store, action)()
    else:
        change(store, action, id_, text)
    return store


def change(store, action, id_, text):
    """Do one operation."""
    with store.operation(action) as operation:
        if action == "insert":
            operation.run(
                "INSERT INTO pair(position, status, confirmed, confidence) VALUES(?, ?, 0, 0.5)", (id_, text)
            )
        elif action == "edit":
            operation.run("UPDATE pair SET status = ? WHERE id = ?", (text, id_))
        elif action == "many":
            operation.run("UPDATE pair SET status = ? || id WHERE id > ?", (text, id_))
        else:
            operation.run("DELETE FROM pair WHERE id = ?", (id_,))


def main(path, seed):
    store = Store.open(path)
    for number, planned in enumerate(actions(seed), 1):
        store = act(store, *planned)
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
