"""Files in: the gate, a reader a format, and the section of a longer plan."""
