"""The mentee's face: a letter. Large, no bar, at most three doors on a screen."""
