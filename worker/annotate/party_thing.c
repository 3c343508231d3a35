#include "annotate/look.h"
#include "annotate/name.h"
#include "annotate/party_read.h"

bool reader_state(struct reader *reader, const struct annotation *annotation, bool metonym)
{
    const char *country = country_of(reader->document, annotation);
    struct party *party = &reader->party;
    party->type = PARTY_COUNTRY;
    party->metonym = metonym;
    party->name_begin = annotation->begin;
    party->name_end = annotation->end;
    if (country && country_is_union(country))
        party->type = PARTY_ORGANIZATION;
    else if (country)
        memcpy(party->country, country, 3);
    reader->at = annotation->end;
    return true;
}

bool reader_body(struct reader *reader, const struct annotation *annotation)
{
    struct party *party = &reader->party;
    const char *country = country_of(reader->document, annotation);
    const struct capture *told = look_capture(annotation, CAPTURE_COUNTRY);
    const struct annotation *region = reader_look(reader, annotation->begin, LEXICON_REGION);
    if (!country && told)
        country = country_of(reader->document, told->annotation);
    else if (!country && region && region->end == annotation->end) /* "la région Bretagne" */
        country = country_of(reader->document, region);
    const struct capture *head = look_capture(annotation, CAPTURE_ORGANIZATION);
    const bool government =
        head && head->annotation &&
        look_lexeme(reader->document, head->annotation)->body == BODY_GOVERNMENT;
    party->type = government && country ? PARTY_COUNTRY : PARTY_ORGANIZATION;
    party->organization = annotation;
    party->name_begin = annotation->begin;
    party->name_end = annotation->end;
    if (country && !country_is_union(country))
        memcpy(party->country, country, 3);
    reader->at = annotation->end;
    return true;
}

/* The country of a demonym, into the party. */
static void take_demonym(struct reader *reader, const struct annotation *demonym)
{
    const char *code = country_of(reader->document, demonym);
    if (code)
        memcpy(reader->party.country, code, 3);
}

/* What a group belongs to: "pays d'Asie centrale", "ministers of the Sahel"; NULL: nothing. */
static const struct annotation *read_belonging(struct reader *reader, uint32_t begin)
{
    const struct annotation *found = NULL;
    const struct annotation *region = reader_look(reader, begin, LEXICON_REGION);
    if (region && region->end > reader->at)
        reader->at = region->end;
    if (!reader_is(reader, reader->at, CLASS(OF)))
        return NULL;
    uint32_t t = reader_skip(reader, reader->at + 1, READER_ARTICLES);
    const struct annotation *kind = reader_look(reader, t, LEXICON_ORGNOUN);
    if (kind && !reader_look(reader, t, ANNOTATION_ORG) &&
        !reader_look(reader, t, LEXICON_ORGANIZATION)) { /* "du groupe italien Eni" */
        const struct annotation *of = reader_look(reader, kind->end, LEXICON_DEMONYM);
        t = of ? of->end : kind->end;
    }
    const struct annotation *name = reader_look(reader, t, ANNOTATION_NAME);
    if (name && ((const struct name *)name->detail)->acronym) { /* "une délégation de la FSVT" */
        reader->at = name->end;
        found = name;
    }
    static const uint16_t kinds[] = {LEXICON_REGION, LEXICON_ORGANIZATION, ANNOTATION_ORG};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        const struct annotation *owner = reader_look(reader, t, kinds[i]);
        if (!owner || owner->end <= reader->at)
            continue;
        reader->at = owner->end;
        found = owner;
    }
    return found;
}

bool reader_sent(struct reader *reader, const struct annotation *body)
{
    reader_body(reader, body);
    reader->party.delegation = true;
    reader->party.plural = true;
    reader->party.role_count = 0;
    return true;
}

/* The state or body behind "from": "officials from Ghana", or NULL. */
static const struct annotation *sender_of(const struct reader *reader)
{
    static const uint16_t kinds[] = {LEXICON_COUNTRY, ANNOTATION_ORG, LEXICON_ORGANIZATION};
    const struct annotation *found = NULL;
    const bool of = reader_is(reader, reader->at, CLASS(OF));
    const uint32_t t = reader_skip(reader, reader->at + 1, READER_ARTICLES);
    if (of && reader->party.delegation) /* "a delegation of Norway" */
        return reader_look(reader, t, LEXICON_COUNTRY);
    if (of || !reader_is(reader, reader->at, CLASS(FROM)))
        return NULL;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        const struct annotation *sender = reader_look(reader, t, kinds[i]);
        if (sender && (!found || sender->end > found->end))
            found = sender;
    }
    return found;
}

/* Those whom a state or body sent stand for it: "negotiators from Ghana and the EU". */
static bool reader_sender(struct reader *reader, const struct annotation *sender)
{
    if (sender->kind != LEXICON_COUNTRY)
        return reader_sent(reader, sender);
    reader_state(reader, sender, false);
    reader->party.delegation = true;
    reader->party.plural = true;
    return true;
}

/* "South African" in "a South African delegation", or NULL. */
static const struct annotation *demonym_before(const struct document *document, uint32_t noun)
{
    enum { WORDS_MAX = 3 };
    const struct annotation *longest = NULL;
    for (uint32_t back = 1; back <= WORDS_MAX && back <= noun; back++) {
        const struct annotation *demonym = look_at(document, noun - back, LEXICON_DEMONYM);
        if (demonym && demonym->end == noun)
            longest = demonym;
    }
    return longest;
}

/* "une délégation russe", "les deux dirigeants": people without names, as a group. */
/* "Central Asian states": where the region that the noun ends begins, else the noun itself. */
static uint32_t group_begin(const struct reader *reader, const struct annotation *noun)
{
    for (uint32_t t = reader->party.begin; t < noun->begin; t++) {
        const struct annotation *region = reader_look(reader, t, LEXICON_REGION);
        if (region && region->end == noun->end)
            return t;
    }
    return noun->begin;
}

bool reader_group(struct reader *reader, const struct annotation *noun)
{
    struct party *party = &reader->party;
    party->type = PARTY_GROUP;
    party->plural = true;
    party->delegation = noun->kind == LEXICON_DELEGATION;
    party->rank = look_lexeme(reader->document, noun)->rank;
    party->name_begin = group_begin(reader, noun);
    reader->at = noun->end;
    const struct annotation *after = reader_look(reader, reader->at, LEXICON_DEMONYM);
    const struct annotation *before = demonym_before(reader->document, noun->begin);
    if (after) {
        take_demonym(reader, after);
        reader->at = after->end;
        const struct annotation *second =
            reader_is(reader, after->end, CLASS(AND)) && noun->tag == TAG_PLUR
                ? reader_look(reader, after->end + 1, LEXICON_DEMONYM)
                : NULL;
        if (second) { /* "les délégations américaine et chinoise" */
            reader->at = second->end;
            party->country[0] = '\0';
        }
    } else if (before) {
        take_demonym(reader, before);
        party->name_begin = before->begin;
    }
    const struct annotation *region = reader_look(reader, reader->at, LEXICON_REGION);
    if (region && !look_flag(reader->document, region->begin, TOKEN_CAPITAL))
        reader->at = region->end; /* "des dirigeants africains" */
    if (party->rank != RANK_NONE || party->delegation) {
        const struct annotation *sender = sender_of(reader);
        if (sender)
            return reader_sender(reader, sender);
    }
    const struct annotation *owner = read_belonging(reader, noun->begin);
    if (owner && owner->kind != LEXICON_REGION && (party->delegation || party->rank == RANK_ENVOY))
        return reader_sent(reader, owner);
    if (party->delegation && party->country[0])
        party->type = PARTY_COUNTRY; /* "une délégation russe": its state takes part */
    party->name_end = reader->at;
    return true;
}

/* The word for a people at token, written as a noun, or NULL. */
static const struct annotation *people_at(const struct reader *reader, uint32_t token)
{
    const struct annotation *demonym = reader_look(reader, token, LEXICON_DEMONYM);
    return demonym && look_flag(reader->document, token, TOKEN_CAPITAL) &&
                   !(demonym->end < reader->end &&
                     look_flag(reader->document, demonym->end, TOKEN_HYPHEN))
               ? demonym
               : NULL;
}

/* Whether nothing at token can be what the people's name only describes: "French and German
 * carmakers". */
static bool ends_people(const struct reader *reader, uint32_t token)
{
    const uint64_t ends = CLASS(AT) | CLASS(TO) | CLASS(ADVERB) | CLASS(ABOUT) | CLASS(REFLEXIVE);
    return token >= reader->end || look_flag(reader->document, token, TOKEN_PUNCT) ||
           reader_is(reader, token, ends) || reader_look(reader, token, ANNOTATION_VERB) ||
           reader_look(reader, token, LEXICON_AUX) || reader_look(reader, token, ANNOTATION_DATE);
}

/* The people joined by "and" to the one that ends before token, or NULL. */
static const struct annotation *people_beside(const struct reader *reader, uint32_t token)
{
    if (token >= reader->end || !reader_is(reader, token, CLASS(AND)))
        return NULL;
    const struct annotation *people =
        people_at(reader, reader_skip(reader, token + 1, READER_ARTICLES));
    return people && ends_people(reader, people->end) ? people : NULL;
}

/* Whether another people stands before "and the", which ends at token. */
static bool people_precedes(const struct reader *reader, uint32_t token)
{
    const struct document *document = reader->document;
    while (token > 0 && document_is(document, token - 1, READER_ARTICLES))
        token--;
    return token > 1 && document_is(document, token - 1, CLASS(AND)) &&
           look_at(document, token - 2, LEXICON_DEMONYM) &&
           look_flag(document, token - 2, TOKEN_CAPITAL);
}

bool reader_people(struct reader *reader, uint32_t token)
{
    const struct annotation *people = token < reader->end ? people_at(reader, token) : NULL;
    if (!people || !(people_beside(reader, people->end) ||
                     (people_precedes(reader, token) && ends_people(reader, people->end))))
        return false;
    reader_state(reader, people, false);
    reader->party.plural = true;
    return true;
}
