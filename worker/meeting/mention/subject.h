/*
 * subject.h -- what the article is about, where that makes words of meeting mean something else.
 *
 *     document --subject_read--> struct subject --subject_hides--> mentions that are none
 *
 * In an agenda each line tells a meeting of its own.  In a report of a match "la rencontre" is the
 * match; where an article speaks of "le sommet de la montagne", its other summits are mountains
 * too; in a report from the courts a hearing is a trial's.
 */
#ifndef MEETING_MENTION_SUBJECT_H
#define MEETING_MENTION_SUBJECT_H

#include "annotate/document.h"

struct mention; /* mention.h */

enum { SUBJECT_WORDS = 16 };

struct subject {
    bool sport;                    /* a match or a show is what it tells */
    bool agenda;                   /* lines under headings of days, each of its own */
    uint32_t words[SUBJECT_WORDS]; /* hashes: words of meeting that were things here */
    uint32_t heard[SUBJECT_WORDS]; /* those for what a court holds: "hearing"; none elsewhere */
    uint8_t word_count, heard_count;
};

struct subject subject_read(const struct document *document);

/* "Lundi 16 mars", "TUESDAY - Politics": the day, if nothing else stands in the line than what it
 * is about, behind a dash; else NULL. */
const struct annotation *subject_head(const struct document *document,
                                      const struct sentence *sentence);

/* Whether mention is no meeting in an article of that subject. */
bool subject_hides(const struct document *document, const struct subject *subject,
                   const struct mention *mention);

#endif
