"""The long fields: an editor for the draft, a plain one for every other long answer. Both keep themselves."""
