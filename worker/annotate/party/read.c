#include "annotate/party/read.h"
#include "annotate/party/sent.h"

#include "annotate/country.h"
#include "annotate/look.h"
#include "annotate/name/name.h"
#include "annotate/party/state.h"
#include "annotate/verb.h"

/* clang-format off: one kind a line */
#define READING_MAP(X)      \
    X(ANNOTATION_ROLE)      \
    X(ANNOTATION_NAME)      \
    X(ANNOTATION_ORG)       \
    X(LEXICON_ORGANIZATION) \
    X(LEXICON_COUNTRY)      \
    X(LEXICON_INSTITUTION)  \
    X(LEXICON_CITY)         \
    X(LEXICON_GROUPNOUN)    \
    X(LEXICON_DELEGATION)   \
    X(LEXICON_HONORIFIC)    \
    X(LEXICON_MEDIA)
/* clang-format on */

static const bool READINGS[KIND_FREE] = {READING_MAP(KIND_TRUE)};
#define READING_BITS (UINT64_C(0) READING_MAP(KIND_OR_BIT))

/* "Industries | Principal Secretary X": an office, and no body whose kind stands before it. */
static bool is_office_behind(const struct reader *reader, const struct annotation *annotation)
{
    const struct capture *head =
        annotation->kind == ANNOTATION_ORG ? look_capture(annotation, CAPTURE_ORGANIZATION) : NULL;
    return head && head->begin < annotation->begin &&
           look_at(reader->document, annotation->begin, ANNOTATION_ROLE);
}

/* The longest of the readings that can be a party by themselves; who is called like a town before
 * the town, and the name behind a word for a body before a person's. */
static const struct annotation *best_reading(const struct reader *reader, uint32_t token)
{
    const struct annotation *best = NULL;
    if (!look_any(reader->document, token, READING_BITS))
        return NULL;
    for (const struct annotation *a = reader->document->first[token]; a; a = a->next) {
        if (a->kind >= KIND_FREE || !READINGS[a->kind] || a->end > reader->end ||
            is_office_behind(reader, a))
            continue;
        const bool namesake = best && best->kind == LEXICON_CITY && a->kind == ANNOTATION_NAME;
        const bool body = best && best->kind == ANNOTATION_NAME && a->kind == ANNOTATION_ORG;
        if (!best || a->end > best->end || ((namesake || body) && a->end == best->end))
            best = a;
    }
    return best;
}

/* "Velumine executives", "Hutu rebels", "NTF officials": the group that one capitalised word,
 * nobody's name, only describes; or NULL. */
static const struct annotation *group_of_word(const struct reader *reader,
                                              const struct annotation *annotation)
{
    const struct name *name = annotation->detail;
    const uint32_t next = annotation->end;
    if (name->words > 1 || name->given || name->surname || name->figure || next >= reader->end ||
        look_flag(reader->document, next, TOKEN_CAPITAL))
        return NULL;
    const struct annotation *group = reader_look(reader, next, LEXICON_GROUPNOUN);
    return group && group->tag == TAG_PLUR ? group : NULL;
}

bool reader_quote(const struct reader *reader, uint32_t token)
{
    return token < reader->end && look_quote(reader->document, token);
}

/* "l'UNamur", "le Velumax": one unknown word behind an article is no person's name. */
static bool is_thing(const struct reader *reader, const struct annotation *annotation)
{
    const struct name *name = annotation->detail;
    return name->words == 1 && !name->given && !name->surname && !name->figure && !name->known &&
           annotation->begin == reader->party.begin + 1 &&
           reader_is(reader, reader->party.begin, CLASS(DETERMINER)) &&
           !reader_is(reader, reader->party.begin, CLASS(OF) | CLASS(TO) | CLASS(AT));
}

static bool read_unnamed(struct reader *reader, const struct annotation *annotation)
{
    const struct name *name = annotation->detail;
    const struct annotation *group = group_of_word(reader, annotation);
    const enum rank rank = group ? look_lexeme(reader->document, group)->rank : RANK_NONE;
    const bool sent = rank == RANK_ENVOY || rank == RANK_EXECUTIVE;
    const bool members = group && look_lexeme(reader->document, group)->members;
    if ((name->acronym && members) || (name_is_of_body(name) && sent)) {
        reader->party.type = PARTY_ORGANIZATION;
        reader->party.name_begin = annotation->begin;
        reader->party.name_end = annotation->end;
        reader->party.delegation = reader->party.plural = sent;
        reader->at = group->end;
        return true;
    }
    if (group)
        return reader_group(reader, group);
    if (reader_swallowed(reader, annotation))
        return true;
    if (reader_personal(annotation) && !is_thing(reader, annotation)) {
        reader_name(reader, annotation);
        return true;
    }
    reader->party.type = PARTY_ORGANIZATION;
    reader->party.weak = !name->acronym || name->initial;
    reader->party.name_begin = annotation->begin;
    reader->party.name_end = annotation->end;
    reader->at = annotation->end;
    return true;
}

/* "the EU", "an IMF team", "Hamas officials", "M23 rebels": a body, those whom it sent, or those
 * who fight for it. */
static bool read_body(struct reader *reader, const struct annotation *body)
{
    const struct annotation *fighters = reader_look(reader, body->end, LEXICON_GROUPNOUN);
    if (fighters && look_lexeme(reader->document, fighters)->members) {
        reader_body(reader, body);
        reader->at = fighters->end;
        return true;
    }
    const struct annotation *sent = reader_look(reader, body->end, LEXICON_DELEGATION);
    if (!sent)
        sent = reader_envoys(reader, body->end);
    if (!sent || look_flag(reader->document, sent->begin, TOKEN_CAPITAL))
        return reader_body(reader, body);
    reader_sent(reader, body);
    reader->at = sent->end;
    return true;
}

/* "a reçu à Leixo le ministre": the name of a town that no list has, before who was met there. */
static bool is_town_before(const struct reader *reader, const struct annotation *name)
{
    const struct annotation *place = reader_look(reader, name->begin, ANNOTATION_PLACE);
    return place && place->end == name->end &&
           reader_is(reader, name->end, CLASS(DETERMINER) | CLASS(POSSESSIVE)) &&
           reader_look(reader, name->end + 1, ANNOTATION_ROLE);
}

static bool read_kind(struct reader *reader, const struct annotation *best)
{
    switch (best->kind) {
    case ANNOTATION_ROLE:
        return reader_titled(reader, best);
    case LEXICON_HONORIFIC:
        return reader_honorific(reader, best);
    case ANNOTATION_NAME:
        return !is_town_before(reader, best) && read_unnamed(reader, best);
    case ANNOTATION_ORG:
    case LEXICON_ORGANIZATION:
        return read_body(reader, best);
    case LEXICON_COUNTRY:
        return reader_state(reader, best, false);
    case LEXICON_INSTITUTION:
        return reader_state(reader, best, true);
    case LEXICON_CITY:
        return look_lexeme(reader->document, best)->stands[0] && reader_state(reader, best, true);
    case LEXICON_GROUPNOUN:
    case LEXICON_DELEGATION:
        return reader_group(reader, best);
    default:
        return false;
    }
}

/* Whether a word at token can describe the body behind it: "rebel", "mouvement"; no meeting, not
 * "the summit NATO-Russia". */
static bool is_describing(const struct reader *reader, uint32_t token)
{
    return token + 1 < reader->end && look_flag(reader->document, token, TOKEN_WORD) &&
           !look_flag(reader->document, token, TOKEN_CAPITAL) &&
           !reader_look(reader, token, LEXICON_MEETNOUN) &&
           !reader_is(reader, token, CLASS(STOPWORD) | CLASS(OF) | CLASS(AT) | CLASS(AND));
}

/* "the rebel Northern Front", "the rebel movement JEM", "the rival armed JEM": the body behind an
 * article and a small word, or two of which one says what it is or sets it apart; or NULL. */
static const struct annotation *body_behind(const struct reader *reader, uint32_t token)
{
    if (token == reader->at || !is_describing(reader, token))
        return NULL;
    const bool noun = reader_look(reader, token, LEXICON_ORGNOUN) ||
                      reader_look(reader, token, LEXICON_OFFICEPREFIX) ||
                      reader_look(reader, token + 1, LEXICON_ORGNOUN);
    const uint32_t begin = token + 1 + (noun && is_describing(reader, token + 1));
    const struct annotation *body = reader_look(reader, begin, ANNOTATION_ORG);
    if (!body)
        body = reader_look(reader, begin, LEXICON_ORGANIZATION);
    return body && look_flag(reader->document, begin, TOKEN_CAPITAL) ? body : NULL;
}

/* "une dizaine de députés", "un groupe d'étudiants": the people behind a word for how many, which
 * ends before bare, or for what they are together; or NULL. */
static const struct annotation *crowd_at(const struct reader *reader, uint32_t bare)
{
    const bool counted = bare > reader->at && reader_is(reader, bare - 1, CLASS(QUANTIFIER));
    const bool meets = reader_look(reader, bare, LEXICON_MEETNOUN); /* "le forum des jeunes" */
    const struct annotation *together =
        counted || meets ? NULL : reader_look(reader, bare, LEXICON_ORGNOUN);
    const uint32_t of = counted ? bare : together ? together->end : reader->end;
    if (!reader_is(reader, of, CLASS(OF)) || bare == reader->at)
        return NULL;
    const uint32_t people = reader_skip(reader, of + 1, READER_ARTICLES);
    const struct annotation *group = reader_look(reader, people, LEXICON_GROUPNOUN);
    const struct annotation *role = reader_look(reader, people, ANNOTATION_ROLE);
    const bool own = people > of + 1 && role && ((const struct role *)role->detail)->counterpart;
    return own ? role : group; /* "deux de ses homologues" */
}

/* "the opposition | National Coalition": whether the noun tells which camp the body behind it is
 * of, as a word before another noun: "opposition leaders". */
static bool is_camp(const struct reader *reader, const struct annotation *noun)
{
    return noun->end == noun->begin + 1 && look_lexeme(reader->document, noun)->rank == RANK_NONE &&
           !look_flag(reader->document, noun->begin, TOKEN_CAPITAL) &&
           !reader_look(reader, noun->end, ANNOTATION_ROLE) &&
           (reader_look(reader, noun->end, ANNOTATION_ORG) ||
            reader_look(reader, noun->end, LEXICON_ORGANIZATION));
}

/* "les syndicats CGT et FO": the first of the bodies named right behind the word for what they are,
 * or NULL. */
static const struct annotation *bodies_behind(const struct reader *reader,
                                              const struct annotation *noun)
{
    if (noun->kind != LEXICON_GROUPNOUN || !(reader_look(reader, noun->begin, LEXICON_ORGNOUN) ||
                                             (noun->tag == TAG_PLUR && is_camp(reader, noun))))
        return NULL;
    const struct annotation *name = reader_look(reader, noun->end, ANNOTATION_NAME);
    if (name && ((const struct name *)name->detail)->acronym)
        return name;
    const struct annotation *body = reader_look(reader, noun->end, LEXICON_ORGANIZATION);
    return body ? body : reader_look(reader, noun->end, ANNOTATION_ORG);
}

/* "le Forum du lac": what was read may be a meeting where it stands; "le Comité de suivi" is rather
 * who sits. */
static bool is_occasion(const struct reader *reader)
{
    const uint32_t bare = reader_skip(reader, reader->party.begin, READER_ARTICLES);
    const struct annotation *head = reader_look(reader, bare, LEXICON_ORGHEAD);
    if (head && look_lexeme(reader->document, head)->body == BODY_ORGAN)
        return false;
    for (uint32_t t = reader->party.begin; t < reader->at; t++) {
        if (reader_look(reader, t, LEXICON_MEETNOUN) || reader_look(reader, t, LEXICON_SERIES))
            return true;
    }
    return false;
}

/* What may stand before the first word of a party. */
#define SMALL_WORDS (READER_ARTICLES | CLASS(QUANTIFIER) | CLASS(NEGATION))

static const uint64_t FIRST_BITS = READING_BITS | KIND_BIT(LEXICON_DEMONYM) |
                                   KIND_BIT(LEXICON_REGION) | KIND_BIT(LEXICON_OFFICEPREFIX);

uint32_t reader_next(const struct reader *reader, uint32_t token, uint64_t kinds, uint64_t classes)
{
    const struct document *document = reader->document;
    kinds |= FIRST_BITS;
    classes |= SMALL_WORDS | CLASS(STANDIN);
    while (token < reader->end && !look_any(document, token, kinds) &&
           !document_is(document, token, classes) && !look_flag(document, token + 1, TOKEN_HYPHEN))
        token++;
    return token;
}

/* Where the first word of a party is: behind the small words, and behind the word for the camp of
 * whose name follows: "and Socialist | Mark Haller". */
static uint32_t bare_at(const struct reader *reader)
{
    const uint32_t bare = reader_skip(reader, reader->at, SMALL_WORDS);
    const struct annotation *camp = reader_look(reader, bare, LEXICON_OFFICEPREFIX);
    const struct annotation *name = camp ? reader_look(reader, camp->end, ANNOTATION_NAME) : NULL;
    const bool told = name && ((const struct name *)name->detail)->given &&
                      look_says(reader->document, camp, STR("-"));
    return told ? camp->end : bare;
}

bool reader_can_begin(const struct reader *reader)
{
    const uint32_t bare = bare_at(reader);
    static const uint64_t behind = KIND_BIT(ANNOTATION_ORG) | KIND_BIT(LEXICON_ORGANIZATION) |
                                   KIND_BIT(LEXICON_GROUPNOUN) | KIND_BIT(LEXICON_ORGNOUN);
    const struct document *document = reader->document;
    if (look_any(document, bare, FIRST_BITS) || look_flag(document, bare + 1, TOKEN_HYPHEN) ||
        (reader_is(reader, reader->at, CLASS(STANDIN)) && reader_office_before(reader)))
        return true;
    return bare > reader->at &&
           (look_any(document, reader->at, READING_BITS) ||
            document_is(document, bare - 1, CLASS(PAIR)) ||
            look_maybe(document, bare, LEXICON_ORGNOUN) || look_any(document, bare + 1, behind) ||
            (document_is(document, bare, CLASS(OF)) &&
             document_is(document, bare + 1, CLASS(POSSESSIVE)))); /* "deux de ses homologues" */
}

/* "le chinois Dongfeng", "l'américain Boeing": the one name behind an article and a word for its
 * state is a company's, though a town may be called so; whether one was read. */
static bool read_national_company(struct reader *reader, uint32_t bare)
{
    const struct annotation *people =
        bare > reader->at ? reader_look(reader, bare, LEXICON_DEMONYM) : NULL;
    const char *code =
        people && people->tag != TAG_PLUR ? country_of(reader->document, people) : NULL;
    const uint32_t token = people ? people->end : bare;
    if (!code || look_flag(reader->document, bare, TOKEN_CAPITAL) || token >= reader->end ||
        !look_flag(reader->document, token, TOKEN_CAPITAL) ||
        (token + 1 < reader->end && look_flag(reader->document, token + 1, TOKEN_CAPITAL)))
        return false;
    const struct annotation *found = reader_look(reader, token, ANNOTATION_NAME);
    const struct name *name = found ? found->detail : NULL;
    const struct annotation *town = name ? NULL : reader_look(reader, token, LEXICON_CITY);
    if (name ? name->words > 1 || name->figure || name->given : !town || town->end > token + 1)
        return false;
    reader->party.type = PARTY_ORGANIZATION;
    memcpy(reader->party.country, code, 3);
    reader->party.name_begin = token;
    reader->party.name_end = reader->at = token + 1;
    return true;
}

/* "les présidents | X et Y", ", respectivement MM. X et Y": whether a name stands behind those whom
 * a word that ends at token tells. */
static bool is_named(const struct reader *reader, uint32_t token)
{
    const uint32_t behind =
        reader_skip(reader, token + reader_comma(reader, token), CLASS(RESPECTIVE));
    return reader_look(reader, behind, ANNOTATION_NAME) ||
           reader_look(reader, behind, LEXICON_HONORIFIC);
}

/* "flew there to | chair talks": whether the one word for an office is a verb where it stands. */
static bool is_verb_here(const struct reader *reader, const struct annotation *office)
{
    const struct annotation *verb =
        office->begin > 0 ? look_at(reader->document, office->begin - 1, ANNOTATION_VERB) : NULL;
    return office->kind == ANNOTATION_ROLE && verb && verb->end == office->begin + 1 &&
           verb->end == office->end && ((const struct verb *)verb->detail)->tense == TENSE_INF;
}

bool reader_party(struct reader *reader)
{
    if (reader->office && reader->at < reader->end && reader_elliptic(reader))
        return true;
    const bool standin = reader_is(reader, reader->at, CLASS(STANDIN));
    if (standin && reader_look(reader, reader->at, LEXICON_MEETNOUN))
        return false; /* "la visite de A et | celle du président B" */
    if (reader->before && standin && reader_standin(reader))
        return true;
    if (reader->at >= reader->end || !reader_can_begin(reader))
        return false;
    const uint32_t bare = bare_at(reader);
    if (reader_is(reader, reader->at, CLASS(RELATIVE)) && reader->at + 1 < reader->end &&
        (look_flag(reader->document, reader->at + 1, TOKEN_CAPITAL) ||
         reader_is(reader, reader->at + 1, CLASS(DETERMINER) | CLASS(POSSESSIVE))) &&
        !look_flag(reader->document, reader->at, TOKEN_CAPITAL))
        return false; /* "denied that Petrov would", "that the mayor": what joins clauses */
    reader->party = (struct party){.begin = reader->at};
    const struct annotation *best = best_reading(reader, reader->at);
    const struct annotation *owned = reader_owned(reader, bare);
    if (!owned && !best && bare < reader->end)
        best = best_reading(reader, bare);
    const struct annotation *crowd = owned ? NULL : crowd_at(reader, bare);
    if (crowd && (!best || best->end <= crowd->begin))
        best = crowd;
    if (!owned && !best)
        best = body_behind(reader, bare);
    const bool state = best && best->kind == LEXICON_COUNTRY && best->begin == bare;
    const struct annotation *group =
        owned || (best && !state) ? NULL : reader_group_noun(reader, bare);
    if (group && (!state || group->kind == LEXICON_DELEGATION)) /* "the US delegation" */
        best = group;
    if (owned && (!best || best->end <= owned->begin))
        best = owned;
    if (!owned && (reader_compatriot(reader, bare) || reader_colleague(reader, bare) ||
                   read_national_company(reader, bare)))
        return true;
    if (best && best->kind == LEXICON_GROUPNOUN && is_named(reader, best->end)) {
        const struct annotation *office = reader_look(reader, best->begin, ANNOTATION_ROLE);
        best = office && office->end == best->end ? office : best; /* "les présidents X et Y" */
    }
    if (!best)
        return reader_two(reader) || reader_people(reader, bare);
    if (is_verb_here(reader, best))
        return false;
    const struct annotation *body = bodies_behind(reader, best);
    best = body ? body : best;
    if (!read_kind(reader, reader_of_states(reader, best)))
        return false;
    const bool known = reader_look(reader, reader->at + 1, LEXICON_ORGANIZATION) != NULL;
    if (known || best->kind == LEXICON_ORGANIZATION || !is_occasion(reader))
        reader_take_acronym(reader); /* "le Conseil du lac (CDL)" */
    reader_noun_behind(reader);
    return true;
}
