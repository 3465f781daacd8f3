"""Forms and annexes: what is asked, what is answered, and what the checks say of it."""
