"""The figures of the round."""
