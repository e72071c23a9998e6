"""Pictures of every screen and state: `make shots` writes them to `build/shots/`."""
