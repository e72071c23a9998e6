"""Frozen values that cross from services to screens: standard library only."""
