"""The reviewer's desk: everything of Votum that is neither the store nor plain data files.

The layers ui | cli -> services -> exports | exchange -> domain keep the rules testable without a window or a file.
"""
