"""MQM: what errors are called, what they cost, and how far two reviewers agree."""
