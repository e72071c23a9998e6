"""What starts things: the only place where settings, databases, services and windows meet."""
