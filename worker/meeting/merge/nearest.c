#include "annotate/look.h"
#include "annotate/verb.h"
#include "meeting/merge/again.h"
#include "meeting/merge/compare.h"
#include "meeting/merge/when.h"

/* Which of the occasions known so far a mention is about that tells nothing of its own. */

/* The one of the kind that was told last, or NULL. */
static const struct occasion *last_of(const struct merger *merger, enum meeting_kind kind)
{
    const struct occasion *last = NULL;
    uint32_t told = 0;
    for (uint32_t i = 0; i < merger->list.count; i++) {
        const struct occasion *occasion = merger->list.at[i];
        const uint32_t begin = occasion->mentions[occasion->mention_count - 1]->trigger.begin;
        if (occasion->kind == kind && (!last || begin > told)) {
            last = occasion;
            told = begin;
        }
    }
    return last;
}

static bool has_visitor(const struct merger *merger, const struct occasion *visit,
                        const struct occasion *talks)
{
    for (unsigned i = 0; i < talks->party_count; i++) {
        if (actor_among(merger->story, talks->parties[i].party, visit->parties, visit->party_count))
            return true;
    }
    return false;
}

/* "A called on B as part of a tour. A was accompanied by C": where who came along was: the talks
 * that the visitor had, if the story begins with them, else the visit. */
static const struct occasion *company_at(const struct merger *merger)
{
    const uint32_t lead = merger->list.at[0]->mentions[0]->sentence;
    for (uint32_t i = 0; i < merger->list.count; i++) {
        const struct occasion *talks = merger->list.at[i];
        if (kind_is_generic(talks->kind) && talks->mentions[0]->verb &&
            talks->mentions[0]->sentence == lead && has_visitor(merger, merger->visit, talks))
            return talks;
    }
    return merger->visit;
}

/* Whether the mention tells who speaks at a meeting told before. */
static bool takes_floor(const struct merger *merger, const struct mention *mention)
{
    return mention->floor || (mention->joining && look_at(merger->story->document,
                                                          mention->trigger.begin, LEXICON_FLOOR));
}

/* "A received B, on a visit.  The audience", "A met B.  B had arrived on Monday.  C took part in
 * the talks": the talks that the sentence of the visit told last tells, or that its visitor had,
 * for a mention of talks; or NULL. */
static const struct occasion *talks_beside(const struct merger *merger,
                                           const struct mention *mention)
{
    const struct occasion *visit = merger->last;
    if (!visit || visit->kind != KIND_VISIT || mention->kind != KIND_TALKS || mention->verb ||
        !mention->label.definite)
        return NULL;
    const struct occasion *talks = last_of(merger, KIND_TALKS);
    const bool beside = talks && talks->mentions[talks->mention_count - 1]->sentence ==
                                     visit->mentions[visit->mention_count - 1]->sentence;
    return beside || (talks && !mention->joining && has_visitor(merger, visit, talks)) ? talks
                                                                                       : NULL;
}

/* "Their last meeting was in May", "They had met in May", "had arrived on Sunday": whether the
 * occasion is only what the story tells of the time before or behind its own. */
static bool is_aside(const struct merger *merger, const struct occasion *occasion)
{
    const struct mention *only = occasion->mentions[0];
    const uint8_t sequence = only->label.sequence;
    return occasion->mention_count == 1 && !mention_in_title(merger->story, only) &&
           (only->verb ? mention_tells_bygone(merger->story, only)
                       : sequence == SEQUENCE_PREVIOUS || sequence == SEQUENCE_NEXT ||
                             sequence == SEQUENCE_LAST);
}

/* "The talks lasted an hour", behind what is told aside: those that the story told before that, or
 * NULL. */
static const struct occasion *before_aside(const struct merger *merger,
                                           const struct mention *mention)
{
    const struct occasion *last = merger->last, *before = NULL;
    if (!last || !is_aside(merger, last) || mention->verb || mention->label.pointing ||
        !mention->label.definite || !mention->label.bare || mention->date ||
        !kind_is_generic(mention->kind) || !status_has_begun(mention->status) ||
        mention->sentence == last->mentions[0]->sentence)
        return NULL;
    for (uint32_t i = 0; i < merger->list.count; i++) {
        const struct occasion *occasion = merger->list.at[i];
        if (kind_is_generic(occasion->kind) && !is_aside(merger, occasion) &&
            status_has_begun(occasion->status))
            before = occasion;
    }
    return before;
}

static bool is_over(const struct occasion *occasion)
{
    return occasion->mentions[occasion->mention_count - 1]->status == STATUS_HELD;
}

/* "will lead the Kenyan side", behind a visit that is over: the meeting to come that was told last,
 * or NULL. */
static const struct occasion *yet_to_come(const struct merger *merger,
                                          const struct mention *mention)
{
    const struct annotation *word =
        look_at(merger->story->document, mention->trigger.begin, ANNOTATION_VERB);
    const struct verb *verb = word ? word->detail : NULL;
    if (!mention->joining || !verb || verb->tense != TENSE_FUT || !merger->last ||
        !is_over(merger->last))
        return NULL;
    const struct occasion *last = NULL;
    for (uint32_t i = 0; i < merger->list.count; i++) {
        const struct occasion *occasion = merger->list.at[i];
        if (occasion->mentions[occasion->mention_count - 1]->status == STATUS_SCHEDULED &&
            (!last || occasion->mentions[occasion->mention_count - 1]->sentence >=
                          last->mentions[last->mention_count - 1]->sentence))
            last = occasion;
    }
    return last;
}

/* The word that tells what the mention is: of a verb, "spoke at a private | dinner", that of what
 * it was held as, else what tells it. */
static struct str word_of(const struct merger *merger, const struct mention *mention)
{
    const struct span words = mention->label.words;
    uint32_t end = mention->trigger.end;
    if (mention->verb && words.begin >= end)
        end = words.end > words.begin ? words.end : words.begin + 1;
    return document_text(merger->story->document, end - 1, end);
}

/* Whether a mention of the occasion calls it by the same word. */
static bool is_called(const struct merger *merger, const struct occasion *occasion,
                      const struct mention *mention)
{
    const struct str word = word_of(merger, mention);
    for (uint32_t i = 0; i < occasion->mention_count; i++) {
        if (str_equal(word_of(merger, occasion->mentions[i]), word))
            return true;
    }
    return false;
}

/* "The dinner was attended by C", behind "A and B spoke at a dinner" and "the talks of D": the one
 * before the last that was called so, when the last was called something else; or NULL. */
static const struct occasion *called_so(const struct merger *merger, const struct mention *mention)
{
    const struct occasion *last = merger->last;
    if (!last || mention->verb || !mention->label.definite || !mention->label.bare ||
        mention->label.plural || mention->strong || !kind_is_generic(mention->kind) ||
        is_called(merger, last, mention))
        return NULL; /* "the meeting" may be any */
    for (uint32_t i = 0; i < last->mention_count; i++) {
        if (last->mentions[i]->verb)
            return NULL;
    }
    for (uint32_t i = merger->list.count; i-- > 0;) {
        if (is_called(merger, merger->list.at[i], mention))
            return merger->list.at[i];
    }
    return NULL;
}

const struct occasion *merge_nearest(const struct merger *merger, const struct mention *mention)
{
    if (mention->company && merger->visit)
        return company_at(merger);
    const struct occasion *begun = begun_before(&merger->list, mention, merger->last);
    if (begun)
        return begun;
    if (takes_floor(merger, mention) && merger->last && kind_is_gathering(merger->last->kind) &&
        kind_is_gathering(merger->list.at[0]->kind))
        return merger->list.at[0]; /* whoever speaks does so at the one that the story is about */
    const struct occasion *ahead = yet_to_come(merger, mention);
    if (ahead)
        return ahead;
    const struct occasion *before = before_aside(merger, mention);
    if (before)
        return before;
    const struct occasion *called = called_so(merger, mention);
    if (called)
        return called;
    const struct occasion *last = mention->label.pointing && !kind_is_generic(mention->kind)
                                      ? last_of(merger, mention->kind)
                                      : talks_beside(merger, mention);
    return last ? last : merger->last;
}
