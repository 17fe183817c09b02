"""The window: pictures of the rows that `workbench.project` keeps."""
