"""The page that `make run` prints: four people, each a tap away."""
