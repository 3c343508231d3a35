"""Lines of the form `value | form | fr:form`: folding, joining, writing.  See lang/README.md."""

import os
import re
import unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
LEXICON = os.path.join(HERE, '..', 'lexicon')
LANGUAGES = ('fr', 'en')
PLAIN = str.maketrans({'ß': 'ss', 'œ': 'oe', 'æ': 'ae', 'ø': 'o', 'đ': 'd', 'ł': 'l', 'ı': 'i',
                       'ð': 'd', 'þ': 'th', 'Œ': 'Oe', 'Æ': 'Ae', 'Ø': 'O', 'Đ': 'D', 'Ł': 'L',
                       'Þ': 'Th', '\u2010': '-', '\u2011': '-', '\u2013': '-'})


def fold(text):
    """What the engine takes for the same word: no case, no accents, hyphen as blank."""
    text = re.sub('[\u2018\u2019\u02bc\u02bb]', "'", unicodedata.normalize('NFKD', text))
    return ' '.join(plain(text).lower().replace('-', ' ').split())


def split(form):
    """'fr:Londres' -> ('fr', 'Londres'); 'Paris' -> ('', 'Paris')."""
    if form[:3] in tuple(l + ':' for l in LANGUAGES):
        return form[:2], form[3:]
    return '', form


def spelling(form):
    """What two forms must share to be one: accents count, but for those that capitals drop."""
    letters = (plain(c) if c.isupper() else c for c in form.replace('-', ' '))
    return ' '.join(''.join(letters).lower().split())


def join(forms):
    """Drops doubled forms, and makes one of a form that every language has."""
    seen = {}  # spelling -> [form, set of languages]
    for form in forms:
        language, text = split(unicodedata.normalize('NFC', form.strip()))
        text = re.sub('[\u2018\u2019\u02bc\u02bb]', "'", text)
        if text:
            entry = seen.setdefault(spelling(text), [text, set()])
            entry[1] |= {language} if language else set(LANGUAGES)
    out = []
    for text, languages in seen.values():
        if languages == set(LANGUAGES):
            out.append(text)
        else:
            out += [f'{l}:{text}' for l in LANGUAGES if l in languages]
    return out


def plain(text):
    """The letters without their accents: "São" -> "Sao"."""
    text = unicodedata.normalize('NFD', text).translate(PLAIN)
    return ''.join(c for c in text if not unicodedata.combining(c))


def read(path):
    """Yields (value, [form …]) of each line that is no comment; "=" is the value's last column."""
    with open(path, encoding='utf-8') as lines:
        for line in lines:
            line = line.split('  #')[0].strip()
            if line and not line.startswith('#'):
                value, *forms = [field.strip() for field in line.split('|')]
                name = value.split(';')[-1]
                yield value, [name if form == '=' else form for form in forms]


def write(name, comment, entries):
    """Writes lexicon/NAME.txt: entries are (value, [form …])."""
    path = os.path.join(LEXICON, name + '.txt')
    with open(path, 'w', encoding='utf-8') as out:
        for line in comment.strip().split('\n'):
            out.write(('# ' + line).rstrip() + '\n')
        out.write('\n')
        for value, forms in entries:
            name = value.split(';')[-1]
            fields = ['=' if form == name else form for form in join(forms)]
            out.write(' | '.join([value] + fields) + '\n')
    return path
