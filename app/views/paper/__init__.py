"""Printable pages: one file on paper for a hand-over, a page for the municipality, her plan, sheets to fill in."""
