#include "meeting/clause/chunk_silent.h"
#include "annotate/date/date.h"
#include "annotate/look.h"
#include "annotate/party/party.h"
#include "meeting/clause/chunk_verb.h"

bool chunk_of_bearer(const struct document *document, const struct annotation *capacity)
{
    const struct annotation *who =
        capacity->kind == LEXICON_CAPACITY && look_flag(document, capacity->begin, TOKEN_SENTENCE)
            ? look_at(document, capacity->end, ANNOTATION_PARTY)
            : NULL;
    const struct party *first = who ? party_members(who)->at[0] : NULL;
    uint32_t t = capacity->end;
    while (first && t < first->name_begin && !look_mark(document, t, ','))
        t++;
    return first && first->role_count > 0 && t < first->name_begin;
}

uint32_t chunk_silent(const struct document *document, uint32_t token)
{
    enum { PERIOD_MIN = 4 };
    static const uint64_t bits = KIND_BIT(LEXICON_OFFICEPREFIX) | KIND_BIT(LEXICON_CAPACITY) |
                                 KIND_BIT(LEXICON_DAYPERIOD) | KIND_BIT(LEXICON_ASIDE);
    if (!look_any(document, token, bits))
        return token;
    const struct annotation *prefix = look_at(document, token, LEXICON_OFFICEPREFIX);
    const struct annotation *capacity = look_at(document, token, LEXICON_CAPACITY);
    const struct annotation *period = document_is(document, token, CLASS(AT))
                                          ? look_at(document, token, LEXICON_DAYPERIOD)
                                          : NULL; /* "en début d'après-midi": no "d'après" */
    if (period && period->end >= token + PERIOD_MIN)
        return period->end;
    if (prefix)
        return prefix->end;
    const struct annotation *turn = look_at(document, token, LEXICON_ASIDE); /* "un à un" */
    if (look_says(document, turn, STR("TURN")))
        return turn->end;
    return capacity && chunk_of_bearer(document, capacity) ? capacity->end : token;
}

/* "Entretien avec X" heads what X told the paper; behind a time it is what X is met for. */
static bool is_line(const struct document *document, const struct sentence *sentence,
                    const struct annotation *friend)
{
    const bool timed = friend->begin > sentence->begin || /* or below it, in a line of its own */
                       look_ends(document, sentence->begin, ANNOTATION_TIME);
    return timed && look_says(document, friend, STR("INTERVIEW"));
}

/* "un échange de vues avec B", though "un échange de" is none: a longer phrase, and with whom; "les
 * échanges de mardi": of that day; or what only tells a bond. */
static bool begins_meeting(const struct document *document, const struct annotation *friend)
{
    const struct annotation *noun = look_at(document, friend->begin, LEXICON_MEETNOUN);
    const uint32_t last = friend->end - 1;
    if (look_says(document, friend, STR("BOND")))
        return true; /* "trade mission", "border talks" */
    const struct annotation *at = look_at(document, last, ANNOTATION_DATE)
                                      ? look_at(document, last, ANNOTATION_DATE)
                                      : look_at(document, last + 1, ANNOTATION_DATE);
    const struct date *date = at ? at->detail : NULL;
    if (date && noun && noun->end == last && document_is(document, last, CLASS(OF)) &&
        (!date->month || date->day))
        return true;
    return noun && noun->end > friend->end &&
           (look_at(document, noun->end, LEXICON_WITH) ||
            look_at(document, noun->end + 1, LEXICON_WITH));
}

uint32_t chunk_hidden_to(const struct document *document, const struct sentence *sentence,
                         uint32_t token, uint32_t *seen, uint32_t hidden)
{
    const uint64_t friends = KIND_BIT(LEXICON_FALSEFRIEND);
    for (; *seen <= token; *seen = look_next(document, *seen + 1, sentence->end, friends)) {
        const struct annotation *friend = look_at(document, *seen, LEXICON_FALSEFRIEND);
        if (friend && friend->end > hidden && !chunk_cuts_party(document, friend) &&
            !is_line(document, sentence, friend) && !begins_meeting(document, friend))
            hidden = friend->end;
    }
    return hidden;
}
