/*
 * compare.h -- how much a mention and an occasion have in common, for merge.c and its neighbours.
 */
#ifndef MEETING_MERGE_COMPARE_H
#define MEETING_MERGE_COMPARE_H

#include "meeting/mention/occasion.h"

/* Which of the occasions known so far a mention tells again is decided by points. */
enum {
    POINTS_ENOUGH = 20,
    POINTS_ALL_PARTIES = 30, /* all that the smaller side names stand on the other */
    POINTS_SAME_PARTIES = 6, /* and nobody else on either */
    POINTS_SOME_PARTIES = 8,
    POINTS_NAME = 25, /* the same name, or one inside the other */
    POINTS_BACK = 22, /* "the meeting", "cette rencontre", without parties of its own */
    POINTS_SAME_DAY = 8,
    POINTS_SAME_SPAN = 16, /* the same first and last day */
    POINTS_SAME_CITY = 8,
    POINTS_SAME_COUNTRY = 4,
    POINTS_KIND = 6,   /* "the summit": rather a summit than talks */
    POINTS_NEAR = 4,   /* the occasion told last */
    POINTS_TITLE = 10, /* the headline tells what the lead tells */
    POINTS_LEAD = 8,   /* the story tells for the first time what the headline told */
};

/* What the merger knows of the mentions read so far. */
struct merger {
    const struct story *story;
    struct occasion_list list;
    size_t max;
    const struct occasion *last;    /* told by the mention before */
    const struct occasion *visit;   /* the last of its kind, or NULL */
    const struct occasion *nearest; /* merge_nearest() of the mention being merged */
};

/* nearest.c: the one that a mention is about which tells nothing of its own, or NULL: "this summit"
 * is the last one told; who came along or has the floor is where the story is. */
const struct occasion *merge_nearest(const struct merger *merger, const struct mention *mention);

/* "A's summit, a meeting that": whether the apposed mention tells the occasion again, which is told
 * right before it in its sentence; one without a name not what a verb tells. */
bool compare_retold(const struct mention *mention, const struct occasion *occasion);

/* "the conference on rivers", "the conference on lakes in May": whether the mention has its own day
 * or place, and what it is about is in no name of the occasion. */
bool compare_apart(const struct document *document, const struct mention *mention,
                   const struct occasion *occasion);
/* Whether both are told to be in a state, and not the same, nor one in a town inside the other's;
 * whether one is in a building of another
 * town than the one told of the other. */
bool states_differ(const struct document *document, const struct spot *a, const struct spot *b);
bool towns_differ(const struct document *document, const struct spot *a, const struct spot *b);

/* By their names: POINTS_NAME when one is inside the other, less when they share words, negative
 * when they don't; 0 when one has none. */
int compare_names(const struct story *story, const struct mention *mention,
                  const struct occasion *occasion);

/* By their parties: POINTS_ALL_PARTIES when the one side has all of the other, negative when they
 * are others; 0 when one side names nobody. */
int compare_parties(const struct story *story, const struct mention *mention,
                    const struct occasion *occasion);

/* Whether both tell a day and not the same one; points for the same day are added. */
bool days_differ(const struct story *story, const struct mention *a, const struct mention *b,
                 int *points);

/* day.c: whether the mention is told so many weeks off the one told before it. */
bool mention_is_off(const struct story *story, const struct mention *mention,
                    const struct occasion *occasion);

/* apart.c: whether it tells of another than the occasion, held at it, beside it or besides. */
bool mention_is_apart(const struct story *story, const struct mention *mention,
                      const struct occasion *occasion);

/* two.c: whether the mention tells of two who meet at a gathering of many or beside it. */
bool mention_is_of_two(const struct story *story, const struct mention *mention,
                       const struct occasion *occasion);

/* kind.c: whether they can be one by their kinds, in the lead of the story or behind it. */
bool merge_kinds(const struct story *story, const struct mention *mention,
                 const struct occasion *occasion, bool lead);
/* Who comes where it is; a sitting of it; some of those there; the visit of whom somebody received
 * "on a courtesy visit"; whether it is the how-manieth. */
bool merge_arrives(const struct mention *mention, const struct occasion *occasion);
bool merge_sitting(const struct story *story, const struct mention *mention);
bool merge_throng(const struct mention *mention);
bool merge_courtesy(const struct mention *mention, const struct occasion *occasion);
/* "the afternoon session": a part of the gathering or negotiations that were told. */
bool merge_is_part(const struct merger *merger, const struct mention *mention);
bool merge_edition(const struct occasion *occasion, int32_t edition);
/* Whether one of its mentions calls it so: not by the rank of those who met. */
bool merge_called(const struct occasion *occasion, enum meeting_kind kind);

/* twins.c: joins those that turn out to be one once all of the story is read. */
void merge_twins(const struct story *story, struct occasion_list *list);
/* The same file: whether both are told to be in one town, or one state. */
bool places_same(const struct story *story, const struct occasion *a, const struct occasion *b);

/* How many of the parties are known to be somebody in particular. */
unsigned compare_identified(const struct slot *slots, unsigned count);

#endif
