"""How far the checker can be trusted: labelled texts → precision, recall, kappa, with their uncertainty."""
