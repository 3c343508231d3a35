#include "meeting/clause/chunk.h"

#include "annotate/look.h"
#include "annotate/party/party.h"
#include "annotate/verb.h"
#include "meeting/clause/chunk_capacity.h"
#include "meeting/clause/chunk_cleft.h"
#include "meeting/clause/chunk_mark.h"
#include "meeting/clause/chunk_misread.h"
#include "meeting/clause/chunk_silent.h"
#include "meeting/clause/titled.h"

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
    X(LEXICON_JOINT, CHUNK_AND)               \
    X(LEXICON_CAPACITY, CHUNK_CAPACITY)       \
    X(LEXICON_BETWEEN, CHUNK_BETWEEN)         \
    X(LEXICON_MEETNOUN, CHUNK_NOUN)           \
    X(LEXICON_SERIES, CHUNK_NOUN)             \
    X(ANNOTATION_PLACE, CHUNK_PLACE)          \
    X(ANNOTATION_PARTY, CHUNK_PARTY)          \
    X(LEXICON_OUTCOME, CHUNK_OUTCOME)         \
    X(LEXICON_NEXTPREVIOUS, CHUNK_SEQUENCE)   \
    X(LEXICON_LATTER, CHUNK_PRONOUN)

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

#define KIND_ROW_NUMBER(kind, type) ROW_##kind,
#define KIND_ROW(kind, type) [kind] = {ROW_##kind, type},
#define KIND_ROW_BIT(kind, type) | KIND_BIT(kind)
#define WORD_ROW(name, type) {CLASS(name), type},
#define WORD_ROW_CLASS(name, type) | CLASS(name)

enum kind_row { ROW_NONE, KIND_ROWS(KIND_ROW_NUMBER) };

static const struct {
    enum kind_row row; /* ROW_NONE: such an annotation makes no chunk */
    enum chunk_type type;
} KINDS[KIND_FREE] = {KIND_ROWS(KIND_ROW)};

static const struct {
    uint64_t classes;
    enum chunk_type type;
} WORDS[] = {WORD_ROWS(WORD_ROW)};

static const uint64_t KINDS_BITS = 0 KIND_ROWS(KIND_ROW_BIT);
static const uint64_t WORDS_CLASSES = 0 WORD_ROWS(WORD_ROW_CLASS);

/* "met in Lima, with Kenya hoping for a deal": a clause of its own begins. */
static bool is_absolute(const struct document *document, const struct annotation *with)
{
    const struct annotation *party =
        with->kind == LEXICON_WITH ? look_at(document, with->end, ANNOTATION_PARTY) : NULL;
    const struct annotation *opens = party ? look_at(document, party->end, LEXICON_ABSOLUTE) : NULL;
    if (!party || !look_says(document, opens, STR("ABSOLUTE")))
        return false;
    const bool opening = look_flag(document, with->begin, TOKEN_CAPITAL) ||
                         (with->begin > 0 && look_mark(document, with->begin - 1, ','));
    return opening || party_members(party)->at[0]->type != PARTY_PERSON;
}

/* "à Leixo (29)": where the words end that count against a place; what stands in brackets behind
 * the name of somebody tells whose he is, or where the town is. */
static uint32_t end_of(const struct document *document, const struct annotation *annotation)
{
    if (annotation->kind != ANNOTATION_PARTY)
        return annotation->end;
    const struct party_list *list = party_members(annotation);
    const uint32_t name = list->at[0]->name_end;
    return list->count == 1 && look_mark(document, name, '(') ? name : annotation->end;
}

/* The annotation at token that makes the best chunk, or NULL; up to `hidden` no word tells a
 * meeting or how it was held, since it is part of a false friend. */
static const struct annotation *best_at(const struct document *document, uint32_t token,
                                        uint32_t end, uint32_t hidden)
{
    const unsigned hideable = 1u << CHUNK_NOUN | 1u << CHUNK_VERB | 1u << CHUNK_MODE;
    const struct annotation *best = NULL;
    if (!look_any(document, token, KINDS_BITS))
        return NULL;
    for (const struct annotation *a = document->first[token]; a; a = a->next) {
        const enum kind_row row = a->kind < KIND_FREE ? KINDS[a->kind].row : ROW_NONE;
        if (row == ROW_NONE || a->end > end ||
            (token < hidden && hideable >> KINDS[a->kind].type & 1))
            continue;
        const bool better =
            !best || end_of(document, a) > end_of(document, best) ||
            (end_of(document, a) == end_of(document, best) && row < KINDS[best->kind].row);
        if (better && !chunk_misread(document, a))
            best = a;
    }
    return best;
}

/* "ce dernier" is one, "ces derniers" are several. */
static enum chunk_type type_of(const struct annotation *annotation)
{
    const bool several = annotation->kind == LEXICON_LATTER && annotation->tag == TAG_PLUR;
    return several ? CHUNK_PLURAL_PRONOUN : KINDS[annotation->kind].type;
}

/* Whether whom a meeting is with can follow the chunks as the verb's object, behind when and where:
 * "a reçu tour à tour mardi en audience". */
static bool wants_object(const struct document *document, const struct chunk *chunks,
                         uint32_t count)
{
    static const uint64_t between = (UINT64_C(1) << CHUNK_DATE) | (UINT64_C(1) << CHUNK_TIME) |
                                    (UINT64_C(1) << CHUNK_PLACE) | (UINT64_C(1) << CHUNK_AT) |
                                    (UINT64_C(1) << CHUNK_COMMA) | (UINT64_C(1) << CHUNK_NOUN);
    while (count > 0 && (UINT64_C(1) << chunks[count - 1].type & between))
        count--;
    const struct verb *verb =
        count > 0 && chunks[count - 1].type == CHUNK_VERB ? chunks[count - 1].of->detail : NULL;
    const struct annotation *word = verb ? verb_reading(document, verb, LEXICON_MEETVERB) : NULL;
    const struct lexeme *lexeme = word ? look_lexeme(document, word) : NULL;
    return lexeme && !verb->passive &&
           (lexeme->frame == FRAME_HOST || lexeme->frame == FRAME_OBJECT);
}

/* "a reçu tour à tour mardi en audience : A et B": a colon between the verb and whom it is of. */
static bool is_before_list(const struct document *document, uint32_t token,
                           const struct chunk *chunks, uint32_t count)
{
    if (!look_mark(document, token, ':') || !look_at(document, token + 1, ANNOTATION_PARTY) ||
        !wants_object(document, chunks, count))
        return false;
    while (chunks[count - 1].type != CHUNK_VERB)
        count--;
    return ((const struct verb *)chunks[count - 1].of->detail)->tense == TENSE_PAST;
}

/* "said at the meeting that", "a dit mardi lors de la réunion que": whether somebody says something
 * there; behind "at" right before it. */
static bool is_told(const struct document *document, const struct sentence *sentence,
                    const struct chunk *where)
{
    enum { WORDS_MAX = 4 };
    const uint32_t begin = where->begin, words = begin - sentence->begin;
    if (where->type != CHUNK_AT && where->type != CHUNK_FOLLOWING && where->type != CHUNK_SIDELINE)
        return false;
    const uint32_t most = where->type == CHUNK_AT && words > WORDS_MAX ? WORDS_MAX : words;
    return look_within(document, begin - most, begin, LEXICON_SPEECHVERB) != NULL;
}

/* "le sommet (de la région), que le pays accueillera": behind a meeting the word is a relative
 * pronoun. */
static bool is_relative(const struct document *document, const struct sentence *sentence,
                        const struct chunk *chunks, uint32_t count)
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
           !(count > 1 && is_told(document, sentence, &chunks[count - 2]));
}

static bool word_chunk(const struct document *document, const struct sentence *sentence,
                       uint32_t token, struct chunk *chunk)
{
    if (look_flag(document, token, TOKEN_PUNCT)) {
        const bool aside = mark_sets_off(document, sentence, token);
        chunk->type = aside ? CHUNK_COMMA : CHUNK_STOP;
        if (aside || mark_stops(document, token))
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

/* "pour des entretiens", "avec de nouveaux élus": "some", and no "of". */
static bool is_partitive(const struct chunk *chunks, uint32_t count, const struct chunk *chunk)
{
    const struct chunk *before = count > 0 ? &chunks[count - 1] : NULL;
    return chunk->type == CHUNK_OF && before && before->end == chunk->begin &&
           (before->type == CHUNK_ABOUT || before->type == CHUNK_WITH);
}

/* "a rencontré lundi | de hauts responsables", "avec | de nombreux élus": the people of whom the
 * word at token, before an adjective, is the article and no "of"; or NULL. */
static const struct annotation *some_people(const struct document *document,
                                            const struct sentence *sentence, uint32_t token,
                                            const struct chunk *chunks, uint32_t count)
{
    static const uint64_t governing = (UINT64_C(1) << CHUNK_WITH) | (UINT64_C(1) << CHUNK_BETWEEN) |
                                      (UINT64_C(1) << CHUNK_BY) | (UINT64_C(1) << CHUNK_TO) |
                                      (UINT64_C(1) << CHUNK_ACCOMPANIED);
    if (!document_is(document, token, CLASS(OF)) || document_is(document, token, CLASS(DETERMINER)))
        return NULL;
    const struct annotation *people = look_at(document, token + 1, ANNOTATION_PARTY);
    const struct party *first = people ? party_members(people)->at[0] : NULL;
    const bool described = document_is(document, token + 1, CLASS(QUANTIFIER)) ||
                           look_at(document, token + 1, LEXICON_OFFICEPREFIX);
    if (!first || !described || !(first->plural || first->type == PARTY_GROUP))
        return NULL;
    const bool governed = count > 0 && chunks[count - 1].end == token &&
                          (UINT64_C(1) << chunks[count - 1].type & governing);
    const bool opens = (token == sentence->begin || look_mark(document, token - 1, ',')) &&
                       look_at(document, people->end, ANNOTATION_VERB);
    return governed || opens || wants_object(document, chunks, count) ? people : NULL;
}

/* "with that country's leaders": points at it, and begins no clause. */
static bool is_pointing(const struct document *document, const struct chunk *before,
                        const struct chunk *chunk)
{
    return before->type != CHUNK_VERB &&
           document_is(document, chunk->begin, CLASS(DEMONSTRATIVE)) &&
           !look_flag(document, chunk->end, TOKEN_CAPITAL) && look_clitic(document, chunk->end + 1);
}

bool chunk_is_roughly(const struct document *document, uint32_t token)
{
    const uint32_t next = token + 1;
    return document_is(document, token, CLASS(ABOUT) | CLASS(AT)) &&
           (look_flag(document, next, TOKEN_NUMBER) || look_at(document, next, LEXICON_NUMBER)) &&
           !look_at(document, next, ANNOTATION_DATE) && !look_at(document, next, ANNOTATION_TIME) &&
           !look_at(document, next, ANNOTATION_DURATION);
}

/* "because of the fighting", "in as many years", "as planned", "quand même", "said so when":
 * whether what can begin a clause begins none where it stands, in the sentence from first on. */
static bool opens_no_clause(const struct document *document, uint32_t first, uint32_t token)
{
    const bool behind = token > first;
    const bool counted = behind && document_is(document, token - 1, CLASS(AT)) &&
                         document_is(document, token + 1, CLASS(QUANTIFIER));
    const struct annotation *phrase = look_at(document, token, LEXICON_FALSEFRIEND);
    const bool planned = look_says(document, phrase, STR("PLANNED"));
    const struct annotation *aside = look_at(document, token, LEXICON_ASIDE);
    const bool said = behind && look_at(document, token - 1, LEXICON_SPEECHVERB) &&
                      document_is(document, token + 1, CLASS(SUBORDINATOR));
    return counted || planned || said || (aside && aside->end > token + 1) ||
           document_is(document, token + 1, CLASS(OF));
}

/* Whether the small word of the chunk, behind the count of chunks, says something where it stands,
 * and what. */
static bool word_counts(const struct document *document, const struct sentence *sentence,
                        const struct chunk *chunks, uint32_t count, struct chunk *chunk)
{
    const uint32_t t = chunk->begin;
    const bool either =
        chunk->type == CHUNK_RELATIVE && document_is(document, t, CLASS(SUBORDINATOR));
    if (chunk->type == CHUNK_SUBORDINATOR && opens_no_clause(document, sentence->begin, t))
        return false;
    if (chunk->type == CHUNK_SUBORDINATOR && chunk_is_capacity(document, t))
        chunk->type = CHUNK_CAPACITY;
    const bool governed = count > 0 && chunks[count - 1].end == t;
    if (is_partitive(chunks, count, chunk) ||
        (governed &&
         (chunk_is_roughly(document, t) || is_pointing(document, &chunks[count - 1], chunk))))
        return false;
    if (either && ((t > sentence->begin && document_is(document, t - 1, CLASS(ABOUT))) ||
                   (!look_at(document, t + 1, ANNOTATION_VERB) &&
                    !is_relative(document, sentence, chunks, count)))) /* "afin qu'il" */
        chunk->type = CHUNK_SUBORDINATOR;
    return true;
}

/* "a pris congé du | président": the party that begins with the last word of the verb chunk before
 * token, "of the"; or NULL. */
static const struct annotation *party_in_verb(const struct document *document,
                                              const struct chunk *chunks, uint32_t count,
                                              uint32_t token)
{
    const struct chunk *verb = count > 0 ? &chunks[count - 1] : NULL;
    if (!verb || verb->type != CHUNK_VERB || verb->end != token || verb->begin + 1 == token ||
        !document_is(document, token - 1, CLASS(DETERMINER)))
        return NULL;
    const struct annotation *party = look_at(document, token - 1, ANNOTATION_PARTY);
    const bool reaches = party && party->end > token; /* "était au Caire" tells where */
    return reaches && !chunk_misread(document, party) ? party : NULL;
}

int chunk_sentence(const struct document *document, const struct sentence *sentence,
                   struct chunk_list *ret_chunks)
{
    const uint32_t words = sentence->end - sentence->begin;
    struct chunk *chunks = ARENA_ROOM(document->arena, struct chunk, words ? words : 1);
    if (!chunks)
        return FAULT_MEMORY;
    uint32_t count = 0, hidden = sentence->begin;
    uint32_t seen = look_next(document, hidden, sentence->end, KIND_BIT(LEXICON_FALSEFRIEND));
    const struct cleft cleft = cleft_of(document, sentence);
    for (uint32_t t = cleft.begin; t < sentence->end;) {
        if (seen <= t)
            hidden = chunk_hidden_to(document, sentence, t, &seen, hidden);
        const uint32_t titled =
            titled_may_begin(document, t) ? titled_end(document, t, sentence->end) : t;
        if (titled > t) {
            t = titled; /* "sur le thème « Demain l'accord »" tells nothing */
            continue;
        }
        const struct annotation *best = party_in_verb(document, chunks, count, t);
        best = best ? best : some_people(document, sentence, t, chunks, count);
        best = best ? best : best_at(document, t, sentence->end, hidden);
        const uint32_t silent = best ? t : chunk_silent(document, t);
        struct chunk chunk = {.begin = t, .end = t + 1};
        if (t == cleft.that) {
            chunks[count++] = (struct chunk){CHUNK_COMMA, t, t + 1, NULL, false};
        } else if (silent > t) {
            chunk.end = silent;
        } else if (best) {
            const enum chunk_type type =
                is_absolute(document, best) ? CHUNK_SUBORDINATOR : type_of(best);
            chunk = (struct chunk){type, t, best->end, best, false};
            chunks[count++] = chunk;
        } else if (!is_before_list(document, t, chunks, count) &&
                   word_chunk(document, sentence, t, &chunk)) {
            if (word_counts(document, sentence, chunks, count, &chunk))
                chunks[count++] = chunk;
        }
        t = chunk.end;
    }
    *ret_chunks = (struct chunk_list){chunks, count};
    return 0;
}
