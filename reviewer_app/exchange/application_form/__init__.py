"""The application form as a workbook: written for applicants, read from what they send back."""
