"""What may be typed into an answer: lists, bounds and friendly sentences, as data validations of the workbook."""

from fractions import Fraction

from openpyxl.worksheet.datavalidation import DataValidation

from reviewer_app.domain.catalogue import Catalogue
from reviewer_app.domain.form.spec import Field, FieldKind
from reviewer_app.domain.locale import number
from reviewer_app.exchange.application_form.formulas import number_of
from reviewer_app.exchange.application_form.layout import offered
from reviewer_app.exchange.application_form.page import FormTexts

_MOST_PROMPT = 250
_MOST_ERROR = 220
_LAST_DAY = 73_050  # 31 December 2099 as a spreadsheet counts days
_NUMBERS = frozenset({FieldKind.INTEGER, FieldKind.DECIMAL, FieldKind.MONEY, FieldKind.PERCENT, FieldKind.YEAR})
_WHOLE = frozenset({FieldKind.INTEGER, FieldKind.YEAR, FieldKind.MONEY})
_LONG_TEXT = 255
FORMATS = {
    FieldKind.INTEGER: "#,##0",
    FieldKind.MONEY: "#,##0",
    FieldKind.YEAR: "0",
    FieldKind.DATE: "dd.mm.yyyy",
    FieldKind.MONTH: 'mm"/"yyyy',
    FieldKind.COMPUTED: "#,##0.0",
}
_TEXTS = frozenset({FieldKind.TEXT, FieldKind.PHONE, FieldKind.MAIL, FieldKind.URL, FieldKind.CHOICE})


def number_format(field: Field) -> str:
    """Return the number format of an answer: texts of one line are text, so that a leading zero survives."""
    if field.kind in _TEXTS:
        return "@" if field.max_length <= _LONG_TEXT else "General"
    if field.kind is FieldKind.DECIMAL and field.step is not None and field.step.denominator > 1:
        return "0.00"
    return FORMATS.get(field.kind, "General")


class InputValidations:
    """Makes the validations of one workbook."""

    def __init__(self, catalogue: Catalogue, words: FormTexts) -> None:
        self._catalogue = catalogue
        self._words = words

    def of(self, field: Field) -> DataValidation | None:
        """Return the validation of an answer, None where anything may stand."""
        hint = self._words.name(field.hint)
        if field.kind is FieldKind.CHOICE and offered(self._catalogue, field):
            list_name = self._words.list_name(field.list)
            return self._made("list", hint, self._words.say("input.choose"), formula1=f"={list_name}")
        if field.kind is FieldKind.BOOLEAN:
            return self.yes_no(hint)
        if field.kind in _NUMBERS:
            return self._number(field, hint)
        if field.kind in (FieldKind.DATE, FieldKind.MONTH):
            words = self._words.say("input.day" if field.kind is FieldKind.DATE else "input.month")
            return self._made("date", hint, words, operator="between", formula1="2", formula2=str(_LAST_DAY))
        if field.max_length:
            return self._text(field, hint)
        return None

    def yes_no(self, hint: str = "") -> DataValidation:
        """Return the validation of a yes or no."""
        choices = f'"{self._words.say("yes")},{self._words.say("no")}"'
        return self._made("list", hint, self._words.say("input.yes_no"), formula1=choices)

    def _number(self, field: Field, hint: str) -> DataValidation:
        whole = field.kind in _WHOLE
        example = Fraction(2026) if field.kind is FieldKind.YEAR else Fraction(12) if whole else Fraction(7, 2)
        shown = (
            number(example, 0 if whole else 1, self._words.language).replace(".", "")
            if whole
            else number(example, 1, self._words.language)
        )
        sentence = self._words.say(
            "input.whole" if whole else "input.number", bounds=self._bounds(field), example=shown
        )
        least, most = field.minimum, field.maximum
        kind = "whole" if whole else "decimal"
        if least is not None and most is not None:
            return self._made(
                kind, hint, sentence, operator="between", formula1=number_of(least), formula2=number_of(most)
            )
        if least is not None:
            return self._made(kind, hint, sentence, operator="greaterThanOrEqual", formula1=number_of(least))
        if most is not None:
            return self._made(kind, hint, sentence, operator="lessThanOrEqual", formula1=number_of(most))
        return self._made(kind, hint, sentence, operator="between", formula1="-1E+15", formula2="1E+15")

    def _bounds(self, field: Field) -> str:
        least = "" if field.minimum is None else self._shown(field.minimum, field)
        most = "" if field.maximum is None else self._shown(field.maximum, field)
        if least and most:
            return self._words.say("input.between", least=least, most=most)
        if least:
            return self._words.say("input.at_least", least=least)
        return self._words.say("input.at_most", most=most) if most else ""

    def _shown(self, value: Fraction, field: Field) -> str:
        if field.kind is FieldKind.YEAR:
            return str(value)
        return number(value, 0 if value.denominator == 1 else 2, self._words.language)

    def _text(self, field: Field, hint: str) -> DataValidation:
        sentence = self._words.say("input.length", most=number(Fraction(field.max_length), 0, self._words.language))
        if field.min_length > 1:
            sentence = self._words.say(
                "input.length_between",
                least=field.min_length,
                most=number(Fraction(field.max_length), 0, self._words.language),
            )
        # A text that is too short is said by the check beside it: someone may still be writing.
        return self._made("textLength", hint, sentence, operator="lessThanOrEqual", formula1=str(field.max_length))

    def _made(self, kind: str, hint: str, sentence: str, **bounds: str) -> DataValidation:
        made = DataValidation(type=kind, allow_blank=True, **bounds)  # type: ignore[arg-type] # the stub wants literals
        made.showErrorMessage = True
        made.errorTitle = self._words.say("input.wrong_title")
        made.error = sentence[:_MOST_ERROR]
        made.showInputMessage = bool(hint)
        if hint:
            made.promptTitle = self._words.say("input.title")
            made.prompt = hint[:_MOST_PROMPT]
        return made
