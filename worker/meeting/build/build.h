/*
 * build.h -- occasions written out as meetings, each value with the words that prove it.
 */
#ifndef MEETING_BUILD_BUILD_H
#define MEETING_BUILD_BUILD_H

#include "meeting/mention/occasion.h"

/* Returns 0 and *ret_meetings[occasions->count] in the document's arena, or FAULT_MEMORY. */
int build_meetings(const struct story *story, const struct occasion_list *occasions,
                   const struct meeting **ret_meetings);

/* What is filled while one meeting is written. */
struct builder {
    const struct story *story;
    struct document *document;
    const struct occasion *occasion;
    struct meeting *meeting;
    struct evidence *evidence;
    unsigned evidence_count, evidence_max;
    bool memory_out;
};

/* Adds the words of tokens [begin, end) as evidence; an empty span adds nothing. */
void build_evidence(struct builder *builder, enum evidence_field field, unsigned index,
                    struct span words);

/* people.c: participants with roles, ranks and forms. */
void build_participants(struct builder *builder);

/* identity.c: event_id and CAMEO code; key.c: meeting_key. */
void build_identity(struct builder *builder, unsigned number_in_sentence);
void build_key(struct builder *builder);

/* topic.c: what the document is about: the topics whose words it uses most, each at least twice. */
enum { TOPICS_MOST = 3 };
struct topics {
    enum topic at[TOPICS_MOST];
    uint16_t count;
};
struct topics topics_told(const struct document *document);

/* confidence.c: how sure the meeting is; first: whether the story tells none before it. */
float build_confidence(const struct story *story, const struct occasion *occasion, bool first);

#endif
