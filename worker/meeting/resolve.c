#include "meeting/resolve.h"
#include "annotate/look.h"

enum { SENTENCES_BACK = 3 };

static void take_party(struct mention *mention, const struct party *party, enum part part)
{
    for (unsigned i = 0; i < mention->party_count; i++) {
        if (mention->parties[i].party == party)
            return;
    }
    if (mention->party_count < MENTION_PARTIES)
        mention->parties[mention->party_count++] = (struct slot){party, part};
}

/* "They": who the last meeting told before brought together. */
static void resolve_plural(const struct mention_list *mentions, uint32_t index)
{
    struct mention *mention = mentions->at[index];
    for (uint32_t i = index; i-- > 0;) {
        const struct mention *before = mentions->at[i];
        if (before->sentence + SENTENCES_BACK < mention->sentence)
            return;
        if (before->party_count < 2)
            continue;
        for (unsigned p = 0; p < before->party_count; p++)
            take_party(mention, before->parties[p].party, PART_ATTENDEE);
        return;
    }
}

/* The first person that the sentence names before the trigger, or that a sentence before names. */
static const struct party *person_before(const struct document *document,
                                         const struct mention *mention)
{
    const uint32_t sentence = mention->sentence;
    for (uint32_t back = 0; back <= SENTENCES_BACK && back <= sentence; back++) {
        const struct sentence *at = &document->sentences.at[sentence - back];
        if (back > 0 && (at->flags & SENTENCE_BOILERPLATE))
            continue;
        const uint32_t end = back == 0 ? mention->trigger.begin : at->end;
        for (uint32_t t = at->begin; t < end; t++) {
            const struct annotation *annotation = look_at(document, t, ANNOTATION_PARTY);
            if (!annotation)
                continue;
            const struct party *first = party_members(annotation)->at[0];
            if (first->type == PARTY_PERSON && !first->plural && !first->weak)
                return first;
        }
    }
    return NULL;
}

static void resolve_singular(const struct story *story, struct mention *mention)
{
    const struct party *person = person_before(story->document, mention);
    const enum part part = mention->kind == KIND_VISIT ? PART_VISITOR : PART_ATTENDEE;
    if (person)
        take_party(mention, person, part);
}

void resolve_pronouns(const struct story *story, const struct mention_list *mentions)
{
    for (uint32_t i = 0; i < mentions->count; i++) {
        struct mention *mention = mentions->at[i];
        if (!mention->pronoun)
            continue;
        if (mention->plural_pronoun)
            resolve_plural(mentions, i);
        else
            resolve_singular(story, mention);
    }
}
