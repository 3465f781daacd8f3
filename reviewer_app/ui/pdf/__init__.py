"""The viewer of PDF files: pages, selection, finding; knows nothing of marks and reviews."""
