"""Small widgets that know no project."""
