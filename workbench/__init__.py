"""The core of the Translation Review Workbench: everything but the window, importable without Qt."""
