"""How what people said travels between phones: versions, heads, logs, the join, the wire; knows nothing of the app."""
