"""Receipts of the counter: on screen in words, on paper, and as files."""
