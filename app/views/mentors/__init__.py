"""Mentors: what they bring, how they become ones, and who could be whose."""
