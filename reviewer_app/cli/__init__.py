"""The command line, in three parts: `arguments` (what may be typed), `commands` (what is done), `reports` (printed)."""
