"""The files of mentees as the desk sees them: facts, tasks, hand-overs. Never a note."""
