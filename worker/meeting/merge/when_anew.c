#include "annotate/look.h"
#include "annotate/verb.h"
#include "meeting/merge/when.h"

/* The new day of what was put off. */

/* Whether a verb of now or of what is to come tells its status: "is now expected", "will open";
 * "would open on Friday" was told before it was put off, and "due to open", "planned" as well. */
static bool is_told_anew(const struct story *story, const struct mention *mention)
{
    for (uint32_t t = mention->status_words.begin; t < mention->status_words.end; t++) {
        const struct annotation *words = look_at(story->document, t, ANNOTATION_VERB);
        const struct verb *verb = words ? words->detail : NULL;
        const struct annotation *due = verb ? look_at(story->document, t, LEXICON_AUX) : NULL;
        const bool bare = verb && !document_is(story->document, t - 1, CLASS(ADVERB)) &&
                          (verb->tense == TENSE_PP ||
                           (due && due->tag == TAG_NONE && verb->modality == MODALITY_DUE));
        if (verb)
            return verb->tense != TENSE_COND && verb->tense != TENSE_PAST && !verb->bygone && !bare;
    }
    return false;
}

const struct annotation *when_new_day(const struct story *story, const struct occasion *occasion)
{
    bool behind = false;
    for (unsigned i = 0; i < occasion->mention_count; i++) {
        const struct mention *mention = occasion->mentions[i];
        if (behind && mention->status == STATUS_SCHEDULED && mention->status_told &&
            mention->date && is_told_anew(story, mention))
            return mention->date;
        behind |= mention->status == STATUS_POSTPONED;
    }
    return NULL;
}
