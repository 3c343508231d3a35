#include "article/json.h"

#include <setjmp.h>

#include <yajl/yajl_parse.h>

#include "base/utf8.h"

struct walk {
    struct arena *arena;
    struct pick *pick;
    struct str text;
    int code;       /* why a callback stopped the parser */
    jmp_buf failed; /* where to go when the arena is full */
};

/* ---- memory ---- */

/* In front of each block, since the arena does not know how long its own are. */
struct block {
    size_t size;
    max_align_t bytes[];
};

/*
 * yajl 2.1 uses what its allocator returns without a look at it, so the allocator may not
 * return NULL.  Nothing of yajl's is outside the arena: leaving it in the middle loses nothing.
 */
static void *walk_alloc(void *context, size_t size)
{
    struct walk *walk = context;
    struct block *block = arena_alloc(walk->arena, sizeof *block + size);
    if (!block)
        longjmp(walk->failed, 1);
    block->size = size;
    return block->bytes;
}

static void *walk_realloc(void *context, void *old, size_t size)
{
    void *fresh = walk_alloc(context, size);
    if (!old)
        return fresh;
    const struct block *block = (struct block *)((char *)old - offsetof(struct block, bytes));
    return memcpy(fresh, old, block->size < size ? block->size : size);
}

static void walk_free(void *context, void *old)
{
    (void)context;
    (void)old;
}

/* ---- events ---- */

/*
 * Halves of surrogate pairs come out of yajl encoded one by one, three bytes each; U+FFFD has
 * as many.
 */
static int mend_and_put(struct walk *walk, struct str text)
{
    const struct str copy = arena_copy(walk->arena, text);
    char *at = (char *)copy.at;
    if (!at)
        return FAULT_MEMORY;
    for (size_t good = 0;
         (good += utf8_valid_prefix(str_make(at + good, text.len - good))) + 3 <= text.len;
         good += 3) {
        at[good] = '\xEF';
        at[good + 1] = '\xBF';
        at[good + 2] = '\xBD';
    }
    return pick_text(walk->pick, str_make(at, utf8_valid_prefix(copy)));
}

static int on_text(void *context, const unsigned char *at, size_t len)
{
    struct walk *walk = context;
    const struct str text = str_make((const char *)at, len);
    if (!pick_wants_text(walk->pick))
        return 1;
    walk->code = utf8_valid(text) ? pick_text(walk->pick, text) : mend_and_put(walk, text);
    return walk->code == 0;
}

static int on_number(void *context, const char *at, size_t len)
{
    struct walk *walk = context;
    walk->code = pick_number(walk->pick, str_make(at, len));
    return walk->code == 0;
}

static int on_key(void *context, const unsigned char *at, size_t len)
{
    pick_key(((struct walk *)context)->pick, str_make((const char *)at, len));
    return 1;
}

static int walk_open(struct walk *walk, bool is_array)
{
    if (!pick_open(walk->pick, is_array))
        walk->code = FAULT_TOO_DEEP;
    return walk->code == 0;
}

static int on_object(void *context)
{
    return walk_open(context, false);
}

static int on_array(void *context)
{
    return walk_open(context, true);
}

static int on_close(void *context)
{
    pick_close(((struct walk *)context)->pick);
    return 1;
}

static const yajl_callbacks EVENTS = {
    .yajl_number = on_number,
    .yajl_string = on_text,
    .yajl_start_map = on_object,
    .yajl_map_key = on_key,
    .yajl_end_map = on_close,
    .yajl_start_array = on_array,
    .yajl_end_array = on_close,
};

/* ---- the walk ---- */

/* "line 3, column 17 (byte 120)": what yajl took offence at ends here, or a byte before. */
static int fault_at(const struct walk *walk, int code, size_t offset, struct str reason,
                    struct fault *ret_fault)
{
    size_t line = 1, begin = 0;
    while (offset > 0 && offset < walk->text.len && !utf8_starts(walk->text.at[offset]))
        offset--;
    for (size_t i = 0; i < offset; i++) {
        if (walk->text.at[i] == '\n') {
            line++;
            begin = i + 1;
        }
    }
    const size_t column = utf8_count(str_make(walk->text.at + begin, offset - begin)) + 1;
    return fault_set(ret_fault, code, "JSON, line %zu, column %zu (byte %zu): %.*s", line, column,
                     offset, (int)reason.len, reason.at);
}

/* yajl's "parse error: premature EOF\n" without the ends. */
static struct str yajl_reason(yajl_handle parser)
{
    const char *text = (const char *)yajl_get_error(parser, 0, NULL, 0);
    const char *colon = strstr(text, ": ");
    const char *begin = colon ? colon + 2 : text;
    return str_make(begin, strcspn(begin, "\n"));
}

static int walk_fault(const struct walk *walk, yajl_handle parser, size_t offset,
                      struct fault *ret_fault)
{
    if (walk->code == FAULT_TOO_DEEP)
        return fault_at(walk, FAULT_TOO_DEEP, offset, STR("nested too deep"), ret_fault);
    if (walk->code)
        return fault_set(ret_fault, walk->code, "the arena is full of the article's JSON");
    return fault_at(walk, FAULT_UNDECODABLE, offset, yajl_reason(parser), ret_fault);
}

static int walk_run(struct walk *walk, struct fault *ret_fault)
{
    yajl_alloc_funcs memory = {walk_alloc, walk_realloc, walk_free, walk};
    yajl_handle parser = yajl_alloc(&EVENTS, &memory, walk);
    yajl_config(parser, yajl_dont_validate_strings, 1); /* all of the text is valid */
    const unsigned char *text = (const unsigned char *)walk->text.at;
    yajl_status status = yajl_parse(parser, text, walk->text.len);
    if (status != yajl_status_ok)
        return walk_fault(walk, parser, yajl_get_bytes_consumed(parser), ret_fault);
    status = yajl_complete_parse(parser);
    if (status != yajl_status_ok)
        return walk_fault(walk, parser, walk->text.len, ret_fault);
    return 0;
}

int json_walk(struct arena *arena, struct str text, struct pick *pick, struct fault *ret_fault)
{
    struct walk walk = {.arena = arena, .pick = pick, .text = text};
    if (setjmp(walk.failed))
        return fault_set(ret_fault, FAULT_MEMORY, "the arena is full of the article's JSON");
    return walk_run(&walk, ret_fault);
}
