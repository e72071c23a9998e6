"""Paper: a sheet to lay words on, and how its pages become a PDF or go to a printer."""
