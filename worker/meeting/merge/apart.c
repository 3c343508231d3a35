#include <string.h>

#include "annotate/look.h"
#include "annotate/terms.h"
#include "meeting/merge/again.h"
#include "meeting/merge/compare.h"
#include "meeting/merge/inherit.h"
#include "meeting/merge/round.h"
#include "meeting/merge/visit.h"
#include "meeting/merge/when.h"
#include "meeting/resolve/resolve.h"

/* "A met B beside the summit in Lima.  A and B met beside the Lake Forum in May": at the sides of
 * two gatherings. */
static bool is_elsewhere_beside(const struct document *document, const struct mention *mention,
                                const struct occasion *occasion)
{
    for (unsigned i = 0; mention->around && i < occasion->mention_count; i++) {
        const struct mention *here = mention->around, *there = occasion->mentions[i]->around;
        const struct spot *a = here->place ? here->place->detail : NULL;
        const struct spot *b = there && there->place ? there->place->detail : NULL;
        const bool lands = states_differ(document, a, b);
        if (there && there->sentence != here->sentence && (lands || here->kind != there->kind) &&
            (mention->date || here->date) && !mention->label.pointing)
            return true;
    }
    return false;
}

/* Whether the group is told by the same word as one of those. */
static bool is_group_among(const struct document *document, const struct party *group,
                           const struct slot *slots, unsigned count)
{
    for (unsigned i = 0; i < count; i++) {
        const struct party *other = slots[i].party;
        const uint32_t here = group->type == PARTY_GROUP ? group->name_begin : group->begin;
        const uint32_t there = other->type == PARTY_GROUP ? other->name_begin : other->begin;
        if (actor_is_crowd(other) &&
            look_token(document, there)->hash == look_token(document, here)->hash)
            return true;
    }
    return false;
}

static unsigned groups_told(const struct slot *slots, unsigned count)
{
    unsigned groups = 0;
    for (unsigned i = 0; i < count; i++)
        groups += actor_is_crowd(slots[i].party);
    return groups;
}

/* Whether the mention tells a group, and none of the occasion's: "also met a delegation" is of
 * another one. */
static bool is_of_other_group(const struct story *story, const struct mention *mention,
                              const struct occasion *occasion)
{
    for (unsigned i = 0; i < mention->party_count; i++) {
        const struct party *party = mention->parties[i].party;
        if (actor_is_crowd(party) &&
            !document_is(story->document, party->begin, CLASS(INDEFINITE)) &&
            is_group_among(story->document, party, occasion->parties, occasion->party_count))
            return false;
    }
    return groups_told(mention->parties, mention->party_count) > 0;
}

/* "A also met B": another meeting than those that the story has told, unless it told A and B. */
static bool is_further(const struct story *story, const struct mention *mention,
                       const struct occasion *occasion)
{
    const bool met =
        mention->bilateral || mention->hosting || (!mention->verb && mention->party_count > 0);
    const bool greeted = mention->opening && mention->hosting && occasion->kind == KIND_VISIT;
    if (!mention->further || !met || greeted || title_only(story, occasion))
        return false; /* not "at the airport he was also received by B" */
    const unsigned mine = compare_identified(mention->parties, mention->party_count);
    const bool all = occasion->party_count == mention->party_count &&
                     compare_identified(occasion->parties, occasion->party_count) == mine;
    const bool retold =
        occasion->mention_count > 1 && mention_in_title(story, occasion->mentions[0]);
    const struct mention *first = occasion->mentions[retold]; /* "A met B. C was there" */
    const bool pair = mine == 2 && compare_identified(first->parties, first->party_count) == mine;
    const bool same = (all || pair) &&
                      (kind_is_generic(occasion->kind) || occasion->kind == KIND_CALL ||
                       occasion->kind == KIND_NEGOTIATION) &&
                      compare_parties(story, mention, occasion) >= POINTS_ALL_PARTIES &&
                      !is_of_other_group(story, mention, occasion);
    return !same;
}

/* "after the one in Lima": another than the one that it stands for, unless Lima was told. */
static bool is_other_one(const struct mention *mention, const struct occasion *occasion)
{
    const struct spot *here = mention->place ? mention->place->detail : NULL;
    const struct spot *there = occasion->placed ? occasion->placed->place->detail : NULL;
    const bool same =
        here && there && here->city && there->city && here->city->value == there->city->value;
    const bool numbered = mention->label.edition > 0 && !there && /* "opens on Monday. … the 4th */
                          mention->status == occasion->status;    /* edition, in Lima" */
    return mention->standin && !same && !numbered;
}

/* "leurs précédents entretiens": others than those told so far, unless these are of the past too;
 * "the last round", where a new one was told. */
static bool is_earlier_one(const struct mention *mention, const struct occasion *occasion)
{
    const struct mention *first = occasion->mentions[0];
    const struct date *date = mention->date ? mention->date->detail : NULL;
    if ((mention->label.edition == 1 || mention->label.sequence == SEQUENCE_FIRST) &&
        !mention->verb && date && date->year && !date->month && first->label.edition <= 0 &&
        !first->date)
        return true; /* "s'est rendu à Lima … la première visite a eu lieu en 2007" */
    if (mention->joining && first->label.sequence == SEQUENCE_PREVIOUS)
        return true; /* "the previous session was held in May. Present are A and B" */
    return mention->label.sequence == SEQUENCE_PREVIOUS && !mention->verb &&
           first->label.sequence != SEQUENCE_PREVIOUS && first->label.sequence != SEQUENCE_LAST &&
           (!first->date || first->label.sequence == SEQUENCE_NEXT ||
            first->label.sequence == SEQUENCE_NEW || (first->opening && mention->closed));
}

/* "The governors meet this week. … Last year's meeting": of a time before the one that goes on or
 * is to come. */
static bool is_of_past(const struct story *story, const struct mention *mention,
                       const struct occasion *occasion)
{
    const struct mention *first = occasion->mentions[0];
    const struct date *date = mention->date ? mention->date->detail : NULL;
    return date && !mention->verb && !mention->label.pointing && !occasion->when.start.text[0] &&
           mention->date->end <= mention->trigger.end && (date->unit == 'y' || date->unit == 'm') &&
           (date->direction < 0 || date->offset < 0) && !mention_in_title(story, first) &&
           (occasion->status == STATUS_SCHEDULED || occasion->status == STATUS_ONGOING);
}

/* Whether one of those in the mention is nobody that the other is told of. */
static bool has_other(const struct story *story, const struct mention *mention,
                      const struct mention *other)
{
    for (unsigned i = 0; i < mention->party_count; i++) {
        const struct party *party = mention->parties[i].party;
        if (party->type == PARTY_PERSON && party->name_end > party->name_begin &&
            !actor_among(story, party, other->parties, other->party_count))
            return true;
    }
    return false;
}

/* "A a parlé avec B avant le sommet", "Ahead of a summit, A met B", "met B before his meeting with
 * C": what is yet to come is not what the verb tells. */
static bool is_ahead(const struct story *story, const struct mention *mention,
                     const struct occasion *occasion)
{
    const struct mention *last = occasion->mentions[occasion->mention_count - 1];
    if (mention->ahead && kind_is_gathering(mention->kind) && title_only(story, occasion) &&
        last->verb && last->bilateral && kind_is_generic(occasion->kind))
        return true; /* "A meets B", and in the story "before a summit" */
    const struct mention *held = occasion->status_from;
    if (mention->ahead && kind_is_gathering(mention->kind) && kind_is_generic(occasion->kind) &&
        status_has_begun(occasion->status) && held->verb && (held->bilateral || held->hosting))
        return true; /* "A met B. They look forward to working together ahead of the summit" */
    const struct mention *ahead = mention->ahead ? mention : last;
    const struct mention *act = mention->ahead ? last : mention;
    return ahead->ahead && act->verb && act->sentence == ahead->sentence &&
           (kind_is_gathering(ahead->kind) || has_other(story, ahead, act) ||
            (ahead->date && act->date && ahead->date != act->date)) &&
           !ahead->label.pointing;
}

/* "A l'issue d'une réunion avec B, A a rencontré C": what is over is not what the verb tells. */
static bool is_over(const struct mention *mention, const struct occasion *occasion)
{
    const struct mention *last = occasion->mentions[occasion->mention_count - 1];
    return last->gone && !last->verb && mention->verb && mention->sentence == last->sentence &&
           (mention->bilateral || mention->hosting || mention->party_count > 1) &&
           mention->kind != KIND_VISIT && last->kind != KIND_VISIT &&
           last->trigger.begin < mention->trigger.begin;
}

/* "La réunion ministérielle", where two presidents were told to have met: others sit there. */
static bool is_of_other_rank(const struct story *story, const struct mention *mention,
                             const struct occasion *occasion)
{
    unsigned heads = 0, ministers = 0;
    if (mention->kind != KIND_MINISTERIAL || mention->verb || mention->label.pointing ||
        !kind_is_generic(occasion->kind))
        return false;
    for (unsigned i = 0; i < occasion->party_count; i++) {
        const enum rank rank = person_rank(story, occasion->parties[i].party);
        heads += rank_is_head(rank);
        ministers += rank_is_minister(rank);
    }
    return heads > 1 && ministers == 0;
}

/* "le deuxième sommet depuis leur rencontre de mai": another noun of the sentence with its day. */
static bool has_own_day(const struct mention *mention, const struct occasion *occasion)
{
    const struct mention *last = occasion->mentions[occasion->mention_count - 1];
    return last->sentence == mention->sentence && !last->verb && !mention->verb && mention->date &&
           !occasion->when.start.text[0] && !mention->label.pointing && !mention->apposed &&
           !mention->joining &&
           (mention->label.possessive || (mention->label.definite && !mention->label.indefinite)) &&
           mention->kind != last->kind;
}

/* "The ministers last met in October": whether such a word stands right before the verb. */
static bool is_last_time(const struct document *document, const struct mention *mention)
{
    const uint32_t begin = mention->trigger.begin;
    const struct annotation *which =
        begin > 0 ? look_at(document, begin - 1, LEXICON_NEXTPREVIOUS) : NULL;
    return which && which->end == begin && look_lexeme(document, which)->sequence != SEQUENCE_NEXT;
}

/* "leur rencontre de juin 2018", "l'avait reçue en mai", where the headline or a verb tells news,
 * or what is to come: long before that. */
static bool is_long_before(const struct story *story, const struct mention *mention,
                           const struct occasion *occasion)
{
    enum { NEWS_DAYS = 60, HAD_DAYS = 30 };
    const struct mention *first = occasion->mentions[0];
    if (!mention->date || occasion->when.start.text[0] || story->reference.day.year == 0 ||
        (mention->label.edition > 0 && mention->label.edition == first->label.edition))
        return false;
    const bool year = ((const struct date *)mention->date->detail)->year > 0;
    const bool back =
        year && !mention->verb &&
        (occasion->status == STATUS_SCHEDULED || (first->verb && mention->label.possessive));
    const bool had = mention->verb && (mention_tells_bygone(story, mention) ||
                                       is_last_time(story->document, mention));
    if (!mention_in_title(story, first) && !back && !had)
        return false;
    const struct date_result day =
        date_value(mention->date->detail, &story->reference, DIRECTION_PAST);
    const struct iso_date least =
        day_iso(day_add(story->reference.day, had ? -HAD_DAYS : -NEWS_DAYS));
    const char *start = day.start.text;
    return status_has_begun(mention->status) && start[0] &&
           strncmp(start, least.text, strlen(start)) < 0;
}

/* "a reçu B après la conférence", "se sont vus lundi, un an après leur rencontre": what is over, or
 * was so long before, is another. */
static bool is_long_after(const struct story *story, const struct mention *mention,
                          const struct occasion *occasion)
{
    enum { WORDS_BACK = 6 };
    const struct mention *last = occasion->mentions[occasion->mention_count - 1];
    if (!mention->gone || mention->verb || !last->verb || mention->sentence != last->sentence)
        return false;
    if (kind_is_gathering(mention->kind) && kind_is_generic(last->kind) &&
        (last->bilateral || last->hosting) && last->trigger.begin < mention->trigger.begin)
        return true;
    const uint32_t begin = story->document->sentences.at[mention->sentence].begin;
    for (uint32_t t = mention->trigger.begin; t-- > begin + 1;) {
        if (mention->trigger.begin - t > WORDS_BACK)
            break;
        if (look_at(story->document, t, LEXICON_FOLLOWING)) {
            const struct annotation *unit = look_at(story->document, t - 1, LEXICON_UNIT);
            return unit && unit->end == t;
        }
    }
    return false;
}

/* "They discussed it in the presence of D": whether the party is told as who was there too. */
static bool comes_along(const struct story *story, const struct mention *mention,
                        const struct party *party)
{
    const uint32_t from = party->begin < mention->trigger.begin
                              ? story->document->sentences.at[mention->sentence].begin
                              : mention->trigger.begin;
    for (uint32_t t = from; t < party->begin; t++) {
        const struct annotation *with = look_at(story->document, t, LEXICON_WITH);
        if (look_at(story->document, t, LEXICON_ACCOMPANIED) ||
            look_says(story->document, with, STR("BESIDE")))
            return true;
    }
    return false;
}

/* "A and B were received by C.  They met D": D is nobody who was there. */
static bool is_met_next(const struct story *story, const struct mention *mention,
                        const struct occasion *occasion)
{
    const struct mention *last = occasion->mentions[occasion->mention_count - 1];
    const uint32_t begin = last->sentence == mention->sentence
                               ? last->trigger.end /* "were received by C and met D" */
                               : story->document->sentences.at[mention->sentence].begin;
    if (!mention->plural_pronoun || !mention->verb || (!mention->bilateral && !mention->hosting) ||
        !last->verb || mention_in_title(story, last))
        return false;
    for (unsigned i = 0; i < mention->party_count; i++) {
        const struct party *party = mention->parties[i].party;
        if (party->begin >= begin && party->type == PARTY_PERSON && party->person &&
            !comes_along(story, mention, party) &&
            !actor_among(story, party, occasion->parties, occasion->party_count))
            return true;
    }
    return false;
}

/* "Il sera reçu par A. Il ira à une table ronde": who met one goes to a gathering of many. */
static bool is_gathering_next(const struct story *story, const struct mention *mention,
                              const struct occasion *occasion)
{
    const struct mention *last = occasion->mentions[occasion->mention_count - 1];
    return mention->entering && mention->label.indefinite && kind_is_gathering(mention->kind) &&
           kind_is_generic(occasion->kind) && last->party_count > 1 &&
           last->sentence != mention->sentence && !mention_in_title(story, occasion->mentions[0]);
}

/* "s'entretiendra avec A et participera à une réunion avec B": another verb of the sentence tells
 * of one with others. */
static bool is_attended_next(const struct story *story, const struct mention *mention,
                             const struct occasion *occasion)
{
    const struct mention *last = occasion->mentions[occasion->mention_count - 1];
    return last->sentence == mention->sentence && last->verb && !mention->verb &&
           (last->bilateral || last->hosting) && mention->label.indefinite && !mention->apposed &&
           mention->status_told && mention->status_words.begin > last->trigger.end &&
           mention->status_words.end <= mention->trigger.begin && has_other(story, mention, last);
}

/* "Il rencontrera les évêques.  Il aura un entretien avec les jeunes": a programme tells a meeting
 * with each of the groups. */
static bool is_with_other_group(const struct story *story, const struct mention *mention,
                                const struct occasion *occasion)
{
    const struct mention *first = occasion->mentions[0];
    if (mention->status != STATUS_SCHEDULED || occasion->status != STATUS_SCHEDULED ||
        mention_in_title(story, first) || !kind_is_generic(mention->kind) ||
        (!mention->verb && !mention->label.indefinite) || mention->joining ||
        compare_identified(mention->parties, mention->party_count) > 1 ||
        compare_identified(occasion->parties, occasion->party_count) > 1 ||
        groups_told(occasion->parties, occasion->party_count) == 0)
        return false;
    return is_of_other_group(story, mention, occasion);
}

/* "A will meet B on Monday", "spoke at the forum. No meeting with the rebels is planned": what is
 * denied is with others.
 */
static bool is_denied_to_others(const struct story *story, const struct mention *mention,
                                const struct occasion *occasion)
{
    return mention->status == STATUS_DENIED && !mention->verb && !mention->joining &&
           (occasion->status == STATUS_SCHEDULED || kind_is_gathering(occasion->kind)) &&
           !title_only(story, occasion) &&
           compare_identified(mention->parties, mention->party_count) < 2 &&
           is_of_other_group(story, mention, occasion);
}

/* "The talks resume on Wednesday. A says he is ready to meet B": what somebody offers another is
 * none of the negotiations that are planned or go on without them. */
static bool is_offer_beside(const struct story *story, const struct mention *mention,
                            const struct occasion *occasion)
{
    if (mention->status != STATUS_PROPOSED || !mention->status_told || !mention->verb ||
        !mention->bilateral || occasion->kind != KIND_NEGOTIATION ||
        occasion->status == STATUS_PROPOSED || mention->party_count < 2)
        return false;
    for (unsigned i = 0; i < mention->party_count; i++) {
        const struct party *party = mention->parties[i].party;
        if (party->type != PARTY_PERSON ||
            actor_among(story, party, occasion->parties, occasion->party_count))
            return false;
    }
    return true;
}

/* "ouvrira le forum. … 10h15 : Entretien avec B": a line of a programme tells talks of its own. */
static bool is_line_of_talks(const struct mention *mention, const struct occasion *occasion)
{
    return mention->agenda && mention->party_count > 0 && kind_is_generic(mention->kind) &&
           kind_is_gathering(occasion->kind);
}

bool mention_is_apart(const struct story *story, const struct mention *mention,
                      const struct occasion *occasion)
{
    return mention_is_one_of_many(story, mention, occasion) ||
           mention_is_of_two(story, mention, occasion) ||
           is_elsewhere_beside(story->document, mention, occasion) ||
           is_other_one(mention, occasion) || is_long_before(story, mention, occasion) ||
           has_own_day(mention, occasion) || is_earlier_one(mention, occasion) ||
           is_of_past(story, mention, occasion) || is_ahead(story, mention, occasion) ||
           is_of_other_rank(story, mention, occasion) || is_line_of_talks(mention, occasion) ||
           mention_of_other_host(story, mention, occasion) ||
           mention_is_off(story, mention, occasion) || is_over(mention, occasion) ||
           is_long_after(story, mention, occasion) || is_met_next(story, mention, occasion) ||
           is_further(story, mention, occasion) || mention_is_besides(story, mention, occasion) ||
           is_attended_next(story, mention, occasion) ||
           is_gathering_next(story, mention, occasion) ||
           is_with_other_group(story, mention, occasion) ||
           is_offer_beside(story, mention, occasion) ||
           is_denied_to_others(story, mention, occasion) ||
           mention_calls_there(story, mention, occasion) ||
           (!title_only(story, occasion) && compare_apart(story->document, mention, occasion));
}
