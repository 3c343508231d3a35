/*
 * extractor.h -- the processor of meetingd: an article in, its events and receipt out.
 *
 *     message --article_decode--> article --engine_extract--> meetings --event_avro--> records
 */
#ifndef STREAM_EXTRACTOR_H
#define STREAM_EXTRACTOR_H

#include "article/decode.h"
#include "meeting/engine.h"
#include "record/schema.h"
#include "settings/settings.h"
#include "stream/filter.h"
#include "stream/processor.h"

/* Plain data, immutable while the stream runs.  Lends engine and recent. */
struct extractor {
    const struct engine *engine;
    struct article_rules rules;
    enum date_fallback date_fallback;
    enum other_languages other_languages;
    struct framing event_framing;
    struct framing receipt_framing;
    struct filter filter;  /* of a replay; else open */
    struct recent *recent; /* what people see of it; NULL: nobody looks */
};

/* Sets *ret_extractor up as settings say.  Lends engine and settings; copies from schemas. */
void extractor_set_up(const struct settings *settings, const struct engine *engine,
                      const struct schema_set *schemas, struct extractor *ret_extractor);

/* The processor that works with extractor, which must stay where it is. */
struct processor extractor_processor(struct extractor *extractor);

#endif
