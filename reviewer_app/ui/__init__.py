"""The window: the only part that knows Qt.

Pages show values and emit intent, presenters call services, so that no rule hides in a widget.
"""
