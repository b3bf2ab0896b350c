"""Simple Danish on the bus: what a deck holds, the kinds of question, what memory asks for next. Pure."""
