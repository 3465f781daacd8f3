"""One presenter for each page: page signals go to services, values come back to the page.

Pages stay passive and can be tested with made-up values.
"""
