"""How scores are entered and drawn, wherever that is done."""
