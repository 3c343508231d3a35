/*
 * engine.h -- the whole way from an article to its meetings, behind one door.
 *
 *     struct article --engine_extract--> struct extraction { meetings }
 *
 * An engine is the loaded language packs and the limits; immutable, shared by all
 * threads.  One thread uses one arena.  No Kafka, clock, log or locale.
 */
#ifndef MEETING_ENGINE_H
#define MEETING_ENGINE_H

#include <stddef.h>
#include <stdint.h>

#include "article/article.h"
#include "base/arena.h"
#include "base/fault.h"
#include "meeting/meeting.h"

struct engine;
struct pack;     /* pack/pack.h */
struct document; /* annotate/document.h: the tokens, sentences and annotations */

/* What an article may cost.  Zero means the default in engine_limits_default(). */
struct engine_limits {
    size_t max_tokens; /* of title and body together */
    size_t max_annotations;
    unsigned min_confidence; /* hundredths: meetings less sure are left out */
    size_t max_meetings;
    size_t max_steps; /* rule matcher steps in one article */
};

struct engine_limits engine_limits_default(void);

struct extraction {
    const struct meeting *meetings; /* in the order of their first mention */
    size_t meeting_count;
    struct str language;             /* the pack used: told or detected; "" when passed over */
    struct str extractor;            /* "meetingd 0.1.0 fr/1": lent by the engine */
    const struct document *document; /* what was seen: of engine_annotate() only, else NULL */
};

/*
 * Loads every pack found in lang_dir (each folder that has a pack.txt).
 * Returns 0 and *ret_engine, which the caller frees with engine_free(), or
 * FAULT_PACK / FAULT_FILE / FAULT_MEMORY with the first mistake in *ret_fault.
 */
int engine_load(const char *lang_dir, const struct engine_limits *limits,
                struct engine **ret_engine, struct fault *ret_fault);
void engine_free(struct engine *engine);

/* The languages that have a pack, as a list "en, fr": lent by the engine. */
const char *engine_languages(const struct engine *engine);

/* What the extraction by the i-th pack tells as its extractor, or NULL: lends. */
const char *engine_extractor(const struct engine *engine, size_t i);

/* The i-th pack, in the order of engine_languages(), or NULL: lends. */
const struct pack *engine_pack(const struct engine *engine, size_t i);

/*
 * Finds the meetings of article.  All of *ret_extraction lives in arena.
 * Returns 0 (also when there is no meeting); FAULT_LANGUAGE when no pack reads the
 * article's language (told or detected: extraction.language then names it if told);
 * FAULT_TOO_COMPLEX when a limit is passed; FAULT_MEMORY when the arena is full.
 */
int engine_extract(const struct engine *engine, struct arena *arena, const struct article *article,
                   struct extraction *ret_extraction, struct fault *ret_fault);

/*
 * As engine_extract(), but reads every sentence whether or not it can tell a meeting, and lends the
 * annotated document, for --output annotations and the examples of the packs.
 */
int engine_annotate(const struct engine *engine, struct arena *arena, const struct article *article,
                    struct extraction *ret_extraction, struct fault *ret_fault);

#endif
