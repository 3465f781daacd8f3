"""Tagged, archivable PDF: text and figures that carry their structure, finished as PDF/A-3a and PDF/UA-1 at once.

Neither the PDF writer nor any validator notices a paragraph that fell out of the structure, so here nothing is drawn
as content without its node: everything else is an artifact by default.
"""
