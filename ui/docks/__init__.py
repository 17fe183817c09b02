"""What stands at the edges of the window: each one model, one view, its commands."""
