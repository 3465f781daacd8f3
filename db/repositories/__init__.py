"""The repositories of a unit of work, one module for each Protocol of `services.ports`.

They speak to the tables in portable SQL only and hand out frozen values.
"""
