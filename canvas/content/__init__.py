"""What is taught and how phrases are meant, as data, and the only loader of it."""
