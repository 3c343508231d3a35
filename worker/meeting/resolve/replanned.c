#include "annotate/look.h"
#include "annotate/verb.h"
#include "meeting/mention/occasion.h"
#include "meeting/resolve/resolve.h"

/* "The committee was to meet on Monday. It will meet on Friday": one sitting, on the later day. */

/* Whether the verb of the mention is of that kind: what was due then, what will be. */
static bool is_told_as(const struct document *document, const struct mention *mention, bool due)
{
    const struct annotation *words =
        mention->verb ? look_at(document, mention->trigger.begin, ANNOTATION_VERB) : NULL;
    const struct verb *verb = words ? words->detail : NULL;
    if (!verb || verb->negative)
        return false;
    return due ? verb->modality == MODALITY_DUE && verb->bygone : verb->tense == TENSE_FUT;
}

/* Whether both tell the same people, or the same body. */
static bool is_same(const struct story *story, const struct mention *a, const struct mention *b)
{
    const struct document *document = story->document;
    const struct span here = a->label.name, there = b->label.name;
    if (a->kind != b->kind || a->party_count != b->party_count ||
        (a->party_count == 0 && here.end == here.begin) ||
        !str_equal(document_text(document, here.begin, here.end),
                   document_text(document, there.begin, there.end)))
        return false;
    for (unsigned i = 0; i < a->party_count; i++) {
        if (!actor_among(story, a->parties[i].party, b->parties, b->party_count))
            return false;
    }
    return true;
}

void resolve_replanned(const struct story *story, const struct mention_list *mentions,
                       uint32_t index)
{
    struct mention *mention = mentions->at[index];
    struct mention *plan = index > 0 ? mentions->at[index - 1] : NULL;
    if (!plan || !plan->date || !mention->date || plan->moved_to || mention->moved_to ||
        plan->sentence + 1 < mention->sentence || mention->further ||
        !is_told_as(story->document, plan, true) || !is_told_as(story->document, mention, false) ||
        !is_same(story, plan, mention))
        return;
    plan->moved_to = mention->date;
    plan->place = mention->place ? mention->place : plan->place;
    plan->status = STATUS_SCHEDULED;
    plan->status_told = true;
    mention->party_count = 0;
    mention->date = mention->time = mention->place = NULL;
    mention->label.name.end = mention->label.name.begin;
    mention->joining = true;
}
