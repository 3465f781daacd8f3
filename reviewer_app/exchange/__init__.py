"""Files that cross between people: forms, bundles, scoring workbooks, score tables, foreign annotations.

Every input is hostile until it was read here, so all limits and checks of content stand in one place.
"""
