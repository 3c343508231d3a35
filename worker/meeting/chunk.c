#include "meeting/chunk.h"

#include "annotate/look.h"
#include "annotate/party.h"
#include "annotate/spot.h"
#include "annotate/verb.h"
#include "meeting/chunk_gathering.h"

/* clang-format off: a row a line */

/* Kinds of annotations that make a chunk, X(KIND, TYPE).  At equal length the earlier row wins. */
#define KIND_ROWS(X)                          \
    X(ANNOTATION_DATE, CHUNK_DATE)            \
    X(ANNOTATION_TIME, CHUNK_TIME)            \
    X(ANNOTATION_VERB, CHUNK_VERB)            \
    X(LEXICON_MODEPHRASE, CHUNK_MODE)         \
    X(LEXICON_HOST, CHUNK_HOST)               \
    X(LEXICON_SIDELINE, CHUNK_SIDELINE)       \
    X(LEXICON_FOLLOWING, CHUNK_FOLLOWING)     \
    X(LEXICON_ACCOMPANIED, CHUNK_ACCOMPANIED) \
    X(LEXICON_WITH, CHUNK_WITH)               \
    X(LEXICON_BETWEEN, CHUNK_BETWEEN)         \
    X(LEXICON_MEETNOUN, CHUNK_NOUN)           \
    X(LEXICON_SERIES, CHUNK_NOUN)             \
    X(ANNOTATION_PLACE, CHUNK_PLACE)          \
    X(ANNOTATION_PARTY, CHUNK_PARTY)          \
    X(LEXICON_OUTCOME, CHUNK_OUTCOME)         \
    X(LEXICON_NEXTPREVIOUS, CHUNK_SEQUENCE)

/* Word classes that make a chunk of one word; the earlier row wins. */
#define WORD_ROWS(X)                        \
    X(RELATIVE, CHUNK_RELATIVE)             \
    X(SUBORDINATOR, CHUNK_SUBORDINATOR)     \
    X(AND, CHUNK_AND)                       \
    X(PLURAL_PRONOUN, CHUNK_PLURAL_PRONOUN) \
    X(PRONOUN, CHUNK_PRONOUN)               \
    X(POSSESSIVE, CHUNK_POSSESSIVE)         \
    X(BY, CHUNK_BY)                         \
    X(AT, CHUNK_AT)                         \
    X(TO, CHUNK_TO)                         \
    X(FROM, CHUNK_FROM)                     \
    X(OF, CHUNK_OF)                         \
    X(ABOUT, CHUNK_ABOUT)

/* clang-format on */

#define KIND_ROW(kind, type) {kind, type},
#define KIND_ROW_BIT(kind, type) | KIND_BIT(kind)
#define WORD_ROW(name, type) {CLASS(name), type},
#define WORD_ROW_CLASS(name, type) | CLASS(name)

static const struct {
    uint16_t kind;
    enum chunk_type type;
} KINDS[] = {KIND_ROWS(KIND_ROW)};

static const struct {
    uint64_t classes;
    enum chunk_type type;
} WORDS[] = {WORD_ROWS(WORD_ROW)};

static const uint64_t KINDS_BITS = 0 KIND_ROWS(KIND_ROW_BIT);
static const uint64_t WORDS_CLASSES = 0 WORD_ROWS(WORD_ROW_CLASS);

enum { KIND_COUNT_HERE = sizeof KINDS / sizeof *KINDS };

static int kind_row(uint16_t kind)
{
    for (int i = 0; i < KIND_COUNT_HERE; i++) {
        if (KINDS[i].kind == kind)
            return i;
    }
    return -1;
}

/* "à l'Élysée", "at the White House": a seat of power behind "at" is where, not who. */
static bool is_inside(const struct document *document, uint32_t token)
{
    while (token > 0 && document_is(document, token - 1, CLASS(DETERMINER)) &&
           !document_is(document, token - 1, CLASS(AT)))
        token--;
    return token > 0 && document_is(document, token - 1, CLASS(AT));
}

static bool is_states(const struct party_list *list)
{
    for (unsigned i = 0; i < list->count; i++) {
        const struct party *party = list->at[i];
        if (party->role_count || party->type != PARTY_COUNTRY || party->plural || party->delegation)
            return false; /* "envoys from A and B" */
    }
    return true;
}

/* "visited A and B": whether a verb for a visit ends at token. */
static bool is_visited(const struct document *document, uint32_t token)
{
    enum { WORDS_MAX = 4 };
    for (uint32_t back = 1; back <= WORDS_MAX && back <= token; back++) {
        const struct annotation *verb = look_at(document, token - back, ANNOTATION_VERB);
        if (!verb || verb->end != token)
            continue;
        const struct annotation *word = verb_reading(document, verb->detail, LEXICON_MEETVERB);
        return word && look_lexeme(document, word)->frame == FRAME_VISIT;
    }
    return false;
}

/* A state behind "in" or "to" is a place, whatever else it could be; so are several. */
static bool is_place(const struct document *document, const struct annotation *party)
{
    const struct party_list *list = party_members(party);
    const struct party *first = list->at[0];
    const bool state = first->type == PARTY_COUNTRY || first->metonym;
    if (list->count > 1 ? !is_states(list) : first->role_count || first->delegation || !state)
        return false;
    const struct annotation *place = look_at(document, first->name_begin, ANNOTATION_PLACE);
    if (!place)
        return first->metonym && is_inside(document, first->name_begin);
    const struct spot *spot = place->detail;
    return (spot->governor & (CLASS(AT) | CLASS(TO) | CLASS(FROM))) != 0 ||
           (list->count > 1 && is_visited(document, party->begin));
}

/* A state or its capital that nothing governs acts before a verb: "Kinshasa a démenti". */
static bool is_actor(const struct document *document, const struct annotation *place)
{
    const uint64_t governors = CLASS(AT) | CLASS(TO) | CLASS(FROM) | CLASS(OF) | CLASS(BY);
    const struct annotation *party = look_at(document, place->begin, ANNOTATION_PARTY);
    return party && party->end == place->end &&
           !(((const struct spot *)place->detail)->governor & governors) &&
           look_at(document, party->end, ANNOTATION_VERB);
}

/* "avec Téhéran": a party, whatever stands there. */
static bool is_partner(const struct document *document, const struct annotation *place)
{
    enum { WORDS_MAX = 4 };
    const struct annotation *party = look_at(document, place->begin, ANNOTATION_PARTY);
    for (uint32_t back = 1; party && back <= WORDS_MAX && back <= place->begin; back++) {
        const struct annotation *with = look_at(document, place->begin - back, LEXICON_WITH);
        if (!with)
            with = look_at(document, place->begin - back, LEXICON_HOST);
        if (with && with->end == place->begin)
            return party->end == place->end;
    }
    return false;
}

/* Whether an ordinal of figures ends right before token: "12th meeting". */
static bool is_numbered(const struct document *document, uint32_t token)
{
    for (uint32_t back = 1; back <= 2 && back <= token; back++) {
        const struct annotation *number = look_at(document, token - back, ANNOTATION_NUMBER);
        if (number && number->end == token)
            return true;
    }
    return false;
}

/* Whether a verb stands at token whose object a meeting is, "held talks by video link", or a
 * participle behind an article, "a planned visit". */
static bool is_held(const struct document *document, uint32_t token)
{
    const struct annotation *verb = look_at(document, token, LEXICON_EVENTVERB);
    if (!verb || verb->end != token + 1)
        return false;
    const bool attribute =
        token > 0 && document_is(document, token - 1, CLASS(DETERMINER) | CLASS(POSSESSIVE));
    return attribute || look_lexeme(document, verb)->sense == SENSE_HOLD;
}

/* Whether what stands before token makes a noun of a word that could be a verb too. */
static bool is_noun_here(const struct document *document, uint32_t token)
{
    const uint64_t before = CLASS(DETERMINER) | CLASS(POSSESSIVE) | CLASS(DEMONSTRATIVE) |
                            CLASS(OF) | CLASS(AT) | CLASS(ABOUT) | CLASS(QUANTIFIER) |
                            CLASS(MEETADJECTIVE);
    if (token == 0 || look_flag(document, token, TOKEN_SENTENCE))
        return false;
    if (document_is(document, token - 1, before) || look_clitic(document, token - 1) ||
        is_held(document, token - 1))
        return true;
    const struct annotation *demonym = look_at(document, token - 1, LEXICON_DEMONYM);
    const struct annotation *ordinal = look_at(document, token - 1, LEXICON_ORDINAL);
    const struct annotation *sequence = look_at(document, token - 1, LEXICON_NEXTPREVIOUS);
    return (demonym && demonym->end == token) || (ordinal && ordinal->end == token) ||
           (sequence && sequence->end == token) || is_numbered(document, token);
}

/* A verb form that a noun reading of the same words beats: "la rencontre", "the visit"; or part
 * of a phrase that means no meeting: "hopes to meet the needs". */
static bool is_hidden_verb(const struct document *document, const struct annotation *annotation)
{
    if (annotation->kind != ANNOTATION_VERB)
        return false;
    const struct verb *verb = annotation->detail;
    const uint32_t begin = annotation->begin;
    if (verb->word && look_at(document, verb->word->begin, LEXICON_FALSEFRIEND))
        return true;
    if (verb->tense == TENSE_GER && begin > 0 && look_at(document, begin - 1, LEXICON_WITH) &&
        look_at(document, annotation->end, ANNOTATION_PARTY))
        return true; /* "talks with visiting President X" */
    const struct annotation *noun = look_at(document, begin, LEXICON_MEETNOUN);
    if (!noun)
        return false;
    if (is_noun_here(document, begin))
        return true;
    /* "meeting" takes an object or is a noun; "X call with Y" is no verb either. */
    return noun->end >= annotation->end &&
           ((verb->tense == TENSE_GER && !look_at(document, annotation->end, ANNOTATION_PARTY)) ||
            (verb->word && verb->word->tag == TAG_INF && verb->word->begin == begin &&
             look_at(document, annotation->end, LEXICON_WITH)));
}

/* "his call for a truce": a noun that goes on like a verb of two words tells no meeting. */
static bool is_phrasal(const struct document *document, const struct annotation *noun)
{
    const struct annotation *verb = look_at(document, noun->begin, LEXICON_EVENTVERB);
    return noun->kind == LEXICON_MEETNOUN && verb && verb->end > noun->end;
}

/* "depuis dimanche", "à la fin du mois": it belongs to a date and follows nothing. */
static bool is_of_date(const struct document *document, const struct annotation *following)
{
    if (following->kind != LEXICON_FOLLOWING)
        return false;
    for (uint32_t t = following->begin + 1; t <= following->end; t++) {
        const struct annotation *date = look_at(document, t, ANNOTATION_DATE);
        if (date && date->end > following->end)
            return true;
    }
    return false;
}

/* "UN-led talks", "the Geneva-based body": neither who or where, nor a verb. */
static bool is_compound(const struct document *document, const struct annotation *annotation)
{
    const bool name = annotation->kind == ANNOTATION_PARTY || annotation->kind == ANNOTATION_PLACE;
    const uint32_t joined = name ? annotation->end : annotation->begin;
    if (!look_flag(document, joined, TOKEN_HYPHEN) || look_flag(document, joined, TOKEN_CAPITAL))
        return false;
    if (name)
        return look_flag(document, joined, TOKEN_WORD);
    if (annotation->kind != ANNOTATION_VERB)
        return false;
    const enum tense tense = ((const struct verb *)annotation->detail)->tense;
    return tense == TENSE_PP || tense == TENSE_PAST;
}

/* "G7 trade ministers": whose they are, and no summit. */
static bool is_mere_body(const struct document *document, const struct annotation *series)
{
    const uint64_t people =
        KIND_BIT(LEXICON_PORTFOLIO) | KIND_BIT(LEXICON_GROUPNOUN) | KIND_BIT(LEXICON_OFFICE);
    const struct annotation *body = look_at(document, series->begin, LEXICON_ORGANIZATION);
    const struct annotation *party = look_at(document, series->begin, ANNOTATION_PARTY);
    const bool acts = party && !is_numbered(document, series->begin) &&
                      series->end == series->begin + 1 && party->end == series->end &&
                      !chunk_gathering_here(document, party);
    return series->kind == LEXICON_SERIES && body && body->end == series->end &&
           (acts || look_any(document, series->end, people)); /* "urged G7 to stop" */
}

/* The annotation at token that makes the best chunk, or NULL; up to `hidden` no word tells a
 * meeting, since it is part of a false friend. */
static const struct annotation *best_at(const struct document *document, uint32_t token,
                                        uint32_t end, uint32_t hidden, int *ret_row)
{
    const struct annotation *best = NULL;
    int best_row = -1;
    if (!look_any(document, token, KINDS_BITS))
        return NULL;
    for (const struct annotation *a = document->first[token]; a; a = a->next) {
        const int row = kind_row(a->kind);
        if (row < 0 || a->end > end ||
            (token < hidden && (KINDS[row].type == CHUNK_NOUN || KINDS[row].type == CHUNK_VERB)))
            continue;
        if ((a->kind == ANNOTATION_PARTY && (is_place(document, a) || chunk_of_noun(document, a) ||
                                             chunk_gathering_here(document, a))) ||
            (a->kind == ANNOTATION_PLACE && (is_actor(document, a) || is_partner(document, a))) ||
            is_hidden_verb(document, a) || is_phrasal(document, a) || is_of_date(document, a) ||
            is_compound(document, a) || is_mere_body(document, a))
            continue;
        if (!best || a->end > best->end || (a->end == best->end && row < best_row)) {
            best = a;
            best_row = row;
        }
    }
    *ret_row = best_row;
    return best;
}

/* A mark that ends a clause: ; : and dashes between blanks. */
static bool is_stop(const struct document *document, uint32_t token)
{
    if (!look_flag(document, token, TOKEN_PUNCT))
        return false;
    const struct str mark = document_text(document, token, token + 1);
    return str_equal(mark, STR(";")) || str_equal(mark, STR(":")) || str_equal(mark, STR("-")) ||
           str_equal(mark, STR("\u2013")) || str_equal(mark, STR("\u2014"));
}

/* "told reporters at the meeting that": what was said follows. */
static bool is_told(const struct document *document, const struct chunk *at)
{
    enum { WORDS_MAX = 4 };
    if (at->type != CHUNK_AT)
        return false;
    for (uint32_t back = 1; back <= WORDS_MAX && back <= at->begin; back++) {
        if (look_at(document, at->begin - back, LEXICON_SPEECHVERB))
            return true;
    }
    return false;
}

/* "le sommet (de la région), que le pays accueillera": behind a meeting the word is a relative
 * pronoun. */
static bool is_relative(const struct document *document, const struct chunk *chunks, uint32_t count)
{
    enum { STEPS = 4 };
    for (unsigned step = 0; step < STEPS && count > 0; step++) {
        const enum chunk_type type = chunks[count - 1].type;
        if (type != CHUNK_COMMA && type != CHUNK_OF && type != CHUNK_PLACE && type != CHUNK_PARTY &&
            type != CHUNK_ABOUT && type != CHUNK_TO && type != CHUNK_AT)
            break;
        count--;
    }
    return count > 0 && chunks[count - 1].type == CHUNK_NOUN &&
           !(count > 1 &&
             (chunks[count - 2].type == CHUNK_FOLLOWING ||
              chunks[count - 2].type == CHUNK_SIDELINE || is_told(document, &chunks[count - 2])));
}

static bool word_chunk(const struct document *document, uint32_t token, struct chunk *chunk)
{
    if (look_mark(document, token, ',')) {
        chunk->type = CHUNK_COMMA;
        return true;
    }
    if (is_stop(document, token)) {
        chunk->type = CHUNK_STOP;
        return true;
    }
    for (size_t i = 0;
         document_is(document, token, WORDS_CLASSES) && i < sizeof WORDS / sizeof *WORDS; i++) {
        if (document_is(document, token, WORDS[i].classes)) {
            chunk->type = WORDS[i].type;
            return true;
        }
    }
    return false;
}

int chunk_sentence(const struct document *document, const struct sentence *sentence,
                   struct chunk_list *ret_chunks)
{
    const uint32_t words = sentence->end - sentence->begin;
    struct chunk *chunks = ARENA_ARRAY(document->arena, struct chunk, words ? words : 1);
    if (!chunks)
        return FAULT_MEMORY;
    uint32_t count = 0, seen = sentence->begin, hidden = sentence->begin;
    for (uint32_t t = sentence->begin; t < sentence->end;) {
        for (; seen <= t; seen++) {
            const struct annotation *friend = look_at(document, seen, LEXICON_FALSEFRIEND);
            if (friend && friend->end > hidden)
                hidden = friend->end;
        }
        int row = -1;
        const struct annotation *best = best_at(document, t, sentence->end, hidden, &row);
        struct chunk chunk = {.begin = t, .end = t + 1};
        if (best) {
            chunk = (struct chunk){KINDS[row].type, best->begin, best->end, best, false};
            chunks[count++] = chunk;
        } else if (word_chunk(document, t, &chunk)) {
            const bool either =
                chunk.type == CHUNK_RELATIVE && document_is(document, t, CLASS(SUBORDINATOR));
            if (either && !look_at(document, t + 1, ANNOTATION_VERB) &&
                !is_relative(document, chunks, count))
                chunk.type = CHUNK_SUBORDINATOR;
            chunks[count++] = chunk;
        }
        t = chunk.end;
    }
    *ret_chunks = (struct chunk_list){chunks, count};
    return 0;
}
