"""What is marked in annexes as every page shows and changes it."""
