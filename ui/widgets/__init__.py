"""Atoms that every screen is made of."""
