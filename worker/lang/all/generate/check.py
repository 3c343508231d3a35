"""Checks the lexicon files of lang/all/: form, codes, doubled forms.  Prints each mistake."""

import glob
import json
import os
import re
import sys
import unicodedata

import forms

ISO_CODES = '/usr/share/iso-codes/json/iso_3166-1.json'

CLASSES = {'BODY', 'ORGAN', 'AGENCY', 'PARTY', 'MOVEMENT', 'COMPANY', 'BANK', 'CENTRALBANK',
           'NGO', 'SPORT', 'PARLIAMENT', 'HEADS', 'MINISTERS'}
SEATS = {'GOVERNMENT', 'PARLIAMENT', 'COURT', 'MILITARY'}
KINDS = {'SUMMIT', 'MINISTERIAL', 'SESSION', 'CONFERENCE', 'NEGOTIATION', 'VISIT', 'CALL', 'TALKS'}
REGIONS = {'WORLD', 'GROUP', 'STATE', 'REGION', 'ISLAND'}

COUNTRY, STATE, ANY = '<country>', '<country or ->', '<any>'
# lexicon -> the columns of its value; None: may be missing or empty
SHAPES = {
    'country': (COUNTRY, ANY, 'SELF|'),
    'demonym': (COUNTRY,),
    'city': (r'\d+', COUNTRY, r'\d+', r'-?\d+\.\d+', r'-?\d+\.\d+', ANY, 'CAPITAL|', COUNTRY),
    'institution': (COUNTRY, SEATS),
    'organization': (ANY, CLASSES, COUNTRY, ANY),
    'media': (ANY,),
    'region': (ANY, REGIONS, COUNTRY),
    'series': (ANY, KINDS, ANY),
    'figure': (STATE,),
    'venue': (COUNTRY, r'\d+|-', ANY),
    'givenname': ('[MFX]',),
    'surname': ('-',),
}
OPTIONAL = {('city', 6), ('city', 7), ('organization', 2), ('region', 2)}


def countries():
    """The codes of country.txt, which must be those of ISO 3166 where iso-codes is installed."""
    path = os.path.join(forms.LEXICON, 'country.txt')
    codes = {value.split(';')[0] for value, _ in forms.read(path)}
    if os.path.exists(ISO_CODES):
        with open(ISO_CODES, encoding='utf-8') as file:
            iso = {entry['alpha_2'] for entry in json.load(file)['3166-1']}
        for code in sorted((iso | {'XK'}) ^ codes):
            print(f'country.txt: {code} is missing or no code of ISO 3166')
    return codes | {'EU'}


def value_mistakes(name, value, codes):
    shape, columns = SHAPES[name], value.split(';')
    if len(columns) > len(shape):
        yield f'too many columns in {value!r}'
    for number, expected in enumerate(shape):
        column = columns[number] if number < len(columns) else ''
        if not column and (name, number) in OPTIONAL:
            continue
        if expected == COUNTRY:
            good = column in codes
        elif expected == STATE:
            good = column in codes or column == '-'
        elif expected == ANY:
            good = bool(column)
        elif isinstance(expected, set):
            good = column in expected
        else:
            good = re.fullmatch(expected, column)
        if not good:
            yield f'column {number + 1} of {value!r} is {column!r}'


def form_mistakes(form):
    text = forms.split(form)[1]
    text = re.sub(r'(!|/[A-Z]+)$', '', text)
    if not text or text != text.strip() or '  ' in text:
        yield f'blanks in {form!r}'
    if not re.fullmatch(r"[\w\d .,'&+-]+", text):
        yield f'odd character in {form!r}'
    if len(forms.fold(text)) < 2:
        yield f'{form!r} is too short'


def file_mistakes(name, path, codes):
    for value, extra in forms.read(path):
        if name in SHAPES:
            yield from value_mistakes(name, value, codes)
        if not extra:
            yield f'no form for {value!r}'
        seen = {}  # (language, spelling) -> [text ...]
        for form in extra:
            yield from form_mistakes(form)
            language, text = forms.split(form)
            for code in [language] if language else forms.LANGUAGES:
                before = seen.setdefault((code, forms.spelling(text)), [])
                # "Le Soir!" beside "le Soir!": what is read only as written differs by capitals.
                if any(text == other or '!' not in text or '!' not in other for other in before):
                    yield f'{value!r} has {form!r} twice'
                before.append(text)


def main():
    codes, wrong = countries(), 0
    for path in sorted(glob.glob(os.path.join(forms.LEXICON, '*.txt'))):
        name = os.path.basename(path)[:-4]
        with open(path, encoding='utf-8') as file:
            text = file.read()
        mistakes = [] if text == unicodedata.normalize('NFC', text) else ['not in NFC']
        mistakes += file_mistakes(name, path, codes)
        for mistake in mistakes:
            print(f'{name}.txt: {mistake}')
        wrong += len(mistakes)
    sys.exit(1 if wrong else 0)


if __name__ == '__main__':
    main()
