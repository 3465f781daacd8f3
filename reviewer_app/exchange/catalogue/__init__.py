"""Reads a criteria catalogue from its TOML file, or says everything that is wrong with it."""
