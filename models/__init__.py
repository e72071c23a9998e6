"""What the two databases are: tables, migrations, and the SQL that guards them."""
