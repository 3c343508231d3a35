#include "record/ics_description.h"

#include <stdio.h>

#include "base/buffer.h"
#include "record/caption.h"
#include "record/evidence.h"

/* "label: text" on a line; none when nothing is told. */
static void line_put(struct buffer *out, const char *label, struct str text)
{
    if (str_empty(text))
        return;
    buffer_add(out, str_of(label));
    buffer_add(out, STR(": "));
    buffer_add(out, text);
    buffer_byte(out, '\n');
}

/* Ministerial, held, in person */
static void kind_put(struct buffer *out, const struct meeting *meeting)
{
    caption_symbol(out, meeting_kind_name(meeting->kind), true);
    buffer_add(out, STR(", "));
    caption_symbol(out, meeting_status_name(meeting->status), false);
    if (meeting->mode != MODE_UNKNOWN) {
        buffer_add(out, STR(", "));
        caption_symbol(out, meeting_mode_name(meeting->mode), false);
    }
    buffer_byte(out, '\n');
}

/* A day or a time that DTSTART can't tell stands here as it is known. */
static void dates_put(struct buffer *out, const struct meeting *meeting)
{
    line_put(out, "Begins", str_of(meeting->start.text));
    line_put(out, "Ends", str_of(meeting->end.text));
    line_put(out, "At", str_of(meeting->start_time));
    line_put(out, "Was meant for", str_of(meeting->previous_start.text));
}

static void people_put(struct buffer *out, const struct meeting *meeting)
{
    for (size_t i = 0; i < meeting->participant_count; i++) {
        buffer_add(out, STR("- "));
        caption_participant(out, &meeting->participants[i]);
        buffer_byte(out, '\n');
    }
}

static void outcomes_put(struct buffer *out, const struct meeting *meeting)
{
    for (size_t i = 0; i < meeting->outcome_count; i++) {
        const struct outcome *outcome = &meeting->outcomes[i];
        caption_symbol(out, outcome_type_name(outcome->type), true);
        buffer_add(out, STR(": "));
        buffer_add(out, outcome->text);
        buffer_byte(out, '\n');
    }
}

static void evidence_put(struct buffer *out, const struct meeting *meeting)
{
    buffer_add(out, STR("\nThe words that prove it:\n"));
    for (size_t i = 0; i < meeting->evidence_count; i++) {
        char path[EVIDENCE_PATH_SIZE];
        evidence_path(&meeting->evidence[i], path);
        buffer_add(out, str_of(path));
        buffer_add(out, STR(": \""));
        buffer_add(out, meeting->evidence[i].quote);
        buffer_add(out, STR("\"\n"));
    }
}

int ics_description(const struct event_context *context, const struct meeting *meeting,
                    struct str link, struct arena *arena, struct str *ret_text)
{
    struct buffer out = buffer_in(arena);
    char confidence[40];
    int size =
        snprintf(confidence, sizeof confidence, "Confidence: %.2f", (double)meeting->confidence);
    kind_put(&out, meeting);
    dates_put(&out, meeting);
    people_put(&out, meeting);
    outcomes_put(&out, meeting);
    if (meeting->evidence_count > 0)
        evidence_put(&out, meeting);
    buffer_byte(&out, '\n');
    line_put(&out, "Article", context->article->title);
    line_put(&out, "Source", context->article->source);
    line_put(&out, "Address", link);
    buffer_add(&out, str_make(confidence, (size_t)size));
    return buffer_finish(&out, ret_text);
}
