"""The window around the pages: frame, navigation, actions, operations, undo, messages, settings."""
