PY := .venv/bin/python
# What PySide6's xcb and offscreen platforms, a virtual screen and the texts' scripts need on Debian and Ubuntu.
LIBS := libegl1 libgl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libglib2.0-0 libxkbcommon-x11-0 \
        libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 \
        libxcb-render-util0 libxcb-shape0 libxcb-xkb1 xvfb xauth gettext \
        fonts-dejavu-core fonts-noto-core fonts-noto-cjk
HAVE := PATH="$$PATH:/sbin:/usr/sbin"; ldconfig -p 2>/dev/null | grep -q libxcb-cursor && ldconfig -p | grep -q libEGL \
        && command -v xvfb-run >/dev/null && command -v xauth >/dev/null && command -v msgfmt >/dev/null
SCREEN := xvfb-run -a -s "-screen 0 1600x1000x24"

.PHONY: help run app test check bench picture format messages libraries
help:             ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/'
run: .venv/ready  ## review the sample article without a window; results in out/
	$(PY) main.py review seeds/north-korean-troops.en-mt.txt --reference seeds/north-korean-troops.en-ref.txt \
	  --source seeds/north-korean-troops.ko.txt --out out
app: .venv/ready libraries  ## open the window
	$(PY) main.py
test: .venv/ready libraries  ## every test
	QT_QPA_PLATFORM=offscreen $(PY) -m pytest -m "not window and not slow"
	QT_QPA_PLATFORM=xcb $(SCREEN) $(PY) -m pytest -m "window and not slow"
check: .venv/ready libraries  ## the gate: format, lint, types, layers, dead code, tests
	$(PY) -m ruff format --check .
	$(PY) -m ruff check .
	$(PY) -m mypy
	.venv/bin/lint-imports
	$(PY) -m vulture
	$(MAKE) test
bench: .venv/ready libraries  ## measurements, and the tests too slow for the gate
	for bench in tests/bench/bench_*.py; do $(PY) $$bench || exit 1; done
	QT_QPA_PLATFORM=offscreen $(PY) -m pytest -m slow
picture: .venv/ready libraries  ## take the README's picture of the window anew
	XDG_DATA_HOME=$$(mktemp -d) QT_QPA_PLATFORM=xcb PYTHONPATH=. $(SCREEN) $(PY) tests/bench/picture.py seeds/window.png
format: .venv/ready  ## rewrite the code in the project's style
	$(PY) -m ruff format .
	$(PY) -m ruff check --fix .
LANGUAGES := ko uk ru zh_Hans ja de fr es ar
messages: .venv/ready  ## collect the program's messages into locales/, and merge them into every language's
	.venv/bin/pybabel -q extract --no-wrap --sort-output --no-location --omit-header -o locales/workbench.pot main.py workbench ui
	for tag in $(LANGUAGES); do po=locales/$$tag.po; command=update; more="-N --ignore-obsolete"; \
	  [ -f $$po ] || { command=init; more=; }; \
	  .venv/bin/pybabel -q $$command -i locales/workbench.pot -o $$po -l $$tag $$more --no-wrap || exit 1; done

# --without-pip and pip --python need neither Debian's python3-venv nor an exception to PEP 668.
.venv/ready: pyproject.toml constraints.txt
	python3 -m venv --without-pip .venv
	python3 -m pip --python $(PY) --disable-pip-version-check install -q -c constraints.txt -e ".[dev]"
	touch $@
libraries:
	@{ [ "$$(uname)" != Linux ] || { $(HAVE); }; } \
	  || { [ "$$(id -u)" = 0 ] && apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $(LIBS) >/dev/null; } \
	  || { echo "Install first: sudo apt-get install $(LIBS)"; exit 1; }
