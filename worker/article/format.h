/*
 * format.h -- what the bytes of an article are, and in which character set.
 */
#ifndef ARTICLE_FORMAT_H
#define ARTICLE_FORMAT_H

#include <stdbool.h>
#include <stdint.h>

#include "article/decode.h"
#include "base/str.h"

/* What a content-type says. */
struct content_type {
    enum article_format format; /* ARTICLE_AUTO: one that is not known here */
    bool is_avro;
    struct str charset; /* "" : none; lends from the header */
};

/* "application/json; charset=utf-8": the type, then its charset if it has one. */
struct content_type content_type_parse(struct str header);

/* What bytes look like, as decode.h says; ARTICLE_AUTO with *ret_is_avro for Avro. */
enum article_format format_sniff(struct str bytes, bool *ret_is_avro);

/* The length that a BSON document begins with, of at least 4 bytes. */
uint32_t format_bson_length(struct str bytes);

#endif
