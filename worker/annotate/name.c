#include "annotate/name.h"

#include "annotate/look.h"

enum {
    NAME_MAX = 7,           /* words of one name */
    SET_BITS_MAX = 1 << 15, /* of the two sets of words below */
    BITS_A_TOKEN = 32,
    TOWN_MAX = 300000,          /* people; what is smaller is a family name behind another name */
    TITLE_CASE_PER_MILLE = 600, /* a title with more capitals is in title case */
};

/* Words seen in the document, as sets of hashes; a rare collision only costs a guess. */
struct set {
    uint64_t *bits;
    uint32_t mask;
};

struct seen {
    struct set lower;   /* written without a capital */
    struct set capital; /* capitalised inside a sentence of the body */
};

/* As large as the document asks for: most are short, and memory that is cleared is not free. */
static bool set_open(const struct document *document, struct set *ret_set)
{
    uint32_t bits = 64;
    while (bits < SET_BITS_MAX && bits < document->tokens.count * BITS_A_TOKEN)
        bits *= 2;
    *ret_set = (struct set){ARENA_ARRAY(document->arena, uint64_t, bits / 64), bits - 1};
    return ret_set->bits;
}

static void set_add(struct set *set, uint32_t hash)
{
    set->bits[(hash & set->mask) / 64] |= UINT64_C(1) << (hash % 64);
}

static bool set_has(const struct set *set, uint32_t hash)
{
    return (set->bits[(hash & set->mask) / 64] >> (hash % 64)) & 1;
}

static void seen_fill(const struct document *document, struct seen *seen)
{
    for (uint32_t t = 0; t < document->tokens.count; t++) {
        const struct token *token = look_token(document, t);
        if (!(token->flags & TOKEN_WORD))
            continue;
        if (!(token->flags & TOKEN_CAPITAL))
            set_add(&seen->lower, token->hash);
        else if (!(token->flags & (TOKEN_SENTENCE | TOKEN_TITLE)))
            set_add(&seen->capital, token->hash);
    }
}

static const uint64_t FUNCTION_WORDS =
    CLASS(DETERMINER) | CLASS(POSSESSIVE) | CLASS(DEMONSTRATIVE) | CLASS(AND) | CLASS(OR) |
    CLASS(OF) | CLASS(AT) | CLASS(TO) | CLASS(FROM) | CLASS(BY) | CLASS(RELATIVE) |
    CLASS(NEGATION) | CLASS(REFLEXIVE) | CLASS(PRONOUN) | CLASS(PLURAL_PRONOUN) |
    CLASS(SUBORDINATOR) | CLASS(ADVERB) | CLASS(QUANTIFIER) | CLASS(STOPWORD);

/* Lexicons whose capitalised words are no part of a person's or a company's name. */
/* clang-format off: one kind a line */
#define TAKEN_MAP(X)        \
    X(LEXICON_COUNTRY)      \
    X(LEXICON_DEMONYM)      \
    X(LEXICON_ORGANIZATION) \
    X(LEXICON_INSTITUTION)  \
    X(LEXICON_CITY)         \
    X(LEXICON_REGION)       \
    X(LEXICON_MEDIA)        \
    X(LEXICON_SERIES)       \
    X(LEXICON_OFFICE)       \
    X(LEXICON_HONORIFIC)    \
    X(LEXICON_MEETNOUN)     \
    X(LEXICON_PORTFOLIO)    \
    X(LEXICON_ORGHEAD)      \
    X(LEXICON_OFFICEPREFIX) \
    X(LEXICON_WEEKDAY)      \
    X(LEXICON_MONTH)        \
    X(LEXICON_GROUPNOUN)    \
    X(LEXICON_WITH)         \
    X(LEXICON_FOLLOWING)    \
    X(LEXICON_SPEECHVERB)   \
    X(LEXICON_SIDELINE)     \
    X(LEXICON_NEXTPREVIOUS) \
    X(LEXICON_ORDINAL)      \
    X(LEXICON_BETWEEN)      \
    X(LEXICON_COUNTERPART)  \
    X(ANNOTATION_DATE)
/* clang-format on */

static const uint16_t TAKEN[] = {TAKEN_MAP(KIND_ITEM)};
static const uint64_t TAKEN_BITS = 0 TAKEN_MAP(KIND_OR_BIT);

/* The longest annotation of a lexicon in TAKEN that begins at token, or NULL. */
static const struct annotation *taken_at(const struct document *document, uint32_t token)
{
    if (!look_any(document, token, TAKEN_BITS))
        return NULL;
    for (const struct annotation *a = document->first[token]; a; a = a->next) {
        for (size_t i = 0; i < sizeof TAKEN / sizeof *TAKEN; i++) {
            if (a->kind == TAKEN[i])
                return a;
        }
    }
    return NULL;
}

static bool is_capital_word(const struct document *document, uint32_t token)
{
    const unsigned flags = look_token(document, token)->flags;
    return (flags & TOKEN_WORD) && (flags & TOKEN_CAPITAL);
}

static bool is_given(const struct document *document, uint32_t token)
{
    return look_at(document, token, LEXICON_GIVENNAME) != NULL;
}

/* Whether the word at token is a capital that loses its vowel before the next: "N'Guesso". */
static bool is_elided(const struct document *document, uint32_t token, uint32_t end)
{
    return token + 1 < end && look_flag(document, token + 1, TOKEN_JOINED) &&
           is_capital_word(document, token) && is_capital_word(document, token + 1) &&
           look_token(document, token)->points == 2;
}

/* Whether a name can go on with the word at token, and up to where. */
static uint32_t name_step(const struct document *document, uint32_t token, uint32_t end,
                          bool after_given)
{
    const struct token *word = look_token(document, token);
    if (word->flags & (TOKEN_INITIAL))
        return token + 1;
    if (look_mark(document, token, ',') && token + 1 < end &&
        document_is(document, token + 1, CLASS(SUFFIX)) && is_capital_word(document, token + 1))
        return token + 2; /* "Biden, Jr." */
    if (!(word->flags & TOKEN_WORD))
        return token;
    if (word->flags & TOKEN_HYPHEN)
        return token + 1;
    if (document_is(document, token, CLASS(SUFFIX)) && (word->flags & TOKEN_CAPITAL))
        return token + 1;
    if (!(word->flags & TOKEN_CAPITAL)) {
        uint32_t next = token;
        while (next < end && document_is(document, next, CLASS(PARTICLE)) && next - token < 3 &&
               !look_flag(document, next, TOKEN_CAPITAL))
            next++;
        const bool joins = next > token && next < end && is_capital_word(document, next) &&
                           !taken_at(document, next);
        return joins ? next + 1 : token;
    }
    if (is_elided(document, token, end))
        return token + 2; /* "Sassou N'Guesso" */
    if (document_is(document, token, FUNCTION_WORDS) &&
        !document_is(document, token, CLASS(PARTICLE)))
        return token;
    const struct annotation *taken = taken_at(document, token);
    const bool alone = taken && taken->end == token + 1;
    if (after_given && alone && token + 1 < end && look_flag(document, token + 1, TOKEN_HYPHEN))
        return token + 1; /* "Fernando Grande-Marlaska" */
    const bool town =
        alone && taken->kind == LEXICON_CITY && look_lexeme(document, taken)->population < TOWN_MAX;
    if (!taken || town ||
        (after_given && alone &&
         (taken->kind == LEXICON_CITY || taken->kind == LEXICON_OFFICE ||
          taken->kind == LEXICON_REGION ||
          (taken->kind == LEXICON_ORGANIZATION && !(word->flags & TOKEN_UPPER)))))
        return token + 1;
    return token;
}

/* "Philippine President": a given name that is a state's here. */
static bool is_of_state(const struct document *document, const struct annotation *taken)
{
    return (taken->kind == LEXICON_DEMONYM || taken->kind == LEXICON_COUNTRY) &&
           look_any(document, taken->end,
                    KIND_BIT(LEXICON_OFFICE) | KIND_BIT(LEXICON_PORTFOLIO) |
                        KIND_BIT(LEXICON_OFFICEPREFIX)) &&
           (look_at(document, taken->end, LEXICON_OFFICE) ||
            look_at(document, taken->end, LEXICON_PORTFOLIO) ||
            look_at(document, taken->end, LEXICON_OFFICEPREFIX));
}

/* "par Hun Manet": the name of a small town before another capitalised word that nothing claims. */
static bool is_hamlet(const struct document *document, const struct annotation *taken)
{
    const uint32_t next = taken->end;
    return taken->kind == LEXICON_CITY && next == taken->begin + 1 &&
           next < document->tokens.count &&
           (look_lexeme(document, taken)->population < TOWN_MAX ||
            look_at(document, next, LEXICON_SURNAME)) && /* "Paris Hilton" */
           !document_is(document, taken->begin - (taken->begin > 0), CLASS(AT) | CLASS(OF)) &&
           is_capital_word(document, next) && !taken_at(document, next) &&
           !document_is(document, next, FUNCTION_WORDS);
}

/* The person known from world news whose name begins at token, unless something longer does, or
 * its title: "Pope Francis". */
static const struct annotation *figure_at(const struct document *document, uint32_t token)
{
    const struct annotation *figure = look_at(document, token, LEXICON_FIGURE);
    const struct annotation *taken = figure ? taken_at(document, token) : NULL;
    const bool titled = taken && figure->end > taken->end &&
                        (taken->kind == LEXICON_OFFICE || taken->kind == LEXICON_HONORIFIC);
    return titled || (taken && taken->end > figure->end) ? NULL : figure;
}

/* "Minister Chanda Phiri", where Chanda is a town too: behind a title a name begins. */
static bool is_titled(const struct document *document, const struct annotation *taken)
{
    enum { TITLE_MAX = 4 };
    const uint32_t token = taken->begin, next = taken->end;
    if (taken->kind != LEXICON_CITY || next != token + 1 || next >= document->tokens.count ||
        !is_capital_word(document, next) || taken_at(document, next))
        return false;
    for (uint32_t back = 1; back <= TITLE_MAX && back <= token; back++) {
        const struct annotation *office = look_at(document, token - back, LEXICON_OFFICE);
        if (office && office->end == token)
            return true;
    }
    return false;
}

/* Whether a name can begin at token. */
static bool name_starts(const struct document *document, const struct seen *seen, uint32_t token)
{
    const struct token *word = look_token(document, token);
    if (!is_capital_word(document, token))
        return false;
    if (figure_at(document, token))
        return true; /* "He Lifeng" */
    if (document_is(document, token, FUNCTION_WORDS) && !is_given(document, token))
        return false;
    const struct annotation *taken = taken_at(document, token);
    if (taken && (is_hamlet(document, taken) || is_titled(document, taken)))
        taken = NULL;
    if (taken &&
        !(is_given(document, token) && taken->end == token + 1 && !is_of_state(document, taken)))
        return false;
    if (!(word->flags & (TOKEN_SENTENCE | TOKEN_TITLE)))
        return true;
    return is_given(document, token) || look_at(document, token, LEXICON_SURNAME) ||
           !set_has(&seen->lower, word->hash);
}

/* Whether the sentence is a title in title case, where capitals say nothing. */
static bool is_title_case(const struct document *document, const struct sentence *sentence)
{
    unsigned words = 0, capitals = 0;
    if (!(sentence->flags & SENTENCE_TITLE))
        return false;
    for (uint32_t t = sentence->begin; t < sentence->end; t++) {
        if (!look_flag(document, t, TOKEN_WORD))
            continue;
        words++;
        capitals += look_flag(document, t, TOKEN_CAPITAL);
    }
    return words > 3 && capitals * 1000 > words * TITLE_CASE_PER_MILLE;
}

/* Who the name is, its title and a "Jr." left out. */
static const struct annotation *name_figure(const struct document *document, uint32_t begin,
                                            uint32_t end)
{
    while (end > begin + 1 && (document_is(document, end - 1, CLASS(SUFFIX)) ||
                               look_flag(document, end - 1, TOKEN_PUNCT)))
        end--;
    for (uint32_t t = begin - (begin > 0); t < end; t++) {
        const struct annotation *figure = look_at(document, t, LEXICON_FIGURE);
        const bool inside = t > begin && look_flag(document, t, TOKEN_HYPHEN);
        if (figure && figure->end == end && !inside)
            return figure;
    }
    return NULL;
}

static struct name name_describe(const struct document *document, uint32_t begin, uint32_t end)
{
    struct name name = {.words = (uint8_t)(end - begin), .known = true};
    name.figure = name_figure(document, begin, end);
    name.given = is_given(document, begin);
    name.initial = look_flag(document, begin, TOKEN_SENTENCE);
    name.acronym = end == begin + 1 && look_flag(document, begin, TOKEN_UPPER) &&
                   look_token(document, begin)->points <= 6;
    for (uint32_t t = begin; t < end; t++) {
        name.surname |= look_at(document, t, LEXICON_SURNAME) != NULL;
        name.known &= look_token(document, t)->word != 0;
    }
    return name;
}

/* In a title-case title only words that the body also writes with a capital make a name. */
static bool name_holds(const struct document *document, const struct seen *seen, uint32_t begin,
                       uint32_t end)
{
    const bool given = is_given(document, begin) && end > begin + 1;
    const struct annotation *figure = figure_at(document, begin);
    if (given || (figure && figure->end == end))
        return true;
    for (uint32_t t = begin; t < end; t++) {
        const struct token *word = look_token(document, t);
        if ((word->flags & TOKEN_CAPITAL) && !set_has(&seen->capital, word->hash))
            return false;
    }
    return true;
}

static void name_add(struct document *document, uint32_t begin, uint32_t end)
{
    struct annotation *annotation = document_add(document, ANNOTATION_NAME, begin, end);
    struct name *name = ARENA_ARRAY(document->arena, struct name, 1);
    if (!annotation || !name) {
        document->memory_out = true;
        return;
    }
    *name = name_describe(document, begin, end);
    annotation->detail = name;
}

void name_split(struct document *document, struct annotation *annotation, uint32_t token)
{
    const uint32_t end = annotation->end;
    annotation->end = token;
    name_add(document, token, end);
}

/* "Chad", "Jordan" alone are states, though people are called so too. */
static bool is_state(const struct document *document, uint32_t begin, uint32_t end)
{
    const struct annotation *country = look_at(document, begin, LEXICON_COUNTRY);
    return country && country->end == end &&
           !(begin > 0 && look_at(document, begin - 1, LEXICON_HONORIFIC));
}

/* Where the name that begins at token ends.  "Macron-Merkel" is two of them. */
static uint32_t name_end(const struct document *document, const struct sentence *sentence,
                         uint32_t token, bool title_case)
{
    const struct annotation *figure = figure_at(document, token);
    const bool given =
        figure || is_given(document, token) || look_at(document, token, LEXICON_SURNAME);
    uint32_t end = figure ? figure->end : token + 1, next;
    if (figure && title_case)
        return end;
    while (end < sentence->end && end - token < NAME_MAX &&
           !(figure && figure->end == end &&
             (look_at(document, end, LEXICON_FIGURE) ||
              (end > token + 1 && look_at(document, end, LEXICON_SURNAME)))) &&
           (next = name_step(document, end, sentence->end, given)) > end)
        end = next;
    return end;
}

/* Returns how many names the sentence has. */
static unsigned names_of_sentence(struct document *document, const struct seen *seen,
                                  const struct sentence *sentence)
{
    const bool title_case = is_title_case(document, sentence);
    unsigned names = 0;
    for (uint32_t t = sentence->begin; t < sentence->end; t++) {
        if (!name_starts(document, seen, t)) {
            const struct annotation *taken = taken_at(document, t);
            if (taken && (look_flag(document, t, TOKEN_CAPITAL) || taken->end > t + 1))
                t = taken->end - 1;
            continue;
        }
        const uint32_t end = name_end(document, sentence, t, title_case);
        if ((!title_case || name_holds(document, seen, t, end)) && !is_state(document, t, end)) {
            name_add(document, t, end);
            names++;
        }
        t = end - 1;
    }
    return names;
}

int name_annotate(struct document *document)
{
    struct seen seen;
    if (!set_open(document, &seen.lower) || !set_open(document, &seen.capital))
        return FAULT_MEMORY;
    seen_fill(document, &seen);
    for (size_t i = 0; i < document->sentences.count; i++) {
        struct sentence *sentence = &document->sentences.at[i];
        if (names_of_sentence(document, &seen, sentence) == 0 && (sentence->flags & SENTENCE_FAR) &&
            !document->thorough)
            sentence->flags |= SENTENCE_EMPTY;
    }
    return document_fault(document);
}
