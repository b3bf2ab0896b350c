"""What a person does: one thing per file; check, build, write once."""
