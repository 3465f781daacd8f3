"""Reviews and agreed values: scoring, submitting, consolidating, counting."""
