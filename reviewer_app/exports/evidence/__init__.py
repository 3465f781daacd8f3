"""The evidence of one application as it leaves: a workbook, Markdown, and W3C Web Annotation JSON."""
