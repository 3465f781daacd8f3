"""The viewer of PDF files: pages, selection, finding, marks as shapes; knows nothing of reviews."""
