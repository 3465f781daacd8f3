"""Tests of the recommendation sheet."""
