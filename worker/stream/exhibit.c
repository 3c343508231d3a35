#include "stream/exhibit.h"

#include <stdio.h>

#include "base/buffer.h"
#include "base/utf8.h"
#include "record/page.h"
#include "stream/patience.h"

enum { LONGEST_BODY = 3 * 1024 }; /* bytes: the rest of a long article is left out */

/* A text, or its beginning, cut between two characters, and three points. */
static struct str beginning(struct str text, struct arena *arena)
{
    struct buffer out = buffer_in(arena);
    size_t len = LONGEST_BODY;
    if (text.len <= len)
        return text;
    while (!utf8_starts(text.at[len]))
        len--;
    buffer_add(&out, str_make(text.at, len));
    buffer_add(&out, STR(" ..."));
    return buffer_finish(&out, &text) == 0 ? text : str_make(text.at, len);
}

void exhibit_article(struct recent *recent, struct arena *arena, const struct message *message,
                     const struct event_context *context)
{
    const struct recent_origin origin = {message->topic, message->partition, message->offset};
    unsigned number;
    if (!recent || context->extraction->meeting_count == 0 ||
        !recent_wants(recent, &origin, clock_monotonic_ms(), &number))
        return;
    struct article article = *context->article;
    article.body = beginning(article.body, arena);
    const struct event_context shown = {&article, context->extraction};
    struct str page = {NULL, 0};
    if (article_page(&shown, number, arena, &page) == 0)
        recent_keep(recent, page);
}

void exhibit_refusal(struct recent *recent, const struct message *message, const struct fault *why)
{
    if (!recent)
        return;
    struct letter_note note = {.partition = message->partition,
                               .offset = message->offset,
                               .at_ms = clock_wall_ms(),
                               .reason = fault_reason(why->code)};
    snprintf(note.topic, sizeof note.topic, "%.*s", (int)message->topic.len, message->topic.at);
    snprintf(note.text, sizeof note.text, "%s", why->text);
    recent_refuse(recent, &note);
}
