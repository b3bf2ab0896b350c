"""The catalogues as they are shipped: <language>.mo, made by build/words.py."""
