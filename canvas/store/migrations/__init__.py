"""The history of the schema, one step a file; Alembic runs the steps a database has not seen."""
