"""Auth: who somebody is, and for how long that counts."""
