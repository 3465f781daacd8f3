"""The archive folder: documents, metadata and proofs for the years after the round.

Whoever opens it later has neither Votum nor its makers, so everything in it explains itself.
"""
