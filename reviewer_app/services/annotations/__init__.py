"""Annotations: making and changing them, finding their place, taking over those of other programs."""
