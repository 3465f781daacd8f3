"""The reviewer's desk: everything of Votum that is neither the store nor plain data files.

The layers ui | cli -> services -> exports | exchange -> domain keep the rules testable without a window or a file.
"""

VERSION = "0.1"
"""As it stands in exports and in what the window says of itself."""
