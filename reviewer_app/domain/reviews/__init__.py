"""Reviews: scores, figures over several reviews, robustness of the result, what to discuss."""
