"""The type scale of the documents (documents.md, section 2) and the measures several sections share."""

from reviewer_app.exports.tagged.lettering import Style
from reviewer_app.exports.tagged.pen import MM

RESULT = Style("SemiBold", 24, 29)
NAME = Style("SemiBold", 17, 21)
NAMES_LONG = (Style("SemiBold", 13, 16.5), Style("SemiBold", 11.5, 14.5))
ANNEX = Style("SemiBold", 13, 16)
SECTION = Style("SemiBold", 11, 14)
SUBJECT = Style("SemiBold", 10.5, 14)
BODY = Style("Regular", 9, 13)
COLUMN_HEAD = Style("SemiBold", 9, 12)
RATIONALE = Style("Regular", 8.5, 12)
TABLE = Style("Regular", 8, 10.5)
LABEL = Style("SemiBold", 7.5, 9.5, "ink_2")
NOTE = Style("Regular", 7.5, 9.5, "ink_2")
AXIS = Style("Regular", 7, 8.5, "ink_2")
FOOT = Style("Regular", 7, 9, "ink_2")
PAGE_NUMBER = Style("Medium", 7.5, 9.5)
HEAD = Style("SemiBold", 8.5, 11)
RUNNING = Style("Regular", 7.5, 9.5, "ink_2")
HEAD_QUIET = Style("Regular", 8.5, 11, "ink_2")

WIDTH = 170 * MM
RATIONALE_WIDTH = 146 * MM
BEFORE_SECTION = 14.0
AFTER_SECTION = 4.0
HEADING_NEEDS = 20 * MM
ENTRY_NEEDS = 28 * MM
