"""Brobygger: outreach, mentoring and exercises, offline first."""
