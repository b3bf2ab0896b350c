"""Places of the area: the list, a round with its tally, doors to leave alone."""
