#include "meeting/merge/status.h"

#include "annotate/look.h"
#include "annotate/verb.h"
#include "meeting/merge/again.h"
#include "meeting/merge/compare.h"
#include "meeting/merge/when.h"

/* Whether what a mention says of how far the meeting has come can be told of an occasion. */

/* "…, after the meeting was cancelled": the one just told, if nothing told its status. */
bool mention_is_void(const struct mention *mention, const struct occasion *occasion)
{
    enum { SENTENCES_BETWEEN = 1 };
    const struct mention *last = occasion->mentions[occasion->mention_count - 1];
    return (mention->status == STATUS_CANCELLED || mention->status == STATUS_POSTPONED) &&
           !mention->verb && mention->label.definite && mention->label.bare && !mention->date &&
           !mention->place && !occasion->status_from->status_told &&
           mention->sentence - last->sentence <= SENTENCES_BETWEEN;
}

/* "A met B and C.  The ministers were expected to discuss trade": what those who met meant to do
 * there. */
static bool is_what_they_meant(const struct story *story, const struct mention *mention,
                               const struct occasion *occasion)
{
    return mention->verb && mention->status == STATUS_SCHEDULED && mention->party_count > 1 &&
           kind_is_generic(mention->kind) && !mention->further && !mention->date &&
           !mention->place && status_has_begun(occasion->status) &&
           mention->label.sequence == SEQUENCE_NONE && mention_is_bygone_plan(story, mention) &&
           compare_identified(mention->parties, mention->party_count) <=
               compare_identified(occasion->parties, occasion->party_count) &&
           compare_parties(story, mention, occasion) >= POINTS_ALL_PARTIES;
}

/* "A and B open talks in Lima on Monday.  He will have discussions with B on Monday": the same two
 * on the same day, of which the one or the other is told in the present; "A recevra B lundi. Leur
 * entretien a lieu à Lima": the one known, told without a day. */
static bool is_of_one_day(const struct story *story, const struct mention *mention,
                          const struct occasion *occasion)
{
    int points = 0;
    const struct mention *first = occasion->status_from;
    const bool plan = occasion->status == STATUS_ONGOING && mention->status == STATUS_SCHEDULED;
    const bool now = occasion->status == STATUS_SCHEDULED && mention->status == STATUS_ONGOING &&
                     mention->now && mention->label.sequence == SEQUENCE_NONE;
    const bool known = now && !mention->verb && !mention->date &&
                       (mention->label.definite || mention->label.possessive);
    const bool one_day = mention->date && first->date &&
                         !days_differ(story, mention, first, &points) && points >= POINTS_SAME_DAY;
    const int theirs = known && mention->label.possessive ? 0 : POINTS_SAME_PARTIES;
    return (plan || now) && (one_day || known) && kind_is_generic(mention->kind) &&
           kind_is_generic(occasion->kind) && !mention->further &&
           compare_parties(story, mention, occasion) >= POINTS_ALL_PARTIES + theirs;
}

/* Whether a verb in the present or future tells the status: "wants to meet B", "will meet". */
static bool is_of_now(const struct story *story, const struct mention *mention)
{
    for (uint32_t t = mention->status_words.begin; t < mention->status_words.end; t++) {
        const struct annotation *words = look_at(story->document, t, ANNOTATION_VERB);
        const struct verb *verb = words ? words->detail : NULL;
        if (verb && (verb->tense == TENSE_PRES || verb->tense == TENSE_FUT) && !verb->bygone)
            return true;
    }
    return false;
}

/* "A asked to meet B.  The talks took place on Monday": whether the noun right behind a wish tells
 * what became of it. */
static bool is_wish_fulfilled(const struct story *story, const struct mention *mention,
                              const struct occasion *occasion)
{
    const struct mention *last = occasion->mentions[occasion->mention_count - 1];
    return occasion->status == STATUS_PROPOSED && mention->status == STATUS_HELD &&
           mention->status_told && !mention->verb && !mention->gone && !mention->during &&
           (mention->label.definite || mention->label.pointing) && mention->label.bare &&
           mention->label.sequence == SEQUENCE_NONE && !is_of_now(story, occasion->status_from) &&
           mention->sentence == last->sentence + 1 && occasion->party_count > 1 &&
           (kind_is_generic(mention->kind) || mention->kind == occasion->kind) &&
           compare_identified(mention->parties, mention->party_count) == 0;
}

/* "A, who was due to meet B on Monday, will not meet him": of the same people it is denied what was
 * planned. */
static bool is_given_up(const struct story *story, const struct mention *mention,
                        const struct occasion *occasion)
{
    return mention->status == STATUS_DENIED && mention->verb && !mention->further &&
           mention_is_bygone_plan(story, occasion->status_from) &&
           compare_parties(story, mention, occasion) >= POINTS_ALL_PARTIES &&
           compare_identified(mention->parties, mention->party_count) ==
               compare_identified(occasion->parties, occasion->party_count);
}

/* Whether it is told as one beside the occasion, however little is certain of either. */
static bool is_another(const struct story *story, const struct mention *mention,
                       const struct occasion *occasion)
{
    const bool planned = occasion->status == STATUS_SCHEDULED && !title_only(story, occasion);
    const bool proposed = mention->status == STATUS_PROPOSED && !mention->label.definite &&
                          !mention->verb && !title_only(story, occasion); /* "proposed a summit" */
    const bool there = (mention->during || mention->gone) && mention->label.indefinite &&
                       planned; /* "during", "after a meeting" */
    const bool over = mention->gone && status_has_begun(mention->status) &&
                      mention->party_count > 0 && !mention->label.definite &&
                      planned; /* "After talks with B" */
    const bool again = occasion->status_from->gone && mention->verb &&
                       mention->status == STATUS_SCHEDULED &&
                       mention->status_told; /* "The two will meet again" */
    return proposed || there || over || again || mention->label.sequence == SEQUENCE_NEXT;
}

/* Told as held here and as planned there: two occasions, unless one of the two is a guess. */
bool statuses_agree(const struct story *story, const struct mention *mention,
                    const struct occasion *occasion)
{
    if (is_given_up(story, mention, occasion))
        return true;
    if (mention->sentence == occasion->mentions[occasion->mention_count - 1]->sentence &&
        (mention->status == STATUS_DENIED) != (occasion->status == STATUS_DENIED))
        return false; /* "refused to meet her, and the summit was called off" */
    if (mention->status == STATUS_SCHEDULED && occasion->status == STATUS_DENIED &&
        !mention->verb && mention->label.indefinite && !title_only(story, occasion))
        return false; /* "no meeting is planned; a summit will be" */
    if (occasion->status == STATUS_CANCELLED && mention->status == STATUS_SCHEDULED &&
        mention->verb && mention->party_count > 1 && is_of_now(story, mention))
        return false; /* "the talks were cancelled.  A will meet B" */
    if (status_has_begun(mention->status) == status_has_begun(occasion->status) ||
        is_wish_fulfilled(story, mention, occasion))
        return true;
    const bool called_off =
        mention->status == STATUS_CANCELLED || mention->status == STATUS_POSTPONED ||
        occasion->status == STATUS_CANCELLED || occasion->status == STATUS_POSTPONED;
    if (called_off &&
        (mention_is_bygone_plan(story, occasion->status_from) ||
         (!mention->verb && !mention->label.indefinite && mention_is_bygone_plan(story, mention))))
        return true; /* "devait rencontrer B mardi, mais l'entretien a été annulé" */
    if (mention_says_nothing_new(mention, occasion) || merge_arrives(mention, occasion) ||
        is_what_they_meant(story, mention, occasion) || is_of_one_day(story, mention, occasion))
        return true;
    if (mention->label.pointing && mention->now && !mention->date && !mention->place)
        return true; /* "participe à ce rendez-vous des clubs", which is yet to come */
    if (mention_tells_speaker(mention, occasion) && mention->status == STATUS_SCHEDULED &&
        compare_parties(story, mention, occasion) > 0)
        return true; /* "B had agreed to the meeting" */
    if (title_guessed(story, mention, occasion) || mention_is_void(mention, occasion))
        return true;
    if (title_retold(story, mention, occasion) && !occasion->status_from->status_told &&
        !occasion->mentions[0]->verb && called_off)
        return true; /* "Lima summit's off": a headline without a verb */
    const bool opens = mention->status == STATUS_SCHEDULED &&
                       is_of_now(story, occasion->status_from) &&
                       title_retold(story, mention, occasion); /* "Lima hosts a forum", on Monday */
    const bool heading = title_only(story, occasion) && (occasion->mentions[0]->under_way || opens);
    const bool guess =
        !mention->status_told || !occasion->status_from->status_told || heading; /* "en visite" */
    const struct mention *named = occasion->named;
    if (named && mention->label.edition > 0 && mention->label.edition == named->label.edition &&
        (guess || compare_names(story, mention, occasion) > 0))
        return true; /* "the upcoming 47th summit" is the headline's */
    return guess && !called_off && !is_another(story, mention, occasion);
}
