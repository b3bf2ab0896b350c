"""Behind the fourth door: language and look, the sync in words, people and invitations, files, export, lock."""
