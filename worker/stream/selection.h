/*
 * selection.h -- which dead letters are to go back, and what each of them tells.
 *
 *     dead letter --letter_read--> struct origin --selection_judge--> back, not asked for, worn out
 */
#ifndef STREAM_SELECTION_H
#define STREAM_SELECTION_H

#include <librdkafka/rdkafka.h>
#include <stdbool.h>
#include <stdint.h>

/* Lists with commas; NULL: any.  Lends. */
struct selection {
    const char *reasons;    /* "undecodable,too-big" */
    const char *topics;     /* where the articles came from */
    int64_t from_ms, to_ms; /* of the article's timestamp; INT64_MIN and INT64_MAX: open */
    unsigned most;          /* times that an article may go back */
};

/* What the headers of a dead letter tell. */
struct origin {
    char reason[80]; /* "too-big"; the class of the exception where it isn't one of ours */
    char topic[250]; /* "": it does not tell, so that it can't go back */
    int32_t partition;
    int64_t offset;
    unsigned times; /* that it has gone back already */
    bool pointer;   /* it has a pointer in the place of its value */
};

void letter_read(const rd_kafka_message_t *letter, struct origin *ret_origin);

enum choice_of_letter { LETTER_OTHER, LETTER_BACK, LETTER_WORN };

enum choice_of_letter selection_judge(const struct selection *selection,
                                      const rd_kafka_message_t *letter,
                                      const struct origin *origin);

/*
 * The article's own headers, without what the dead letter added, and the count of how often it
 * went back.  own is the letter, or the original that it points to.  NULL: no memory.
 */
rd_kafka_headers_t *headers_of_redriven(const rd_kafka_message_t *own, unsigned times);

#endif
