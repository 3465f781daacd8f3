"""Taking in what people send: applications, annexes, score tables."""
