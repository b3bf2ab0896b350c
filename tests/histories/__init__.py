"""Random histories of an organisation on bad lines, judged by an oracle; `python -m tests.histories` runs many."""
