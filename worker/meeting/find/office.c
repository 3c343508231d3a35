#include "annotate/look.h"
#include "meeting/find/find.h"
#include "meeting/find/owner.h"
#include "meeting/mention/occasion.h"

/* Words for a meeting that only say which office somebody has: "the negotiator at the talks". */

/* Where the words begin that tell the meeting, its article left out. */
static uint32_t words_begin(const struct finder *finder, const struct mention *mention)
{
    const struct label *label = &mention->label;
    const bool named = label->name.end > label->name.begin;
    uint32_t t = named && label->name.begin < mention->trigger.begin ? label->name.begin
                                                                     : mention->trigger.begin;
    while (t > finder->sentence->begin && document_is(finder->document, t - 1, CLASS(DETERMINER)) &&
           !document_is(finder->document, t - 1, CLASS(OF)))
        t--;
    return t;
}

/* The office, told of one, that ends right before the token; or NULL. */
static const struct annotation *office_before(const struct finder *finder, uint32_t token)
{
    enum { WORDS_BACK = 5 }; /* "président par intérim" */
    for (uint32_t back = 1; back <= WORDS_BACK && token >= finder->sentence->begin + back; back++) {
        const struct annotation *office = look_at(finder->document, token - back, LEXICON_OFFICE);
        if (office)
            return office->tag != TAG_PLUR && office->end == token ? office : NULL;
    }
    return NULL;
}

/* "the official chairing the talks": the office behind which a form in -ing ends at token, or NULL.
 */
static const struct annotation *office_doing(const struct finder *finder, uint32_t token)
{
    const struct annotation *verb = look_at(finder->document, token - 1, LEXICON_EVENTVERB);
    const enum sense sense = verb && verb->tag == TAG_GER && verb->end == token
                                 ? look_lexeme(finder->document, verb)->sense
                                 : SENSE_NONE;
    return sense == SENSE_CHAIR || sense == SENSE_MEDIATE ? office_before(finder, token - 1) : NULL;
}

/* "a negotiator at the talks with B said on Friday": whom the word describes, and when he said so.
 */
static bool is_of_envoy(const struct finder *finder, const struct mention *mention, uint32_t token)
{
    const struct annotation *office =
        document_is(finder->document, token - 1, CLASS(AT) | CLASS(TO))
            ? office_before(finder, token - 1)
            : NULL;
    const struct annotation *doing = mention->label.plural ? office_doing(finder, token) : NULL;
    const bool behind = mention->date && mention->date->begin > mention->trigger.end &&
                        mention->date->begin > mention->label.name.end + 1;
    const bool envoy = office && look_lexeme(finder->document, office)->rank == RANK_ENVOY;
    return (envoy || doing) && (!mention->date || behind) && !mention->place;
}

/* "le président de la conférence des évêques": the word belongs to an office, and no more of a
 * meeting is told than what that presides. */
bool noun_is_of_office(const struct finder *finder, const struct mention *mention)
{
    const struct label *label = &mention->label;
    const uint32_t t = words_begin(finder, mention);
    const bool numbered = label->edition > 0 && mention->kind != KIND_SESSION; /* "COP 28" */
    if (numbered || label->sequence != SEQUENCE_NONE || t <= finder->sentence->begin)
        return false;
    if (is_of_envoy(finder, mention, t))
        return true;
    return !mention->date && kind_is_gathering(mention->kind) &&
           document_is(finder->document, t - 1, CLASS(OF)) && office_before(finder, t - 1);
}
