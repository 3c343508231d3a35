#include "article/pick.h"

#include <assert.h>
#include <stddef.h>

#include "article/published.h"
#include "base/fault.h"

enum { PATH_ROOM = 256 };

const struct article_fields DEFAULT_FIELDS = {
    .id = "id|_id|guid|uri",
    .title = "title|headline",
    .body = "body|text|content|content.text|description",
    .published = "published_at|published|pubDate|date|date_published",
    .language = "language|lang",
    .source = "source|site|publisher",
    .url = "url|link",
};

/* One text that was found; the elements of an array make a chain. */
struct part {
    struct part *next;
    size_t len;
    char text[];
};

/* One alternative of one field, and what was found there. */
struct candidate {
    struct str path;
    enum field field;
    struct part *first, *last;
    int64_t instant_ms;
    bool has_instant;
};

struct level {
    size_t path_len; /* of the object or array itself; over PATH_ROOM: no path is so long */
    bool is_array;
};

struct pick {
    struct arena *arena;
    struct candidate *candidates; /* of a field side by side, best first */
    size_t candidate_count;
    struct level *levels; /* the open ones, the root first */
    size_t depth, max_depth;
    size_t arrays; /* of the open levels */
    bool is_object;
    size_t path_len; /* of the value that comes next */
    char path[PATH_ROOM];
};

/* Keys that say how a value is written, not what it is; for all fields or for one. */
static const struct {
    struct str key;
    int field; /* or -1 */
} WRAPPERS[] = {
    {{"$oid", 4}, -1},
    {{"$date", 5}, FIELD_PUBLISHED},
    {{"$numberLong", 11}, -1},
    {{"$numberInt", 10}, -1},
    {{"$numberDouble", 13}, -1},
    {{"$numberDecimal", 14}, -1},
    {{"$uuid", 5}, FIELD_ID},
    {{"#text", 5}, -1},
    {{"$t", 2}, -1},
    {{"@value", 6}, -1},
    {{"rendered", 8}, -1},
    {{"name", 4}, FIELD_SOURCE},
};

static const char *field_paths(const struct article_fields *fields, enum field field)
{
    const char *const paths[FIELD_COUNT] = {
        [FIELD_ID] = fields->id,
        [FIELD_TITLE] = fields->title,
        [FIELD_BODY] = fields->body,
        [FIELD_PUBLISHED] = fields->published,
        [FIELD_LANGUAGE] = fields->language,
        [FIELD_SOURCE] = fields->source,
        [FIELD_URL] = fields->url,
    };
    return paths[field];
}

static size_t alternatives_in(const char *paths)
{
    size_t count = 1;
    for (; *paths; paths++)
        count += *paths == '|';
    return count;
}

static void candidates_add(struct pick *pick, enum field field, const char *paths)
{
    for (;;) {
        const size_t len = strcspn(paths, "|");
        pick->candidates[pick->candidate_count++] =
            (struct candidate){.path = str_make(paths, len), .field = field};
        if (!paths[len])
            return;
        paths += len + 1;
    }
}

struct pick *pick_new(struct arena *arena, const struct article_fields *fields, unsigned max_depth)
{
    const char *paths[FIELD_COUNT];
    size_t count = 0;
    for (enum field field = 0; field < FIELD_COUNT; field++) {
        paths[field] = field_paths(fields, field);
        if (!paths[field])
            paths[field] = field_paths(&DEFAULT_FIELDS, field);
        count += alternatives_in(paths[field]);
    }
    struct pick *pick = ARENA_ARRAY(arena, struct pick, 1);
    struct candidate *candidates = ARENA_ARRAY(arena, struct candidate, count);
    struct level *levels = ARENA_ARRAY(arena, struct level, max_depth);
    if (!pick || !candidates || !levels)
        return NULL;
    pick->arena = arena;
    pick->candidates = candidates;
    pick->levels = levels;
    pick->max_depth = max_depth;
    for (enum field field = 0; field < FIELD_COUNT; field++)
        candidates_add(pick, field, paths[field]);
    return pick;
}

bool pick_open(struct pick *pick, bool is_array)
{
    if (pick->depth == pick->max_depth)
        return false;
    if (pick->depth == 0)
        pick->is_object = !is_array;
    pick->levels[pick->depth++] = (struct level){pick->path_len, is_array};
    pick->arrays += is_array;
    return true;
}

void pick_close(struct pick *pick)
{
    assert(pick->depth > 0);
    const struct level closed = pick->levels[--pick->depth];
    pick->arrays -= closed.is_array;
    pick->path_len = closed.path_len;
}

bool pick_in_array(const struct pick *pick)
{
    return pick->depth > 0 && pick->levels[pick->depth - 1].is_array;
}

void pick_key(struct pick *pick, struct str key)
{
    assert(pick->depth > 0);
    size_t len = pick->levels[pick->depth - 1].path_len;
    if (key.len >= PATH_ROOM || len + 1 + key.len > PATH_ROOM) {
        pick->path_len = PATH_ROOM + 1;
        return;
    }
    if (len > 0)
        pick->path[len++] = '.';
    if (key.len)
        memcpy(pick->path + len, key.at, key.len);
    pick->path_len = len + key.len;
}

static bool is_wrapper(struct str key, enum field field)
{
    for (size_t i = 0; i < sizeof WRAPPERS / sizeof *WRAPPERS; i++)
        if (str_equal(key, WRAPPERS[i].key))
            return WRAPPERS[i].field < 0 || WRAPPERS[i].field == (int)field;
    return false;
}

/* True when rest, what a path has after the candidate's own, is ".wrapper.wrapper…" or nothing. */
static bool only_wraps(struct str rest, enum field field)
{
    while (rest.len > 0) {
        if (rest.at[0] != '.')
            return false;
        const char *key = rest.at + 1, *end = rest.at + rest.len;
        const char *dot = memchr(key, '.', (size_t)(end - key));
        const char *key_end = dot ? dot : end;
        if (!is_wrapper(str_make(key, (size_t)(key_end - key)), field))
            return false;
        rest = str_make(key_end, (size_t)(end - key_end));
    }
    return true;
}

/* The candidate for the value that comes next: that of the path itself before one it wraps. */
static struct candidate *pick_candidate(const struct pick *pick)
{
    if (pick->path_len > PATH_ROOM || pick->depth == 0)
        return NULL;
    struct candidate *wrapped = NULL;
    for (size_t i = 0; i < pick->candidate_count; i++) {
        struct candidate *candidate = &pick->candidates[i];
        const size_t len = candidate->path.len;
        if (len == 0 || len > pick->path_len || memcmp(candidate->path.at, pick->path, len) != 0)
            continue;
        if (len == pick->path_len)
            return candidate;
        if (!wrapped &&
            only_wraps(str_make(pick->path + len, pick->path_len - len), candidate->field))
            wrapped = candidate;
    }
    return wrapped;
}

bool pick_wants_text(const struct pick *pick)
{
    return pick_candidate(pick) != NULL;
}

static bool pick_wants_number(const struct pick *pick)
{
    const struct candidate *candidate = pick_candidate(pick);
    return candidate && (candidate->field == FIELD_ID || candidate->field == FIELD_PUBLISHED);
}

int pick_text(struct pick *pick, struct str text)
{
    struct candidate *candidate = pick_candidate(pick);
    if (!candidate || (pick->arrays && candidate->first && candidate->field != FIELD_BODY))
        return 0;
    struct part *part = arena_alloc(pick->arena, sizeof *part + text.len);
    if (!part)
        return FAULT_MEMORY;
    part->len = text.len;
    if (text.len)
        memcpy(part->text, text.at, text.len);
    if (pick->arrays && candidate->first)
        candidate->last->next = part;
    else
        candidate->first = part;
    candidate->last = part;
    return 0;
}

int pick_number(struct pick *pick, struct str digits)
{
    return pick_wants_number(pick) ? pick_text(pick, digits) : 0;
}

void pick_instant(struct pick *pick, int64_t instant_ms)
{
    struct candidate *candidate = pick_candidate(pick);
    if (!candidate || candidate->field != FIELD_PUBLISHED)
        return;
    candidate->instant_ms = instant_ms;
    candidate->has_instant = true;
}

bool pick_is_object(const struct pick *pick)
{
    return pick->is_object;
}

static bool is_blank(struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        if ((unsigned char)text.at[i] > ' ')
            return false;
    return true;
}

/* The parts of a candidate in one text, a line end between two. */
static int parts_join(struct arena *arena, const struct part *first, struct str *ret_text)
{
    if (!first->next) {
        *ret_text = str_make(first->text, first->len);
        return 0;
    }
    size_t len = 0;
    for (const struct part *part = first; part; part = part->next)
        len += part->len + 1;
    char *at = arena_alloc(arena, len);
    if (!at)
        return FAULT_MEMORY;
    *ret_text = str_make(at, len);
    for (const struct part *part = first; part; part = part->next) {
        memcpy(at, part->text, part->len);
        at += part->len;
        *at++ = '\n';
    }
    return 0;
}

int pick_take(struct pick *pick, enum field field, struct str *ret_text)
{
    struct str text = {0};
    for (size_t i = 0; i < pick->candidate_count && is_blank(text); i++) {
        const struct candidate *candidate = &pick->candidates[i];
        if (candidate->field != field || !candidate->first)
            continue;
        const int code = parts_join(pick->arena, candidate->first, &text);
        if (code)
            return code;
    }
    *ret_text = is_blank(text) ? (struct str){0} : text;
    return 0;
}

bool pick_published(const struct pick *pick, struct published *ret_published)
{
    for (size_t i = 0; i < pick->candidate_count; i++) {
        const struct candidate *candidate = &pick->candidates[i];
        if (candidate->field != FIELD_PUBLISHED)
            continue;
        if (candidate->has_instant && published_at(candidate->instant_ms, ret_published))
            return true;
        const struct part *part = candidate->first;
        if (part && published_parse(str_make(part->text, part->len), ret_published))
            return true;
    }
    return false;
}
