"""Files out and in: documents, the copy of the plan in them, the gate, the intake."""
