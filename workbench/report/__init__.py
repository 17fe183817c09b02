"""A finished review as one page for people, and as JSON for programs."""
