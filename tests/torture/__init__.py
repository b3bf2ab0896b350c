"""Real phones and real hubs under every violence that we could think of; `python -m tests.torture` adds it up."""
