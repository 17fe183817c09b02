"""Qt item models: pages of rows read from the project."""
