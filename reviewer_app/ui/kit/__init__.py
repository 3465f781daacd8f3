"""Controls and painting that know nothing of reviews: theme, buttons, lists, text, cards."""
