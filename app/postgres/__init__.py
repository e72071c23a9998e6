"""Our own private Postgres: its programs, its cluster, and the guardian that owns it."""
