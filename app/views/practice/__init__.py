"""Simple Danish on her screen: a question, what became of it, and the card of its word."""
