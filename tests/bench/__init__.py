"""The table of speeds: each figure beside its floor from the same run, because machines are noisy and ratios hold."""
