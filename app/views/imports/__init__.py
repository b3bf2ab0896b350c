"""A list of contacts from an office comes in: chosen, looked at, kept, accounted for."""
