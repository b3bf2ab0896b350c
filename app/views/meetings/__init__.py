"""Meetings between a mentor and a mentee: to come, held, told."""
