#include "annotate/look.h"
#include "annotate/person/nation.h"
#include "annotate/role/role.h"

/* The state of whom an adviser or envoy serves, told with the office. */

const char *nation_of_chief(const struct document *document, const struct people *people,
                            const struct role *role)
{
    for (uint32_t t = role->begin + 1; t < role->end; t++) {
        const struct annotation *figure = look_at(document, t, LEXICON_FIGURE);
        if (figure && figure->end == role->end && look_lexeme(document, figure)->country[0])
            return look_lexeme(document, figure)->country;
    }
    const uint32_t last = role->end - 1;
    if (!look_flag(document, last, TOKEN_CAPITAL) || look_at(document, last, LEXICON_PORTFOLIO))
        return "";
    for (uint16_t i = 1; i < people->count; i++) {
        const struct party *name = people->at[i].name;
        if (look_token(document, name->name_end - 1)->hash == look_token(document, last)->hash)
            return people->at[i].country;
    }
    return "";
}

const char *nation_of_owner(const struct document *document, const struct people *people,
                            const struct role *role)
{
    enum { WORDS_MAX = 8 };
    const bool owned = role->begin > 1 && look_clitic(document, role->begin - 1);
    for (uint32_t back = 2; owned && back <= WORDS_MAX && back <= role->begin; back++) {
        const struct annotation *owner = look_at(document, role->begin - back, ANNOTATION_PARTY);
        if (owner && owner->end == role->begin - 1)
            return people_state(people, party_members(owner)->at[0]);
    }
    return "";
}
