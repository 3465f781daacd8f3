"""Values that many tests start from."""
