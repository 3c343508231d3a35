#include "annotate/country.h"
#include "annotate/look.h"
#include "annotate/name/name.h"
#include "annotate/party/read.h"
#include "annotate/party/sent.h"
#include "annotate/party/state.h"

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
    const bool government = head && head->annotation &&
                            BODY_GOVERNS(look_lexeme(reader->document, head->annotation)->body);
    party->type = government && country ? PARTY_COUNTRY : PARTY_ORGANIZATION;
    party->organization = annotation;
    party->name_begin = annotation->begin;
    party->name_end = reader->at = reader_branch(reader, annotation);
    if (country && !country_is_union(country))
        memcpy(party->country, country, 3);
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
    const bool some = t == reader->at + 1 && !reader_is(reader, reader->at, READER_ARTICLES) &&
                      (reader_look(reader, t, LEXICON_NUMBER) ||
                       look_flag(reader->document, t, TOKEN_NUMBER)); /* not "des deux pays" */
    const struct annotation *counted = some ? reader_look(reader, t + 1, LEXICON_GROUPNOUN) : NULL;
    if (counted && counted->tag == TAG_PLUR) { /* "les ministres de huit pays" */
        reader->at = counted->end;
        return NULL;
    }
    const struct annotation *kind = reader_look(reader, t, LEXICON_ORGNOUN);
    if (kind && !reader_look(reader, t, ANNOTATION_ORG) &&
        !reader_look(reader, t, LEXICON_ORGANIZATION)) { /* "du groupe italien Eni" */
        const struct annotation *of = reader_look(reader, kind->end, LEXICON_DEMONYM);
        t = of ? of->end : kind->end;
    }
    const struct annotation *name = reader_look(reader, t, ANNOTATION_NAME);
    if (name && name_is_of_body(name->detail)) { /* "une délégation de la FSVT" */
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
    const struct annotation *states = found ? reader_states(reader, reader->at) : NULL;
    if (states)
        reader->at = states->end; /* "ministers of the NATO countries" */
    return found;
}

/* Whether the token tells what a delegation is for: "a Kenyan trade delegation". */
static bool is_purpose(const struct document *document, uint32_t token)
{
    return look_flag(document, token, TOKEN_WORD) && !look_flag(document, token, TOKEN_CAPITAL) &&
           !document_is(document, token,
                        READER_ARTICLES | CLASS(STOPWORD) | CLASS(OF) | CLASS(AT) | CLASS(AND)) &&
           !look_at(document, token, ANNOTATION_VERB) && !look_at(document, token, LEXICON_AUX) &&
           !look_at(document, token, LEXICON_MEETNOUN);
}

/* "South African" in "a South African delegation", "US" in "the US delegation"; or NULL. */
static const struct annotation *demonym_before(const struct document *document,
                                               const struct annotation *noun)
{
    enum { WORDS_MAX = 3 };
    const struct annotation *longest = NULL;
    uint32_t end = noun->begin;
    if (end > 1 && noun->kind == LEXICON_DELEGATION && is_purpose(document, end - 1) &&
        (look_at(document, end - 2, LEXICON_DEMONYM) ||
         look_at(document, end - 2, LEXICON_COUNTRY)))
        end--;
    for (uint32_t back = 1; back <= WORDS_MAX && back <= end; back++) {
        const struct annotation *demonym = look_at(document, end - back, LEXICON_DEMONYM);
        if (demonym && demonym->end == end)
            longest = demonym;
    }
    const struct annotation *state =
        longest || !end ? NULL : look_at(document, end - 1, LEXICON_COUNTRY);
    return state && state->end == end && noun->kind == LEXICON_DELEGATION ? state : longest;
}

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

/* "the Kenyan side", "la partie kényane": such a word needs the state beside it. */
static bool is_nobody(const struct reader *reader, const struct annotation *noun)
{
    return noun->kind == LEXICON_DELEGATION && !demonym_before(reader->document, noun) &&
           !reader_look(reader, noun->end, LEXICON_DEMONYM) &&
           look_says(reader->document, noun, STR("SIDE"));
}

/* Where the enumeration of peoples ends that begins at token: "russe, turque et chinoise"; token
 * itself when there are not two. */
static uint32_t peoples_end(const struct reader *reader, uint32_t token)
{
    uint32_t end = token;
    const struct annotation *people = reader_look(reader, token, LEXICON_DEMONYM);
    for (bool last = false; people && !last;) {
        uint32_t t = people->end + reader_comma(reader, people->end);
        last = reader_is(reader, t, CLASS(AND));
        t += last;
        people = t > people->end ? reader_look(reader, t, LEXICON_DEMONYM) : NULL;
        end = people && last ? people->end : end;
    }
    return end;
}

/* "les délégations américaine et chinoise": the states of all, as those of an office that several
 * share; each takes part. */
static bool read_sides(struct reader *reader, const struct annotation *noun, uint32_t end)
{
    struct role *role = ARENA_ARRAY(reader->document->arena, struct role, 1);
    if (!role) {
        reader->document->memory_out = true;
        return false;
    }
    *role = (struct role){
        .begin = noun->begin, .end = end, .rank = RANK_ENVOY, .plural = true, .presumed = ""};
    for (uint32_t t = noun->end; t < end && role->country_count < ROLE_COUNTRIES; t++) {
        const struct annotation *people = reader_look(reader, t, LEXICON_DEMONYM);
        const char *code = people ? country_of(reader->document, people) : NULL;
        if (code)
            memcpy(role->countries[role->country_count++], code, 3);
    }
    reader->party.type = PARTY_PERSON;
    reader->party.plural = true;
    party_take_role(&reader->party, role);
    reader->at = end;
    return true;
}

const struct annotation *reader_of_states(const struct reader *reader,
                                          const struct annotation *title)
{
    const struct annotation *group = reader_look(reader, title->begin, LEXICON_GROUPNOUN);
    const bool several = title->kind == ANNOTATION_ROLE && group;
    const struct annotation *behalf =
        several && look_lexeme(reader->document, group)->rank == RANK_ENVOY && /* "envoys for A" */
                group->end < title->end
            ? reader_look(reader, group->end, LEXICON_BEHALF)
            : NULL;
    return behalf || (title->kind == ANNOTATION_ROLE && group && reader_states(reader, title->end))
               ? group
               : title;
}

/* "une délégation russe", "the Kenyan delegation": reads of what people the group is. */
static void read_people(struct reader *reader, const struct annotation *noun)
{
    struct party *party = &reader->party;
    const struct annotation *after = reader_look(reader, reader->at, LEXICON_DEMONYM);
    const struct annotation *before = demonym_before(reader->document, noun);
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
}

/* "une délégation russe", "les deux dirigeants": people without names, as a group. */
bool reader_group(struct reader *reader, const struct annotation *noun)
{
    struct party *party = &reader->party;
    if (is_nobody(reader, noun))
        return false;
    if (reader_named_group(reader, noun))
        return true;
    party->type = PARTY_GROUP;
    party->plural = true;
    party->delegation = noun->kind == LEXICON_DELEGATION;
    party->companion = party->delegation && reader_is(reader, party->begin, CLASS(POSSESSIVE));
    party->rank = look_lexeme(reader->document, noun)->rank;
    party->name_begin = reader_skip(reader, group_begin(reader, noun), READER_ARTICLES);
    const struct annotation *states = reader_states(reader, noun->end);
    reader->at = states ? states->end : noun->end; /* "leaders of NATO | member countries" */
    const uint32_t sides = noun->tag == TAG_PLUR && (party->delegation || party->rank == RANK_ENVOY)
                               ? peoples_end(reader, noun->end)
                               : noun->end;
    if (sides > noun->end) {
        *party = (struct party){.begin = party->begin};
        return read_sides(reader, noun, sides);
    }
    read_people(reader, noun);
    const struct annotation *region = reader_look(reader, reader->at, LEXICON_REGION);
    if (region && !look_flag(reader->document, region->begin, TOKEN_CAPITAL))
        reader->at = region->end; /* "des dirigeants africains" */
    reader->at = reader_behind_epithet(reader, reader->at);
    const bool sent =
        party->delegation || party->rank == RANK_ENVOY || party->rank == RANK_EXECUTIVE;
    if (sent && reader_capital(reader))
        return reader_sender(reader, reader_capital(reader));
    if (party->rank != RANK_NONE || party->delegation) {
        const struct annotation *sender = reader_sender_of(reader);
        const bool members = rank_is_minister(party->rank) || rank_is_head(party->rank);
        if (sender && (!members || sender->kind == LEXICON_COUNTRY))
            return reader_sender(reader, sender);
        reader->at = sender ? sender->end : reader->at; /* "ministers from the G7": of its states */
    }
    const struct annotation *owner = read_belonging(reader, noun->begin);
    if (owner && owner->kind != LEXICON_REGION && sent)
        return reader_sent(reader, owner);
    if (owner && owner->kind != LEXICON_REGION && look_lexeme(reader->document, noun)->members)
        return reader_body(reader, owner); /* "les rebelles du M23" */
    if (sent && party->country[0] && party->rank != RANK_EXECUTIVE)
        party->type = PARTY_COUNTRY; /* "une délégation russe": its state takes part */
    party->name_end = reader->at;
    return true;
}

bool reader_is_where(const struct reader *reader, const struct party *party)
{
    const struct document *document = reader->document;
    const uint64_t inside = CLASS(AT) | CLASS(TO);
    if (party->type != PARTY_COUNTRY || !reader_comma(reader, party->end))
        return false;
    return document_is(document, party->begin, inside) || /* "aux" */
           document_is(document, party->begin - 1, inside);
}

/* "Central Asian states", "Gulf officials": the word for a group that ends the name of a region, or
 * stands behind it; or NULL. */
static const struct annotation *group_of_region(const struct reader *reader, uint32_t token)
{
    const struct annotation *region = reader_look(reader, token, LEXICON_REGION);
    const struct annotation *behind =
        region ? reader_look(reader, region->end, LEXICON_GROUPNOUN) : NULL;
    if (behind && behind->tag == TAG_PLUR &&
        !look_flag(reader->document, behind->begin, TOKEN_CAPITAL))
        return behind;
    for (uint32_t t = token + 1; region && t < region->end; t++) {
        const struct annotation *noun = reader_look(reader, t, LEXICON_GROUPNOUN);
        if (noun && noun->end == region->end)
            return noun;
    }
    return NULL;
}

/* "the Kenyan delegation": the word for a group behind the name of a people, or NULL. */
static const struct annotation *group_of_people(const struct reader *reader, uint32_t token)
{
    const struct annotation *people = reader_look(reader, token, LEXICON_DEMONYM);
    const struct annotation *state = people ? people : reader_look(reader, token, LEXICON_COUNTRY);
    const struct annotation *noun =
        state ? reader_look(reader, state->end, LEXICON_DELEGATION) : NULL;
    if (state && !noun && state->end < reader->end && is_purpose(reader->document, state->end))
        noun = reader_look(reader, state->end + 1, LEXICON_DELEGATION);
    return people && !noun ? reader_look(reader, people->end, LEXICON_GROUPNOUN) : noun;
}

/* "the | coastal rebels", "the | hospital doctors": whether the word behind an article is one that
 * no list has, as what a group is like is, or where its people work. */
static bool is_like(const struct document *document, uint32_t token)
{
    static const uint16_t works[] = {LEXICON_ORGNOUN, LEXICON_GROUPNOUN, 0};
    const bool work = look_kinds(document, token, works) &&
                      !look_at(document, token, ANNOTATION_ORG) &&
                      !look_at(document, token, ANNOTATION_VERB);
    return document_is(document, token - 1, CLASS(DETERMINER)) &&
           ((work && !look_flag(document, token, TOKEN_CAPITAL)) || look_unread(document, token));
}

/* "communist rebels", "Maoist-led guerrillas": the word for a group behind what it is like. */
static const struct annotation *group_described(const struct reader *reader, uint32_t token)
{
    const struct annotation *like = reader_look(reader, token, LEXICON_OFFICEPREFIX);
    const bool half = token + 2 < reader->end &&
                      look_flag(reader->document, token + 1, TOKEN_HYPHEN) &&
                      !look_flag(reader->document, token + 1, TOKEN_CAPITAL);
    const uint32_t behind = half ? token + 2 : like ? like->end : token + 1;
    if (!like && !half && !is_like(reader->document, token))
        return NULL;
    const struct annotation *noun = reader_look(reader, behind, LEXICON_GROUPNOUN);
    return like || half || (noun && noun->tag == TAG_PLUR) ? noun : NULL;
}

const struct annotation *reader_group_noun(const struct reader *reader, uint32_t token)
{
    const struct annotation *noun = group_of_region(reader, token);
    if (!noun)
        noun = group_of_people(reader, token);
    return noun ? noun : group_described(reader, token);
}
