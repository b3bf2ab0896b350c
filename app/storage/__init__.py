"""The journal on disk, the join, and the records in memory."""
