"""The reader of annexes: view, page cache, selection and annotation layer.

It asks exchange.annex_pdf for pictures and text, so that the native library is called from one place.
"""
