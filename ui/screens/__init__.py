"""One package a screen; none knows another."""
