"""What people do, as plain Python: one module a subject, no Qt, no wording.

Importing this package costs nothing; `services.bank` brings in SQLAlchemy and bcrypt.
"""
