#include <string.h>

#include "annotate/look.h"
#include "annotate/place/spot.h"
#include "meeting/merge/compare.h"
#include "meeting/merge/inherit.h"
#include "meeting/merge/visit.h"
#include "meeting/resolve/resolve.h"

/*
 * "A a reçu B à Lima … Cette visite vise à": no visit was told, but B, who is not at home where
 * they met, is on one.
 */

/* Whether the words are of a visit that the story takes for known, and call it nothing else. */
static bool is_known_visit(const struct mention *mention)
{
    const bool known = mention->label.pointing || (mention->label.definite && mention->during);
    return mention->kind == KIND_VISIT && !mention->verb && known && mention->label.bare &&
           mention->trigger.end - mention->trigger.begin == 1 && !mention->place &&
           !mention->date && compare_identified(mention->parties, mention->party_count) == 0;
}

/* The country in which those talks were, or where the host is at home; "": untold. */
static const char *country_of(const struct story *story, const struct occasion *talks)
{
    if (talks->placed)
        return ((const struct spot *)talks->placed->place->detail)->country;
    for (unsigned i = 0; i < talks->party_count; i++) {
        if (talks->parties[i].part == PART_HOST)
            return actor_country(story, talks->parties[i].party);
    }
    return "";
}

/* Whether the party came from elsewhere: no ambassador, who lives there. */
static bool is_guest(const struct story *story, const struct party *party, const char *home)
{
    const char *from = actor_country(story, party);
    const enum rank rank = person_rank(story, party);
    return party->type == PARTY_PERSON && from[0] && strcmp(from, home) != 0 && rank != RANK_NONE &&
           rank != RANK_AMBASSADOR;
}

bool merge_guest(const struct merger *merger, struct mention *mention)
{
    const struct story *story = merger->story;
    const struct occasion *talks = merger->last;
    if (!is_known_visit(mention) || merger->visit || !talks || !kind_is_generic(talks->kind) ||
        talks->status != STATUS_HELD || talks->mode == MODE_PHONE || talks->mode == MODE_VIDEO)
        return false;
    const char *home = country_of(story, talks);
    uint16_t guests = 0;
    bool hosts = false;
    struct slot slots[MENTION_PARTIES];
    for (unsigned i = 0; i < talks->party_count; i++) {
        const struct party *party = talks->parties[i].party;
        hosts |= strcmp(actor_country(story, party), home) == 0;
        if (is_guest(story, party, home))
            slots[guests++] = (struct slot){party, PART_VISITOR};
    }
    if (!home[0] || !guests || !hosts)
        return false;
    memcpy(mention->parties, slots, guests * sizeof *slots);
    mention->party_count = guests;
    mention->pronoun = false;
    mention->place = talks->placed ? talks->placed->place : NULL;
    return true;
}

bool merge_paid(const struct document *document, const struct mention *mention)
{
    if (mention->verb)
        return mention->bilateral;
    const struct annotation *noun = look_at(document, mention->trigger.begin, LEXICON_MEETNOUN);
    return noun && look_lexeme(document, noun)->courtesy;
}

/* "a rendu visite à B", "une visite de courtoisie à B": whether the visit is paid on somebody. */
static bool calls_on(const struct story *story, const struct mention *mention)
{
    const bool paid = merge_paid(story->document, mention);
    for (unsigned i = 0; paid && !mention->place && i < mention->party_count; i++) {
        const struct slot *slot = &mention->parties[i];
        if (slot->part == PART_HOST && slot->party->type == PARTY_PERSON && slot->party->person)
            return true;
    }
    return false;
}

bool mention_calls_there(const struct story *story, const struct mention *mention,
                         const struct occasion *occasion)
{
    if (mention->kind != KIND_VISIT || occasion->kind != KIND_VISIT || title_only(story, occasion))
        return false;
    const bool calls = calls_on(story, mention);
    for (unsigned i = 0; i < occasion->mention_count; i++) {
        const struct mention *told = occasion->mentions[i];
        if (calls_on(story, told) == calls || !(calls ? told : mention)->place)
            return false;
    }
    return true;
}

/* "said so on Monday when B visited him": whether the visit is told as one to a person alone. */
static bool is_call(const struct occasion *occasion)
{
    bool called = false;
    for (unsigned i = 0; i < occasion->party_count; i++)
        called |= occasion->parties[i].part != PART_VISITOR &&
                  occasion->parties[i].party->type == PARTY_PERSON;
    for (unsigned i = 0; i < occasion->mention_count; i++)
        called &= !occasion->mentions[i]->place && !occasion->mentions[i]->opening;
    return called;
}

bool occasion_travels(const struct occasion *occasion)
{
    return occasion->kind == KIND_VISIT && !is_call(occasion);
}

bool occasion_is_brief(const struct occasion *occasion)
{
    return occasion->kind != KIND_SUMMIT && occasion->kind != KIND_CONFERENCE &&
           !occasion_travels(occasion);
}

bool visit_is_looked_back_on(const struct story *story, const struct occasion *occasion,
                             const struct occasion *visit)
{
    return visit->kind == KIND_VISIT && occasion_is_background(story, visit) &&
           visit->mentions[0]->sentence > occasion->mentions[0]->sentence;
}
