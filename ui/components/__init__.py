"""Parts that several screens show whole."""
