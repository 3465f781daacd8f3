"""What travels between office, reviewers and chair: signed zips that are the same bytes wherever they are written."""
