#include "meeting/engine.h"

#include <stdio.h>
#include <stdlib.h>

#include "annotate/boilerplate.h"
#include "annotate/date/date.h"
#include "annotate/date/tense.h"
#include "annotate/lexis.h"
#include "annotate/look.h"
#include "annotate/name/acronym.h"
#include "annotate/name/clip.h"
#include "annotate/name/name.h"
#include "annotate/name/short_name.h"
#include "annotate/name/standin.h"
#include "annotate/party/party.h"
#include "annotate/person/person.h"
#include "annotate/place/spot.h"
#include "annotate/role/body.h"
#include "annotate/role/role.h"
#include "annotate/verb.h"
#include "meeting/build/build.h"
#include "meeting/find/find.h"
#include "meeting/find/outcomes.h"
#include "meeting/merge/gather.h"
#include "meeting/merge/inherit.h"
#include "meeting/merge/settle_parties.h"
#include "meeting/merge/sift.h"
#include "meeting/quiet.h"
#include "meeting/resolve/resolve.h"
#include "pack/language.h"

/* One language: its words, what they mean, and how events name this version. */
struct tongue {
    struct pack *pack;
    struct lexis *lexis;
    char extractor[48];
};

struct engine {
    struct engine_limits limits;
    struct tongue tongues[LANGUAGES_MAX];
    const struct pack *packs[LANGUAGES_MAX];
    size_t count;
    char languages[LANGUAGES_MAX * 4];
};

struct engine_limits engine_limits_default(void)
{
    return (struct engine_limits){.max_tokens = 200000,
                                  .max_annotations = 1000000,
                                  .max_meetings = 256,
                                  .max_steps = 50000000};
}

void engine_free(struct engine *engine)
{
    if (!engine)
        return;
    for (size_t i = 0; i < engine->count; i++) {
        lexis_free(engine->tongues[i].lexis);
        pack_free(engine->tongues[i].pack);
    }
    free(engine);
}

static size_t or_default(size_t value, size_t otherwise)
{
    return value ? value : otherwise;
}

static void limits_set(struct engine *engine, const struct engine_limits *limits)
{
    engine->limits = engine_limits_default();
    if (!limits)
        return;
    struct engine_limits *set = &engine->limits;
    set->max_tokens = or_default(limits->max_tokens, set->max_tokens);
    set->max_annotations = or_default(limits->max_annotations, set->max_annotations);
    set->max_meetings = or_default(limits->max_meetings, set->max_meetings);
    set->max_steps = or_default(limits->max_steps, set->max_steps);
    set->min_confidence = limits->min_confidence;
}

static int tongue_load(struct engine *engine, const char *lang_dir, const char *language,
                       struct fault *ret_fault)
{
    struct tongue *tongue = &engine->tongues[engine->count];
    int fault = pack_load(lang_dir, language, &tongue->pack, ret_fault);
    if (fault)
        return fault;
    fault = lexis_new(tongue->pack, &tongue->lexis, ret_fault);
    if (fault) {
        pack_free(tongue->pack);
        return fault;
    }
    const struct str code = pack_language(tongue->pack), version = pack_version(tongue->pack);
    snprintf(tongue->extractor, sizeof tongue->extractor, "meetingd %s %.*s/%.*s", MEETINGD_VERSION,
             (int)code.len, code.at, (int)version.len, version.at);
    const size_t used = strlen(engine->languages);
    snprintf(engine->languages + used, sizeof engine->languages - used, "%s%.*s", used ? ", " : "",
             (int)code.len, code.at);
    engine->packs[engine->count++] = tongue->pack;
    return 0;
}

int engine_load(const char *lang_dir, const struct engine_limits *limits,
                struct engine **ret_engine, struct fault *ret_fault)
{
    struct engine *engine = calloc(1, sizeof *engine);
    struct languages languages;
    if (!engine)
        return fault_set(ret_fault, FAULT_MEMORY, "no memory for the engine");
    limits_set(engine, limits);
    int fault = languages_list(lang_dir, &languages, ret_fault);
    for (size_t i = 0; !fault && i < languages.count; i++)
        fault = tongue_load(engine, lang_dir, languages.at[i], ret_fault);
    if (fault) {
        engine_free(engine);
        return fault;
    }
    *ret_engine = engine;
    return 0;
}

const char *engine_languages(const struct engine *engine)
{
    return engine->languages;
}

const struct pack *engine_pack(const struct engine *engine, size_t i)
{
    return i < engine->count ? engine->packs[i] : NULL;
}

const char *engine_extractor(const struct engine *engine, size_t i)
{
    return i < engine->count ? engine->tongues[i].extractor : NULL;
}

static const struct tongue *tongue_for(const struct engine *engine, struct arena *arena,
                                       const struct article *article)
{
    for (size_t i = 0; i < engine->count; i++) {
        if (str_equal(pack_language(engine->packs[i]), article->language))
            return &engine->tongues[i];
    }
    if (article->language.len)
        return NULL;
    const struct str texts[2] = {article->title, article->body};
    const struct pack *pack = language_detect(engine->packs, engine->count, arena, texts);
    for (size_t i = 0; pack && i < engine->count; i++) {
        if (engine->packs[i] == pack)
            return &engine->tongues[i];
    }
    return NULL;
}

/* Every stage up to the parties, in the order of the cascade. */
static int annotate(struct document *document, struct story *story)
{
    int fault;
    if ((fault = match_stage(document, STAGE_NUMBER)) ||
        (fault = match_stage(document, STAGE_DATE)) || (fault = date_resolve(document)) ||
        (fault = name_annotate(document)))
        return fault;
    story->reference = date_reference(document);
    document->dateline_city = story->reference.city;
    if ((fault = match_stage(document, STAGE_NAME)))
        return fault;
    clip_names(document, ANNOTATION_ORG);
    acronym_annotate(document);
    body_lead(document);
    if ((fault = match_stage(document, STAGE_GROUP)) || (fault = verb_resolve(document)) ||
        (fault = date_anchor_past(document, &story->reference)) ||
        (fault = match_stage(document, STAGE_PHRASE)) || (fault = role_resolve(document)) ||
        (fault = spot_annotate(document)) || (fault = party_annotate(document)) ||
        (fault = person_link(document, &story->people)))
        return fault;
    return match_stage(document, STAGE_CLAUSE);
}

static int find_meetings(const struct engine *engine, struct story *story,
                         struct extraction *ret_extraction)
{
    struct mention_list mentions = {NULL, 0};
    struct occasion_list occasions = {NULL, 0};
    story->subject = subject_read(story->document);
    int fault = find_mentions(story, &mentions);
    if (fault)
        return fault;
    resolve_pronouns(story, &mentions);
    fault = merge_mentions(story, &mentions, engine->limits.max_meetings, &occasions);
    if (fault)
        return fault;
    gather_people(story, &occasions);
    places_of_guests(story, &occasions);
    occasion_drop_senders(story, &occasions);
    outcomes_attach(story, &occasions);
    struct meetings meetings = {NULL, occasions.count};
    fault = build_meetings(story, &occasions, &meetings.at);
    if (!fault)
        fault = sift_meetings(story->document->arena, &meetings, engine->limits.min_confidence,
                              &meetings);
    if (fault)
        return fault;
    ret_extraction->meetings = meetings.at;
    ret_extraction->meeting_count = meetings.count;
    return document_fault(story->document);
}

static int describe(int fault, const struct engine *engine, struct fault *ret_fault)
{
    if (fault == FAULT_TOO_COMPLEX)
        return fault_set(ret_fault, fault,
                         "over a limit of the engine: %zu tokens, %zu annotations, %zu meetings or "
                         "%zu matcher steps in one article",
                         engine->limits.max_tokens, engine->limits.max_annotations,
                         engine->limits.max_meetings, engine->limits.max_steps);
    if (fault == FAULT_MEMORY)
        return fault_set(ret_fault, fault, "the article needs more than the memory set for one");
    return fault;
}

static int read_article(const struct engine *engine, const struct tongue *tongue,
                        struct document *document, bool always, struct extraction *extraction)
{
    struct story story = {.document = document};
    document->lexis = tongue->lexis;
    int fault = lexicon_annotate(document);
    if (fault)
        return fault;
    boilerplate_mark(document);
    short_name_annotate(document);
    standin_annotate(document);
    document->thorough = always;
    if (!mark_quiet(document) && !always)
        return 0;
    fault = annotate(document, &story);
    return fault ? fault : find_meetings(engine, &story, extraction);
}

static int extract(const struct engine *engine, struct arena *arena, const struct article *article,
                   bool always, struct extraction *ret_extraction)
{
    struct extraction extraction = {.language = article->language};
    const struct tongue *tongue = tongue_for(engine, arena, article);
    *ret_extraction = extraction;
    if (!tongue)
        return FAULT_LANGUAGE;
    struct document *document = ARENA_ARRAY(arena, struct document, 1);
    if (!document)
        return FAULT_MEMORY;
    const struct document_limits limits = {
        engine->limits.max_tokens, engine->limits.max_annotations, engine->limits.max_steps};
    int fault = document_open(article, tongue->pack, arena, &limits, document);
    if (fault)
        return fault;
    extraction.language = pack_language(tongue->pack);
    extraction.extractor = str_of(tongue->extractor);
    fault = read_article(engine, tongue, document, always, &extraction);
    if (fault)
        return fault;
    if (always)
        extraction.document = document;
    *ret_extraction = extraction;
    return 0;
}

int engine_extract(const struct engine *engine, struct arena *arena, const struct article *article,
                   struct extraction *ret_extraction, struct fault *ret_fault)
{
    return describe(extract(engine, arena, article, false, ret_extraction), engine, ret_fault);
}

int engine_annotate(const struct engine *engine, struct arena *arena, const struct article *article,
                    struct extraction *ret_extraction, struct fault *ret_fault)
{
    return describe(extract(engine, arena, article, true, ret_extraction), engine, ret_fault);
}
