"""The review desk: batches in, marking, and what goes back to the learning platform."""
