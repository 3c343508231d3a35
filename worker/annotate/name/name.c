#include "annotate/name/name.h"

#include "annotate/name/start.h"

enum {
    NAME_MAX = 7,               /* words of one name */
    TITLE_CASE_PER_MILLE = 600, /* a title with more capitals is in title case */
};

/* "Jean-Marie | de Saint-Malo": whether no more than a given name stands before token. */
static bool is_behind_given(const struct document *document, uint32_t token)
{
    return token > 1 && name_is_given(document, token - 1) &&
           (look_flag(document, token - 1, TOKEN_HYPHEN | TOKEN_SENTENCE) ||
            !look_flag(document, token - 2, TOKEN_CAPITAL));
}

/* "Petra von Halden", "Harun bin Sultan": the town or title is a family's or father's name behind a
 * particle that is nothing else; "Ada de Saint-Malo": behind a given name and any particle. */
static bool is_of_family(const struct document *document, uint32_t particle,
                         const struct annotation *taken)
{
    if (taken->kind == LEXICON_CITY && !look_lexeme(document, taken)->stands[0] &&
        !look_at(document, taken->begin, LEXICON_COUNTRY) && is_behind_given(document, particle))
        return true;
    return (taken->kind == LEXICON_CITY || taken->kind == LEXICON_OFFICE ||
            taken->kind == LEXICON_HONORIFIC) &&
           taken->end == taken->begin + 1 &&
           !document_is(document, taken->begin - 1, NAME_FUNCTION_WORDS);
}

/* A town so small that behind another name it is rather a family's. */
static bool is_small_town(const struct document *document, uint32_t token)
{
    const struct annotation *taken = name_taken_at(document, token);
    return taken && taken->kind == LEXICON_CITY && taken->end == token + 1 &&
           look_lexeme(document, taken)->population < NAME_TOWN_MAX;
}

/* "Hassan Sheikh Mohamud", "Abdul Hafeez Sheikh", "Phil Eng": a word of address inside a name or at
 * its end. */
static bool is_address_inside(const struct document *document, const struct annotation *taken)
{
    const unsigned least = name_is_capital(document, taken->end) ? 4 : 3; /* no "Dr", "Mme A" */
    return taken->kind == LEXICON_HONORIFIC && taken->end < document->tokens.count &&
           look_token(document, taken->begin)->points >= least &&
           !look_mark(document, taken->end - 1, '.');
}

/* "Deputy Prime Minister Truong Hoa Binh", "Paul Saint-Pierre": a town of two words right behind
 * the first of a name, which its title opens or a hyphen joins. */
static bool is_split_town(const struct document *document, uint32_t token,
                          const struct annotation *taken)
{
    return taken && taken->kind == LEXICON_CITY && taken->begin == token &&
           taken->end == token + 2 && token > 0 &&
           (look_flag(document, token + 1, TOKEN_HYPHEN) ||
            (look_lexeme(document, taken)->population < NAME_TOWN_MAX &&
             look_ends(document, token - 1, LEXICON_OFFICE)));
}

/* Whether a name can go on with the word at token, and up to where. */
static uint32_t name_step(const struct document *document, uint32_t token, uint32_t end,
                          bool after_given)
{
    const struct token *word = look_token(document, token);
    if ((word->flags & TOKEN_INITIAL) || name_is_letter(document, token))
        return token + 1;
    if (look_mark(document, token, ',') && token + 1 < end &&
        document_is(document, token + 1, CLASS(SUFFIX)) && name_is_capital(document, token + 1) &&
        !look_at(document, token + 1, LEXICON_OFFICE) && /* ", MD and CEO", ", Senior Director" */
        !look_at(document, token + 2, LEXICON_OFFICE))
        return token + 2; /* "Biden, Jr." */
    if (!(word->flags & TOKEN_WORD) || (word->flags & TOKEN_HYPHEN))
        return token + ((word->flags & TOKEN_WORD) != 0);
    const bool titles = look_at(document, token, LEXICON_OFFICE) && token + 1 < end &&
                        name_is_capital(document, token + 1); /* "Vela MP X": of another */
    if (document_is(document, token, CLASS(SUFFIX)) && (word->flags & TOKEN_CAPITAL) && !titles)
        return token + 1;
    if (!(word->flags & TOKEN_CAPITAL)) {
        uint32_t next = token;
        while (next < end && document_is(document, next, CLASS(PARTICLE)) && next - token < 3 &&
               !look_flag(document, next, TOKEN_CAPITAL))
            next++;
        const struct annotation *taken = next < end ? name_taken_at(document, next) : NULL;
        const bool joins = next > token && next < end &&
                           !document_is(document, token - 1, CLASS(SUFFIX)) && /* "Ana II de X" */
                           name_is_capital(document, next) && /* "Paul Sy de L'UA" */
                           !(look_flag(document, next + 1, TOKEN_JOINED) &&
                             look_flag(document, next + 1, TOKEN_UPPER)) &&
                           (!taken || is_of_family(document, token, taken));
        return !joins ? token : taken ? taken->end : next + 1;
    }
    if (token + 1 < end && name_is_elided(document, token))
        return token + 2;                                                   /* "Sassou N'Guesso" */
    const uint64_t own = word->flags & TOKEN_TITLE ? 0 : CLASS(POSSESSIVE); /* "Nguyen Son" */
    if (document_is(document, token, NAME_FUNCTION_WORDS) &&
        !document_is(document, token, CLASS(PARTICLE) | own) &&
        (!after_given || !name_is_given(document, token) ||
         look_flag(document, token, TOKEN_TITLE))) /* "Omar Said" */
        return token;
    if (name_is_closed(document, token))
        return token;
    const struct annotation *taken = name_taken_at(document, token);
    const bool alone = taken && taken->end == token + 1;
    if (after_given && alone && token + 1 < end && look_flag(document, token + 1, TOKEN_HYPHEN))
        return token + 1; /* "Fernando Grande-Marlaska" */
    if (after_given && is_split_town(document, token, taken))
        return taken->end;
    if (taken && taken->kind == LEXICON_CITY && look_flag(document, token - 1, TOKEN_HYPHEN) &&
        look_at(document, taken->end, LEXICON_MEETNOUN))
        return token; /* "the Ruiz-Berg Oslo meeting" */
    if (!taken || is_small_town(document, token) ||
        (after_given && alone &&
         (taken->kind == LEXICON_CITY || is_address_inside(document, taken) ||
          ((taken->kind == LEXICON_ORGANIZATION || taken->kind == LEXICON_OFFICE ||
            taken->kind == LEXICON_REGION || taken->kind == LEXICON_MEDIA ||
            taken->kind == LEXICON_GROUPNOUN) &&
           !(word->flags & TOKEN_UPPER)))))
        return token + 1;
    return token;
}

/* Whether the sentence is a title, or one printed again, in title case, where capitals say nothing.
 */
static bool is_title_case(const struct document *document, const struct sentence *sentence)
{
    unsigned words = 0, capitals = 0;
    if (!(sentence->flags & (SENTENCE_TITLE | SENTENCE_BOILERPLATE)))
        return false;
    for (uint32_t t = sentence->begin; t < sentence->end; t++) {
        if (!look_flag(document, t, TOKEN_WORD))
            continue;
        words++;
        capitals += look_flag(document, t, TOKEN_CAPITAL);
    }
    return words > 3 && capitals * 1000 > words * TITLE_CASE_PER_MILLE;
}

/* The last part of a longer name is no figure's, "Ada Putin", but for initials: "Ada J. Putin". */
static bool is_namesake(const struct document *document, uint32_t begin, uint32_t token)
{
    return token > begin && (look_flag(document, token, TOKEN_HYPHEN) || token < begin + 2 ||
                             !look_flag(document, token - 1, TOKEN_INITIAL));
}

/* Who has the name that ends at end, its title left out; or NULL. */
static const struct annotation *figure_named(const struct document *document, uint32_t begin,
                                             uint32_t end)
{
    for (uint32_t t = begin - (begin > 0); t < end; t++) {
        const struct annotation *figure = look_at(document, t, LEXICON_FIGURE);
        if (figure && figure->end == end && !is_namesake(document, begin, t))
            return figure;
    }
    return NULL;
}

/* Who the name is, a "Jr." left out; "Léon XIV" is one with his number. */
static const struct annotation *name_figure(const struct document *document, uint32_t begin,
                                            uint32_t end)
{
    const struct annotation *figure = figure_named(document, begin, end);
    while (!figure && end > begin + 1 &&
           (document_is(document, end - 1, CLASS(SUFFIX)) ||
            look_flag(document, end - 1, TOKEN_PUNCT)))
        figure = figure_named(document, begin, --end);
    return figure;
}

static struct name name_describe(const struct document *document, uint32_t begin, uint32_t end)
{
    struct name name = {.words = (uint8_t)(end - begin), .known = true};
    name.figure = name_figure(document, begin, end);
    name.given = name_is_given(document, begin);
    name.initial = look_flag(document, begin, TOKEN_SENTENCE);
    const bool wing = end == begin + 2 && look_flag(document, begin + 1, TOKEN_HYPHEN) &&
                      look_token(document, begin + 1)->points == 1; /* "LPN-F" */
    name.acronym = (end == begin + 1 || wing) && look_flag(document, begin, TOKEN_UPPER) &&
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
    const bool given = name_is_given(document, begin) && end > begin + 1;
    const struct annotation *figure = name_figure_at(document, begin);
    if (given || (figure && figure->end == end))
        return true;
    for (uint32_t t = begin; t < end; t++) {
        const struct token *word = look_token(document, t);
        if ((word->flags & TOKEN_CAPITAL) && !seen_has(&seen->capital, word->hash))
            return false;
    }
    return true;
}

static struct name *name_add(struct document *document, uint32_t begin, uint32_t end)
{
    struct annotation *annotation = document_add(document, ANNOTATION_NAME, begin, end);
    struct name *name = ARENA_ROOM(document->arena, struct name, 1);
    if (!annotation || !name) {
        document->memory_out = true;
        return NULL;
    }
    *name = name_describe(document, begin, end);
    annotation->detail = name;
    return name;
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

/* "la Chambre de commerce Franco-Arabe": two words for states that a hyphen joins. */
static bool is_between_states(const struct document *document, uint32_t begin, uint32_t end)
{
    static const uint16_t states[] = {LEXICON_DEMONYM, LEXICON_REGION, 0};
    return end == begin + 2 && look_flag(document, begin + 1, TOKEN_HYPHEN) &&
           look_kinds(document, begin, states) && look_kinds(document, begin + 1, states);
}

/* "le président nigérian | Musa Bello": whether a word for a state, written small, stands between
 * the name at token and an office. */
static bool is_behind_state(const struct document *document, uint32_t token)
{
    return token > 1 && look_ends(document, token, LEXICON_DEMONYM) &&
           !look_flag(document, token - 1, TOKEN_CAPITAL) &&
           !look_flag(document, token, TOKEN_SENTENCE);
}

/* "Ada Harun Sani", of whom "Ada Harun" and "Harun Sani" are known: whether another known name goes
 * on behind the one that begins at token and ends at end. */
static bool is_longer(const struct document *document, uint32_t token, uint32_t end)
{
    for (uint32_t t = token + 1; t < end; t++) {
        const struct annotation *figure = look_at(document, t, LEXICON_FIGURE);
        if (figure && figure->end > end)
            return true;
    }
    return false;
}

/* "President Ali Moko Leads Meeting": whether the word at token goes on with the name in a title
 * where capitals say nothing: what the body writes so too, or what follows a given name alone. */
static bool goes_on_in_title(const struct document *document, const struct seen *seen,
                             uint32_t begin, uint32_t token)
{
    const struct token *word = look_token(document, token);
    if (!(word->flags & TOKEN_WORD) || !(word->flags & TOKEN_CAPITAL) ||
        seen_has(&seen->capital, word->hash))
        return true;
    if (look_at(document, token, LEXICON_MEETVERB) || look_at(document, token, LEXICON_EVENTVERB))
        return false;
    return token == begin + 1 ? name_is_given(document, begin)
                              : look_at(document, token, LEXICON_SURNAME) != NULL;
}

/* "Ruiz-Berg summit", "Ruiz-Berg Oslo meeting": whether the hyphen behind the name joins another to
 * it that meets with it. */
static bool is_half_of_pair(const struct document *document, uint32_t begin, uint32_t end)
{
    uint32_t behind = end + 1;
    if (end != begin + 1 || behind >= document->tokens.count ||
        !look_flag(document, end, TOKEN_HYPHEN) || !look_flag(document, end, TOKEN_CAPITAL) ||
        name_is_given(document, begin) || document_is(document, begin, CLASS(PARTICLE)))
        return false;
    const struct annotation *town = look_at(document, behind, LEXICON_CITY);
    behind = town && town->begin == behind ? town->end : behind;
    const struct annotation *noun = look_at(document, behind, LEXICON_MEETNOUN);
    return noun && noun->begin == behind;
}

/* "Nguyen Thi | Mai": behind a name called like a month, where no day is told; or end. */
static uint32_t behind_month(const struct document *document, uint32_t token, uint32_t end)
{
    const bool month =
        end > token + 1 && name_is_capital(document, end) && look_at(document, end, LEXICON_MONTH);
    return month && !look_at(document, end, ANNOTATION_DATE) &&
                   !look_flag(document, end + 1, TOKEN_NUMBER)
               ? end + 1
               : end;
}

/* "received at Leixo | Emmanuel Macron": whether behind the place at token somebody known stands
 * with a given name. */
static bool is_place_before(const struct document *document, uint32_t token, uint32_t end)
{
    const struct annotation *figure = look_at(document, end, LEXICON_FIGURE);
    return end == token + 1 && token > 0 &&
           document_is(document, token - 1, CLASS(AT) | CLASS(OF)) && figure &&
           figure->end > end + 1 && look_at(document, end, LEXICON_GIVENNAME) &&
           !look_flag(document, end, TOKEN_HYPHEN);
}

/* "Macron Merkel": whether behind the known name from token to end that of another begins. */
static bool is_followed(const struct document *document, uint32_t token, uint32_t end)
{
    const bool surname = end > token + 1 && look_at(document, end, LEXICON_SURNAME) &&
                         !look_flag(document, end, TOKEN_HYPHEN);
    return (surname || look_at(document, end, LEXICON_FIGURE)) && !is_longer(document, token, end);
}

/* Where the name that begins at token ends.  "Macron-Merkel" is two of them. */
static uint32_t name_end(const struct document *document, const struct seen *seen,
                         const struct sentence *sentence, uint32_t token, bool title_case)
{
    const struct annotation *figure = name_figure_at(document, token);
    const bool given =
        figure || name_is_given(document, token) || look_at(document, token, LEXICON_SURNAME) ||
        name_is_family_word(document, token) || look_ends(document, token, LEXICON_HONORIFIC) ||
        is_behind_state(document, token) || (!title_case && name_is_behind_office(document, token));
    uint32_t end = figure ? figure->end : token + 1 + name_is_elided(document, token), next;
    end += !figure && !title_case && end < sentence->end && name_is_of_given(document, token, end);
    if (figure && title_case)
        return end;
    if (is_half_of_pair(document, token, end) || (!given && is_place_before(document, token, end)))
        return end;
    while (end < sentence->end && end - token < NAME_MAX &&
           !(figure && figure->end == end && is_followed(document, token, end)) &&
           (!title_case || goes_on_in_title(document, seen, token, end)) &&
           ((next = name_step(document, end, sentence->end, given)) > end ||
            (next = behind_month(document, token, end)) > end))
        end = next;
    return end;
}

/* Returns how many names the sentence has. */
static unsigned names_of_sentence(struct document *document, struct seen *seen,
                                  const struct sentence *sentence)
{
    const bool title_case = is_title_case(document, sentence);
    uint32_t names = 0, t = sentence->begin;
    for (; (t = name_next(document, sentence, t)) < sentence->end; t++) {
        t = name_behind_origin(document, t);
        if (!name_is_capital(document, t) || !name_starts(document, seen, t)) {
            const struct annotation *taken = name_taken_at(document, t);
            if (taken && (look_flag(document, t, TOKEN_CAPITAL) || taken->end > t + 1))
                t = taken->end - 1;
            continue;
        }
        const uint32_t end = name_end(document, seen, sentence, t, title_case);
        const bool letter = end == t + 1 && look_token(document, t)->points < 2; /* "(R)" */
        if ((!title_case || name_holds(document, seen, t, end)) && !is_state(document, t, end) &&
            !is_between_states(document, t, end) && !letter && !name_is_house(document, t, end)) {
            struct name *name = name_add(document, name_family_first(document, seen, t), end);
            if (name)
                name->family =
                    end == t + 1 && seen_has(&seen->family, look_token(document, t)->hash);
            if (end > t + 1)
                name_keep_family(document, seen, end - 1);
            names++;
        }
        t = end - 1;
    }
    return names;
}

int name_annotate(struct document *document)
{
    struct seen seen;
    if (!seen_open(document, &seen))
        return FAULT_MEMORY;
    for (size_t i = 0; i < document->sentences.count; i++) {
        struct sentence *sentence = &document->sentences.at[i];
        if (names_of_sentence(document, &seen, sentence) == 0 && (sentence->flags & SENTENCE_FAR) &&
            !document->thorough)
            sentence->flags |= SENTENCE_EMPTY;
    }
    return document_fault(document);
}

uint32_t name_address(const struct document *document, uint32_t begin, uint32_t token)
{
    const struct annotation *address = look_at(document, token, LEXICON_HONORIFIC);
    if (!look_at(document, address ? address->end : token, ANNOTATION_NAME))
        return token;
    while (token > begin + 1 && look_at(document, token - 1, LEXICON_HONORIFIC) &&
           !look_ends(document, token, LEXICON_OFFICE)) /* "First Lady | X" */
        token--;
    return token;
}
