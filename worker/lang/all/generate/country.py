"""Makes lexicon/country.txt: names of CLDR (unicode-cldr-core) and those of country.txt here."""

import os
import re
import xml.etree.ElementTree as tree

import forms

CLDR = '/usr/share/unicode/cldr/common/main/%s.xml'
NO_COUNTRY = {'AC', 'CP', 'CQ', 'DG', 'EA', 'EU', 'EZ', 'IC', 'QO', 'TA', 'UN', 'XA', 'XB', 'ZZ'}

COMMENT = """
country.txt -- the countries of the world: ISO 3166-1 code (and XK, Kosovo); main name;
SELF: a part that calls itself a state, whose officers serve none.

Short names: Unicode CLDR 41, copyright 1991-2022 Unicode, Inc. (Unicode licence, see
all/README.md).  Everything else (long and old names, abbreviations, parts): by hand for this
project.  Made by generate/country.py from generate/country.txt: change that one.

A form on two lines has two readings (Congo, Korea); with /PLUR it is both, "the two Koreas".
"""


def names(language):
    """code -> names of CLDR, the usual one first."""
    found = {}
    for territory in tree.parse(CLDR % language).findall('.//territories/territory'):
        code = territory.get('type')
        if re.fullmatch('[A-Z]{2}', code) and code not in NO_COUNTRY:
            name = territory.text.replace('\u200b', '').replace('\u2019', "'")
            name = name.replace(' & ', ' and ')
            found.setdefault(code, []).append(name)
    return found


def generic(form):
    """A first word that a text may write small is written small: "îles Marshall"."""
    return re.sub('^fr:(?!République islamique$)(Îles?|République|Royaume|Fédération|Union|'
                  'Principauté|Sultanat|État|Territoires?|Confédération|Commonwealth|Grand-Duché|'
                  'Terres)( |$)',
                  lambda m: 'fr:' + m[1].lower() + m[2], form)


def main():
    cldr = {language: names(language) for language in forms.LANGUAGES}
    dropped, more, own = {}, {}, []
    for value, extra in forms.read(os.path.join(forms.HERE, 'country.txt')):
        if value.startswith('-'):
            dropped.setdefault(value[1:], set()).update(forms.fold(f) for f in extra)
        elif ';' in value:
            own.append((value, extra))
        else:
            more.setdefault(value, []).extend(extra)
    entries = []
    for code in sorted(cldr['en']):
        found = [f'{language}:{name}' for language in forms.LANGUAGES
                 for name in cldr[language].get(code, [])]
        found = [f for f in found if forms.fold(f) not in dropped.get(code, ())]
        found = [generic(f) for f in found + more.pop(code, []) if '(' not in f]
        name = cldr['en'][code][-1] if code in ('HK', 'MO', 'MM', 'PS') else cldr['en'][code][0]
        entries.append((f'{code};{NAMES.get(code, name)}', found))
    assert not more, more
    entries += [(value, [generic(f) for f in extra]) for value, extra in own]
    forms.write('country', COMMENT, entries)


# Where CLDR's name is not what a reader expects.
NAMES = {'CD': 'Democratic Republic of the Congo', 'CG': 'Republic of the Congo',
         'VA': 'Holy See', 'CI': 'Ivory Coast', 'US': 'United States', 'GB': 'United Kingdom'}

if __name__ == '__main__':
    main()
