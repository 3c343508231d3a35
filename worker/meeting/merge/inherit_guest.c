#include <string.h>

#include "annotate/country.h"
#include "annotate/look.h"
#include "annotate/place/spot.h"
#include "meeting/merge/inherit.h"

/*
 * Where a meeting is that tells no place, by who came to it: "met with visiting Minister B" is
 * where A is at home, and an ambassador meets those of the state where he is posted.
 */

/* "visiting Prime Minister B", "B, en visite de travail": whether such words stand beside. */
static bool is_visiting(const struct document *document, const struct party *party)
{
    enum { WORDS_BEHIND = 3 };
    if (look_at(document, party->begin - 1, LEXICON_VISITOR))
        return true;
    for (uint32_t t = party->begin; t < party->end + WORDS_BEHIND; t++) {
        if (t >= party->end && look_flag(document, t, TOKEN_SENTENCE))
            break;
        if (look_at(document, t, LEXICON_VISITOR))
            return true;
    }
    return false;
}

static bool is_posted(const struct story *story, const struct party *party)
{
    const enum rank rank = party->person ? story->people.at[party->person].rank : party->rank;
    return party->type == PARTY_PERSON && rank == RANK_AMBASSADOR;
}

/* Which one other party is of another state than the guest, by its place in the list; party_count:
 * none, or several of different states. */
static unsigned host_of(const struct story *story, const struct occasion *occasion, unsigned guest)
{
    const char *from = actor_country(story, occasion->parties[guest].party), *of = NULL;
    unsigned host = occasion->party_count;
    for (unsigned i = 0; i < occasion->party_count; i++) {
        const char *country = actor_country(story, occasion->parties[i].party);
        if (i == guest || !country[0] || strcmp(country, from) == 0)
            continue;
        if (of && strcmp(of, country) != 0)
            return occasion->party_count;
        of = country;
        host = i;
    }
    return host;
}

/* "ambassador of Japan to Ghana", "ambassadeur du Japon en Algérie": the words for the state where
 * he is posted, told beside his own, or NULL. */
static const struct annotation *post_of(const struct document *document, const struct party *party,
                                        const char *own)
{
    enum { WORDS_BEHIND = 4 };
    const uint64_t there = CLASS(TO) | CLASS(AT);
    for (uint32_t t = party->begin; t < party->end + WORDS_BEHIND; t++) {
        if (t >= party->end && (look_flag(document, t, TOKEN_SENTENCE | TOKEN_PUNCT) ||
                                look_at(document, t, ANNOTATION_VERB)))
            break;
        if (!document_is(document, t, there))
            continue;
        uint32_t begin = t + 1;
        while (document_is(document, begin, CLASS(DETERMINER)))
            begin++;
        const struct annotation *state = look_at(document, begin, LEXICON_COUNTRY);
        const char *code = state ? country_of(document, state) : NULL;
        if (code && strcmp(code, own) != 0)
            return state;
    }
    return NULL;
}

/* Puts the talks of an ambassador where he is posted, if nobody there is of a third state. */
static bool place_at_post(const struct story *story, struct occasion *occasion,
                          const struct party *envoy)
{
    const char *own = actor_country(story, envoy);
    const struct annotation *post = post_of(story->document, envoy, own);
    const char *code = post ? country_of(story->document, post) : NULL;
    for (unsigned i = 0; code && i < occasion->party_count; i++) {
        const char *country = actor_country(story, occasion->parties[i].party);
        if (country[0] && strcmp(country, own) != 0 && strcmp(country, code) != 0)
            code = NULL;
    }
    if (code)
        place_in(story, occasion, (struct span){post->begin, post->end}, code);
    return code != NULL;
}

bool place_of_guest(const struct story *story, struct occasion *occasion)
{
    occasion->at_host = status_has_begun(occasion->status);
    for (unsigned i = 0; occasion->at_host && i < occasion->party_count; i++) {
        const struct party *guest = occasion->parties[i].party;
        const bool visiting = is_visiting(story->document, guest);
        const bool posted = is_posted(story, guest);
        if (posted && place_at_post(story, occasion, guest))
            return true;
        const unsigned host =
            visiting || posted ? host_of(story, occasion, i) : occasion->party_count;
        if (host == occasion->party_count ||
            (!visiting && is_posted(story, occasion->parties[host].party)))
            continue;
        place_with(story, occasion, occasion->parties[host].party);
        return true;
    }
    occasion->at_host = false;
    return false;
}

/* Whether somebody who pays the visit meets others in a sentence beside it, and not at home. */
static bool is_met_on(const struct story *story, const struct occasion *talks,
                      const struct occasion *visit)
{
    const struct spot *spot = talks->placed ? talks->placed->place->detail : NULL;
    const uint32_t here = visit->mentions[0]->sentence, there = talks->mentions[0]->sentence;
    if (talks->kind != KIND_TALKS || !spot || !spot->country[0] ||
        !status_has_begun(talks->status) || here > there + 1 || there > here + 1 ||
        !occasion_has_visitor(story, talks, visit))
        return false;
    for (unsigned i = 0; i < visit->party_count; i++) {
        const struct slot *slot = &visit->parties[i];
        const bool comes = slot->part == PART_VISITOR;
        if (comes && strcmp(actor_country(story, slot->party), spot->country) == 0)
            return false;
    }
    return true;
}

/* "A received B on Monday. Earlier in the day, B met C": on the day on which somebody was received
 * at home. */
static bool is_that_day(const struct occasion *talks, const struct occasion *before)
{
    return before->at_host && iso_is_day(&talks->when.start) &&
           strcmp(talks->when.start.text, before->when.start.text) == 0;
}

/* "A received B. He also met C": where one of them met others right before. */
static void place_with_one_before(const struct story *story, const struct occasion_list *occasions,
                                  uint32_t index)
{
    enum { SENTENCES_BACK = 2 };
    struct occasion *talks = occasions->at[index];
    if (talks->placed || !kind_is_generic(talks->kind) || talks->mode == MODE_PHONE ||
        talks->mode == MODE_VIDEO || talks->status != STATUS_HELD)
        return;
    for (uint32_t i = index; i-- > 0 && !talks->placed;) {
        const struct occasion *before = occasions->at[i];
        const struct mention *last = before->mentions[before->mention_count - 1];
        if (last->sentence + SENTENCES_BACK >= talks->mentions[0]->sentence && before->placed &&
            kind_is_generic(before->kind) && before->status == STATUS_HELD &&
            (talks->mentions[0]->further || is_that_day(talks, before)) &&
            actors_share_person(story, talks->parties, talks->party_count, before->parties,
                                before->party_count))
            talks->placed = before->placed;
    }
}

/* Whether somebody of that state takes part. */
static bool has_host_of(const struct story *story, const struct occasion *talks, const char *state)
{
    for (unsigned i = 0; i < talks->party_count; i++) {
        if (strcmp(actor_country(story, talks->parties[i].party), state) == 0)
            return true;
    }
    return false;
}

/* "A held talks with B, who arrived in Lima on a visit": where the guest is, if A is at home there.
 */
static void place_on_visit(const struct story *story, struct occasion *talks,
                           const struct occasion *visit)
{
    const struct spot *spot = visit->placed ? visit->placed->place->detail : NULL;
    const bool on_it =
        spot && visit->kind == KIND_VISIT && !talks->placed && kind_is_generic(talks->kind) &&
        (visit->status == STATUS_ONGOING || visit->mentions[0]->opening) &&
        talks->mode == MODE_UNKNOWN && talks->status == STATUS_HELD &&
        talks->mentions[0]->sentence == visit->mentions[0]->sentence &&
        occasion_has_visitor(story, talks, visit) && has_host_of(story, talks, spot->country);
    if (on_it)
        place_at(story, talks, visit->placed->place);
}

void visits_inherit(const struct story *story, struct occasion_list *occasions)
{
    for (uint32_t i = 0; i < occasions->count; i++) {
        struct occasion *visit = occasions->at[i];
        place_with_one_before(story, occasions, i);
        for (uint32_t k = 0; k < occasions->count && visit->kind == KIND_VISIT && !visit->placed &&
                             status_has_begun(visit->status);
             k++) {
            if (is_met_on(story, occasions->at[k], visit))
                visit->placed = occasions->at[k]->placed;
        }
        for (uint32_t k = 0; k < occasions->count; k++)
            place_on_visit(story, occasions->at[k], visit);
    }
}
