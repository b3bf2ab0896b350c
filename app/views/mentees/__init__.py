"""The file of a mentee, as those see it who walk with her."""
