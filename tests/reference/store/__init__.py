"""Workspaces as released versions wrote them; they are never made again."""
