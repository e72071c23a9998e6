"""One module a command; each has `add_arguments` and `execute`."""
