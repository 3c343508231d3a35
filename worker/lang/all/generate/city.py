"""Makes lexicon/city.txt: GeoNames' towns (libgeonames) and those of city.txt and capital.txt."""

import ast
import ctypes
import os
import re
import subprocess
import unicodedata

import forms

CATALOGUE = '/usr/share/locale/%s/LC_MESSAGES/geonames.mo'
SAME_FORM = 4   # so many towns of one name are kept, the biggest
HOMONYM = 5     # and of those the small ones that have at least that part of the biggest's people
OTHERS = ('country', 'demonym', 'givenname', 'institution', 'media', 'organization', 'region',
          'series', 'surname')
LARGE = 100000  # a smaller town loses the names that are also everyday words
PERSON = 500000  # … that are also persons'
STATE = 1000000  # … that are also states'
EVERYBODY = 10 ** 10

COMMENT = """
city.txt -- towns: GeoNames id (0: unknown); country; inhabitants (0: unknown); latitude;
longitude; main name; CAPITAL and the code of the state for which the name stands in news.

GeoNames (www.geonames.org), licence CC BY 4.0, as packed by Debian's libgeonames 0.3.0: the towns
of 15,000 inhabitants and more with their French and English names.  Changed: names that are also
everyday words, persons' names or countries are left out for small towns; of one name the four
biggest towns are kept, less the small ones that the biggest outshines.  Other spellings, old
names, small places, capitals: by hand for this project; a few towns that are better known than
bigger ones of their name count more inhabitants than they have.  Made by generate/city.py from
generate/city.txt, capital.txt and city_not.txt.
"""


class City:
    def __init__(self, key, country, people, latitude, longitude, name):
        self.key, self.country, self.people = key, country, int(people)
        self.latitude, self.longitude, self.name = float(latitude), float(longitude), name
        self.stands = ''    # the code of the state
        self.by_hand = False
        self.known = set()  # folded names by which generate/city.txt finds it
        self.forms = []

    def value(self):
        columns = [self.key, self.country, str(self.people), f'{self.latitude:.3f}',
                   f'{self.longitude:.3f}', self.name]
        return ';'.join(columns + (['CAPITAL', self.stands] if self.stands else []))


def towns():
    """All towns of libgeonames, whose cities are GVariants."""
    library = ctypes.CDLL('libgeonames.so.0')
    glib = ctypes.CDLL('libglib-2.0.so.0')
    library.geonames_get_city.restype = ctypes.c_void_p
    glib.g_variant_print.restype = ctypes.c_char_p
    glib.g_variant_print.argtypes = [ctypes.c_void_p, ctypes.c_int]
    for index in range(library.geonames_get_n_cities()):
        text = glib.g_variant_print(library.geonames_get_city(index), 0).decode()
        key, name, _, _, country, _, _, people, latitude, longitude = ast.literal_eval(text)
        yield City(key, country, people, latitude, longitude, plain(name))


def translations(language):
    """GeoNames id -> name in that language."""
    text = subprocess.run(['msgunfmt', CATALOGUE % language], capture_output=True, text=True,
                          check=True).stdout
    return dict(re.findall(r'^msgid "(\d+)"\nmsgstr "(.+)"$', text, re.M))


def plain(name):
    """'Kempten (Allgäu)' -> 'Kempten'; 'Biel/Bienne' -> 'Biel'."""
    name = re.sub('[\u2018\u2019\u02bb\u02bc`]', "'", unicodedata.normalize('NFC', name))
    name = ''.join(c for c in name if not unicodedata.combining(c))
    name = name.replace('\u2013', '-').replace('\\"', '')
    name = re.sub(r'^Bruxelles \((.*)\)$', r'\1', name)
    name = re.sub(r' *\(.*?\)', '', name).split(',')[0].split('/')[0]
    return ' '.join(name.split())


def spellings(name, language):
    """The name as texts of the language write it: 'Le Mans' is also 'Mans', after 'au'."""
    yield plain(name)
    if '/' in name:
        yield plain(name.split('/')[1])
    if language == 'fr' and name.startswith('Le '):
        yield plain(name)[3:]
    if name.startswith('St. '):
        yield 'Saint ' + plain(name)[4:]


def add_forms(cities):
    for language in forms.LANGUAGES:
        names = translations(language)
        for city in cities:
            name = names.get(city.key, city.name)
            city.known |= {forms.fold(name), forms.fold(city.name)}
            for text in [*spellings(name, language), *spellings(city.name, language)]:
                city.forms.append(f'{language}:{text}')


def find(cities, country, name):
    """The biggest town of that name in that country."""
    found = [c for c in cities.get(country, ()) if forms.fold(name) in c.known]
    return max(found, key=lambda c: (forms.fold(c.name) == forms.fold(name), c.people),
               default=None)


def add_by_hand(cities):
    by_country = {}
    for city in cities:
        by_country.setdefault(city.country, []).append(city)
    for value, extra in forms.read(os.path.join(forms.HERE, 'city.txt')):
        columns = value.split(';')
        if len(columns) == 6:
            city = find(by_country, columns[1], columns[5])
            if not city:
                city = City(*columns)
                city.known = {forms.fold(city.name)}
                cities.append(city)
                by_country.setdefault(city.country, []).append(city)
            city.people = max(city.people, int(columns[2]))
        else:
            city = find(by_country, columns[0], columns[1])
            if not city:
                raise SystemExit(f'city.txt: no {value}')
            city.name = columns[2] if len(columns) > 2 else city.name
        city.by_hand = True
        city.forms += extra
        city.known |= {forms.fold(forms.split(form)[1]) for form in extra}
    for code, (value,) in forms.read(os.path.join(forms.HERE, 'capital.txt')):
        city = find(by_country, *value.split(';'))
        if not city:
            raise SystemExit(f'capital.txt: no {value}')
        city.stands, city.by_hand = code, True


def not_towns():
    """Folded form -> how many people a town must have to bear a name that is something else."""
    found = {}
    for group, words in forms.read(os.path.join(forms.HERE, 'city_not.txt')):
        for word in words:
            found[forms.fold(word)] = LARGE if group == 'small' else EVERYBODY
    for name, people in (('givenname', PERSON), ('surname', PERSON), ('region', LARGE),
                         ('demonym', STATE), ('country', STATE)):
        for _, extra in forms.read(os.path.join(forms.LEXICON, name + '.txt')):
            for form in extra:
                folded = forms.fold(forms.split(form)[1])
                found[folded] = max(people, found.get(folded, 0))
    return found


def is_name(folded, city, others):
    """Whether a text that has these words may mean that town."""
    if len(folded) < 3 or re.fullmatch(r'[\d ]+', folded) or others.get(folded) == EVERYBODY:
        return False
    return city.by_hand or city.people >= others.get(folded, 0)


def choose(cities):
    """Leaves out what is no name of a town in a text, and all but the biggest of one name."""
    others, claims = not_towns(), {}  # claims: (language, folded) -> town -> [form …]
    for city in cities:
        for form in forms.join(city.forms):
            language, text = forms.split(form)
            folded = forms.fold(text)
            if is_name(folded, city, others):
                for code in [language] if language else forms.LANGUAGES:
                    towns_so_called = claims.setdefault((code, folded), {})
                    towns_so_called.setdefault(city, []).append(f'{code}:{text}')
        city.forms = []
    for rivals in claims.values():
        ranked = sorted(rivals, key=lambda city: (not city.stands, -city.people))
        least = min(ranked[0].people // HOMONYM, LARGE)
        for city in ranked[:SAME_FORM]:
            if city.by_hand or city.people >= least:
                city.forms += rivals[city]


def spellings_of(cities):
    """(language, folded word) -> the ways in which lang/all/ writes it."""
    found = {}
    written = [form for city in cities for form in city.forms]
    for name in OTHERS:
        for _, extra in forms.read(os.path.join(forms.LEXICON, name + '.txt')):
            written += extra
    for form in written:
        language, text = forms.split(form)
        for code in [language] if language else forms.LANGUAGES:
            for word in re.findall(r"[\w']+", forms.spelling(text)):
                found.setdefault((code, forms.fold(word)), set()).add(word)
    return found


def add_plain(cities):
    """
    The engine takes "Bogota" for "Bogotá" unless somebody else bears the name without the accent;
    then both must be said.
    """
    found = spellings_of(cities)
    for city in cities:
        for form in city.forms[:]:
            language, text = forms.split(form)
            words = re.findall(r"[\w']+", forms.spelling(text))
            if any(len(found[language, forms.fold(word)]) > 1 for word in words):
                city.forms.append(f'{language}:{forms.plain(text)}')


def main():
    cities = list(towns())
    add_forms(cities)
    add_by_hand(cities)
    choose(cities)
    add_plain(cities)
    kept = [city for city in cities if city.forms]
    kept.sort(key=lambda city: (city.country, -city.people, city.name, city.key))
    forms.write('city', COMMENT, ((city.value(), city.forms) for city in kept))


if __name__ == '__main__':
    main()
