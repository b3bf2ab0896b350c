"""What a person sees: the only package that imports flet. One screen is one component in one file on one route."""
