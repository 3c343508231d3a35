/*
 * occasion.h -- one meeting of the document: all mentions that tell it.
 *
 *     mentions of all sentences --merge_mentions--> occasions --build_meetings--> struct meeting
 */
#ifndef MEETING_MENTION_OCCASION_H
#define MEETING_MENTION_OCCASION_H

#include "meeting/mention/actor.h"
#include "meeting/mention/mention.h"

enum { OCCASION_MENTIONS = 48, OCCASION_RELATIONS = 8 };

struct occasion {
    struct mention *mentions[OCCASION_MENTIONS]; /* in text order */
    uint16_t mention_count;
    enum meeting_kind kind;
    enum meeting_status status;
    enum meeting_mode mode;
    bool at_host;                                       /* the place is where the host is at home */
    const struct mention *status_from, *named, *placed; /* who tells it, or NULL */
    const struct mention *described; /* unnamed: whose words tell which one, or NULL */
    struct when {
        struct iso_date start, end, previous; /* "" untold */
        enum date_basis basis;                /* NONE without any date */
        const struct annotation *start_words, *end_words, *previous_words; /* or NULL */
    } when;
    struct slot parties[MENTION_PARTIES];
    uint16_t party_count;
    struct {
        enum relation_type type;
        uint16_t occasion;
    } relations[OCCASION_RELATIONS];
    uint16_t relation_count;
};

struct occasion_list {
    struct occasion **at;
    uint32_t count;
};

/* What nothing tells more closely. */
static inline bool kind_is_generic(enum meeting_kind kind)
{
    return kind == KIND_TALKS || kind == KIND_OTHER;
}

/* Meetings of many, at which others can be held. */
static inline bool kind_is_gathering(enum meeting_kind kind)
{
    return kind == KIND_SUMMIT || kind == KIND_CONFERENCE || kind == KIND_MINISTERIAL ||
           kind == KIND_SESSION;
}

/* Over or under way. */
static inline bool status_has_begun(enum meeting_status status)
{
    return status == STATUS_HELD || status == STATUS_ONGOING;
}

/*
 * Joins the mentions that tell the same occasion.  Returns 0 and *ret_occasions in the document's
 * arena, in the order of first mention; FAULT_MEMORY; FAULT_TOO_COMPLEX when there are more than
 * max.
 */
int merge_mentions(const struct story *story, const struct mention_list *mentions, size_t max,
                   struct occasion_list *ret_occasions);

/* Works out kind, status, name, date, place and parties of each from its mentions. */
void occasion_settle(const struct story *story, struct occasion *occasion);

/* merge/settle_kind.c: its kind by its words, and where they tell no more than that some met, by
 * its parties, which are to be settled before. */
void occasion_kind(const struct story *story, struct occasion *occasion);
void occasion_kind_by_parties(const struct story *story, struct occasion *occasion);

/* merge/settle_name.c: its part that finds the mention by which it is called. */
void occasion_name(const struct story *story, struct occasion *occasion);

/* Relates next editions, side talks and what prepares what. */
void occasion_relate(const struct document *document, struct occasion_list *occasions);

/* merge/day.c: "had been scheduled to begin on the 8th", "devait commencer le 8": its day is the
 * one that was meant. */
bool mention_was_meant(const struct story *story, const struct mention *mention);

/* merge/alone.c: whether a mention tells enough to be an occasion of its own. */
bool mention_stands_alone(const struct story *story, const struct mention *mention);
/* "flew to Oslo on Monday for talks with B": where and when a journey that is none of its own went
 * is told of the next mention in its sentence; next may be NULL. */
void mention_hands_over(const struct story *story, const struct mention *journey,
                        struct mention *next);

/* merge/title.c: whether the headline tells it. */
bool mention_in_title(const struct story *story, const struct mention *mention);

/* merge/title.c: whether only the headline has told the occasion so far; whether the mention is the
 * story's first telling of it; whether it can be by its parties: "X's leader" is whoever leads. */
bool title_only(const struct story *story, const struct occasion *occasion);
bool title_retold(const struct story *story, const struct mention *mention,
                  const struct occasion *occasion);
bool title_parties_fit(const struct story *story, const struct mention *mention,
                       const struct occasion *occasion);
/* merge/title.c: whether the headline's plan may be what the story tells as done in its town. */
bool title_guessed(const struct story *story, const struct mention *mention,
                   const struct occasion *occasion);
/* merge/title.c: "They left a meeting at B. X met Y there": whether the sentence behind the first
 * telling says who met. */
bool lead_filled(const struct mention *mention, const struct occasion *occasion);
/* merge/title.c: drops what only the headline tells where the story tells a meeting of its kind. */
void title_drop(const struct story *story, struct occasion_list *list);

#endif
