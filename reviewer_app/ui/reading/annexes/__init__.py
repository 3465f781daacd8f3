"""The annexes of an application, as they are read: list, pages, form, tables, and finding in them."""
