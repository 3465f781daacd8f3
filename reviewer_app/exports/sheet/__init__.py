"""The recommendation sheet: one tagged, archivable PDF per application.

It is what the board signs and the ministry keeps, so it says where its figures come from and checks itself.
"""
