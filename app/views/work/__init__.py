"""A mentee at a company, from the first proposal to the talk at the end."""
