#include "annotate/figure.h"

#include "annotate/home.h"
#include "annotate/look.h"
#include "annotate/role.h"

/* Of namesakes who serve different states, whom the article means: the one whose state it names;
 * NULL when it names none of them, or two alike. */
static const char *state_of(const struct document *document, const struct annotation *figure)
{
    const char *best = NULL;
    unsigned most = 0, rivals = 0;
    struct home home;
    for (const struct annotation *a = figure; a; a = a->next) {
        if (a->kind != LEXICON_FIGURE || a->end != figure->end)
            continue;
        const char *code = look_lexeme(document, a)->country;
        if (!best) {
            best = code;
            continue;
        }
        if (rivals++ == 0) {
            home = home_count(document);
            most = home_times(&home, best);
        }
        const unsigned times = home_times(&home, code);
        if (times == most)
            best = "";
        if (times <= most)
            continue;
        most = times;
        best = code;
    }
    return rivals && most == 0 ? NULL : best;
}

/* Whether the person's office is in a body that serves no single state. */
static bool is_abroad(const struct document *document, const struct person *person)
{
    return person->titled && person->titled->organization &&
           !role_serves_state(document, person->titled->organization, true);
}

void figure_settle(const struct document *document, struct people *people)
{
    for (uint16_t i = 1; i < people->count; i++) {
        struct person *person = &people->at[i];
        if (person->country[0] || !person->figure || is_abroad(document, person))
            continue;
        const char *code = state_of(document, person->figure);
        if (!code)
            continue;
        if (code[0])
            memcpy(person->country, code, 3);
        person->stateless = !code[0];
    }
}
