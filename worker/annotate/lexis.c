#include "annotate/lexis.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/nearest.h"

#define NAME_ROW(n) #n,
static const char *const KINDS[] = {MEETING_KIND_MAP(NAME_ROW)};
static const char *const MODES[] = {MEETING_MODE_MAP(NAME_ROW)};
static const char *const RANKS[] = {RANK_MAP(NAME_ROW)};
static const char *const PARTS[] = {PART_MAP(NAME_ROW)};
static const char *const OUTCOMES[] = {OUTCOME_MAP(NAME_ROW)};
static const char *const TOPICS[] = {TOPIC_MAP(NAME_ROW)};
static const char *const FRAMES[] = {FRAME_MAP(NAME_ROW)};
static const char *const SENSES[] = {SENSE_MAP(NAME_ROW)};
static const char *const BODIES[] = {BODY_MAP(NAME_ROW)};
static const char *const SEQUENCES[] = {SEQUENCE_MAP(NAME_ROW)};
static const char *const SCOPES[] = {SCOPE_MAP(NAME_ROW)};
static const char *const AFFIXES[] = {AFFIX_MAP(NAME_ROW)};

#define LIST(names) (names), sizeof(names) / sizeof *(names)

enum column_type {
    COLUMN_LIST,
    COLUMN_COUNTRY,
    COLUMN_INT,
    COLUMN_DOUBLE,
    COLUMN_NAME,
    COLUMN_FLAG
};

/* One column of one lexicon: where it goes in struct lexeme. */
struct column {
    uint16_t lexicon;
    unsigned index;
    enum column_type type;
    size_t offset;
    const char *const *names; /* COLUMN_LIST: the values; COLUMN_FLAG: the one that sets it */
    size_t count;
};

static const char *const STRONG[] = {"STRONG"};
static const char *const OFFICIAL[] = {"OFFICIAL"};
static const char *const PAID[] = {"PAID"};
static const char *const COURTESY[] = {"COURTESY"};
static const char *const REFLEXIVE[] = {"REFLEXIVE"};
static const char *const BID[] = {"BID"};
static const char *const JOIN[] = {"JOIN"};
static const char *const SEND[] = {"SEND"};
static const char *const START[] = {"START"};
static const char *const LISTING[] = {"LISTING"};
static const char *const MEMBERS[] = {"MEMBERS"};

#define AT(member) offsetof(struct lexeme, member)

static const struct column COLUMNS[] = {
    {LEXICON_COUNTRY, 0, COLUMN_COUNTRY, AT(country), NULL, 0},
    {LEXICON_COUNTRY, 1, COLUMN_NAME, AT(name), NULL, 0},
    {LEXICON_DEMONYM, 0, COLUMN_COUNTRY, AT(country), NULL, 0},
    {LEXICON_INSTITUTION, 0, COLUMN_COUNTRY, AT(country), NULL, 0},
    {LEXICON_INSTITUTION, 1, COLUMN_LIST, AT(body), LIST(BODIES)},
    {LEXICON_CITY, 0, COLUMN_INT, AT(geonames_id), NULL, 0},
    {LEXICON_CITY, 1, COLUMN_COUNTRY, AT(country), NULL, 0},
    {LEXICON_CITY, 2, COLUMN_INT, AT(population), NULL, 0},
    {LEXICON_CITY, 3, COLUMN_DOUBLE, AT(latitude), NULL, 0},
    {LEXICON_CITY, 4, COLUMN_DOUBLE, AT(longitude), NULL, 0},
    {LEXICON_CITY, 5, COLUMN_NAME, AT(name), NULL, 0},
    {LEXICON_CITY, 7, COLUMN_COUNTRY, AT(stands), NULL, 0},
    {LEXICON_REGION, 2, COLUMN_COUNTRY, AT(country), NULL, 0},
    {LEXICON_VENUE, 0, COLUMN_COUNTRY, AT(country), NULL, 0},
    {LEXICON_VENUE, 1, COLUMN_INT, AT(geonames_id), NULL, 0},
    {LEXICON_VENUE, 2, COLUMN_NAME, AT(name), NULL, 0},
    {LEXICON_ORGANIZATION, 1, COLUMN_LIST, AT(body), LIST(BODIES)},
    {LEXICON_ORGANIZATION, 2, COLUMN_COUNTRY, AT(country), NULL, 0},
    {LEXICON_ORGANIZATION, 3, COLUMN_NAME, AT(name), NULL, 0},
    {LEXICON_FIGURE, 0, COLUMN_COUNTRY, AT(country), NULL, 0},
    {LEXICON_SERIES, 1, COLUMN_LIST, AT(kind), LIST(KINDS)},
    {LEXICON_SERIES, 2, COLUMN_NAME, AT(name), NULL, 0},
    {LEXICON_ORGHEAD, 0, COLUMN_LIST, AT(body), LIST(BODIES)},
    {LEXICON_ORGNOUN, 0, COLUMN_LIST, AT(body), LIST(BODIES)},
    {LEXICON_OFFICE, 0, COLUMN_LIST, AT(rank), LIST(RANKS)},
    {LEXICON_OFFICE, 1, COLUMN_LIST, AT(scope), LIST(SCOPES)},
    {LEXICON_OFFICE, 2, COLUMN_COUNTRY, AT(country), NULL, 0},
    {LEXICON_GROUPNOUN, 0, COLUMN_LIST, AT(rank), LIST(RANKS)},
    {LEXICON_GROUPNOUN, 1, COLUMN_FLAG, AT(members), MEMBERS, 1},
    {LEXICON_OFFICEPREFIX, 0, COLUMN_LIST, AT(affix), LIST(AFFIXES)},
    {LEXICON_OFFICESUFFIX, 0, COLUMN_LIST, AT(affix), LIST(AFFIXES)},
    {LEXICON_MEETNOUN, 0, COLUMN_LIST, AT(kind), LIST(KINDS)},
    {LEXICON_MEETNOUN, 1, COLUMN_LIST, AT(mode), LIST(MODES)},
    {LEXICON_MEETNOUN, 2, COLUMN_FLAG, AT(strong), STRONG, 1},
    {LEXICON_MEETNOUN, 3, COLUMN_FLAG, AT(official), OFFICIAL, 1},
    {LEXICON_MEETNOUN, 3, COLUMN_FLAG, AT(paid), PAID, 1},
    {LEXICON_MEETNOUN, 3, COLUMN_FLAG, AT(courtesy), COURTESY, 1},
    {LEXICON_MEETVERB, 0, COLUMN_LIST, AT(kind), LIST(KINDS)},
    {LEXICON_MEETVERB, 1, COLUMN_LIST, AT(frame), LIST(FRAMES)},
    {LEXICON_MEETVERB, 2, COLUMN_LIST, AT(mode), LIST(MODES)},
    {LEXICON_MEETVERB, 3, COLUMN_FLAG, AT(reflexive), REFLEXIVE, 1},
    {LEXICON_MEETVERB, 4, COLUMN_FLAG, AT(official), OFFICIAL, 1},
    {LEXICON_EVENTVERB, 0, COLUMN_LIST, AT(sense), LIST(SENSES)},
    {LEXICON_EVENTVERB, 1, COLUMN_FLAG, AT(reflexive), REFLEXIVE, 1},
    {LEXICON_EVENTVERB, 1, COLUMN_FLAG, AT(bids), BID, 1},
    {LEXICON_EVENTVERB, 1, COLUMN_FLAG, AT(joins), JOIN, 1},
    {LEXICON_EVENTVERB, 1, COLUMN_FLAG, AT(sends), SEND, 1},
    {LEXICON_EVENTNOUN, 0, COLUMN_LIST, AT(sense), LIST(SENSES)},
    {LEXICON_NEXTPREVIOUS, 0, COLUMN_LIST, AT(sequence), LIST(SEQUENCES)},
    {LEXICON_MODEPHRASE, 0, COLUMN_LIST, AT(mode), LIST(MODES)},
    {LEXICON_HOST, 0, COLUMN_LIST, AT(part), LIST(PARTS)},
    {LEXICON_OUTCOME, 0, COLUMN_LIST, AT(outcome), LIST(OUTCOMES)},
    {LEXICON_TOPIC, 0, COLUMN_LIST, AT(topic), LIST(TOPICS)},
    {LEXICON_FOLLOWING, 2, COLUMN_INT, AT(days), NULL, 0},
    {LEXICON_BOILERPLATE, 0, COLUMN_FLAG, AT(start), START, 1},
    {LEXICON_BOILERPLATE, 1, COLUMN_FLAG, AT(listing), LISTING, 1},
};

static int column_wrong(const struct pack *pack, uint32_t value, const struct column *column,
                        struct str text, struct fault *ret_fault)
{
    char known[64];
    snprintf(known, sizeof known, "%s", column->names ? column->names[1] : "a number");
    const struct str lexicon = pack_kind_name(pack, column->lexicon);
    const struct str whole = pack_value(pack, value);
    return fault_set(ret_fault, FAULT_PACK,
                     "%.*s/lexicon/%.*s.txt: value '%.*s': column %u is '%.*s', which is not "
                     "known there (known: %s, …; \"-\" for none)",
                     (int)pack_language(pack).len, pack_language(pack).at, (int)lexicon.len,
                     lexicon.at, (int)whole.len, whole.at, column->index + 1, (int)text.len,
                     text.at, known);
}

static int list_find(const struct column *column, struct str text)
{
    for (size_t i = 0; i < column->count; i++) {
        if (str_equal(text, str_of(column->names[i])))
            return (int)i;
    }
    return -1;
}

/* strtod and strtol over a copy: a str has no terminating zero. */
static bool number_read(struct str text, double *ret_number)
{
    char copy[32], *end;
    if (text.len == 0 || text.len >= sizeof copy)
        return false;
    memcpy(copy, text.at, text.len);
    copy[text.len] = '\0';
    *ret_number = strtod(copy, &end);
    return *end == '\0';
}

static int column_store(const struct pack *pack, const struct column *column, uint32_t value,
                        struct lexeme *lexeme, struct fault *ret_fault)
{
    char *at = (char *)lexeme + column->offset;
    const struct str text = pack_column(pack, value, column->index);
    if (text.len == 0 || str_equal(text, STR("-")))
        return 0;
    double number = 0;
    switch (column->type) {
    case COLUMN_LIST: {
        const int index = list_find(column, text);
        if (index < 0)
            return column_wrong(pack, value, column, text, ret_fault);
        *(uint8_t *)at = (uint8_t)index;
        return 0;
    }
    case COLUMN_FLAG:
        *(bool *)at = list_find(column, text) == 0;
        return 0;
    case COLUMN_COUNTRY:
        if (text.len != 2)
            return column_wrong(pack, value, column, text, ret_fault);
        memcpy(at, text.at, 2);
        return 0;
    case COLUMN_INT:
    case COLUMN_DOUBLE:
        if (!number_read(text, &number))
            return column_wrong(pack, value, column, text, ret_fault);
        if (column->type == COLUMN_INT)
            *(int32_t *)(void *)at = (int32_t)number;
        else
            *(double *)(void *)at = number;
        return 0;
    case COLUMN_NAME:
        *(struct str *)(void *)at = text;
        return 0;
    }
    return 0;
}

static int lexeme_fill(const struct pack *pack, uint32_t value, struct lexeme *lexeme,
                       struct fault *ret_fault)
{
    lexeme->number = pack_value_number(pack, value);
    const uint16_t kind = pack_value_kind(pack, value);
    for (size_t i = 0; i < sizeof COLUMNS / sizeof *COLUMNS; i++) {
        if (COLUMNS[i].lexicon != kind)
            continue;
        const int fault = column_store(pack, &COLUMNS[i], value, lexeme, ret_fault);
        if (fault)
            return fault;
    }
    return 0;
}

int lexis_new(const struct pack *pack, struct lexis **ret_lexis, struct fault *ret_fault)
{
    struct lexis *lexis = calloc(1, sizeof *lexis);
    const size_t count = pack_value_count(pack);
    struct lexeme *lexemes = calloc(count ? count : 1, sizeof *lexemes);
    int fault = lexis && lexemes ? 0 : FAULT_MEMORY;
    for (uint32_t value = 1; !fault && value < count; value++)
        fault = lexeme_fill(pack, value, &lexemes[value], ret_fault);
    if (fault) {
        free(lexemes);
        free(lexis);
        return fault;
    }
    lexis->lexemes = lexemes;
    *ret_lexis = lexis;
    return 0;
}

void lexis_free(struct lexis *lexis)
{
    if (!lexis)
        return;
    free(lexis->lexemes);
    free(lexis);
}
