"""Mentors meet: the list, a new one, one of them with its talks of two."""
