"""Bugs that others had, or that we might: each planted in a copy of the tree, each caught by one named test."""
