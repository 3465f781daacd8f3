"""Beginning to work: start page, first run, who one is, a new round."""
