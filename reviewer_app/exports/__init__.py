"""What leaves for good: the consolidated workbook, the recommendation sheets, the archive.

Domain values go in and a file comes out, so that an export can be repeated to the byte without window or store.
"""
