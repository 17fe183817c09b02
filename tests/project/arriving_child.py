"""Opens a large catalogue entry by entry, approves the first pair meanwhile, and says how far it is."""

import sys
from itertools import islice
from pathlib import Path

from workbench.model.document import Role
from workbench.model.pair import Status
from workbench.project import Project, catalogue
from workbench.project.entry_rows import part
from workbench.project.intake import Inputs
from workbench.store import Store

if __name__ == "__main__":
    file, review = map(Path, sys.argv[1:])
    data = file.read_bytes()
    head, found = catalogue.entries(data, file, None)
    with Store.create(review) as store:
        texts = catalogue.texts_of(file, data, head, Inputs({Role.TRANSLATION: file}, {}))
        catalogue.begin(store, texts, list(islice(found, 1)))
    with Project.open_checked(review) as project:
        project.set_status(project.pair_ids(), Status.APPROVED)
        for number, unit in enumerate(found, start=1):
            sys.stdout.write("on\n")
            sys.stdout.flush()
            project.arrive(part([unit], number))
        project.arrive(None)
