#include "annotate/name/acronym.h"

#include "annotate/look.h"
#include "annotate/name/name.h"
#include "text/fold.h"

enum { LETTERS_MIN = 2, LETTERS_MAX = 8, COMMA_MIN = 3, ACRONYMS_MAX = 64 };

/* A short name and where the full one stands. */
struct acronym {
    uint32_t token;
    struct span full;
};

static size_t fold_token(const struct document *document, uint32_t token, char *ret_folded,
                         size_t size)
{
    return fold_text(pack_tokens(document->pack)->fold, document_text(document, token, token + 1),
                     ret_folded, size);
}

/* Whether a word that no short name has a letter for: "of the", "l'", "'s". */
static bool is_small(const struct document *document, uint32_t token)
{
    const uint64_t small = CLASS(STOPWORD) | CLASS(OF) | CLASS(AND) | CLASS(ABOUT) |
                           CLASS(DETERMINER) | CLASS(AT) | CLASS(TO);
    return look_clitic(document, token) ||
           (document_is(document, token, small) && !look_flag(document, token, TOKEN_CAPITAL));
}

/* Where the words begin that end at the bracket and spell the letters, or the bracket. */
static uint32_t spelled_from(const struct document *document, const char *letters, size_t count,
                             uint32_t bracket)
{
    uint32_t t = bracket;
    while (t > 0 && count > 0) {
        char folded[64];
        t--;
        const bool small = is_small(document, t);
        if (!small && (!look_flag(document, t, TOKEN_WORD) ||
                       fold_token(document, t, folded, sizeof folded) == 0))
            return bracket;
        if (!small && folded[0] == letters[count - 1])
            count--;
        else if (!small && !look_flag(document, t, TOKEN_HYPHEN))
            return bracket;
        if (look_flag(document, t, TOKEN_SENTENCE) && count > 0)
            return bracket;
    }
    return look_flag(document, t, TOKEN_CAPITAL) ? t : bracket;
}

/* Whether the words name a person, an office, a place or a meeting: not everything with a short
 * name is a body. */
static bool is_other_thing(const struct document *document, struct span full)
{
    static const uint16_t places[] = {LEXICON_COUNTRY, LEXICON_REGION, LEXICON_CITY};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        const struct annotation *place = look_at(document, full.begin, places[i]);
        if (place && place->end >= full.end)
            return true;
    }
    if (look_at(document, full.begin, LEXICON_OFFICE) ||
        look_at(document, full.begin, LEXICON_SERIES) ||
        look_at(document, full.begin, LEXICON_HONORIFIC))
        return true;
    for (uint32_t t = full.begin; t < full.end; t++) {
        const struct annotation *name = look_at(document, t, ANNOTATION_NAME);
        const struct name *known = name ? name->detail : NULL;
        if (known && (known->figure || (known->given && known->words > 1)))
            return true;
        if (look_at(document, t, LEXICON_MEETNOUN) && !look_at(document, t, LEXICON_ORGHEAD))
            return true;
    }
    return false;
}

/* The whole of the body, with what a rule has read of it. */
static void add_body(struct document *document, struct span full)
{
    static const uint16_t kinds[] = {ANNOTATION_ORG, LEXICON_ORGANIZATION};
    const struct annotation *part = NULL;
    for (uint32_t t = full.begin; t < full.end; t++) {
        for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
            const struct annotation *body = look_at(document, t, kinds[i]);
            if (body && t == full.begin && body->end >= full.end)
                return;
            if (body && body->kind == ANNOTATION_ORG && !part)
                part = body;
        }
    }
    struct annotation *whole = document_add(document, ANNOTATION_ORG, full.begin, full.end);
    if (!whole || !part)
        return;
    whole->rule = part->rule;
    whole->captures = part->captures;
    whole->capture_count = part->capture_count;
}

static void take(struct document *document, uint32_t token, struct span full)
{
    if (!document->acronyms)
        document->acronyms = ARENA_ARRAY(document->arena, struct acronym, ACRONYMS_MAX);
    if (!document->acronyms) {
        document->memory_out = true;
        return;
    }
    if (document->acronym_count == ACRONYMS_MAX)
        return;
    document->acronyms[document->acronym_count++] = (struct acronym){token, full};
    add_body(document, full);
}

struct span acronym_spelled(const struct document *document, uint32_t token)
{
    const struct span none = {token, token};
    char letters[LETTERS_MAX + 1];
    if (token < 2 || !look_flag(document, token, TOKEN_UPPER))
        return none;
    const bool comma = look_mark(document, token - 1, ',') && look_mark(document, token + 1, ',');
    if (!comma && (!look_mark(document, token - 1, '(') || !look_mark(document, token + 1, ')')))
        return none;
    const size_t count = fold_token(document, token, letters, sizeof letters);
    if (count < (comma ? COMMA_MIN : LETTERS_MIN) || count > LETTERS_MAX)
        return none;
    return (struct span){spelled_from(document, letters, count, token - 1), token - 1};
}

void acronym_annotate(struct document *document)
{
    for (uint32_t t = 2; t + 1 < document->tokens.count; t++) {
        const struct span full = acronym_spelled(document, t);
        if (full.begin < full.end && !is_other_thing(document, full))
            take(document, t, full);
    }
}

struct span acronym_full(const struct document *document, struct span name)
{
    if (name.end != name.begin + 1)
        return name;
    for (size_t i = 0; i < document->acronym_count; i++) {
        if (look_token(document, document->acronyms[i].token)->hash ==
            look_token(document, name.begin)->hash)
            return document->acronyms[i].full;
    }
    return name;
}
