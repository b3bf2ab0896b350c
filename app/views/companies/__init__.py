"""The companies we know, and how the clocks of the law are set."""
