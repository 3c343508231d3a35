/*
 * fuzz_page.c -- what people read: a page and a calendar of any text with any evidence in it.
 *
 * The first byte says how many evidences follow, four bytes each (field, meeting and source, begin,
 * length); the rest is every text there is.  Whatever it says, the page's elements are ours and
 * nest, and the calendar's lines are short and whole.
 */
#include "base/fault.h"
#include "base/utf8.h"
#include "fuzz.h"
#include "record/ics.h"
#include "record/page.h"

enum { MEETINGS = 3, EVIDENCES = 24, DEEPEST = 32 };

static bool one_of(struct str name, const char *const *names)
{
    while (*names && !str_equal(name, str_of(*names)))
        names++;
    return *names;
}

static size_t name_length(struct str tag)
{
    size_t len = 0;
    while (len < tag.len && tag.at[len] != ' ')
        len++;
    return len;
}

/* The elements are those that the page has, and each is closed where it should be. */
static void check_markup(struct str page)
{
    static const char *const ours[] = {"article", "div",     "h2",    "h3",      "p",  "mark",
                                       "bdi",     "time",    "a",     "section", "q",  "span",
                                       "details", "summary", "meter", "code",    "dl", "dt",
                                       "dd",      "ul",      "li",    "small",   NULL};
    struct str open[DEEPEST];
    size_t depth = 0;
    for (size_t at = 0; at < page.len; at++) {
        if (page.at[at] != '<')
            continue;
        const char *end = memchr(page.at + at, '>', page.len - at);
        FUZZ_CHECK(end);
        struct str tag = str_make(page.at + at + 1, (size_t)(end - page.at) - at - 1);
        FUZZ_CHECK(!memchr(tag.at, '<', tag.len));
        bool closes = tag.len > 0 && *tag.at == '/';
        struct str name = closes ? str_make(tag.at + 1, tag.len - 1) : tag;
        name.len = name_length(name);
        at += tag.len;
        if (str_equal(name, STR("br")))
            continue;
        FUZZ_CHECK(one_of(name, ours));
        FUZZ_CHECK(closes ? depth > 0 && str_equal(open[depth - 1], name) : depth < DEEPEST);
        if (closes)
            depth--;
        else
            open[depth++] = name;
    }
    FUZZ_CHECK(depth == 0);
}

static void check_lines(struct str calendar)
{
    size_t begin = 0;
    for (size_t at = 0; at < calendar.len; at++) {
        unsigned char byte = (unsigned char)calendar.at[at];
        FUZZ_CHECK(byte >= 0x20 || byte == '\r' || byte == '\n');
        FUZZ_CHECK(byte != '\n' || calendar.at[at - 1] == '\r');
        if (byte != '\r')
            continue;
        FUZZ_CHECK(at - begin <= 75 && at + 1 < calendar.len && calendar.at[at + 1] == '\n');
        FUZZ_CHECK(utf8_valid(str_make(calendar.at + begin, at - begin)));
        begin = at + 2;
    }
    FUZZ_CHECK(begin == calendar.len);
}

struct matter {
    struct evidence evidence[MEETINGS][EVIDENCES];
    struct participant people[2];
    struct outcome outcome;
    struct meeting meetings[MEETINGS];
    struct article article;
};

static void evidence_put(struct matter *matter, const uint8_t bytes[4], struct str text)
{
    struct meeting *meeting = &matter->meetings[bytes[1] % MEETINGS];
    matter->evidence[bytes[1] % MEETINGS][meeting->evidence_count++] =
        (struct evidence){.field = (enum evidence_field)(bytes[0] % EVIDENCE_FIELD_COUNT),
                          .index = bytes[0] / EVIDENCE_FIELD_COUNT % 2,
                          .source = bytes[1] & 0x80 ? SOURCE_TITLE : SOURCE_BODY,
                          .begin = bytes[2],
                          .end = (uint32_t)bytes[2] + bytes[3],
                          .quote = text};
}

static void matter_fill(struct matter *matter, struct str text)
{
    matter->people[0] = (struct participant){
        .name = text, .role = text, .organization = text, .country = "EE", .part = PART_HOST};
    matter->people[1] = (struct participant){.role = text, .type = PARTY_GROUP};
    matter->outcome = (struct outcome){OUTCOME_AGREEMENT, text};
    matter->article = (struct article){
        .id = text, .url = text, .source = text, .language = text, .title = text, .body = text};
    for (size_t i = 0; i < MEETINGS; i++) {
        struct meeting *meeting = &matter->meetings[i];
        *meeting = (struct meeting){.event_id = "1",
                                    .kind = KIND_TALKS,
                                    .status = STATUS_HELD,
                                    .name = i ? text : STR(""),
                                    .meeting_key = text,
                                    .start = {"2025-04-26"},
                                    .place = {.told = true, .text = text, .venue = text},
                                    .participants = matter->people,
                                    .participant_count = 2,
                                    .outcomes = &matter->outcome,
                                    .outcome_count = 1,
                                    .evidence = matter->evidence[i]};
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    static struct matter matter;
    if (size == 0)
        return 0;
    size_t count = bytes[0] % EVIDENCES;
    if (size < 1 + 4 * count)
        return 0;
    struct str text = str_make((const char *)bytes + 1 + 4 * count, size - 1 - 4 * count);
    text.len = utf8_valid_prefix(text);
    matter_fill(&matter, text);
    for (size_t i = 0; i < count; i++)
        evidence_put(&matter, bytes + 1 + 4 * i, text);
    const struct extraction extraction = {.meetings = matter.meetings, .meeting_count = MEETINGS};
    const struct event_context context = {&matter.article, &extraction};
    struct arena *arena = arena_new((size_t)64 << 20);
    struct str page, calendar;
    int code = article_page(&context, 1, arena, &page);
    FUZZ_CHECK(code == 0 || arena_capped(arena));
    if (code == 0) {
        FUZZ_CHECK(utf8_valid(page));
        check_markup(page);
    }
    for (size_t i = 0; i < MEETINGS; i++) {
        code = event_ics(&context, i, arena, &calendar);
        FUZZ_CHECK(code == 0 || arena_capped(arena));
        if (code == 0)
            check_lines(calendar);
    }
    arena_free(arena);
    return 0;
}
