"""The people an outreach worker meets: search, log, read, change."""
