"""The file around the tables: what lies at a path, who has it open, whether it is ours, whole and safe to write.

A workspace on a server needs none of this, so nothing else in `db` knows about files.
"""
