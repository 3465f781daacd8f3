"""The bytes of annexes: opening, passwords, recognised text."""
